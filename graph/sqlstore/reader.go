package sqlstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// reader is what a Store and a snapshot of it have in common.
type reader struct {
	d     dialect
	q     querier
	names *cache[int64, quad.Value] // an id never comes to mean another value
}

// absentID is the id of a value that no quad has.
const absentID = -1

// nodeRef is the id of a value: the graph.Ref of a node.
type nodeRef int64

// Key implements graph.Ref.
func (n nodeRef) Key() interface{} { return n }

// Key implements graph.Ref.
func (r quadRef) Key() interface{} { return r }

// ValueOf implements graph.QuadStore.
func (r *reader) ValueOf(v quad.Value) (graph.Ref, error) {
	if v == nil {
		return nil, nil
	}
	id, err := r.lookup(context.Background(), v)
	if err != nil || id == 0 {
		return nil, r.d.explain(err)
	}
	return nodeRef(id), nil
}

// NameOf implements graph.QuadStore.
func (r *reader) NameOf(ref graph.Ref) (quad.Value, error) {
	switch ref := ref.(type) {
	case nil:
		return nil, nil
	case refs.PreFetchedValue:
		return ref.NameOf(), nil
	case nodeRef:
		id := int64(ref)
		vals, err := r.values(context.Background(), []int64{id})
		return vals[id], r.d.explain(err)
	}
	return nil, fmt.Errorf("sqlstore: a %T is no node of this graph", ref)
}

// ValuesOf implements refs.BatchNamer.
func (r *reader) ValuesOf(ctx context.Context, nodes []graph.Ref) ([]quad.Value, error) {
	ids := make([]int64, 0, len(nodes))
	for _, n := range nodes {
		if id, ok := n.(nodeRef); ok {
			ids = append(ids, int64(id))
		}
	}
	vals, err := r.values(ctx, ids)
	if err != nil {
		return nil, r.d.explain(err)
	}
	out := make([]quad.Value, len(nodes))
	for i, n := range nodes {
		if id, ok := n.(nodeRef); ok {
			out[i] = vals[int64(id)]
		} else if out[i], err = r.NameOf(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// RefsOf implements refs.BatchNamer. A value that no quad has is an error.
func (r *reader) RefsOf(ctx context.Context, nodes []quad.Value) ([]graph.Ref, error) {
	out := make([]graph.Ref, len(nodes))
	for i, v := range nodes {
		ref, err := r.ValueOf(v)
		if err != nil {
			return nil, err
		}
		if ref == nil {
			return nil, fmt.Errorf("not found: %v", v)
		}
		out[i] = ref
	}
	return out, nil
}

// idOf is the id of a node reference, also of one that another part of Cayley
// made; absentID where no quad has the value.
func (r *reader) idOf(ref graph.Ref) (int64, error) {
	switch ref := ref.(type) {
	case nodeRef:
		return int64(ref), nil
	case refs.PreFetchedValue:
		id, err := r.lookup(context.Background(), ref.NameOf())
		if id == 0 {
			id = absentID
		}
		return id, err
	}
	return absentID, nil
}

// labelID is the id of a label; noLabel for nil, absentID for one without quads.
func (r *reader) labelID(ctx context.Context, label quad.Value) (int64, error) {
	if label == nil {
		return noLabel, nil
	}
	id, err := r.lookup(ctx, label)
	if id == 0 {
		id = absentID
	}
	return id, err
}

// Quad implements graph.QuadStore.
func (r *reader) Quad(ref graph.Ref) (quad.Quad, error) {
	q, ok := ref.(quadRef)
	if !ok {
		return quad.Quad{}, fmt.Errorf("sqlstore: a %T is no quad of this graph", ref)
	}
	vals, err := r.values(context.Background(), q[:])
	return quadWith(q, vals), r.d.explain(err)
}

func quadWith(q quadRef, vals map[int64]quad.Value) quad.Quad {
	return quad.Quad{Subject: vals[q[0]], Predicate: vals[q[1]], Object: vals[q[2]], Label: vals[q[3]]}
}

// QuadDirection implements graph.QuadStore. A missing label is nil.
func (r *reader) QuadDirection(ref graph.Ref, d quad.Direction) (graph.Ref, error) {
	q, ok := ref.(quadRef)
	if !ok || d < quad.Subject || d > quad.Label {
		return nil, fmt.Errorf("sqlstore: a %T has no %v", ref, d)
	}
	if id := q[d-1]; id != noLabel {
		return nodeRef(id), nil
	}
	return nil, nil
}

// QuadIterator implements graph.QuadStore.
func (r *reader) QuadIterator(d quad.Direction, ref graph.Ref) iterator.Shape {
	id, err := r.idOf(ref)
	if err != nil {
		return iterator.NewError(r.d.explain(err))
	}
	if id == absentID {
		return iterator.NewNull()
	}
	return &quads{r: r, p: pattern{}.with(d, id)}
}

// QuadIteratorSize implements graph.QuadStore.
func (r *reader) QuadIteratorSize(ctx context.Context, d quad.Direction, ref graph.Ref) (refs.Size, error) {
	id, err := r.idOf(ref)
	if err != nil || id == absentID {
		return refs.Size{Exact: true}, r.d.explain(err)
	}
	sz, err := r.size(ctx, pattern{}.with(d, id))
	return sz, r.d.explain(err)
}

// QuadsAllIterator implements graph.QuadStore.
func (r *reader) QuadsAllIterator() iterator.Shape { return &quads{r: r} }

// NodesAllIterator implements graph.QuadStore: the values that a quad has as
// its subject, predicate, object or label.
func (r *reader) NodesAllIterator() iterator.Shape { return &nodes{r: r} }

// Stats implements graph.QuadStore. The numbers are always exact.
func (r *reader) Stats(ctx context.Context, exact bool) (graph.Stats, error) {
	quads, err := r.tally(ctx, tallyQuads, 0)
	if err != nil {
		return graph.Stats{}, r.d.explain(err)
	}
	values, err := r.tally(ctx, tallyValues, 0)
	return graph.Stats{Nodes: values, Quads: quads}, r.d.explain(err)
}
