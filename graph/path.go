package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/quad"
)

// PathOptions say which paths are wanted.
type PathOptions struct {
	AsOf  string   // 2025-09-04: only what articles say that were published until then; "" is all
	Avoid []string // IRIs that no path may lead through
	Hops  int      // at most so many steps; 0 is 6
	Limit int      // at most so many paths; 0 is one
}

// Path is a connection of two entities, from one to the other.
type Path struct {
	Hops    []Hop `json:"hops"`
	Support int   `json:"support"` // articles that state its least supported hop
}

// Hop is one step of a path: an edge, in whichever direction.
type Hop struct {
	From     Term    `json:"from"`
	To       Term    `json:"to"`
	Relation Term    `json:"relation"`
	Forward  bool    `json:"forward"`  // whether From is the subject
	Support  int     `json:"support"`  // articles that state it
	Claims   []Claim `json:"evidence"` // its statements, the surest first
}

// Paths returns the shortest connections of two entities over what articles
// assert, those of most articles first; none where there is no connection
// within the bounds. The entities are given by their IRIs.
func (g *Graph) Paths(ctx context.Context, from, to string, o PathOptions) ([]Path, error) {
	var paths []Path
	err := g.View(ctx, func(v *View) (err error) {
		paths, err = v.Paths(ctx, from, to, o)
		return err
	})
	return paths, err
}

// Paths is [Graph.Paths] at the moment of the view.
func (v *View) Paths(ctx context.Context, from, to string, o PathOptions) ([]Path, error) {
	if from == to {
		return nil, errors.New("a path leads from one entity to another, not to itself")
	}
	f := &pathFinder{r: v.r, o: o, avoid: map[quad.IRI]bool{}, days: map[quad.Value]string{}}
	for _, iri := range o.Avoid {
		f.avoid[quad.IRI(iri)] = true
	}
	routes, err := f.search(ctx, quad.IRI(from), quad.IRI(to))
	if err == nil {
		var paths []Path
		if paths, err = f.paths(ctx, routes); err == nil {
			return paths, nil
		}
	}
	return nil, fmt.Errorf("looking for a path from %s to %s: %w", from, to, err)
}

// paths makes paths of routes, the best supported first. Of routes over the
// same entities only the best is kept.
func (f *pathFinder) paths(ctx context.Context, routes [][]step) ([]Path, error) {
	type rated struct {
		route   []step
		support []int
	}
	support := map[step]int{}
	best := map[string]rated{}
	for _, route := range routes {
		r := rated{route: route}
		key := ""
		for _, st := range route {
			n, known := support[st]
			if !known {
				var err error
				if n, err = f.support(ctx, st); err != nil {
					return nil, err
				}
				support[st] = n
			}
			r.support = append(r.support, n)
			key += string(st.to) + " "
		}
		if old, ok := best[key]; !ok || total(r.support) > total(old.support) {
			best[key] = r
		}
	}
	var all []rated
	for _, key := range slices.Sorted(mapKeys(best)) {
		all = append(all, best[key])
	}
	slices.SortStableFunc(all, func(a, b rated) int {
		return cmp.Or(cmp.Compare(slices.Min(b.support), slices.Min(a.support)), cmp.Compare(total(b.support), total(a.support)))
	})
	var out []Path
	for _, r := range all {
		if len(out) == max(1, f.o.Limit) {
			break
		}
		p := Path{Support: slices.Min(r.support)}
		for i, st := range r.route {
			hop, err := f.hop(ctx, st, r.support[i])
			if err != nil {
				return nil, err
			}
			p.Hops = append(p.Hops, hop)
		}
		if f.r.minConfidence > 0 && slices.ContainsFunc(p.Hops, func(h Hop) bool { return len(h.Claims) == 0 }) {
			continue
		}
		out = append(out, p)
	}
	return out, nil
}

func total(numbers []int) int {
	sum := 0
	for _, n := range numbers {
		sum += n
	}
	return sum
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range m {
			if !yield(key) {
				return
			}
		}
	}
}

// edge returns the step as the quad it stands for.
func (s step) edge() quad.Quad {
	if s.forward {
		return quad.Quad{Subject: s.from, Predicate: s.relation, Object: s.to}
	}
	return quad.Quad{Subject: s.to, Predicate: s.relation, Object: s.from}
}

// support returns how many articles state a step.
func (f *pathFinder) support(ctx context.Context, st step) (int, error) {
	if f.o.AsOf == "" {
		return f.r.count(ctx, st.edge())
	}
	n := 0
	for q, err := range f.r.store.Matching(ctx, st.edge()) {
		if err != nil {
			return 0, err
		}
		within, err := f.inTime(ctx, q.Label)
		if err != nil {
			return 0, err
		}
		if within {
			n++
		}
	}
	return n, nil
}

// hop returns a step with its evidence.
func (f *pathFinder) hop(ctx context.Context, st step, support int) (Hop, error) {
	h := Hop{Forward: st.forward, Support: support}
	for _, part := range []struct {
		term *Term
		iri  quad.IRI
	}{{&h.From, st.from}, {&h.To, st.to}, {&h.Relation, st.relation}} {
		t, err := f.r.term(ctx, part.iri)
		if err != nil {
			return h, err
		}
		*part.term = t
	}
	edge := st.edge()
	v := &View{f.r}
	found := map[string]bool{}
	p := path.StartPath(f.r.store, edge.Subject).In(rdfSubject).Has(rdfPredicate, edge.Predicate).Has(rdfObject, edge.Object)
	if err := v.collect(ctx, p, Filter{}, found); err != nil {
		return h, err
	}
	claims, err := v.Claims(ctx, slices.Sorted(mapKeys(found)))
	if err != nil {
		return h, err
	}
	for _, c := range claims {
		if c.Speaker == nil && (f.o.AsOf == "" || c.Published != "" && c.Published <= f.o.AsOf) {
			h.Claims = append(h.Claims, c)
		}
	}
	slices.SortStableFunc(h.Claims, func(a, b Claim) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return h, nil
}
