package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/cayleygraph/quad"
)

// load adds articles from, from+1, … to before, one a transaction.
func load(t *testing.T, l Loader, g newsGraph, from, before int) {
	t.Helper()
	for i := from; i < before; i++ {
		if _, err := l.Add(context.Background(), g.article(i)); err != nil {
			t.Fatal(err)
		}
	}
}

func newLoader(t *testing.T, s *Store) Loader {
	t.Helper()
	l, err := s.Loader()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func closeLoader(t *testing.T, l Loader) {
	t.Helper()
	if err := l.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// checkSorted says whether the orders are there or, on SQLite, put off.
func checkSorted(t *testing.T, s *Store, want bool) {
	t.Helper()
	if isPostgresStore(s) {
		return
	}
	var n, unsorted int
	if _, err := one(context.Background(), s.q, `SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name LIKE 'quad!_%' ESCAPE '!'`, nil, &n); err != nil {
		t.Fatal(err)
	}
	if _, err := one(context.Background(), s.q, `SELECT value FROM meta WHERE key = 'unsorted'`, nil, &unsorted); err != nil {
		t.Fatal(err)
	}
	if sorted := n == len(orders)-1; sorted != want || sorted == (unsorted == 1) {
		t.Errorf("%d indexes, unsorted = %d, want sorted to be %v", n, unsorted, want)
	}
}

func isPostgresStore(s *Store) bool { _, ok := s.d.(postgresDialect); return ok }

// What a loader adds is there at once, and the same after it is closed, as if
// it had been added in any other way.
func TestLoader(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		g := newsGraph{entities: 50}
		s, other := open(t, location, Options{}), open(t, sqliteLocation(t), Options{})
		l := newLoader(t, s)
		load(t, l, g, 0, 10)
		for i := range 10 {
			replace(t, other, Change{Add: g.article(i)})
		}
		want := all(t, other)
		reading := open(t, location, Options{ReadOnly: true})
		checkSorted(t, s, false)
		expect(t, "while it loads", all(t, reading), want)
		for _, script := range queriesOfAllKinds {
			expect(t, "while it loads: "+script, gizmoRows(t, reading, script), gizmoRows(t, other, script))
		}
		closeLoader(t, l)
		checkSorted(t, s, true)
		expect(t, "when it is closed", all(t, reading), want)
		checkSound(t, s)

		l = newLoader(t, s) // into a graph that is not empty
		load(t, l, g, 5, 12)
		checkSorted(t, s, true)
		closeLoader(t, l)
		checkSound(t, s)
		if n, err := l.Add(context.Background(), g.article(3)); n.Added != 0 || err != nil {
			t.Errorf("what was there is added again: %+v, %v", n, err)
		}
	})
}

// A load that nobody ended is ended by whoever writes next, be it another
// process that replaces an article or another loader.
func TestLoaderLeft(t *testing.T) {
	g := newsGraph{entities: 50}
	for name, next := range map[string]func(*Store){
		"replace": func(s *Store) { replace(t, s, Change{Remove: []quad.Value{articleLabel(1)}, Add: g.article(4)}) },
		"deltas": func(s *Store) {
			w, err := s.NewQuadWriter()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.WriteQuads(g.article(4)); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		},
	} {
		location := sqliteLocation(t)
		left := newLoader(t, open(t, location, Options{}))
		load(t, left, g, 0, 3)
		s := open(t, location, Options{})
		checkSorted(t, s, false)
		next(s)
		checkSorted(t, s, true)
		load(t, left, g, 5, 7) // it was only slow
		checkSorted(t, s, true)
		closeLoader(t, left)
		checkSorted(t, s, true)
		checkSound(t, s)
		labels, err := s.Labels(context.Background())
		want := 6
		if name == "replace" {
			want--
		}
		if len(labels) != want || err != nil {
			t.Errorf("%s: labels %v, %v", name, labels, err)
		}
	}
}

// A load that fails leaves what was there, and the next goes well.
func TestLoaderFails(t *testing.T) {
	location := sqliteLocation(t)
	s := open(t, location, Options{})
	g := newsGraph{entities: 50}
	good := s.d
	for n := range 3 {
		s.d = &faulty{dialect: good, after: n, fault: func() error { return errFault }}
		if _, err := newLoader(t, s).Add(context.Background(), g.article(1)); !errors.Is(err, errFault) {
			t.Errorf("insert %d: %v", n, err)
		}
		s.d = good
		checkSorted(t, s, true)
		expect(t, fmt.Sprintf("after a fault at insert %d", n), all(t, s), []string{})
	}
	l := newLoader(t, s)
	load(t, l, g, 0, 2)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := l.Close(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("closing it when the time is up gives %v", err)
	}
	checkSorted(t, s, false)
	closeLoader(t, l)
	checkSorted(t, s, true)
	if _, err := open(t, location, Options{ReadOnly: true}).Loader(); !errors.Is(err, errReadOnly) {
		t.Errorf("a loader of a graph opened for reading: %v", err)
	}
}
