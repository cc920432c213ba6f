package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// Sources returns the files and addresses that hold the graph's articles, sorted;
// standard input, which cannot be read again, is left out.
func (g *Graph) Sources(ctx context.Context) ([]string, error) {
	var names []string
	err := g.reading(ctx, func(r *reader) error {
		records, err := r.store.Records(ctx, "")
		for _, rec := range records {
			if name := sourceName(rec.Source); name == rec.Source {
				names = append(names, name)
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("listing the sources: %w", err)
	}
	return names, nil
}

// SourceName returns the name under which the graph keeps the source of an
// article, as [Graph.Sources] gives it.
func SourceName(a extract.Article) string { return sourceName(sourceKey(a)) }

// VerifyExtraction compares an article's quads with those that come of its text
// now. An article that the graph does not have from this source as it is
// ([Graph.Status] is not Unchanged), of which a newer version stands there, or that stands in the graph as another source
// has it, is not compared: false.
func (g *Graph) VerifyExtraction(ctx context.Context, x *extract.Extraction) (found []Finding, compared bool, err error) {
	want, err := Quads(x)
	if err != nil {
		return nil, false, err
	}
	id := x.Article.ID
	err = g.reading(ctx, func(r *reader) error {
		p := newPlan(r.store)
		old, err := p.record(ctx, sourceKey(x.Article))
		if err != nil || old == nil || statusOf(*old, true, x.Article) != Unchanged {
			return err
		}
		holders, err := p.holding(ctx, id)
		if err != nil {
			return err
		}
		if first, _, err := p.first(ctx, id); err != nil || first.Source != sourceKey(x.Article) {
			return err
		}
		l := newLinking(r.store)
		text, err := l.texts.of(ctx, id)
		if err != nil || text != nil && text.Older {
			return err
		}
		base, err := l.base(ctx, id)
		if err != nil {
			return err
		}
		compared = true
		check := newArticleCheck(id, base, nil, func(f Finding) { found = append(found, f) })
		check.sources = holders
		check.against(want)
		return nil
	})
	if err != nil {
		return nil, false, fmt.Errorf("comparing %s with %s: %w", id, x.Article.Source, err)
	}
	return found, compared, nil
}

// against says, node by node, what the text of the article does not give, and
// what it gives that is not there.
func (c *articleCheck) against(want []quad.Quad) {
	var got []quad.Quad
	for _, s := range c.subjects {
		for p, values := range c.nodes[s] {
			for _, o := range values {
				got = append(got, quad.Quad{Subject: s, Predicate: p, Object: o, Label: safeIRI(c.id)})
			}
		}
	}
	slices.SortFunc(got, compareQuads)
	missing, extra := differing(got, want)
	for _, q := range extra {
		c.find(BadExtraction, q.Subject, "the text does not give %s", tripleText(q))
	}
	for _, q := range missing {
		c.find(BadExtraction, q.Subject, "the text gives %s, which is not there", tripleText(q))
	}
}
