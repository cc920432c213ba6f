package sqlstore

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Tally is a value with the number of quads that have it.
type Tally struct {
	Value quad.Value // nil: the quads without a label
	Quads int64
}

// Labels returns every label with the number of its quads, sorted.
func (r *reader) Labels(ctx context.Context) ([]Tally, error) { return r.tallies(ctx, quad.Label) }

// Predicates returns every predicate with the number of its quads, sorted.
func (r *reader) Predicates(ctx context.Context) ([]Tally, error) {
	return r.tallies(ctx, quad.Predicate)
}

func (r *reader) tallies(ctx context.Context, d quad.Direction) ([]Tally, error) {
	return r.readTallies(ctx, `SELECT coalesce(kind, 0), coalesce(text, ''), coalesce(ext, ''), quads
		FROM tally LEFT JOIN value ON value.id = tally.id WHERE dir = ?`, []any{int64(d)})
}

// readTallies reads rows of a value (kind, text, ext) and a number, and sorts them.
func (r *reader) readTallies(ctx context.Context, query string, args []any) ([]Tally, error) {
	type row struct {
		term
		Tally
	}
	var rows []row
	var failed error
	err := each(ctx, r.q, query, args,
		func(scan func(...any) error) error {
			var t row
			if err := scan(&t.kind, &t.text, &t.ext, &t.Quads); err != nil {
				return err
			}
			if t.term != (term{}) {
				t.Value, failed = t.term.value()
			}
			rows = append(rows, t)
			return failed
		})
	slices.SortFunc(rows, func(a, b row) int { return compareTerms(a.term, b.term) })
	out := make([]Tally, len(rows))
	for i, t := range rows {
		out[i] = t.Tally
	}
	return out, r.d.explain(err)
}

// compareTerms is the order of listings and exports. It depends on the values
// alone, so that equal graphs list equally in any store.
func compareTerms(a, b term) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), strings.Compare(a.text, b.text), strings.Compare(a.ext, b.ext))
}

// Label yields the quads of one label (nil: those without one), sorted by
// subject, predicate and object, as of one moment. An error ends it.
func (s *Store) Label(ctx context.Context, label quad.Value) iter.Seq2[quad.Quad, error] {
	return s.listing(ctx, func(r *reader, yield func(quad.Quad, error) bool) (bool, error) {
		id, err := r.labelID(ctx, label)
		if err != nil || id == absentID {
			return true, err
		}
		return r.listLabel(ctx, id, yield)
	})
}

// Quads yields every quad, sorted by label, subject, predicate and object, as of
// one moment. Memory does not grow with the graph but for the labels and one
// number for each subject of the largest label. An error ends it.
func (s *Store) Quads(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return s.listing(ctx, func(r *reader, yield func(quad.Quad, error) bool) (bool, error) {
		labels, err := r.Labels(ctx)
		if err != nil {
			return false, err
		}
		for _, t := range labels {
			id, err := r.labelID(ctx, t.Value)
			if err != nil {
				return false, err
			}
			if more, err := r.listLabel(ctx, id, yield); !more || err != nil {
				return false, err
			}
		}
		return true, nil
	})
}

// listing turns a function over one snapshot into an iterator.
func (s *Store) listing(ctx context.Context, list func(r *reader, yield func(quad.Quad, error) bool) (bool, error)) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		snap, err := s.Snapshot(ctx)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		defer snap.Close()
		if _, err := list(&snap.reader, yield); err != nil {
			yield(quad.Quad{}, s.d.explain(err))
		}
	}
}

// subjectChunk is how many subjects' quads a listing holds at a time.
const subjectChunk = 500

// listLabel yields a label's quads sorted; false when the consumer has enough.
func (r *reader) listLabel(ctx context.Context, label int64, yield func(quad.Quad, error) bool) (bool, error) {
	subjects, err := r.subjects(ctx, label)
	if err != nil {
		return false, err
	}
	for part := range slices.Chunk(subjects, subjectChunk) {
		quads, err := r.quadsOf(ctx, label, part)
		if err != nil {
			return false, err
		}
		for _, q := range quads {
			if !yield(q, nil) {
				return false, nil
			}
		}
	}
	return true, nil
}

// subjects returns the ids of a label's subjects, sorted by their values.
func (r *reader) subjects(ctx context.Context, label int64) ([]int64, error) {
	var out []int64
	b := r.d.bytewise()
	err := each(ctx, r.q, `SELECT v.id FROM (SELECT DISTINCT s FROM quad WHERE l = ?) AS d CROSS JOIN value AS v WHERE v.id = d.s
		ORDER BY v.kind, v.text`+b+`, v.ext`+b, []any{label}, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		out = append(out, id)
		return err
	})
	return out, err
}

// quadsOf returns the label's quads with the given subjects, in their order,
// and for each sorted by predicate and object.
func (r *reader) quadsOf(ctx context.Context, label int64, subjects []int64) ([]quad.Quad, error) {
	place := make(map[int64]int, len(subjects))
	for i, id := range subjects {
		place[id] = i
	}
	var found []quadRef
	var ids []int64
	err := each(ctx, r.q, `SELECT s, p, o, l FROM quad WHERE l = ? AND s `+r.d.in(), []any{label, r.d.idList(subjects)},
		func(scan func(...any) error) error {
			var ref quadRef
			err := scan(&ref[0], &ref[1], &ref[2], &ref[3])
			found = append(found, ref)
			ids = append(ids, ref[:]...)
			return err
		})
	if err != nil {
		return nil, err
	}
	vals, err := r.values(ctx, ids)
	if err != nil {
		return nil, err
	}
	terms := make(map[int64]term, len(vals))
	for id, v := range vals {
		terms[id], _ = termOf(v) // it came out of a term
	}
	slices.SortFunc(found, func(a, b quadRef) int {
		return cmp.Or(cmp.Compare(place[a[0]], place[b[0]]), compareTerms(terms[a[1]], terms[b[1]]), compareTerms(terms[a[2]], terms[b[2]]))
	})
	out := make([]quad.Quad, len(found))
	for i, ref := range found {
		out[i] = quadWith(ref, vals)
	}
	return out, nil
}
