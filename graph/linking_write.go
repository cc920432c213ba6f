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
	text, err := l.texts.of(ctx, article)
	if err != nil {
		return nil, nil, nil, err
	}
	var sources []printedSource
	for _, origin := range text.origins() {
		s, err := l.printed(ctx, origin, extracted, decisions)
		if err != nil {
			return nil, nil, nil, err
		}
		s.copied = origin == text.CopyOf
		sources = append(sources, s)
	}
	linked = withoutReprints(linked, article, sources)
	return base, linked, curated(linked, article, decisions), nil
}

// copiesDeep is how far what happens to an article reaches: an article's
// statements depend on those of its origins, which these have but for what they
// have from origins of their own.
const copiesDeep = 2

// printed returns what an article says that others may have of it.
func (l *linking) printed(ctx context.Context, article string, extracted map[string][]quad.Quad, decisions []Decision) (s printedSource, err error) {
	s.article = article
	if _, s.quads, err = l.linked(ctx, article, extracted); err != nil {
		return s, err
	}
	text, err := l.texts.of(ctx, article)
	if err != nil {
		return s, err
	}
	var sources []printedSource
	for _, origin := range text.origins() {
		before := printedSource{article: origin, copied: origin == text.CopyOf}
		if _, before.quads, err = l.linked(ctx, origin, extracted); err != nil {
			return s, err
		}
		sources = append(sources, before)
	}
	s.standing = curated(withoutReprints(s.quads, article, sources), article, decisions)
	return s, nil
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
