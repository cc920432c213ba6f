package graph

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Article is an article in the graph.
type Article struct {
	ID        string   `json:"id"`
	Title     string   `json:"title,omitempty"`
	Published string   `json:"published,omitempty"` // 2025-09-04
	Author    string   `json:"author,omitempty"`
	URL       string   `json:"url,omitempty"`
	CopyOf    string   `json:"copy_of,omitempty"` // ID of the article that it reprints
	SHA256    string   `json:"sha256,omitempty"`  // of its text
	Sources   []string `json:"sources,omitempty"` // the files and addresses that hold it, "-" for standard input
	Sentences int      `json:"sentences"`         // that are evidence of something
	Facts     int      `json:"facts"`             // statements
	Entities  int      `json:"entities"`          // things mentioned
	Quads     int      `json:"quads"`
}

// AmbiguousArticleError says that several articles answer to one description.
type AmbiguousArticleError struct {
	Name       string
	Candidates []Article // the newest first
}

func (e *AmbiguousArticleError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q could be any of these articles; say which by its ID:", e.Name)
	for _, c := range e.Candidates {
		fmt.Fprintf(&b, "\n  %s  %s", c.ID, c.Title)
	}
	return b.String()
}

// Articles returns the articles, the newest first, those of one day by ID.
func (g *Graph) Articles(ctx context.Context) ([]Article, error) {
	var articles []Article
	err := g.reading(ctx, func(r *reader) (err error) {
		if articles, err = r.articles(ctx); err == nil {
			err = r.tally(ctx, nil, articles)
		}
		return err
	})
	return articles, err
}

// FindArticle returns the article with this ID, source or title, else the one
// whose ID or title contains the words. Several are an
// [*AmbiguousArticleError], none an error that wraps [ErrNotFound].
func (g *Graph) FindArticle(ctx context.Context, idOrTitleOrSource string) (Article, error) {
	var found Article
	err := g.reading(ctx, func(r *reader) error {
		articles, err := r.articles(ctx)
		if err == nil {
			found, err = pickArticle(articles, strings.TrimSpace(idOrTitleOrSource))
		}
		if err == nil {
			one := []Article{found}
			err = r.tally(ctx, quad.IRI(found.ID), one)
			found = one[0]
		}
		return err
	})
	return found, err
}

// pickArticle returns the one article that answers to name, by the first of
// the ways that any article answers to.
func pickArticle(articles []Article, name string) (Article, error) {
	id := strings.TrimSuffix(strings.TrimPrefix(name, "<"), ">")
	abs, err := filepath.Abs(name)
	if err != nil {
		abs = name
	}
	words := FoldName(name)
	for _, answers := range []func(Article) bool{
		func(a Article) bool { return a.ID == id },
		func(a Article) bool { return slices.Contains(a.Sources, name) || slices.Contains(a.Sources, abs) },
		func(a Article) bool { return words != "" && FoldName(a.Title) == words },
		func(a Article) bool {
			return words != "" && (strings.Contains(FoldName(a.Title), words) || strings.Contains(FoldName(a.ID), words))
		},
	} {
		var found []Article
		for _, a := range articles {
			if answers(a) {
				found = append(found, a)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return Article{}, &AmbiguousArticleError{Name: name, Candidates: found}
		}
	}
	return Article{}, fmt.Errorf("article %q is %w", name, ErrNotFound)
}

// articles returns the articles without the counts that take long.
func (r *reader) articles(ctx context.Context) ([]Article, error) {
	ids, err := r.subjects(ctx, rdfType, schemaNewsArticle)
	if err != nil {
		return nil, fmt.Errorf("listing the articles: %w", err)
	}
	records, err := r.store.Records(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("listing the sources: %w", err)
	}
	sources := make(map[string][]string)
	for _, rec := range records {
		name := sourceName(rec.Source)
		sources[rec.Label] = append(sources[rec.Label], name)
	}
	about := make(map[quad.IRI]node, len(ids))
	for _, p := range citedTerms {
		if err := r.addValues(ctx, p.(quad.IRI), about); err != nil {
			return nil, fmt.Errorf("reading what the graph says of its articles: %w", err)
		}
	}
	articles := make([]Article, 0, len(ids))
	for _, id := range ids {
		a := articleOf(id, about[id])
		a.Sources = sources[a.ID]
		articles = append(articles, a)
	}
	slices.SortFunc(articles, newestFirst)
	return articles, nil
}

// addValues adds the values of p to the nodes that have them.
func (r *reader) addValues(ctx context.Context, p quad.IRI, nodes map[quad.IRI]node) error {
	var all []quad.Quad
	for q, err := range r.quads(ctx, quad.Predicate, p) {
		if err != nil {
			return err
		}
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b quad.Quad) int { return compareValues(a.Object, b.Object) })
	for _, q := range all {
		if iri, ok := q.Subject.(quad.IRI); ok {
			if nodes[iri] == nil {
				nodes[iri] = make(node)
			}
			nodes[iri][p] = append(nodes[iri][p], q.Object)
		}
	}
	return nil
}

