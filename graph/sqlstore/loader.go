package sqlstore

import (
	"context"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// Loader adds many quads in many transactions, each of which others see whole.
//
// Into an SQLite graph that is empty when the first of them arrive, they go in
// the first order only. Close sorts them into the others, which takes less time
// than to look a place up in each for every quad, and fills the pages. Until
// then readers get right answers, but slowly. Any other writer that comes
// before Close, also after the loader was killed, does what Close had to do.
type Loader interface {
	// Add adds quads in one transaction; one that is there already is harmless.
	Add(ctx context.Context, quads []quad.Quad) (Counts, error)
	// Close sorts what was put off, one order a transaction. Where it fails, the
	// graph is whole and the next writer does it.
	Close(ctx context.Context) error
}

// Loader returns a loader, which must be closed.
func (s *Store) Loader() (Loader, error) {
	if s.writeDB == nil {
		return nil, errReadOnly
	}
	return &loader{s: s}, nil
}

type loader struct {
	s     *Store
	begun bool
}

func (l *loader) Add(ctx context.Context, quads []quad.Quad) (Counts, error) {
	adding, err := spell(quads)
	if err != nil {
		return Counts{}, err
	}
	var n Counts
	err = l.s.transact(ctx, func(w *writer) error {
		if err := l.begin(ctx, w); err != nil {
			return err
		}
		n, err = w.replace(ctx, Change{Add: quads}, adding)
		return err
	})
	if err != nil {
		return Counts{}, err
	}
	l.begun = true
	return n, nil
}

// begin puts the sorting off if the graph is empty.
func (l *loader) begin(ctx context.Context, w *writer) error {
	if l.begun || w.unsorted || !w.d.sortsLater() {
		return nil
	}
	quads, err := (&reader{d: w.d, q: w.q}).tally(ctx, tallyQuads, 0)
	if err != nil || quads.Value > 0 {
		return err
	}
	return w.putOff(ctx)
}

// putOff drops the orders after the first, to be sorted later.
func (w *writer) putOff(ctx context.Context) error {
	for _, o := range orders[1:] {
		if _, err := w.q.exec(ctx, "DROP INDEX IF EXISTS quad_"+o); err != nil {
			return err
		}
	}
	return w.setUnsorted(ctx, true)
}

func (l *loader) Close(ctx context.Context) error {
	if !l.begun || !l.s.d.sortsLater() {
		return nil
	}
	for i := 1; i < len(orders); i++ {
		err := l.s.transact(ctx, func(w *writer) error {
			if !w.unsorted {
				return nil
			}
			if i == len(orders)-1 {
				return w.sort(ctx)
			}
			return w.makeOrder(ctx, orders[i])
		})
		if err != nil {
			return fmt.Errorf("sorting what was loaded: %w", err)
		}
	}
	return nil
}

// sort makes the orders that a load has put off.
func (w *writer) sort(ctx context.Context) error {
	if !w.unsorted {
		return nil
	}
	for _, o := range orders[1:] {
		if err := w.makeOrder(ctx, o); err != nil {
			return err
		}
	}
	return w.setUnsorted(ctx, false)
}

func (w *writer) makeOrder(ctx context.Context, order string) error {
	for _, statement := range w.d.sorting(createOrder(order)) {
		if _, err := w.q.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// createOrder is the statement that makes one of the orders after the first.
func createOrder(order string) string {
	return "CREATE INDEX IF NOT EXISTS quad_" + order + " ON quad (" + strings.Join(strings.Split(order, ""), ", ") + ")"
}

func (w *writer) setUnsorted(ctx context.Context, unsorted bool) error {
	w.unsorted = unsorted
	value := 0
	if unsorted {
		value = 1
	}
	_, err := w.q.exec(ctx, `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, metaUnsorted, value)
	return err
}
