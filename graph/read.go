package graph

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// reader reads one moment of the graph. It remembers what it has read of
// entities, relations and articles, which the same answer names again and
// again. It serves one call and one goroutine.
type reader struct {
	store store
	nodes map[quad.IRI]node
}

// node is what the graph holds about an IRI itself: its quads by predicate,
// each value once, in a fixed order.
type node map[quad.IRI][]quad.Value

// reading calls f with a reader of the present moment.
func (g *Graph) reading(ctx context.Context, f func(*reader) error) error {
	s, err := g.snapshot(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	return f(&reader{store: s, nodes: make(map[quad.IRI]node)})
}

// quads yields the quads that have v in direction d.
func (r *reader) quads(ctx context.Context, d quad.Direction, v quad.Value) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		ref, err := r.store.ValueOf(v)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		if ref == nil {
			return
		}
		it := r.store.QuadIterator(d, ref).Iterate()
		defer it.Close()
		for it.Next(ctx) {
			q, err := r.store.Quad(it.Result())
			if !yield(q, err) || err != nil {
				return
			}
		}
		if err := firstError(it.Err(), ctx.Err()); err != nil {
			yield(quad.Quad{}, err)
		}
	}
}

// firstError returns the first error that is one.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// count returns how many quads have all of these values. It goes through them
// one by one: the size that Cayley gives for an intersection, and calls exact,
// is that of its smallest part.
func (r *reader) count(ctx context.Context, want ...shape.QuadFilter) (n int, err error) {
	it := shape.BuildIterator(ctx, r.store, shape.Quads(want)).Iterate()
	defer it.Close()
	for it.Next(ctx) {
		n++
	}
	return n, firstError(it.Err(), ctx.Err())
}

// size returns how many quads have v in direction d.
func (r *reader) size(ctx context.Context, d quad.Direction, v quad.Value) (int, error) {
	ref, err := r.store.ValueOf(v)
	if err != nil || ref == nil {
		return 0, err
	}
	size, err := r.store.QuadIteratorSize(ctx, d, ref)
	if err != nil || size.Exact {
		return int(size.Value), err
	}
	return r.count(ctx, with(d, v))
}

// with is the condition that a quad has v in direction d.
func with(d quad.Direction, v quad.Value) shape.QuadFilter {
	return shape.QuadFilter{Dir: d, Values: shape.Lookup{v}}
}

// subjects returns the distinct IRIs that have the value o of predicate p.
func (r *reader) subjects(ctx context.Context, p quad.IRI, o quad.Value) ([]quad.IRI, error) {
	found := make(map[quad.IRI]bool)
	for q, err := range r.quads(ctx, quad.Object, o) {
		if err != nil {
			return nil, err
		}
		if iri, ok := q.Subject.(quad.IRI); ok && q.Predicate == p {
			found[iri] = true
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// node reads what is known about an IRI; nil where nothing is.
func (r *reader) node(ctx context.Context, iri quad.IRI) (node, error) {
	if n, ok := r.nodes[iri]; ok {
		return n, nil
	}
	var n node
	for q, err := range r.quads(ctx, quad.Subject, iri) {
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", iri, err)
		}
		if n == nil {
			n = make(node)
		}
		if p, ok := q.Predicate.(quad.IRI); ok {
			n[p] = append(n[p], q.Object)
		}
	}
	for _, values := range n {
		slices.SortFunc(values, compareValues)
	}
	r.nodes[iri] = n
	return n, nil
}

// one returns the first value of p, nil where there is none.
func (n node) one(p quad.IRI) quad.Value {
	if len(n[p]) == 0 {
		return nil
	}
	return n[p][0]
}

// text returns the first value of p as text, "" where there is none.
func (n node) text(p quad.IRI) string { return plain(n.one(p)) }

// each returns the distinct values of p.
func (n node) each(p quad.IRI) []quad.Value { return slices.Compact(slices.Clone(n[p])) }

// name returns the fullest of a node's labels, "" where it has none.
func (n node) name() string {
	name := ""
	for _, v := range n[rdfsLabel] {
		if s := plain(v); name == "" || fuller(s, name) {
			name = s
		}
	}
	return name
}

// class returns the type that most articles give, "" where none is known.
func (n node) class() string {
	articles := make(map[string]int, 1)
	for _, v := range n[rdfType] {
		articles[typeOf(v)]++
	}
	return mostFrequentType(articles)
}

// mostFrequentType returns the type that most articles give, of several the
// first in the order of the contract.
func mostFrequentType(articles map[string]int) string {
	best, most := "", 0
	for _, et := range entityTypes {
		if n := articles[string(et.name)]; n > most {
			best, most = string(et.name), n
		}
	}
	return best
}

// plain returns a value as a person would write it: an IRI without brackets, a
// literal without quotes and type.
func plain(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedStringer:
		return string(v.TypedString().Value)
	}
	return v.String()
}

// term returns a value as a person would read it.
func (r *reader) term(ctx context.Context, v quad.Value) (Term, error) {
	iri, ok := v.(quad.IRI)
	if !ok {
		return Term{Name: plain(v)}, nil
	}
	n, err := r.node(ctx, iri)
	if err != nil {
		return Term{}, err
	}
	t := Term{IRI: string(iri), Name: n.name(), Type: n.class()}
	if t.Name == "" {
		t.Name = string(iri)
	}
	return t, nil
}

// terms returns values as a person would read them.
func (r *reader) terms(ctx context.Context, values []quad.Value) ([]Term, error) {
	var out []Term
	for _, v := range values {
		t, err := r.term(ctx, v)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}