func newestFirst(a, b Article) int {
	return cmp.Or(-cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
}

func articleOf(id quad.IRI, n node) Article {
	return Article{
		ID:        string(id),
		Title:     n.text(schemaHeadline),
		Published: n.text(schemaDatePublished),
		Author:    n.text(schemaAuthor),
		URL:       n.text(schemaURL),
		CopyOf:    n.text(kgCopyOf),
		SHA256:    n.text(kgSHA256),
	}
}

// mentioning returns the articles that mention an entity, without other counts
// and sources.
func (r *reader) mentioning(ctx context.Context, iri quad.IRI) ([]Article, error) {
	ids, err := r.subjects(ctx, schemaMentions, iri)
	if err != nil {
		return nil, err
	}
	if err := r.readCited(ctx, ids); err != nil {
		return nil, err
	}
	mentioned, err := r.store.Objects(ctx, values(ids), schemaMentions)
	if err != nil {
		return nil, err
	}
	articles := make([]Article, 0, len(ids))
	for _, id := range ids {
		a := articleOf(id, r.cited[id])
		a.Entities = mentioned[id]
		articles = append(articles, a)
	}
	slices.SortFunc(articles, newestFirst)
	return articles, nil
}

// tally fills in the counts of articles, all of them where label is nil, else
// the one that is its label.
func (r *reader) tally(ctx context.Context, label quad.Value, articles []Article) error {
	place := make(map[quad.Value]*Article, len(articles))
	for i := range articles {
		place[quad.IRI(articles[i].ID)] = &articles[i]
	}
	for _, c := range []struct {
		given    quad.Quad
		by       quad.Direction
		distinct quad.Direction
		set      func(*Article, int)
	}{
		{quad.Quad{Label: label}, quad.Label, quad.Any, func(a *Article, n int) { a.Quads = n }},
		{quad.Quad{Object: rdfStatement, Label: label}, quad.Label, quad.Any, func(a *Article, n int) { a.Facts = n }},
		{quad.Quad{Predicate: schemaIsPartOf, Label: label}, quad.Label, quad.Any, func(a *Article, n int) { a.Sentences = n }},
		{quad.Quad{Subject: label, Predicate: schemaMentions}, quad.Subject, quad.Object, func(a *Article, n int) { a.Entities = n }},
	} {
		counts, err := r.store.Tallies(ctx, c.given, c.by, c.distinct)
		if err != nil {
			return fmt.Errorf("counting what the articles hold: %w", err)
		}
		for _, t := range counts {
			if a := place[t.Value]; a != nil {
				c.set(a, int(t.Quads))
			}
		}
	}
	return nil
}

// Article returns the article with this ID, without its sources, or
// [ErrNotFound].
func (v *View) Article(ctx context.Context, id string) (Article, error) {
	n, err := v.r.node(ctx, quad.IRI(id))
	if err != nil {
		return Article{}, err
	}
	if !slices.Contains(n[rdfType], quad.Value(schemaNewsArticle)) {
		return Article{}, fmt.Errorf("article %q is %w", id, ErrNotFound)
	}
	one := []Article{articleOf(quad.IRI(id), n)}
	err = v.r.tally(ctx, quad.IRI(id), one)
	return one[0], err
}

// ArticleStatements returns the IDs of the statements that rest on sentences
// of an article, sorted.
func (v *View) ArticleStatements(ctx context.Context, id string) ([]string, error) {
	found, err := v.r.store.Tallies(ctx, quad.Quad{Predicate: kgSentence, Label: quad.IRI(id)}, quad.Subject, quad.Any)
	if err != nil {
		return nil, fmt.Errorf("listing the statements of %s: %w", id, err)
	}
	statements := make([]string, 0, len(found))
	for _, t := range found {
		statements = append(statements, plain(t.Value))
	}
	return statements, nil
}

// Mentioned returns the entities that an article mentions, by IRI, with all their
// names and without the numbers of their facts.
func (v *View) Mentioned(ctx context.Context, id string) ([]Entity, error) {
	n, err := v.r.node(ctx, quad.IRI(id))
	if err != nil {
		return nil, err
	}
	var mentioned []quad.IRI
	for _, value := range n.each(schemaMentions) {
		if iri, ok := value.(quad.IRI); ok {
			mentioned = append(mentioned, iri)
		}
	}
	if err := v.r.readNodes(ctx, mentioned, described); err != nil {
		return nil, err
	}
	entities := make([]Entity, 0, len(mentioned))
	for _, iri := range mentioned {
		names, err := v.Names(ctx, string(iri))
		if err != nil {
			return nil, err
		}
		entities = append(entities, Entity{IRI: string(iri), Type: v.r.nodes[iri].class(), Name: names[0], Aliases: names[1:]})
	}
	return entities, nil
}
