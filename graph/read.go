package graph

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// reader reads one moment of the graph. It remembers what it has read of
// entities, relations and articles, which the same answer names again and
// again. It serves one call and one goroutine.
type reader struct {
	store store
	nodes map[quad.IRI]node
	cited map[quad.IRI]node // articles, as [citedTerms] tell of them
	named map[quad.IRI]Term // of the nodes: the type of a hub is counted over all its articles

	minConfidence float64 // of statements: those below it are passed over
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
	return f(&reader{store: s, nodes: make(map[quad.IRI]node), cited: make(map[quad.IRI]node), named: make(map[quad.IRI]Term), minConfidence: g.minConfidence})
}

// quads yields the quads that have v in direction d.
func (r *reader) quads(ctx context.Context, d quad.Direction, v quad.Value) iter.Seq2[quad.Quad, error] {
	var given quad.Quad
	given.Set(d, v)
	return r.store.Matching(ctx, given)
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

// count returns how many quads have the given values, nil for any.
func (r *reader) count(ctx context.Context, given quad.Quad) (int, error) {
	n, err := r.store.Count(ctx, given)
	return int(n), err
}

// subjects returns the distinct IRIs that have the value o of predicate p.
func (r *reader) subjects(ctx context.Context, p quad.IRI, o quad.Value) ([]quad.IRI, error) {
	found, err := r.store.Tallies(ctx, quad.Quad{Predicate: p, Object: o}, quad.Subject, quad.Any)
	if err != nil {
		return nil, err
	}
	var iris []quad.IRI
	for _, t := range found { // sorted by their text
		if iri, ok := t.Value.(quad.IRI); ok {
			iris = append(iris, iri)
		}
	}
	return iris, nil
}

// node reads what is known about an IRI; nil where nothing is.
func (r *reader) node(ctx context.Context, iri quad.IRI) (node, error) {
	if n, ok := r.nodes[iri]; ok {
		return n, nil
	}
	read := r.whole
	if isDescribed(iri) {
		read = r.described
	}
	n, err := read(ctx, iri)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", iri, err)
	}
	for _, values := range n {
		slices.SortFunc(values, compareValues)
	}
	r.nodes[iri] = n
	return n, nil
}

// isDescribed reports whether of this node only its description is read.
// Entities and relations are described in every article that names them and
// have edges besides, so that a well-known one has tens of thousands of quads.
func isDescribed(iri quad.IRI) bool {
	return strings.HasPrefix(string(iri), prefixRelation) || isEntity(iri)
}

// described reads the names and the type of a node, counted by the store.
func (r *reader) described(ctx context.Context, iri quad.IRI) (node, error) {
	var n node
	for _, predicate := range described {
		tallies, err := r.store.Tallies(ctx, quad.Quad{Subject: iri, Predicate: predicate}, quad.Object, quad.Any)
		if err != nil {
			return nil, err
		}
		for _, t := range tallies {
			if n == nil {
				n = make(node)
			}
			p := predicate.(quad.IRI)
			n[p] = append(n[p], slices.Repeat([]quad.Value{t.Value}, int(t.Quads))...)
		}
	}
	return n, nil
}

// whole reads all quads of a node.
func (r *reader) whole(ctx context.Context, iri quad.IRI) (node, error) {
	var n node
	for q, err := range r.quads(ctx, quad.Subject, iri) {
		if err != nil {
			return nil, err
		}
		if n == nil {
			n = make(node)
		}
		if p, ok := q.Predicate.(quad.IRI); ok {
			n[p] = append(n[p], q.Object)
		}
	}
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
	if t, ok := r.named[iri]; ok {
		return t, nil
	}
	n, err := r.node(ctx, iri)
	if err != nil {
		return Term{}, err
	}
	t := Term{IRI: string(iri), Name: n.name(), Type: n.class()}
	if t.Name == "" {
		t.Name = string(iri)
	}
	r.named[iri] = t
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
