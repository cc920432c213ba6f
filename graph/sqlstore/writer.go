package sqlstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/cayleygraph/quad"
)

// quadRef is a quad as the ids of its subject, predicate, object and label
// (0 for none). It is the graph.Ref of a quad.
type quadRef [4]int64

// noLabel is the id that stands for the absence of a label.
const noLabel = 0

var (
	valueColumns = []column{{"id", "bigint"}, {"hash", "bigint"}, {"kind", "bigint"}, {"text", "text"}, {"ext", "text"}}
	quadColumns  = []column{{"s", "bigint"}, {"p", "bigint"}, {"o", "bigint"}, {"l", "bigint"}}
	tallyColumns = []column{{"dir", "bigint"}, {"id", "bigint"}, {"quads", "bigint"}}
)

// lookupChunk is how many ids or hashes one statement asks about.
const lookupChunk = 1000

// writer is one writing transaction.
type writer struct {
	s        *Store
	d        dialect
	q        querier
	nextID   int64              // of the next new value
	newID    int64              // ids from here on were given out by this transaction
	unseen   int64              // ids from here on were given out by the change in hand
	swept    int64              // meta's swept
	unsorted bool               // a Loader has put some of the orders off
	tally    map[tallyKey]int64 // changes to table tally
	freed    map[int64]bool     // values that lost a quad
	named    map[int64]string   // values that became names, folded
}

type tallyKey struct{ dir, id int64 }

func (s *Store) newWriter(ctx context.Context, q querier) (*writer, error) {
	w := &writer{s: s, d: s.d, q: q, tally: map[tallyKey]int64{}, freed: map[int64]bool{}, named: map[int64]string{}}
	err := each(ctx, q, `SELECT key, value FROM meta`, nil, func(scan func(...any) error) error {
		var key string
		var v int64
		if err := scan(&key, &v); err != nil {
			return err
		}
		switch key {
		case metaSchema:
			return checkVersion(int(v)) // an upgrade may have come between
		case metaNextID:
			w.nextID, w.newID, w.unseen = v, v, v
		case metaSwept:
			w.swept = v
		case metaUnsorted:
			w.unsorted = v != 0
		}
		return nil
	})
	s.known.validFor(w.swept)
	return w, err
}

// finish writes what the transaction has gathered: it comes last.
func (w *writer) finish(ctx context.Context) error {
	if err := w.sweep(ctx); err != nil {
		return err
	}
	if err := w.writeNames(ctx); err != nil {
		return err
	}
	if err := w.writeTallies(ctx); err != nil {
		return err
	}
	if w.nextID == w.newID {
		return nil
	}
	_, err := w.q.exec(ctx, `UPDATE meta SET value = ? WHERE key = 'next_id'`, w.nextID)
	return err
}

// add inserts quads that are not there; rows must be distinct.
func (w *writer) add(ctx context.Context, rows []quadRef) error {
	if len(rows) == 0 {
		return nil
	}
	if w.unsorted {
		slices.SortFunc(rows, compareRefs)
	} else { // what one article says lies together in one of them, at its end; they mostly come so
		slices.SortFunc(rows, compareByLabel)
	}
	w.count(rows, +1)
	return w.d.insert(ctx, w.q, "quad", quadColumns, refRows(rows), "")
}

// remove deletes quads that are there; rows must be distinct.
func (w *writer) remove(ctx context.Context, rows []quadRef) error {
	w.count(rows, -1)
	for _, r := range rows {
		for _, id := range r {
			w.freed[id] = true
		}
	}
	for part := range slices.Chunk(rows, w.d.chunk()) {
		from, args := w.d.rowSource("n", quadColumns, refRows(part))
		if _, err := w.q.exec(ctx, `DELETE FROM quad WHERE (s, p, o, l) IN (SELECT s, p, o, l FROM `+from+`)`, args...); err != nil {
			return err
		}
	}
	return nil
}

// count notes that there is one more of each of the rows, or one less.
func (w *writer) count(rows []quadRef, by int64) {
	w.tally[tallyKey{tallyQuads, 0}] += by * int64(len(rows))
	label := int64(0) // of the rows since the first that has it
	first := 0
	for i, r := range rows {
		w.tally[tallyKey{int64(quad.Predicate), r[1]}] += by
		if r[3] != label {
			w.tally[tallyKey{int64(quad.Label), label}] += by * int64(i-first)
			label, first = r[3], i
		}
	}
	w.tally[tallyKey{int64(quad.Label), label}] += by * int64(len(rows)-first)
}

