package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// Stats counts what is in the graph.
type Stats struct {
	Quads      int     `json:"quads"`
	Nodes      int     `json:"nodes"` // distinct IRIs and literals
	Articles   int     `json:"articles"`
	Sentences  int     `json:"sentences"`  // that are evidence of something
	Entities   int     `json:"entities"`   // things mentioned
	Statements int     `json:"statements"` // facts, once for each sentence that states them
	Types      []Count `json:"types"`      // entities by type, the most frequent first
	Relations  []Count `json:"relations"`  // statements by relation, the most frequent first
}

// Count is how often something occurs.
type Count struct {
	IRI   string `json:"id"`
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Stats counts what is in the graph.
func (g *Graph) Stats(ctx context.Context) (Stats, error) {
	var st Stats
	err := g.reading(ctx, func(r *reader) (err error) {
		st, err = r.stats(ctx)
		return err
	})
	if err != nil {
		return Stats{}, fmt.Errorf("counting what is in the graph: %w", err)
	}
	return st, nil
}

func (r *reader) stats(ctx context.Context) (st Stats, err error) {
	size, err := r.store.Stats(ctx, true)
	if err != nil {
		return st, err
	}
	st.Quads, st.Nodes = int(size.Quads.Value), int(size.Nodes.Value)
	for _, c := range []struct {
		count *int
		d     quad.Direction
		v     quad.Value
	}{
		{&st.Articles, quad.Object, schemaNewsArticle},
		{&st.Statements, quad.Object, rdfStatement},
		{&st.Sentences, quad.Predicate, schemaIsPartOf},
	} {
		if *c.count, err = r.size(ctx, c.d, c.v); err != nil {
			return st, err
		}
	}
	if err := r.countTypes(ctx, &st); err != nil {
		return st, err
	}
	st.Relations, err = r.countRelations(ctx)
	return st, err
}

// countTypes counts the entities, each once, whatever the number of articles
// that mention it, under the type that most articles give it.
func (r *reader) countTypes(ctx context.Context, st *Stats) error {
	byType := make(map[quad.IRI]map[string]int) // entity → type → articles
	for _, et := range entityTypes {
		for q, err := range r.quads(ctx, quad.Object, et.iri) {
			if err != nil {
				return err
			}
			if iri, ok := q.Subject.(quad.IRI); ok && q.Predicate == rdfType {
				if byType[iri] == nil {
					byType[iri] = make(map[string]int, 1)
				}
				byType[iri][string(et.name)]++
			}
		}
	}
	counts := make(map[string]int)
	for _, articles := range byType {
		counts[mostFrequentType(articles)]++
	}
	st.Entities = len(byType)
	for _, et := range entityTypes {
		if n := counts[string(et.name)]; n > 0 {
			st.Types = append(st.Types, Count{IRI: string(et.iri), Name: string(et.name), Count: n})
		}
	}
	slices.SortStableFunc(st.Types, func(a, b Count) int { return cmp.Compare(b.Count, a.Count) })
	return nil
}

// countRelations counts the statements of each relation.
func (r *reader) countRelations(ctx context.Context) ([]Count, error) {
	relations, err := r.subjects(ctx, rdfType, rdfProperty)
	if err != nil {
		return nil, err
	}
	counts := make([]Count, 0, len(relations))
	for _, p := range relations {
		t, err := r.term(ctx, p)
		if err != nil {
			return nil, err
		}
		n, err := r.count(ctx, with(quad.Object, p), with(quad.Predicate, rdfPredicate))
		if err != nil {
			return nil, err
		}
		counts = append(counts, Count{IRI: t.IRI, Name: t.Name, Count: n})
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.IRI, b.IRI))
	})
	return counts, nil
}
