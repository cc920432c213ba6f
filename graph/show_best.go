package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
)

// The page of a hub is made of its best supported facts. What each statement
// states is read of all of them, three quads of ten or more; sentences, articles
// and names only of those that are shown.

// statedTerms are what makes a statement's fact.
var statedTerms = []quad.Value{rdfSubject, rdfPredicate, rdfObject}

// best returns those of the statements that belong to the facts with the most
// statements, at most limit of them, or those of one fact. The facts that are
// left out leave the edges too, and are counted on the page.
func (r *reader) best(ctx context.Context, ids []quad.IRI, limit int, edges map[triple]bool, page *Page) ([]quad.IRI, error) {
	byFact, err := r.byFact(ctx, ids)
	if err != nil {
		return nil, err
	}
	facts := slices.SortedFunc(maps.Keys(byFact), func(a, b triple) int {
		return cmp.Or(cmp.Compare(len(byFact[b]), len(byFact[a])), compareTriples(a, b))
	})
	var kept []quad.IRI
	for i, fact := range facts {
		statements := byFact[fact]
		if i == 0 || len(kept)+len(statements) <= limit {
			kept = append(kept, statements...)
			continue
		}
		if page.Left == nil {
			page.Left = &Left{}
		}
		page.Left.Facts++
		page.Left.Statements += len(statements)
		delete(edges, fact)
	}
	slices.Sort(kept)
	return kept, nil
}

// byFact returns the statements by what they state.
func (r *reader) byFact(ctx context.Context, ids []quad.IRI) (map[triple][]quad.IRI, error) {
	facts := make(map[quad.Value]triple, len(ids))
	for q, err := range r.store.About(ctx, values(ids), statedTerms) {
		if err != nil {
			return nil, fmt.Errorf("reading what %d statements state: %w", len(ids), err)
		}
		fact := facts[q.Subject]
		switch q.Predicate {
		case rdfSubject:
			fact.s = q.Object
		case rdfPredicate:
			fact.p = q.Object
		case rdfObject:
			fact.o = q.Object
		}
		facts[q.Subject] = fact
	}
	byFact := make(map[triple][]quad.IRI)
	for _, id := range ids {
		byFact[facts[id]] = append(byFact[facts[id]], id)
	}
	return byFact, nil
}

func compareTriples(a, b triple) int {
	return cmp.Or(compareValues(a.s, b.s), compareValues(a.p, b.p), compareValues(a.o, b.o))
}
