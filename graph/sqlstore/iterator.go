package sqlstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
)

// Costs in Cayley's planner's units, relative to one quad read from a page.
const (
	nextCost     = 1 // the next quad of a range
	containsCost = 1 // whether a quad is in a range: its ids tell, without the database
)

// quads are the quads of a pattern.
type quads struct {
	r *reader
	p pattern
}

func (s *quads) Iterate() iterator.Scanner      { return &quadScanner{quads: s} }
func (s *quads) Lookup() iterator.Index         { return &quadIndex{quads: s} }
func (s *quads) SubIterators() []iterator.Shape { return nil }
func (s *quads) String() string                 { return fmt.Sprintf("Quads(%v)", s.p) }

func (s *quads) Optimize(ctx context.Context) (iterator.Shape, bool) { return s, false }

func (s *quads) Stats(ctx context.Context) (iterator.Costs, error) {
	sz, err := s.r.size(ctx, s.p)
	return iterator.Costs{NextCost: nextCost, ContainsCost: containsCost, Size: sz}, s.r.d.explain(err)
}

// result is what scanners and indexes of this package have in common: they
// carry no tags, and one result has one path.
type result struct {
	ref refs.Ref
	err error
}

func (b *result) TagResults(map[string]refs.Ref) {}
func (b *result) Result() refs.Ref               { return b.ref }
func (b *result) NextPath(context.Context) bool  { return false }
func (b *result) Err() error                     { return b.err }
func (b *result) Close() error                   { return nil }

type quadScanner struct {
	result
	*quads
	page []quadRef
	next int  // in page
	last bool // there is no page after this
}

func (it *quadScanner) String() string { return it.quads.String() }

func (it *quadScanner) Next(ctx context.Context) bool {
	if it.next == len(it.page) && !it.turnPage(ctx) {
		it.ref = nil
		return false
	}
	it.ref = it.page[it.next]
	it.next++
	return true
}

func (it *quadScanner) turnPage(ctx context.Context) bool {
	if it.last || it.err != nil {
		return false
	}
	size, after := firstPage, (*quadRef)(nil)
	if it.page != nil {
		size, after = maxPage, &it.page[len(it.page)-1]
	}
	page, err := it.r.page(ctx, it.p, after, size)
	if err != nil {
		it.err = it.r.d.explain(err)
		return false
	}
	it.page, it.next, it.last = page, 0, len(page) < size
	return len(page) > 0
}

type quadIndex struct {
	result
	*quads
}

func (it *quadIndex) String() string { return it.quads.String() }

func (it *quadIndex) Contains(ctx context.Context, ref refs.Ref) bool {
	q, ok := ref.(quadRef)
	if !ok || !it.p.matches(q) {
		it.ref = nil
		return false
	}
	it.ref = ref
	return true
}

// nodes are all values in the graph.
type nodes struct{ r *reader }

func (s *nodes) Iterate() iterator.Scanner      { return &nodeScanner{nodes: s} }
func (s *nodes) Lookup() iterator.Index         { return &nodeIndex{nodes: s} }
func (s *nodes) SubIterators() []iterator.Shape { return nil }
func (s *nodes) String() string                 { return "Nodes" }

func (s *nodes) Optimize(ctx context.Context) (iterator.Shape, bool) { return s, false }

func (s *nodes) Stats(ctx context.Context) (iterator.Costs, error) {
	sz, err := s.r.tally(ctx, tallyValues, 0)
	return iterator.Costs{NextCost: nextCost, ContainsCost: containsCost, Size: sz}, s.r.d.explain(err)
}

type nodeScanner struct {
	result
	*nodes
	page []int64
	next int
	last bool
}

func (it *nodeScanner) String() string { return it.nodes.String() }

func (it *nodeScanner) Next(ctx context.Context) bool {
	if it.next == len(it.page) && !it.turnPage(ctx) {
		it.ref = nil
		return false
	}
	it.ref = nodeRef(it.page[it.next])
	it.next++
	return true
}

func (it *nodeScanner) turnPage(ctx context.Context) bool {
	if it.last || it.err != nil {
		return false
	}
	size, after := firstPage, int64(0)
	if it.page != nil {
		size, after = maxPage, it.page[len(it.page)-1]
	}
	page := make([]int64, 0, size)
	err := each(ctx, it.r.q, `SELECT id FROM value WHERE id > ? ORDER BY id LIMIT ?`, []any{after, size},
		func(scan func(...any) error) error {
			var id int64
			err := scan(&id)
			page = append(page, id)
			return err
		})
	if err != nil {
		it.err = it.r.d.explain(err)
		return false
	}
	it.page, it.next, it.last = page, 0, len(page) < size
	return len(page) > 0
}

type nodeIndex struct {
	result
	*nodes
}

func (it *nodeIndex) String() string { return it.nodes.String() }

// Contains takes any node's reference: one that is not in the graph is nil or
// stands for a value that was never looked up here.
func (it *nodeIndex) Contains(ctx context.Context, ref refs.Ref) bool {
	_, ok := ref.(nodeRef)
	if !ok {
		it.ref = nil
		return false
	}
	it.ref = ref
	return true
}
