package graph

import (
	"context"
	"slices"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// The quads of articles under the IRIs that linking and decisions give.

// rewrite returns the change that writes the affected articles: those in
// extracted anew, the others from what is noted of them, each with the IRIs that
// its entities have now and with what people decided.
func (l *linking) rewrite(ctx context.Context, extracted map[string][]quad.Quad, decisions []Decision) (sqlstore.Change, error) {
	var c sqlstore.Change
	for label := range extracted {
		l.affected[label] = true
	}
	for range copiesDeep {
		for _, article := range sortedKeys(l.affected) {
			copies, err := l.keys(ctx, topicCopies+article)
			if err != nil {
				return c, err
			}
			for _, copied := range copies {
				l.affected[copied] = true
			}
		}
	}
	var finals [][]quad.Quad
	for _, article := range sortedKeys(l.affected) {
		base, _, final, err := l.standing(ctx, article, extracted, decisions)
		if err != nil {
			return c, err
		}
		if err := l.keepBase(ctx, article, base, final); err != nil {
			return c, err
		}
		c.Remove = append(c.Remove, safeIRI(article))
		finals = append(finals, final)
	}
	c.Add = slices.Concat(finals...)
	return c, l.changeNotes(ctx, &c)
}

// standing returns an article's quads as extracted, as they stand beside those of
// all other articles, and as people decided.
func (l *linking) standing(ctx context.Context, article string, extracted map[string][]quad.Quad, decisions []Decision) (base, linked, final []quad.Quad, err error) {
	if base, linked, err = l.linked(ctx, article, extracted); err != nil {
		return nil, nil, nil, err
	}
	copied, err := l.withoutReprints(ctx, article, linked, extracted, func(c *copying, origin string, source []quad.Quad) error {
		has := c.compare(source)
		if len(has) == 0 {
			return nil
		}
		standing, err := l.withoutReprints(ctx, origin, source, extracted, func(c *copying, _ string, source []quad.Quad) error {
			c.compare(source)
			return nil
		})
		for of := range statementsIn(curated(standing, origin, decisions)) {
			if has[of] {
				c.say(of, kgReprintedIn, c.article)
			}
		}
		return err
	})
	return base, copied, curated(copied, article, decisions), err
}

// copiesDeep is how far what happens to an article reaches: what a copy keeps
// depends on its origins, and on what these have of origins of their own.
const copiesDeep = 2

// withoutReprints returns an article's linked quads without those that it reprints.
// It has f compare them with those of each article that it is a copy of, until
// nothing of its own is left.
func (l *linking) withoutReprints(ctx context.Context, article string, linked []quad.Quad, extracted map[string][]quad.Quad, f func(c *copying, origin string, source []quad.Quad) error) ([]quad.Quad, error) {
	text, err := l.texts.of(ctx, article)
	origins := text.origins()
	if err != nil || len(origins) == 0 {
		return linked, err
	}
	c := newCopying(article, linked)
	if text.CopyOf != "" {
		c.say(c.article, kgCopyOf, safeIRI(text.CopyOf))
	}
	for _, origin := range origins {
		if !c.left() {
			break
		}
		_, source, err := l.linked(ctx, origin, extracted)
		if err == nil {
			err = f(c, origin, source)
		}
		if err != nil {
			return nil, err
		}
	}
	return c.kept(), nil
}

// linked returns an article's quads as extracted and with the IRIs that its
// entities have now.
func (l *linking) linked(ctx context.Context, article string, extracted map[string][]quad.Quad) (base, linked []quad.Quad, err error) {
	base, isNew := extracted[article]
	if !isNew {
		if base, err = l.base(ctx, article); err != nil {
			return nil, nil, err
		}
	}
	to, err := l.names(ctx, article)
	return base, renamed(base, to), err
}

func sortedKeys(m map[string]bool) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
