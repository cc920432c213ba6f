package sqlstore

import (
	"context"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"
)

// The functions of this file take a quad for the values that are wanted of
// quads, nil for any. (So they cannot ask for the quads without a label.)

// patternFor is the pattern of the quads that have these values; false where a
// value is in no quad.
func (r *reader) patternFor(ctx context.Context, given quad.Quad) (pattern, bool, error) {
	var p pattern
	for _, d := range quad.Directions {
		if v := given.Get(d); v != nil {
			id, err := r.lookup(ctx, v)
			if err != nil || id == 0 {
				return p, false, err
			}
			p = p.with(d, id)
		}
	}
	p, err := r.settled(ctx, p)
	return p, err == nil, err
}

// Matching yields the quads with the given values, in no order that means
// anything. Where others write meanwhile, ask a Snapshot. An error ends it.
func (r *reader) Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		p, found, err := r.patternFor(ctx, given)
		var after *quadRef
		for n := firstPage; found && err == nil; n = maxPage {
			var page []quadRef
			if page, err = r.page(ctx, p, after, n); err != nil {
				break
			}
			var more bool
			if more, err = r.yieldAll(ctx, page, yield); !more {
				return
			}
			if len(page) < n {
				break
			}
			after = &page[len(page)-1]
		}
		if err != nil {
			yield(quad.Quad{}, r.d.explain(err))
		}
	}
}

// yieldAll yields quads; false when the consumer has enough.
func (r *reader) yieldAll(ctx context.Context, refs []quadRef, yield func(quad.Quad, error) bool) (more bool, err error) {
	ids := make([]int64, 0, 4*len(refs))
	for _, ref := range refs {
		ids = append(ids, ref[:]...)
	}
	vals, err := r.values(ctx, ids)
	if err != nil {
		return true, err
	}
	for _, ref := range refs {
		if !yield(quadWith(ref, vals), nil) {
			return false, nil
		}
	}
	return true, nil
}

// Count returns how many quads have the given values.
func (r *reader) Count(ctx context.Context, given quad.Quad) (int64, error) {
	p, found, err := r.patternFor(ctx, given)
	if err != nil || !found {
		return 0, r.d.explain(err)
	}
	n, err := r.count(ctx, p)
	return n, r.d.explain(err)
}

// Tallies returns each value that quads with the given values have in the
// direction by, sorted, with the number of its quads; or, where distinct is a
// direction too, the number of different values there.
func (r *reader) Tallies(ctx context.Context, given quad.Quad, by, distinct quad.Direction) ([]Tally, error) {
	if given == (quad.Quad{}) && distinct == quad.Any && (by == quad.Predicate || by == quad.Label) {
		return r.tallies(ctx, by)
	}
	p, found, err := r.patternFor(ctx, given)
	if err != nil || !found {
		return nil, r.d.explain(err)
	}
	counted := "*"
	if distinct != quad.Any {
		counted = "DISTINCT " + columnNames[distinct-1:distinct]
	}
	column := columnNames[by-1 : by]
	where, args := p.where("")
	return r.readTallies(ctx, `SELECT coalesce(kind, 0), coalesce(text, ''), coalesce(ext, ''), quads
		FROM (SELECT `+column+` AS id, count(`+counted+`) AS quads FROM quad WHERE `+where+` GROUP BY `+column+`) AS t
		LEFT JOIN value ON value.id = t.id`, args)
}

// Stated is a quad whatever its label.
type Stated struct {
	quad.Quad     // without a label
	Labels    int // under which it stands, none being one
}

// About yields what is stated of the subjects, by one of the predicates unless
// they are empty, in no order that means anything: what Matching yields for each
// of them, in two statements for a thousand, and once where Matching yields it for
// every article that says so. A well-known entity has its name from thousands.
func (r *reader) About(ctx context.Context, subjects, predicates []quad.Value) iter.Seq2[Stated, error] {
	return func(yield func(Stated, error) bool) {
		more, err := true, error(nil)
		for part := range slices.Chunk(subjects, lookupChunk) {
			if more, err = r.about(ctx, part, predicates, yield); !more || err != nil {
				break
			}
		}
		if err != nil {
			yield(Stated{}, r.d.explain(err))
		}
	}
}

func (r *reader) about(ctx context.Context, subjects, predicates []quad.Value, yield func(Stated, error) bool) (more bool, err error) {
	ids, err := r.lookupAll(ctx, subjects)
	if err != nil {
		return true, err
	}
	where, args := "s "+r.d.in(), []any{r.d.idList(ids)}
	if len(predicates) > 0 {
		ids, err := r.lookupAll(ctx, predicates)
		if err != nil {
			return true, err
		}
		where, args = where+" AND p "+r.d.in(), append(args, r.d.idList(ids))
	}
	var refs []quadRef
	var labels []int
	err = each(ctx, r.q, "SELECT s, p, o, count(*) FROM quad WHERE "+where+" GROUP BY s, p, o", args, func(scan func(...any) error) error {
		var ref quadRef
		var n int
		err := scan(&ref[0], &ref[1], &ref[2], &n)
		refs, labels = append(refs, ref), append(labels, n)
		return err
	})
	if err != nil { // the last of refs may be half of one
		return true, err
	}
	for part := range slices.Chunk(refs, maxPage) {
		at := 0
		if more, err := r.yieldAll(ctx, part, func(q quad.Quad, err error) bool {
			at++
			return yield(Stated{q, labels[at-1]}, err)
		}); !more || err != nil {
			return more, err
		}
		labels = labels[len(part):]
	}
	return true, nil
}

// Objects returns how many different objects each of the subjects has by a
// predicate; those that have none are left out.
func (r *reader) Objects(ctx context.Context, subjects []quad.Value, predicate quad.Value) (map[quad.Value]int, error) {
	out := make(map[quad.Value]int, len(subjects))
	p, err := r.lookup(ctx, predicate)
	if err != nil || p == 0 {
		return out, r.d.explain(err)
	}
	for part := range slices.Chunk(subjects, lookupChunk) {
		if err := r.countObjects(ctx, part, p, out); err != nil {
			return nil, r.d.explain(err)
		}
	}
	return out, nil
}

func (r *reader) countObjects(ctx context.Context, subjects []quad.Value, p int64, out map[quad.Value]int) error {
	ids, err := r.lookupAll(ctx, subjects)
	if err != nil {
		return err
	}
	counts := make(map[int64]int, len(ids))
	err = each(ctx, r.q, "SELECT s, count(DISTINCT o) FROM quad WHERE p = ? AND s "+r.d.in()+" GROUP BY s", []any{p, r.d.idList(ids)},
		func(scan func(...any) error) error {
			var s int64
			var n int
			err := scan(&s, &n)
			counts[s] = n
			return err
		})
	if err != nil {
		return err
	}
	vals, err := r.values(ctx, sortedKeys(counts))
	for s, n := range counts {
		out[vals[s]] = n
	}
	return err
}