// present returns which of the rows are in the graph.
func (w *writer) present(ctx context.Context, rows []quadRef) (map[quadRef]bool, error) {
	found := map[quadRef]bool{}
	var asked []quadRef
	for _, r := range rows {
		if !w.isNew(r) && slices.Min(r[:]) >= 0 {
			asked = append(asked, r)
		}
	}
	for part := range slices.Chunk(asked, w.d.chunk()) {
		from, args := w.d.rowSource("n", quadColumns, refRows(part))
		err := each(ctx, w.q, `SELECT q.s, q.p, q.o, q.l FROM `+from+
			` CROSS JOIN quad AS q WHERE q.s = n.s AND q.p = n.p AND q.o = n.o AND q.l = n.l`, args,
			func(scan func(...any) error) error {
				var r quadRef
				err := scan(&r[0], &r[1], &r[2], &r[3])
				found[r] = true
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// isNew reports whether one of a quad's values is new in the change in hand, so
// that the quad cannot have been there before it.
func (w *writer) isNew(r quadRef) bool {
	return r[0] >= w.unseen || r[1] >= w.unseen || r[2] >= w.unseen || r[3] >= w.unseen
}

// sweep deletes the values that the transaction left without a quad.
func (w *writer) sweep(ctx context.Context) error {
	delete(w.freed, noLabel)
	var gone []int64
	for part := range slices.Chunk(sortedKeys(w.freed), lookupChunk) {
		err := each(ctx, w.q, `DELETE FROM value WHERE id `+w.d.in()+`
			AND NOT EXISTS (SELECT 1 FROM quad WHERE s = value.id)
			AND NOT EXISTS (SELECT 1 FROM quad WHERE o = value.id)
			AND NOT EXISTS (SELECT 1 FROM quad WHERE p = value.id)
			AND NOT EXISTS (SELECT 1 FROM quad WHERE l = value.id)
			RETURNING id`, []any{w.d.idList(part)}, func(scan func(...any) error) error {
			var id int64
			err := scan(&id)
			gone = append(gone, id)
			return err
		})
		if err != nil {
			return err
		}
	}
	if len(gone) == 0 {
		return nil
	}
	w.tally[tallyKey{tallyValues, 0}] -= int64(len(gone))
	w.s.known.forget()
	for _, id := range gone {
		delete(w.named, id)
	}
	if err := w.dropNames(ctx, gone); err != nil {
		return err
	}
	_, err := w.q.exec(ctx, `UPDATE meta SET value = ? WHERE key = 'swept'`, w.swept+1)
	return err
}

func (w *writer) writeTallies(ctx context.Context) error {
	var rows [][]any
	shrunk := false
	for k, by := range w.tally {
		if by != 0 {
			rows = append(rows, []any{k.dir, k.id, by})
			shrunk = shrunk || by < 0
		}
	}
	slices.SortFunc(rows, func(a, b []any) int {
		return cmp.Or(cmp.Compare(a[0].(int64), b[0].(int64)), cmp.Compare(a[1].(int64), b[1].(int64)))
	})
	err := w.d.insert(ctx, w.q, "tally", tallyColumns, rows, `ON CONFLICT (dir, id) DO UPDATE SET quads = tally.quads + excluded.quads`)
	if err != nil || !shrunk {
		return err
	}
	for _, row := range rows {
		if row[2].(int64) < 0 {
			if _, err := w.q.exec(ctx, `DELETE FROM tally WHERE dir = ? AND id = ? AND quads = 0`, row[0], row[1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// compareRefs orders quads as the first of orders does.
func compareRefs(a, b quadRef) int {
	for i, id := range a {
		if id != b[i] {
			return cmp.Compare(id, b[i])
		}
	}
	return 0
}

// compareByLabel orders quads as labelOrder does.
func compareByLabel(a, b quadRef) int {
	if a[3] != b[3] {
		return cmp.Compare(a[3], b[3])
	}
	return compareRefs(a, b)
}

// refRows are the parameters for inserting quads. Each is a piece of memory, which
// rows that follow each other share where they can.
func refRows(refs []quadRef) [][]any {
	flat := make([]any, 4*len(refs))
	rows := make([][]any, len(refs))
	for i, r := range refs {
		rows[i] = flat[4*i : 4*i+4]
		for d, id := range r {
			if i > 0 && refs[i-1][d] == id {
				rows[i][d] = rows[i-1][d]
			} else {
				rows[i][d] = id
			}
		}
	}
	return rows
}

func sortedKeys[V any](m map[int64]V) []int64 {
	keys := make([]int64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
