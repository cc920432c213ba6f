package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// What an export has to know of copies (copies.go) while it goes from article to
// article: a copy's statements are its origin's, and stand there alone.

// reprints are the copies that print a statement too, by statement, sorted.
type reprints map[string][]string

// reprints returns the reprints among the articles that a filter lets pass by
// their day, of which it has at most the statements of one article or its copies.
func (r *reader) reprints(ctx context.Context, f Selection) (reprints, error) {
	found := reprints{}
	published := map[quad.IRI]node{}
	for q, err := range r.quads(ctx, quad.Predicate, kgReprintedIn) {
		if err != nil {
			return nil, fmt.Errorf("reading which articles reprint others: %w", err)
		}
		found[networkID(q.Subject)] = append(found[networkID(q.Subject)], networkID(q.Object))
	}
	if len(found) == 0 {
		return found, nil
	}
	if f.Since != "" || f.Until != "" {
		if err := r.addValues(ctx, schemaDatePublished, published); err != nil {
			return nil, fmt.Errorf("reading the days of the articles: %w", err)
		}
	}
	for statement, in := range found {
		slices.Sort(in)
		found[statement] = slices.DeleteFunc(slices.Compact(in), func(article string) bool {
			return !f.takesDay(published[quad.IRI(article)].text(schemaDatePublished))
		})
	}
	return found, nil
}

// origins returns the article that each copy reprints, and for that one itself.
func (r *reader) origins(ctx context.Context) (map[string]string, error) {
	found := map[string]string{}
	for q, err := range r.quads(ctx, quad.Predicate, kgCopyOf) {
		if err != nil {
			return nil, fmt.Errorf("reading which articles are copies: %w", err)
		}
		origin := networkID(q.Object)
		found[networkID(q.Subject)], found[origin] = origin, origin
	}
	return found, nil
}
