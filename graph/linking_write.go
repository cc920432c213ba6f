package graph

import (
	"context"
	"slices"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// The quads of articles under the IRIs that linking and decisions give.

// partQuads is how many quads are written at once, those of some hundred notices or
// of five long articles, where as many are held that they were made of. A batch of
// six long articles had 86 others written anew with them, 312,000 quads.
var partQuads = 20_000 // tests have less

// rewrite returns the change that writes the affected articles: those in
// extracted anew, the others from what is noted of them, each with the IRIs that
// its entities have now and with what people decided. It notes first what was
// settled; the quads follow in parts (its Then), as an article may affect any number
// of others.
func (l *linking) rewrite(ctx context.Context, extracted map[string][]quad.Quad, decisions []Decision) (sqlstore.Change, error) {
	most := 0 // quads, but for those of other articles
	for label, quads := range extracted {
		l.affected[label] = true
		most += len(quads)
	}
	for range copiesDeep {
		for _, article := range sortedKeys(l.affected) {
			copies, err := l.keys(ctx, topicCopies+article)
			if err != nil {
				return sqlstore.Change{}, err
			}
			for _, copied := range copies {
				l.affected[copied] = true
			}
		}
	}
	var noted sqlstore.Change
	if err := l.changeNotes(ctx, &noted); err != nil {
		return noted, err
	}
	l.blocks, l.decided, l.profiles = nil, nil, nil // all is settled
	noted.Then = func(yield func(sqlstore.Change, error) bool) {
		l.texts.letGo(l.affected)
		part := sqlstore.Change{Add: make([]quad.Quad, 0, min(most, 2*partQuads))}
		for _, article := range sortedKeys(l.affected) {
			if err := l.write(ctx, &part, article, extracted, decisions); err != nil {
				yield(part, err)
				return
			}
			if len(part.Add)+l.held < 2*partQuads {
				continue
			}
			if !yield(part, nil) {
				return
			}
			clear(part.Add) // it is written, and its memory serves the next
			part = sqlstore.Change{Add: part.Add[:0]}
			l.letGo()
		}
		yield(part, nil)
	}
	return noted, nil
}

// write adds to a change what writes an article anew.
func (l *linking) write(ctx context.Context, c *sqlstore.Change, article string, extracted map[string][]quad.Quad, decisions []Decision) error {
	_, isNew := extracted[article]
	base, _, final, err := l.standing(ctx, article, extracted, decisions)
	if err != nil {
		return err
	}
	if isNew {
		l.statements[article] = countStatements(final)
	}
	kept, err := l.topic(ctx, topicBase+article)
	if err != nil {
		return err
	}
	stands := !isNew && kept[keyQuads] == "" // what was extracted stands in the graph
	if err := l.keepBase(ctx, article, base, final, isNew); err != nil {
		return err
	}
	l.changeTopic(c, topicBase+article)
	l.forget(topicBase + article) // it is most of what is noted of an article
	if stands {
		c.Delete, c.Add = appendOnly(c.Delete, base, final), appendOnly(c.Add, final, base)
	} else {
		c.Remove, c.Add = append(c.Remove, safeIRI(article)), append(c.Add, final...)
	}
	return nil
}

// appendOnly appends to a list what is only in the first of two lists, both sorted.
func appendOnly(list, a, b []quad.Quad) []quad.Quad {
	for i := range a {
		for len(b) > 0 && compareRows(&b[0], &a[i]) < 0 {
			b = b[1:]
		}
		if len(b) == 0 || b[0] != a[i] {
			list = append(list, a[i])
		}
	}
	return list
}

// keptTopics is how many topics are kept in memory, some 20 MB of them, when
// another part is begun.
const keptTopics = 20_000

// letGo forgets, once a part is written, what can be read again.
func (l *linking) letGo() {
	clear(l.bases)
	l.held = 0
	if len(l.notes) < keptTopics {
		return
	}
	clear(l.texts.known)
	clear(l.accounts)
	clear(l.notes)
	clear(l.before)
}

func countStatements(quads []quad.Quad) (n int) {
	for _, q := range quads {
		if q.Predicate == rdfType && q.Object == rdfStatement {
			n++
		}
	}
	return n
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
