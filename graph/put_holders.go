package graph

import (
	"context"
	"slices"

	"kg/graph/sqlstore"
)

// Which source holds which article, as a plan will leave it.

// record returns the record of a source, nil where there is none.
func (p *plan) record(ctx context.Context, source string) (*sqlstore.Record, error) {
	if r, ok := p.records[source]; ok {
		return r, nil
	}
	r, ok, err := p.now.Record(ctx, source)
	if err != nil || !ok {
		return nil, err
	}
	p.records[source] = &r
	return &r, nil
}

// holding returns the sources that hold an article.
func (p *plan) holding(ctx context.Context, label string) ([]string, error) {
	if sources, ok := p.holders[label]; ok {
		return sources, nil
	}
	records, err := p.now.Records(ctx, label)
	if err != nil {
		return nil, err
	}
	sources := make([]string, 0, len(records)+1)
	for _, r := range records {
		if _, known := p.records[r.Source]; !known {
			p.records[r.Source] = &r
		}
		if p.records[r.Source].Label == label {
			sources = append(sources, r.Source)
		}
	}
	slices.Sort(sources)
	p.holders[label] = sources
	return sources, nil
}

// hold notes that a source holds an article, whose holders are known.
func (p *plan) hold(r sqlstore.Record) {
	p.records[r.Source] = &r
	sources := p.holders[r.Label]
	if i, found := slices.BinarySearch(sources, r.Source); !found {
		p.holders[r.Label] = slices.Insert(sources, i, r.Source)
	}
}

// release notes that a source no longer holds an article. The article leaves
// with its last source. Where another remains, the article may stand there
// with what the leaving source said of it, so that one is to be read again.
func (p *plan) release(ctx context.Context, old sqlstore.Record) error {
	sources, err := p.holding(ctx, old.Label)
	if err != nil {
		return err
	}
	sources = slices.DeleteFunc(slices.Clone(sources), func(s string) bool { return s == old.Source })
	p.holders[old.Label] = sources
	if len(sources) == 0 {
		p.leave(old.Label)
		return nil
	}
	for _, s := range sources {
		if !sameArticle(p.records[s].Digest, old.Digest) {
			p.readAgain(s)
		}
	}
	return nil
}

// leave notes that an article is not in the graph any more.
func (p *plan) leave(label string) { p.quads[label], p.read[label], p.about[label] = nil, nil, nil }

// readAgain notes that what a source holds is to be read when it is next met.
func (p *plan) readAgain(source string) {
	r := *p.records[source]
	r.Digest = ""
	p.records[source] = &r
}

// first returns the source whose account of an article counts: the first, in
// the order of names, that was read by the present rules.
func (p *plan) first(label string) string {
	for _, s := range p.holders[label] {
		if isCurrent(*p.records[s]) {
			return s
		}
	}
	return ""
}
