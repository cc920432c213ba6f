package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Bounds of a search for paths. It goes from both ends at once, a step at a
// time, always on the side where there is less to read.
const (
	defaultHops = 6
	// hubEdges is how many quads of a node in one direction are read. A node
	// with more connects nearly everything with everything, so that what lies
	// beyond the first of them tells little; it is still found as an end.
	hubEdges = 3000
	// mostNodes is how many nodes are read before the search gives up.
	mostNodes = 4000
	// mostPaths is how many paths of the least length are compared.
	mostPaths = 500
)

// step is an edge as it was walked.
type step struct {
	from, to quad.IRI
	relation quad.IRI
	forward  bool
}

// pathFinder looks for paths in one view.
type pathFinder struct {
	r     *reader
	o     PathOptions
	avoid map[quad.IRI]bool
	days  map[quad.Value]string // of articles
	read  int                   // nodes so far
}

// side is what is known from one end: for each node that was reached, the steps
// that lead to it from nodes one step nearer.
type side struct {
	reached  map[quad.IRI][]step
	depth    map[quad.IRI]int
	frontier []quad.IRI
	steps    int
}

func newSide(start quad.IRI) *side {
	return &side{reached: map[quad.IRI][]step{start: nil}, depth: map[quad.IRI]int{start: 0}, frontier: []quad.IRI{start}}
}

// search returns the shortest routes, as steps.
func (f *pathFinder) search(ctx context.Context, from, to quad.IRI) ([][]step, error) {
	hops := f.o.Hops
	if hops == 0 {
		hops = defaultHops
	}
	a, b := newSide(from), newSide(to)
	for a.steps+b.steps < hops && len(a.frontier) > 0 && len(b.frontier) > 0 {
		near, far := a, b
		if len(b.frontier) < len(a.frontier) {
			near, far = b, a
		}
		if err := f.expand(ctx, near); err != nil {
			return nil, err
		}
		if met := meeting(near, far); len(met) > 0 {
			return routes(a, b, met), nil
		}
		if f.read > mostNodes {
			return nil, nil
		}
	}
	return nil, nil
}

// expand goes one step further on a side.
func (f *pathFinder) expand(ctx context.Context, s *side) error {
	var next []quad.IRI
	s.steps++
	for _, node := range s.frontier {
		if f.read++; f.read > mostNodes {
			break
		}
		steps, err := f.steps(ctx, node)
		if err != nil {
			return err
		}
		for _, st := range steps {
			depth, known := s.depth[st.to]
			if !known {
				next = append(next, st.to)
				s.depth[st.to] = s.steps
			}
			if !known || depth == s.steps {
				s.reached[st.to] = append(s.reached[st.to], st)
			}
		}
	}
	slices.Sort(next)
	s.frontier = next
	return nil
}

// meeting returns the nodes that both sides have reached, sorted.
func meeting(near, far *side) []quad.IRI {
	var met []quad.IRI
	for _, node := range near.frontier {
		if _, ok := far.depth[node]; ok {
			met = append(met, node)
		}
	}
	return met
}

// steps returns the steps from a node, each once, sorted.
func (f *pathFinder) steps(ctx context.Context, node quad.IRI) ([]step, error) {
	seen := map[step]bool{}
	for _, d := range []quad.Direction{quad.Subject, quad.Object} {
		n := 0
		for q, err := range f.r.quads(ctx, d, node) {
			if err != nil {
				return nil, err
			}
			if n++; n > hubEdges {
				break
			}
			if st, ok := f.stepOf(q, d); ok && !seen[st] {
				within, err := f.inTime(ctx, q.Label)
				if err != nil {
					return nil, err
				}
				seen[st] = within
			}
		}
	}
	steps := make([]step, 0, len(seen))
	for st, ok := range seen {
		if ok {
			steps = append(steps, st)
		}
	}
	slices.SortFunc(steps, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.relation, b.relation), cmp.Compare(direction(a), direction(b)))
	})
	return steps, nil
}

func direction(s step) int {
	if s.forward {
		return 0
	}
	return 1
}

// stepOf returns a quad as a step from its end in direction d, if it is an edge
// between entities that asserts something.
func (f *pathFinder) stepOf(q quad.Quad, d quad.Direction) (step, bool) {
	p, ok := q.Predicate.(quad.IRI)
	if !ok || !strings.HasPrefix(string(p), prefixRelation) || !connects(p) {
		return step{}, false
	}
	if !isEntity(q.Subject) || !isEntity(q.Object) {
		return step{}, false
	}
	s, o := q.Subject.(quad.IRI), q.Object.(quad.IRI)
	st := step{from: s, to: o, relation: p, forward: true}
	if d == quad.Object {
		st = step{from: o, to: s, relation: p}
	}
	return st, st.from != st.to && !f.avoid[st.to]
}

// connects reports whether a relation says that something is so, rather than
// that it is not, or may be.
func connects(relation quad.IRI) bool {
	label := strings.TrimPrefix(string(relation), prefixRelation)
	for _, modal := range []string{"does-not-", "is-not", "may-", "will-", "would-",
		"cannot-", "could-not-", "should-not-", "must-not-", "might-not-", "shall-not-", "need-not-"} {
		if strings.HasPrefix(label, modal) {
			return false
		}
	}
	return true
}

// inTime reports whether an article was published by the day that is asked
// for. One whose day nobody knows was not.
func (f *pathFinder) inTime(ctx context.Context, article quad.Value) (bool, error) {
	if f.o.AsOf == "" {
		return true, nil
	}
	day, ok := f.days[article]
	if !ok {
		iri, isIRI := article.(quad.IRI)
		if !isIRI {
			return false, nil
		}
		n, err := f.r.node(ctx, iri)
		if err != nil {
			return false, err
		}
		day = n.text(schemaDatePublished)
		f.days[article] = day
	}
	return day != "" && day <= f.o.AsOf, nil
}

// routes returns the ways from the start of a to the start of b through the
// nodes where they met.
func routes(a, b *side, met []quad.IRI) [][]step {
	var out [][]step
	for _, node := range met {
		for _, head := range back(a, node) {
			for _, tail := range back(b, node) {
				if len(out) == mostPaths {
					return out
				}
				out = append(out, joinRoutes(head, tail))
			}
		}
	}
	return out
}

// back returns the ways from the start of a side to a node.
func back(s *side, node quad.IRI) [][]step {
	if s.depth[node] == 0 {
		return [][]step{nil}
	}
	var out [][]step
	for _, st := range s.reached[node] {
		for _, before := range back(s, st.from) {
			if len(out) == mostPaths {
				return out
			}
			out = append(out, append(slices.Clip(before), st))
		}
	}
	return out
}

// joinRoutes goes on from a head with a tail that was walked from its other end.
func joinRoutes(head, tail []step) []step {
	out := slices.Clip(head)
	for _, st := range slices.Backward(tail) {
		out = append(out, step{from: st.to, to: st.from, relation: st.relation, forward: !st.forward})
	}
	return out
}
