package graph

import (
	"context"
	"iter"
	"slices"
	"strings"

	"kg/graph/sqlstore"
)

// Which source holds which article, as a plan will leave it.

// record returns the record of a source, nil where there is none.
func (p *plan) record(ctx context.Context, source string) (*sqlstore.Record, error) {
	if r, ok := p.records[source]; ok {
		return r, nil
	}
	if r, ok := p.looked[source]; ok {
		if r != nil {
			p.records[source] = r
		}
		return r, nil
	}
	r, ok, err := p.now.Record(ctx, source)
	if err != nil || !ok {
		return nil, err
	}
	p.records[source] = &r
	return &r, nil
}

// holders yields the records of the sources that hold an article, in the order of
// their names. Of those in the store it reads one at a time: a notice of two words
// may stand in a million files.
func (p *plan) holders(ctx context.Context, label string) iter.Seq2[sqlstore.Record, error] {
	return func(yield func(sqlstore.Record, error) bool) {
		planned, last := p.held[label], ""
		give := func(source string) bool {
			r := p.records[source]
			if r.Label != label || source == last {
				return true
			}
			last = source
			return yield(*r, nil)
		}
		for {
			var stored sqlstore.Record
			var more bool
			if !p.unknown[label] {
				var err error
				if stored, more, err = p.now.NextRecord(ctx, label, last); err != nil {
					yield(stored, err)
					return
				}
			}
			for len(planned) > 0 && (!more || planned[0] <= stored.Source) {
				if !give(planned[0]) {
					return
				}
				planned = planned[1:]
			}
			if !more {
				return
			}
			if p.records[stored.Source] == nil {
				if !yield(stored, nil) {
					return
				}
			} else if !give(stored.Source) {
				return
			}
			last = stored.Source
		}
	}
}

// holding returns the records of all sources that hold an article.
func (p *plan) holding(ctx context.Context, label string) ([]sqlstore.Record, error) {
	stored, known := p.stored[label]
	if !known {
		var err error
		if stored, err = p.now.Records(ctx, label); err != nil {
			return nil, err
		}
		p.stored[label] = stored
	}
	sources := slices.Clone(p.held[label])
	var all []sqlstore.Record
	for _, r := range stored {
		if p.records[r.Source] == nil {
			all = append(all, r)
		} else {
			sources = append(sources, r.Source)
		}
	}
	slices.Sort(sources)
	for _, source := range slices.Compact(sources) {
		if r := p.records[source]; r.Label == label {
			all = append(all, *r)
		}
	}
	slices.SortFunc(all, func(a, b sqlstore.Record) int { return strings.Compare(a.Source, b.Source) })
	return all, nil
}

// hold notes that a source holds an article.
func (p *plan) hold(r sqlstore.Record) {
	p.records[r.Source] = &r
	p.held[r.Label] = insert(p.held[r.Label], r.Source)
}

// release notes that a source no longer holds an article. The article leaves
// with its last source. Where another remains, the article may stand there
// with what the leaving source said of it, so that one is to be read again.
func (p *plan) release(ctx context.Context, old sqlstore.Record) error {
	records, err := p.holding(ctx, old.Label)
	if err != nil {
		return err
	}
	left := false
	for _, r := range records {
		if r.Source == old.Source {
			continue
		}
		left = true
		if !sameArticle(r.Digest, old.Digest) {
			p.readAgain(r)
		}
	}
	if !left {
		p.leave(old.Label)
	}
	return nil
}

// leave notes that an article is not in the graph any more.
func (p *plan) leave(label string) { p.quads[label], p.read[label], p.about[label] = nil, nil, nil }

// readAgain notes that what a source holds is to be read when it is next met.
func (p *plan) readAgain(r sqlstore.Record) {
	r.Digest = ""
	p.hold(r)
}

// first returns the record whose account of an article counts: the first, in the
// order of names, that was read by the present rules; false where there is none.
func (p *plan) first(ctx context.Context, label string) (sqlstore.Record, bool, error) {
	for r, err := range p.holders(ctx, label) {
		if err != nil || isCurrent(r) {
			return r, err == nil, err
		}
	}
	return sqlstore.Record{}, false, nil
}
