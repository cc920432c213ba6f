package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

var errReadOnly = errors.New("the graph was opened for reading only; nothing was changed")

// Change is one transaction: all of it happens or nothing.
type Change struct {
	Remove  []quad.Value // labels all of whose quads leave; nil is the quads without one
	Delete  []quad.Quad  // quads that leave; one that is not there is harmless
	Add     []quad.Quad  // quads that arrive; one that is already there is harmless, and so is one in Delete
	Forget  []string     // sources whose records are removed, before Records are set
	Records []Record     // records set, by their Source
	Drop    []Note       // notes removed, by Topic and Key, before Notes are set
	Notes   []Note       // notes set, by Topic and Key
}

// Counts say what a Change did to the quads. A quad that was to leave and
// arrives again counts in neither.
type Counts struct {
	Added, Removed int
}

// Replace carries out a Change. Values that no quad uses any more are gone with
// it. On any error, also an incomplete quad, nothing has changed.
func (s *Store) Replace(ctx context.Context, c Change) (Counts, error) {
	terms, err := termsOf(c.Add) // before the turn to write is taken
	if err != nil {
		return Counts{}, err
	}
	var n Counts
	err = s.write(ctx, func(w *writer) error {
		n, err = w.replace(ctx, c, terms)
		return err
	})
	if err != nil {
		return Counts{}, err
	}
	return n, nil
}

// View is the graph as a writer finds it when it has its turn.
type View interface {
	Record(ctx context.Context, source string) (Record, bool, error)
	Records(ctx context.Context, label string) ([]Record, error)
	NextRecord(ctx context.Context, label, after string) (Record, bool, error)
	Notes(ctx context.Context, topic string) ([]Note, error)
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
	Count(ctx context.Context, given quad.Quad) (int64, error)
}

// Update carries out the Change that plan makes of what it finds: nobody writes
// between what plan reads and what is written. The View is good until plan
// returns, and what plan takes long over others wait for. An error of plan ends
// Update, and nothing has changed.
func (s *Store) Update(ctx context.Context, plan func(now View) (Change, error)) (Counts, error) {
	var n Counts
	err := s.write(ctx, func(w *writer) error {
		c, err := plan(&reader{d: w.d, q: w.q, names: s.names})
		if err != nil {
			return err
		}
		terms, err := termsOf(c.Add)
		if err != nil {
			return err
		}
		n, err = w.replace(ctx, c, terms)
		return err
	})
	if err != nil {
		return Counts{}, err
	}
	return n, nil
}

func (w *writer) replace(ctx context.Context, c Change, terms []term) (Counts, error) {
	old, err := w.underLabels(ctx, c.Remove)
	if err != nil {
		return Counts{}, err
	}
	if err := w.among(ctx, c.Delete, old); err != nil {
		return Counts{}, err
	}
	ids, err := w.findOrAdd(ctx, terms)
	if err != nil {
		return Counts{}, err
	}
	var arriving []quadRef
	seen := make(map[quadRef]bool, len(c.Add))
	for i, q := range c.Add {
		ref := refOf(terms[4*i:4*i+4], ids)
		w.noteName(q, ref)
		if !seen[ref] && !old[ref] {
			arriving = append(arriving, ref)
		}
		seen[ref] = true
	}
	var leaving []quadRef
	for ref := range old {
		if !seen[ref] {
			leaving = append(leaving, ref)
		}
	}
	slices.SortFunc(leaving, compareRefs)
	if err := w.remove(ctx, leaving); err != nil {
		return Counts{}, err
	}
	added, err := w.addAbsent(ctx, arriving)
	if err != nil {
		return Counts{}, err
	}
	if err := w.writeRecords(ctx, c); err != nil {
		return Counts{}, err
	}
	return Counts{Added: added, Removed: len(leaving)}, w.writeNotes(ctx, c)
}

// addAbsent adds those of the distinct rows that are not there yet.
func (w *writer) addAbsent(ctx context.Context, rows []quadRef) (int, error) {
	there, err := w.present(ctx, rows)
	if err != nil {
		return 0, err
	}
	rows = slices.DeleteFunc(rows, func(r quadRef) bool { return there[r] })
	return len(rows), w.add(ctx, rows)
}

// underLabels returns all quads under the labels.
func (w *writer) underLabels(ctx context.Context, labels []quad.Value) (map[quadRef]bool, error) {
	old := map[quadRef]bool{}
	r := &reader{d: w.d, q: w.q}
	for _, label := range labels {
		id, err := r.labelID(ctx, label)
		if err != nil {
			return nil, err
		}
		if id == absentID {
			continue
		}
		err = r.scan(ctx, pattern{}.with(quad.Label, id), func(ref quadRef) error { old[ref] = true; return nil })
		if err != nil {
			return nil, err
		}
	}
	return old, nil
}

// among adds to old those of the quads that are in the graph.
func (w *writer) among(ctx context.Context, quads []quad.Quad, old map[quadRef]bool) error {
	terms, err := termsOf(quads)
	if err != nil || len(quads) == 0 {
		return err
	}
	ids, err := w.find(ctx, terms)
	if err != nil {
		return err
	}
	var refs []quadRef
	for part := range slices.Chunk(terms, 4) {
		ref := refOf(part, ids)
		unknown := slices.Contains(ref[:3], 0) || ref[3] == noLabel && part[3] != term{}
		if !unknown {
			refs = append(refs, ref)
		}
	}
	there, err := w.present(ctx, refs)
	maps.Copy(old, there)
	return err
}

