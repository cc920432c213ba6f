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
	Copies     int     `json:"copies"`     // articles among them that reprint another
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
		given quad.Quad
	}{
		{&st.Articles, quad.Quad{Object: schemaNewsArticle}},
		{&st.Copies, quad.Quad{Predicate: kgCopyOf}},
		{&st.Statements, quad.Quad{Object: rdfStatement}},
		{&st.Sentences, quad.Quad{Predicate: schemaIsPartOf}},
	} {
		if *c.count, err = r.count(ctx, c.given); err != nil {
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
		articles, err := r.store.Tallies(ctx, quad.Quad{Predicate: rdfType, Object: et.iri}, quad.Subject, quad.Any)
		if err != nil {
			return err
		}
		for _, t := range articles {
			if iri, ok := t.Value.(quad.IRI); ok {
				if byType[iri] == nil {
					byType[iri] = make(map[string]int, 1)
				}
				byType[iri][string(et.name)] = int(t.Quads)
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
	statements, err := r.store.Tallies(ctx, quad.Quad{Predicate: rdfPredicate}, quad.Object, quad.Any)
	if err != nil {
		return nil, err
	}
	number := make(map[quad.Value]int, len(statements))
	for _, t := range statements {
		number[t.Value] = int(t.Quads)
	}
	counts := make([]Count, 0, len(relations))
	for _, p := range relations {
		labels, err := r.store.Tallies(ctx, quad.Quad{Subject: p, Predicate: rdfsLabel}, quad.Object, quad.Any)
		if err != nil {
			return nil, err
		}
		n := make(node, 1)
		for _, t := range labels {
			n[rdfsLabel] = append(n[rdfsLabel], t.Value)
		}
		counts = append(counts, Count{IRI: string(p), Name: cmp.Or(n.name(), string(p)), Count: number[p]})
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.IRI, b.IRI))
	})
	return counts, nil
}

// MostStated returns the n entities with the most statements about them, those
// that most often are the subject or the object of one, the most frequent
// first, those of one number by IRI.
func (g *Graph) MostStated(ctx context.Context, n int) ([]Count, error) {
	var counts []Count
	err := g.reading(ctx, func(r *reader) (err error) {
		counts, err = r.mostStated(ctx, n)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("counting what is said of whom: %w", err)
	}
	return counts, nil
}

func (r *reader) mostStated(ctx context.Context, n int) ([]Count, error) {
	number := make(map[quad.IRI]int)
	for _, role := range []quad.IRI{rdfSubject, rdfObject} {
		found, err := r.store.Tallies(ctx, quad.Quad{Predicate: role}, quad.Object, quad.Any)
		if err != nil {
			return nil, err
		}
		for _, t := range found {
			if isEntity(t.Value) {
				number[t.Value.(quad.IRI)] += int(t.Quads)
			}
		}
	}
	counts := make([]Count, 0, len(number))
	for iri, statements := range number {
		counts = append(counts, Count{IRI: string(iri), Count: statements})
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.IRI, b.IRI))
	})
	counts = counts[:min(n, len(counts))]
	for i := range counts {
		e, err := r.entity(ctx, quad.IRI(counts[i].IRI))
		if err != nil {
			return nil, err
		}
		counts[i].Name = e.Name
	}
	return counts, nil
}
