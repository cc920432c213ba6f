package sqlstore

import (
	"context"
	"slices"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

var _ shape.Optimizer = (*Store)(nil)

// maxList is how many fixed nodes a join takes; more stay with Cayley.
const maxList = 1000

// OptimizeShape implements shape.Optimizer: what is a conjunction of quads
// becomes a join, which is one SQL statement. It is called from the leaves of a
// query to its root, so that joins grow as far as the query is one. Whatever is
// not, such as unions, recursion, filters and optional parts, is left to
// Cayley's iterators, with the joins below it as their sources.
func (r *reader) OptimizeShape(ctx context.Context, s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.QuadsAction:
		return r.joinQuads(s, s.Result, filtersOf(s))
	case shape.NodesFrom:
		if q, ok := s.Quads.(shape.Quads); ok {
			return r.joinQuads(s, s.Dir, q)
		}
	case shape.Intersect:
		return r.joinParts(s)
	case shape.IntersectOpt:
		return optional{must: partsOf(s.Sub), may: s.Opt}, true
	case shape.Save:
		if j, ok := s.From.(*join); ok {
			j = j.clone()
			for _, t := range s.Tags {
				j.tags = append(j.tags, tag{t, j.node})
			}
			return j, true
		}
	case shape.Count:
		if j, ok := s.Values.(*join); ok && !j.counted {
			j = j.clone()
			j.counted = true
			return shape.Count{Values: j}, true
		}
	}
	return s, false
}

// filtersOf writes a QuadsAction as what it abbreviates, in the order of
// directions.
func filtersOf(s shape.QuadsAction) shape.Quads {
	var q shape.Quads
	for _, d := range quad.Directions {
		if v, ok := s.Filter[d]; ok {
			q = append(q, shape.QuadFilter{Dir: d, Values: shape.Fixed{v}})
		}
		if tags, ok := s.Save[d]; ok {
			q = append(q, shape.QuadFilter{Dir: d, Values: shape.Save{From: shape.AllNodes{}, Tags: tags}})
		}
	}
	return q
}

// joinQuads makes a join of one quad, whose value in a direction is the result,
// and of the joins that say what its other values are. Where it cannot, it
// returns the shape as it was.
func (r *reader) joinQuads(s shape.Shape, result quad.Direction, filters shape.Quads) (shape.Shape, bool) {
	if result == quad.Label {
		return s, false // a quad without a label has a result, which is nothing
	}
	j := &join{r: r, atoms: make([]atom, 1), labels: map[int]bool{}, sizes: &sync.Map{}}
	at := [4]int{free, free, free, free}
	at[result-1] = j.newVar(nil)
	for _, f := range filters {
		if at[f.Dir-1] == free {
			at[f.Dir-1] = j.newVar(nil)
		}
		v := at[f.Dir-1]
		if f.Dir == quad.Label {
			j.labels[v] = true
		}
		if !r.joinNodes(j, v, f.Values, false) {
			return s, false
		}
	}
	j.atoms[0].vars = at
	j.node = at[result-1]
	if j.impossible() {
		return shape.Null{}, true
	}
	return j, true
}

// joinNodes says what a variable of a join is; false if a join cannot say it.
func (r *reader) joinNodes(j *join, v int, s shape.Shape, path bool) bool {
	switch s := s.(type) {
	case shape.AllNodes:
		return true
	case shape.Fixed:
		ids, ok := r.idsOf(s)
		if ok {
			j.restrict(v, ids)
		}
		return ok
	case shape.Save:
		if !r.joinNodes(j, v, s.From, path) {
			return false
		}
		for _, t := range s.Tags {
			j.tags = append(j.tags, tag{t, v})
		}
		return true
	case *join:
		j.merge(s, v, path)
		return true
	}
	return false
}

// idsOf returns the ids of fixed nodes; false where a join could not stand for
// them, because one comes twice or they are too many.
func (r *reader) idsOf(nodes shape.Fixed) ([]int64, bool) {
	if len(nodes) > maxList {
		return nil, false
	}
	ids := make([]int64, 0, len(nodes))
	for _, n := range nodes {
		id, err := r.idOf(n)
		if err != nil || slices.Contains(ids, id) {
			return nil, false
		}
		ids = append(ids, id)
	}
	return ids, true
}

