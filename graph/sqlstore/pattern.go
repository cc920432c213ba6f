package sqlstore

import (
	"context"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// pattern says which of a quad's four values are given.
type pattern struct {
	bound [4]bool
	ref   quadRef
	wide  bool // its label has more quads than what else is given has; [reader.settled] finds out
}

func (p pattern) with(d quad.Direction, id int64) pattern {
	p.bound[d-1], p.ref[d-1] = true, id
	return p
}

func (p pattern) matches(ref quadRef) bool {
	for i, b := range p.bound {
		if b && p.ref[i] != ref[i] {
			return false
		}
	}
	return true
}

// columnNames are table quad's columns in the order of quadRef.
const columnNames = "spol"

// orders are the four sorted copies of the quads. Whatever is given but for a
// label beside a predicate or an object is the beginning of one of them, so that
// the quads that have it are one range.
var orders = []string{"spol", "posl", "ospl", labelOrder}

// labelOrder is the one order that begins with the label.
const labelOrder = "lspo"

// access is how the quads of a pattern are read: the order, how many of its first
// columns are given, and so make a range; what else is given is looked for there.
type access struct {
	order string
	given int
}

// accessFor chooses the order for a pattern: the one that begins with most of what
// is given. An article has some hundred or thousand quads, a predicate may have
// millions, so that of a label and a predicate or an object the label counts,
// unless the pattern is found to be wide.
func accessFor(p pattern) access {
	if p.bound[3] && !p.bound[0] && !p.wide {
		return access{labelOrder, 1}
	}
	best := access{order: orders[0]}
	for _, o := range orders {
		if n := givenOf(o, p.bound); n > best.given {
			best = access{o, n}
		}
	}
	return best
}

// givenOf is how many of an order's first columns are given.
func givenOf(order string, bound [4]bool) int {
	for i, c := range order {
		if !bound[strings.IndexRune(columnNames, c)] {
			return i
		}
	}
	return len(order)
}

// settled returns a pattern of which it is known whether it is wide.
func (r *reader) settled(ctx context.Context, p pattern) (pattern, error) {
	if !p.bound[3] || p.bound[0] || !p.bound[1] && !p.bound[2] {
		return p, nil
	}
	label, err := r.tally(ctx, int64(quad.Label), p.ref[3])
	if err != nil || label.Value <= countLimit {
		return p, err
	}
	rest := p
	rest.bound[3], rest.ref[3] = false, 0
	others, err := r.size(ctx, rest)
	p.wide = others.Value < label.Value
	return p, err
}

// where is the condition that a table alias's quads match, with its parameters. A
// plus before a column keeps databases from looking for it in another order.
func (p pattern) where(alias string) (string, []any) {
	a := accessFor(p)
	var parts []string
	var args []any
	for i, c := range a.order {
		if !p.bound[strings.IndexRune(columnNames, c)] {
			continue
		}
		column := alias + string(c)
		if i >= a.given {
			column = "+" + column
		}
		parts, args = append(parts, column+" = ?"), append(args, p.value(byte(c)))
	}
	if len(parts) == 0 {
		return "TRUE", nil
	}
	return strings.Join(parts, " AND "), args
}

func (p pattern) value(column byte) int64 { return valueAt(p.ref, column) }

func valueAt(ref quadRef, column byte) int64 { return ref[strings.IndexByte(columnNames, column)] }

// page returns up to n quads of the pattern, in the order of its index, that
// come after the given one (nil: from the first).
func (r *reader) page(ctx context.Context, p pattern, after *quadRef, n int) ([]quadRef, error) {
	return r.slice(ctx, p, after, n, 0)
}

// nth returns the n-th quad after the given one; nil if there are not so many.
func (r *reader) nth(ctx context.Context, p pattern, after *quadRef, n int) (*quadRef, error) {
	found, err := r.slice(ctx, p, after, 1, n-1)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

func (r *reader) slice(ctx context.Context, p pattern, after *quadRef, n, skip int) ([]quadRef, error) {
	a := accessFor(p)
	if a.given == len(a.order) && after != nil {
		return nil, nil // there is but one such quad
	}
	where, args := p.where("")
	query := "SELECT s, p, o, l FROM quad WHERE " + where
	if rest := a.order[a.given:]; rest != "" {
		columns := strings.Join(strings.Split(rest, ""), ", ")
		if after != nil {
			query += " AND (" + columns + ") > (?" + strings.Repeat(", ?", len(rest)-1) + ")"
			for i := range rest {
				args = append(args, valueAt(*after, rest[i]))
			}
		}
		query += " ORDER BY " + columns
	}
	var out []quadRef
	err := each(ctx, r.q, query+" LIMIT ? OFFSET ?", append(args, n, skip), func(scan func(...any) error) error {
		var ref quadRef
		err := scan(&ref[0], &ref[1], &ref[2], &ref[3])
		out = append(out, ref)
		return err
	})
	return out, err
}

// Sizes of the pages in which quads are read: small at first, for queries that
// need no more, then large.
const (
	firstPage = 100
	maxPage   = 4096
)

// scan calls f for each quad of a pattern.
func (r *reader) scan(ctx context.Context, p pattern, f func(quadRef) error) error {
	var after *quadRef
	for {
		page, err := r.page(ctx, p, after, maxPage)
		if err != nil {
			return err
		}
		for _, ref := range page {
			if err := f(ref); err != nil {
				return err
			}
		}
		if len(page) < maxPage {
			return nil
		}
		after = &page[len(page)-1]
	}
}

// countLimit is how many quads are counted one by one to tell the planner the
// size of a range: beyond it the range is large, and counting would itself
// take longer than most queries.
const countLimit = 2000

// size is the number of quads of a pattern: exact up to countLimit, for one
// predicate, for one label and for all quads.
func (r *reader) size(ctx context.Context, p pattern) (refs.Size, error) {
	switch p.bound {
	case [4]bool{}:
		return r.tally(ctx, tallyQuads, 0)
	case [4]bool{1: true}:
		return r.tally(ctx, int64(quad.Predicate), p.ref[1])
	case [4]bool{3: true}:
		return r.tally(ctx, int64(quad.Label), p.ref[3])
	}
	where, args := p.where("")
	var n int64
	_, err := one(ctx, r.q, "SELECT count(*) FROM (SELECT 1 FROM quad WHERE "+where+" LIMIT ?) AS part", append(args, countLimit), &n)
	if err != nil || n < countLimit {
		return refs.Size{Value: n, Exact: err == nil}, err
	}
	return r.largeSize(ctx, p)
}

// largeSize guesses the size of a range that is larger than countLimit: half
// of the smallest range around it whose size is known.
func (r *reader) largeSize(ctx context.Context, p pattern) (refs.Size, error) {
	least, err := r.tally(ctx, tallyQuads, 0)
	for _, d := range []quad.Direction{quad.Predicate, quad.Label} {
		if err == nil && p.bound[d-1] {
			var sz refs.Size
			sz, err = r.tally(ctx, int64(d), p.ref[d-1])
			least.Value = min(least.Value, sz.Value)
		}
	}
	return refs.Size{Value: max(countLimit, least.Value/2)}, err
}

// count is the exact number of quads of a pattern.
func (r *reader) count(ctx context.Context, p pattern) (int64, error) {
	sz, err := r.size(ctx, p)
	if err != nil || sz.Exact {
		return sz.Value, err
	}
	where, args := p.where("")
	_, err = one(ctx, r.q, "SELECT count(*) FROM quad WHERE "+where, args, &sz.Value)
	return sz.Value, err
}

func (r *reader) tally(ctx context.Context, dir, id int64) (refs.Size, error) {
	sz := refs.Size{Exact: true}
	_, err := one(ctx, r.q, `SELECT quads FROM tally WHERE dir = ? AND id = ?`, []any{dir, id}, &sz.Value)
	return sz, err
}
