package sqlstore

import (
	"context"
	"errors"
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

	// Then are further changes of the same transaction, for one that is too large to
	// be held at once: each is carried out before the next is asked for, and what
	// makes them sees in its View what was written by then. An error among them
	// ends the transaction. Nil where there are none.
	Then iter.Seq2[Change, error]
}

// Counts say what a Change did to the quads. A quad that was to leave and
// arrives again counts in neither; one that leaves and arrives in a change of Then
// counts in both.
type Counts struct {
	Added, Removed int
}

// Replace carries out a Change. Values that no quad uses any more are gone with
// it. On any error, also an incomplete quad, nothing has changed.
func (s *Store) Replace(ctx context.Context, c Change) (Counts, error) {
	adding, err := spell(c.Add) // before the turn to write is taken
	if err != nil {
		return Counts{}, err
	}
	var n Counts
	err = s.write(ctx, func(w *writer) error {
		n, err = w.carryOut(ctx, c, adding)
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
	RecordsOf(ctx context.Context, sources []string) (map[string]Record, error)
	NextRecord(ctx context.Context, label, after string) (Record, bool, error)
	Held(ctx context.Context, labels []string) (map[string]bool, error)
	Populated(ctx context.Context, labels []string) (map[string]bool, error)
	Notes(ctx context.Context, topic string) ([]Note, error)
	NotesOn(ctx context.Context, topics []string) (map[string][]Note, error)
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
	Count(ctx context.Context, given quad.Quad) (int64, error)
}

// Update carries out the Change that plan makes of what it finds: nobody writes
// between what plan reads and what is written. The View is good until plan has
// returned and its change's Then has ended, and what plan takes long over others
// wait for. An error of plan ends Update, and nothing has changed.
func (s *Store) Update(ctx context.Context, plan func(now View) (Change, error)) (Counts, error) {
	var n Counts
	err := s.write(ctx, func(w *writer) error {
		c, err := plan(&reader{d: w.d, q: w.q, names: s.names})
		if err != nil {
			return err
		}
		adding, err := spell(c.Add)
		if err != nil {
			return err
		}
		n, err = w.carryOut(ctx, c, adding)
		return err
	})
	if err != nil {
		return Counts{}, err
	}
	return n, nil
}

// carryOut carries out a change, and then those of its Then.
func (w *writer) carryOut(ctx context.Context, c Change, adding spelling) (Counts, error) {
	n, err := w.replace(ctx, c, adding)
	if err != nil || c.Then == nil {
		return n, err
	}
	for next, err := range c.Then {
		if err != nil {
			return n, err
		}
		if adding, err = spell(next.Add); err != nil {
			return n, err
		}
		more, err := w.carryOut(ctx, next, adding)
		if err != nil {
			return n, err
		}
		n.Added, n.Removed = n.Added+more.Added, n.Removed+more.Removed
	}
	return n, nil
}

func (w *writer) replace(ctx context.Context, c Change, adding spelling) (Counts, error) {
	w.unseen = w.nextID
	old, err := w.underLabels(ctx, c.Remove)
	if err != nil {
		return Counts{}, err
	}
	if old, err = w.among(ctx, c.Delete, old); err != nil {
		return Counts{}, err
	}
	ids, err := w.findOrAdd(ctx, adding.terms)
	if err != nil {
		return Counts{}, err
	}
	now := make([]quadRef, len(c.Add))
	for i, q := range c.Add {
		now[i] = adding.ref(i, ids)
		w.noteName(q, now[i])
	}
	leaving, arriving := difference(distinct(old), distinct(now))
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

// distinct returns the rows sorted, each once.
func distinct(rows []quadRef) []quadRef {
	slices.SortFunc(rows, compareByLabel)
	return slices.Compact(rows)
}

// difference returns which of sorted rows are only in the first, and only in the
// second.
func difference(a, b []quadRef) (onlyA, onlyB []quadRef) {
	if len(a) == 0 || len(b) == 0 {
		return a, b
	}
	for len(a) > 0 && len(b) > 0 {
		switch c := compareByLabel(a[0], b[0]); {
		case c < 0:
			onlyA, a = append(onlyA, a[0]), a[1:]
		case c > 0:
			onlyB, b = append(onlyB, b[0]), b[1:]
		default:
			a, b = a[1:], b[1:]
		}
	}
	return append(onlyA, a...), append(onlyB, b...)
}

// addAbsent adds those of the distinct rows that are not there yet.
func (w *writer) addAbsent(ctx context.Context, rows []quadRef) (int, error) {
	there, err := w.present(ctx, rows)
	if err != nil {
		return 0, err
	}
	if len(there) > 0 {
		rows = slices.DeleteFunc(rows, func(r quadRef) bool { return there[r] })
	}
	return len(rows), w.add(ctx, rows)
}

// underLabels returns all quads under the labels.
func (w *writer) underLabels(ctx context.Context, labels []quad.Value) (old []quadRef, err error) {
	r := &reader{d: w.d, q: w.q}
	ids, err := w.labelIDs(ctx, labels)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		err = r.scan(ctx, pattern{}.with(quad.Label, id), func(ref quadRef) error { old = append(old, ref); return nil })
		if err != nil {
			return nil, err
		}
	}
	return old, nil
}

// labelIDs returns the ids of those of the labels that some quad has; noLabel for nil.
func (w *writer) labelIDs(ctx context.Context, labels []quad.Value) (ids []int64, err error) {
	var terms []term
	for _, label := range labels {
		if label == nil {
			ids = append(ids, noLabel)
		} else if t, err := termOf(label); err == nil { // what cannot be stored is not there
			terms = append(terms, t)
		}
	}
	found, err := w.find(ctx, terms)
	for _, id := range found.ids {
		if id != 0 {
			ids = append(ids, id)
		}
	}
	return ids, err
}

// among adds to old those of the quads that are in the graph.
func (w *writer) among(ctx context.Context, quads []quad.Quad, old []quadRef) ([]quadRef, error) {
	deleting, err := spell(quads)
	if err != nil || len(quads) == 0 {
		return old, err
	}
	found, err := w.find(ctx, deleting.terms)
	if err != nil {
		return nil, err
	}
	var refs []quadRef
	for i := range quads {
		if deleting.isKnown(i, found.ids) {
			refs = append(refs, deleting.ref(i, found.ids))
		}
	}
	there, err := w.present(ctx, refs)
	return slices.AppendSeq(old, maps.Keys(there)), err
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
	changing, err := spell(quads)
	if err != nil {
		return err
	}
	ctx := context.Background()
	return s.write(ctx, func(w *writer) error { return w.applyDeltas(ctx, in, changing, opts) })
}

func (w *writer) applyDeltas(ctx context.Context, in []graph.Delta, changing spelling, opts graph.IgnoreOpts) error {
	ids, err := w.deltaIDs(ctx, in, changing)
	if err != nil {
		return err
	}
	refs := make([]quadRef, len(in))
	for i := range in {
		refs[i] = changing.ref(i, ids)
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
func (w *writer) deltaIDs(ctx context.Context, in []graph.Delta, changing spelling) ([]int64, error) {
	adding := make([]bool, len(changing.terms))
	for i, d := range in {
		for _, place := range changing.quads[i] {
			if place != noTerm && d.Action == graph.Add {
				adding[place] = true
			}
		}
	}
	found, err := w.find(ctx, changing.terms)
	if err != nil {
		return nil, err
	}
	if err := w.addMissing(ctx, changing.terms, found, func(place int) bool { return adding[place] }); err != nil {
		return nil, err
	}
	unknown := int64(0)
	for i, id := range found.ids {
		if id == 0 {
			unknown--
			found.ids[i] = unknown
		}
	}
	return found.ids, nil
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