// joinParts makes one join of those parts of an intersection that can be: its
// longest path, and the conditions of one quad. Two paths stay apart: each may
// lead to the same node in many ways, and a join would give every combination
// of these, of which Cayley's intersection gives each way but once.
func (r *reader) joinParts(parts shape.Intersect) (shape.Shape, bool) {
	at := longest(parts)
	if at < 0 {
		return intersection(partsOf(parts)), true
	}
	j := parts[at].(*join).clone()
	var rest shape.Intersect
	for i, s := range parts {
		o, isJoin := s.(*join)
		if i == at || (!isJoin || len(o.atoms) == 1) && r.joinNodes(j, j.node, s, true) {
			continue
		}
		rest = append(rest, s)
	}
	if j.impossible() {
		return shape.Null{}, true
	}
	if len(rest) == 0 {
		return j, true
	}
	return intersection(partsOf(append(shape.Intersect{j}, rest...))), true
}

// partsOf tells the joins among the parts of an intersection what they are.
func partsOf(parts shape.Intersect) shape.Intersect {
	out := slices.Clone(parts)
	for i, s := range parts {
		if j, ok := s.(*join); ok {
			j = j.clone()
			j.part = true
			out[i] = j
		}
	}
	return out
}

// longest returns which of the parts is the join of most quads; -1 if none is a join.
func longest(parts shape.Intersect) int {
	at, most := -1, 0
	for i, s := range parts {
		if j, ok := s.(*join); ok && len(j.atoms) > most {
			at, most = i, len(j.atoms)
		}
	}
	return at
}

// intersection is shape.Intersect but for the size of its iterator, and for the
// place of a recursion in it, which comes first. Cayley's recursion, asked
// whether it contains a node that it has not come to yet, answers with the tags
// of the node it was asked about before; iterated over, it does not.
type intersection shape.Intersect

// Optimize implements shape.Shape.
func (s intersection) Optimize(ctx context.Context, r shape.Optimizer) (shape.Shape, bool) {
	return s, false
}

// BuildIterator implements shape.Shape.
func (s intersection) BuildIterator(qs graph.QuadStore) iterator.Shape {
	its := make([]iterator.Shape, len(s))
	for i, part := range s {
		its[i] = part.BuildIterator(qs)
	}
	at := slices.IndexFunc(its, func(it iterator.Shape) bool { _, ok := it.(*iterator.Recursive); return ok })
	if at < 0 {
		return &both{iterator.NewAnd(its...)}
	}
	its[0], its[at] = its[at], its[0]
	return &inOrder{both{iterator.NewAnd(its...)}}
}

// optional is shape.IntersectOpt but for the size of its iterator.
type optional struct {
	must shape.Intersect
	may  []shape.Shape
}

// Optimize implements shape.Shape.
func (s optional) Optimize(ctx context.Context, r shape.Optimizer) (shape.Shape, bool) {
	return s, false
}

// BuildIterator implements shape.Shape.
func (s optional) BuildIterator(qs graph.QuadStore) iterator.Shape {
	it, ok := shape.IntersectOpt{Sub: s.must, Opt: s.may}.BuildIterator(qs).(*iterator.And)
	if !ok { // there is but one part
		return s.must.BuildIterator(qs)
	}
	return &both{it}
}

// both is Cayley's intersection, but does not take the size of its smallest part
// for its own: Cayley would count with it.
type both struct{ *iterator.And }

func (it *both) Stats(ctx context.Context) (iterator.Costs, error) {
	costs, err := it.And.Stats(ctx)
	costs.Size.Exact = false
	return costs, err
}

func (it *both) Optimize(ctx context.Context) (iterator.Shape, bool) {
	better, changed := it.And.Optimize(ctx)
	if and, ok := better.(*iterator.And); ok {
		return &both{and}, changed
	}
	return better, changed
}

// inOrder is an intersection whose parts keep their places.
type inOrder struct{ both }

func (it *inOrder) Optimize(ctx context.Context) (iterator.Shape, bool) {
	and := iterator.NewAnd()
	for _, sub := range it.SubIterators() {
		sub, _ = sub.Optimize(ctx)
		if iterator.IsNull(sub) {
			return sub, true
		}
		and.AddSubIterator(sub)
	}
	return &inOrder{both{and}}, true
}