// termsOf encodes quads, four terms for each; the zero term is no label.
func termsOf(quads []quad.Quad) ([]term, error) {
	terms := make([]term, 0, 4*len(quads))
	for _, q := range quads {
		if err := complete(q); err != nil {
			return nil, err
		}
		for _, d := range quad.Directions {
			v := q.Get(d)
			if v == nil {
				terms = append(terms, term{})
				continue
			}
			t, err := termOf(v)
			if err != nil {
				return nil, err
			}
			terms = append(terms, t)
		}
	}
	return terms, nil
}

func complete(q quad.Quad) error {
	if q.Subject == nil || q.Predicate == nil || q.Object == nil {
		return fmt.Errorf("quad %v lacks its subject, predicate or object; nothing was changed", q)
	}
	return nil
}

// refOf is a quad by the ids of its terms; a term without one gives id 0.
func refOf(terms []term, ids map[term]int64) quadRef {
	return quadRef{ids[terms[0]], ids[terms[1]], ids[terms[2]], ids[terms[3]]}
}

// ApplyDeltas implements graph.QuadStore: the deltas apply in order, in one
// transaction. A *graph.DeltaError says which of them failed.
func (s *Store) ApplyDeltas(in []graph.Delta, opts graph.IgnoreOpts) error {
	quads := make([]quad.Quad, len(in))
	for i, d := range in {
		if d.Action != graph.Add && d.Action != graph.Delete {
			return &graph.DeltaError{Delta: d, Err: graph.ErrInvalidAction}
		}
		quads[i] = d.Quad
	}
	terms, err := termsOf(quads)
	if err != nil {
		return err
	}
	ctx := context.Background()
	return s.write(ctx, func(w *writer) error { return w.applyDeltas(ctx, in, terms, opts) })
}

func (w *writer) applyDeltas(ctx context.Context, in []graph.Delta, terms []term, opts graph.IgnoreOpts) error {
	ids, err := w.deltaIDs(ctx, in, terms)
	if err != nil {
		return err
	}
	refs := make([]quadRef, len(in))
	for i := range in {
		refs[i] = refOf(terms[4*i:4*i+4], ids)
	}
	before, err := w.present(ctx, refs)
	if err != nil {
		return err
	}
	after := make(map[quadRef]bool, len(refs))
	for i, d := range in {
		ref := refs[i]
		there, touched := after[ref]
		if !touched {
			there = before[ref]
		}
		if d.Action == graph.Add {
			if there && !opts.IgnoreDup {
				return &graph.DeltaError{Delta: d, Err: graph.ErrQuadExists}
			}
			w.noteName(d.Quad, ref)
			after[ref] = true
		} else {
			if !there && !opts.IgnoreMissing {
				return &graph.DeltaError{Delta: d, Err: graph.ErrQuadNotExist}
			}
			after[ref] = false
		}
	}
	return w.settle(ctx, before, after)
}

// settle makes the quads in after be there or not, as it says.
func (w *writer) settle(ctx context.Context, before, after map[quadRef]bool) error {
	var leaving, arriving []quadRef
	for ref, there := range after {
		switch {
		case there && !before[ref]:
			arriving = append(arriving, ref)
		case !there && before[ref]:
			leaving = append(leaving, ref)
		case !there: // added and deleted again: its new values have no quad
			for _, id := range ref {
				w.freed[id] = true
			}
		}
	}
	slices.SortFunc(leaving, compareRefs)
	if err := w.remove(ctx, leaving); err != nil {
		return err
	}
	return w.add(ctx, arriving)
}

// deltaIDs returns the ids of all terms of deltas. A term that only deleted
// quads have is not added; where it is not in the dictionary its id is negative,
// as no quad's is.
func (w *writer) deltaIDs(ctx context.Context, in []graph.Delta, terms []term) (map[term]int64, error) {
	var add, all []term
	for i, d := range in {
		for _, t := range terms[4*i : 4*i+4] {
			if t == (term{}) {
				continue
			}
			all = append(all, t)
			if d.Action == graph.Add {
				add = append(add, t)
			}
		}
	}
	ids, err := w.findOrAdd(ctx, add)
	if err != nil {
		return nil, err
	}
	found, err := w.find(ctx, all)
	if err != nil {
		return nil, err
	}
	for t, id := range found {
		ids[t] = id
	}
	unknown := int64(0)
	for _, t := range all {
		if _, ok := ids[t]; !ok {
			unknown--
			ids[t] = unknown
		}
	}
	return ids, nil
}

// NewQuadWriter implements graph.QuadStore: a writer that adds quads in
// transactions of writerBatch. A quad that is there already is harmless.
func (s *Store) NewQuadWriter() (quad.WriteCloser, error) {
	loader, err := s.Loader()
	if err != nil {
		return nil, err
	}
	return &quadWriter{loader: loader}, nil
}

// writerBatch is how many quads a quadWriter gathers for a transaction: enough
// for the cost of a commit to vanish, few enough for memory not to grow with
// an import (about 20 MB).
const writerBatch = 50_000

type quadWriter struct {
	loader Loader
	buf    []quad.Quad
}

func (w *quadWriter) WriteQuad(q quad.Quad) error {
	w.buf = append(w.buf, q)
	if len(w.buf) < writerBatch {
		return nil
	}
	return w.flush()
}

func (w *quadWriter) WriteQuads(buf []quad.Quad) (int, error) {
	for i, q := range buf {
		if err := w.WriteQuad(q); err != nil {
			return i, err
		}
	}
	return len(buf), nil
}

func (w *quadWriter) flush() error {
	if len(w.buf) == 0 {
		return nil
	}
	_, err := w.loader.Add(context.Background(), w.buf)
	clear(w.buf)
	w.buf = w.buf[:0]
	return err
}

// Close writes what is still held back.
func (w *quadWriter) Close() error {
	return errors.Join(w.flush(), w.loader.Close(context.Background()))
}
