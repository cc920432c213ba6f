package sqlstore

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
)

// joinShape iterates over a join's results.
type joinShape struct {
	join  *join
	total *int64 // the exact number of results, once counted
}

func (s *joinShape) Iterate() iterator.Scanner      { return &joinScanner{joinRow: joinRow{j: s.join}} }
func (s *joinShape) Lookup() iterator.Index         { return &joinIndex{joinRow: joinRow{j: s.join}} }
func (s *joinShape) SubIterators() []iterator.Shape { return nil }
func (s *joinShape) String() string                 { return fmt.Sprintf("Join(%d quads)", len(s.join.atoms)) }

func (s *joinShape) Optimize(ctx context.Context) (iterator.Shape, bool) { return s, false }

// lookupCost is what one statement costs, in units of a quad read from a page.
const lookupCost = 20

// Stats supposes that a join has as many results as its smallest atom has
// quads. Where counting is asked for, or a matter of one range, it counts:
// Cayley takes an exact size for the answer to Count.
func (s *joinShape) Stats(ctx context.Context) (iterator.Costs, error) {
	costs := iterator.Costs{NextCost: nextCost * int64(len(s.join.atoms)), ContainsCost: lookupCost}
	var err error
	if s.join.counted || !s.join.part && s.join.isRange() {
		costs.Size.Exact = true
		costs.Size.Value, err = s.count(ctx)
	} else {
		_, costs.Size.Value, err = s.join.plan(ctx)
	}
	return costs, s.join.r.d.explain(err)
}

func (s *joinShape) count(ctx context.Context) (int64, error) {
	if s.total == nil {
		n, err := s.join.count(ctx)
		if err != nil {
			return 0, err
		}
		s.total = &n
	}
	return *s.total, nil
}

// joinRow is a place in the results that were read.
type joinRow struct {
	j    *join
	err  error
	rows rows
	at   int // the current row's number, from 1; 0 is before the first
}

func (it *joinRow) row(n int) []int64 { return it.rows.ids[(n-1)*it.rows.width : n*it.rows.width] }

func (it *joinRow) len() int {
	if it.rows.width == 0 {
		return 0
	}
	return len(it.rows.ids) / it.rows.width
}

func (it *joinRow) valid() bool { return it.at >= 1 && it.at <= it.len() }

func (it *joinRow) Result() refs.Ref {
	if !it.valid() {
		return nil
	}
	return nodeRef(it.row(it.at)[0])
}

func (it *joinRow) TagResults(dst map[string]refs.Ref) {
	if !it.valid() {
		return
	}
	for i, t := range it.j.tags {
		dst[t.name] = nodeRef(it.row(it.at)[1+i])
	}
}

func (it *joinRow) Err() error     { return it.err }
func (it *joinRow) Close() error   { it.rows = rows{}; return nil }
func (it *joinRow) String() string { return "Join" }

type joinScanner struct {
	joinRow
	plan   *plan
	inBits bool     // the first atom has many quads
	after  *quadRef // the last of them that was read
	done   bool
}

func (it *joinScanner) Next(ctx context.Context) bool {
	for it.at >= it.len() {
		if it.done || it.err != nil {
			it.at = it.len() + 1
			return false
		}
		it.rows, it.at = rows{}, 0
		if err := it.read(ctx); err != nil {
			it.err = it.j.r.d.explain(err)
		}
	}
	it.at++
	return true
}

func (it *joinScanner) read(ctx context.Context) (err error) {
	if it.plan == nil {
		var size int64
		if it.plan, size, err = it.j.plan(ctx); err != nil {
			return err
		}
		it.inBits = size > laterChunk
	}
	if !it.inBits {
		it.done = true
		it.rows, err = it.plan.read(ctx, "")
		return err
	}
	n := firstChunk
	if it.after != nil {
		n = laterChunk
	}
	it.rows, it.after, err = it.plan.chunk(ctx, it.after, n)
	it.done = it.after == nil
	return err
}

// NextPath moves on if the next row is another path to the same result: the
// same quads along the path, others beside it.
func (it *joinScanner) NextPath(ctx context.Context) bool {
	if !it.valid() || it.at == it.len() || len(it.keys(it.at)) == 0 {
		return false
	}
	if it.row(it.at)[0] != it.row(it.at + 1)[0] || !slices.Equal(it.keys(it.at), it.keys(it.at+1)) {
		return false
	}
	it.at++
	return true
}

func (it *joinScanner) keys(n int) []int64 { return it.row(n)[1+len(it.j.tags):] }

// joinIndex looks results up one by one, in one statement each.
type joinIndex struct {
	joinRow
	plan *plan
}

func (it *joinIndex) Contains(ctx context.Context, ref refs.Ref) bool {
	it.rows, it.at = rows{}, 0
	id, ok := ref.(nodeRef)
	if !ok || it.err != nil {
		return false
	}
	if given := it.j.given[it.j.node]; given != nil && !slices.Contains(given, int64(id)) {
		return false
	}
	if err := it.look(ctx, int64(id)); err != nil {
		it.err = it.j.r.d.explain(err)
		return false
	}
	it.at = 1
	return it.len() > 0
}

// look reads the results that are the node. The order in which the atoms are
// looked up is chosen for the first node and kept.
func (it *joinIndex) look(ctx context.Context, id int64) (err error) {
	if it.plan == nil {
		j := it.j.clone()
		j.given[j.node] = []int64{id}
		if it.plan, _, err = j.plan(ctx); err != nil {
			return err
		}
	}
	it.plan.j.given[it.j.node] = []int64{id}
	it.rows, err = it.plan.read(ctx, "")
	return err
}

func (it *joinIndex) NextPath(ctx context.Context) bool {
	if it.at >= it.len() {
		return false
	}
	it.at++
	return true
}
