package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// faulty is a dialect whose insert fails when its turn comes.
type faulty struct {
	dialect
	after int // inserts that go well
	fault func() error
}

var errFault = errors.New("injected fault")

func (f *faulty) insert(ctx context.Context, q querier, table string, columns []column, rows [][]any, conflict string) error {
	if f.after--; f.after < 0 {
		if err := f.fault(); err != nil {
			return err
		}
	}
	return f.dialect.insert(ctx, q, table, columns, rows, conflict)
}

// withFault runs a change that fails at its n-th insert; false if it has fewer.
func withFault(t *testing.T, s *Store, c Change, n int, fault func() error) bool {
	t.Helper()
	good := s.d
	f := &faulty{dialect: good, after: n, fault: fault}
	s.d, s.reader.d = f, f
	_, err := s.Replace(context.Background(), c)
	s.d, s.reader.d = good, good
	if f.after < 0 && err == nil {
		t.Errorf("insert %d failed, and the change says that it did not", n)
	}
	return f.after < 0
}

// Wherever a transaction fails, the graph is as it was, and the next goes well.
func TestFailedTransaction(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		testFaults(t, location, func(*Store) error { return errFault })
	})
}

// The same, with the connection to the server lost.
func TestLostConnection(t *testing.T) {
	location := postgresLocation(t)
	testFaults(t, location+"&application_name=kg_lost", func(*Store) error {
		inPostgres(t, location, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kg_lost'")
		return nil // the insert that follows finds out
	})
}

func testFaults(t *testing.T, location string, fault func(*Store) error) {
	s := open(t, location, Options{})
	g := newsGraph{entities: 50}
	replace(t, s, Change{Add: g.article(1)})
	replace(t, s, Change{Add: g.article(2)})
	before := all(t, s)
	c := Change{Remove: []quad.Value{articleLabel(1)}, Add: append(g.article(3), g.article(2)[:10]...), Records: []Record{{"s", "l", "d"}}}
	n := 0
	for ; withFault(t, s, c, n, func() error { return fault(s) }); n++ {
		expect(t, fmt.Sprintf("after a fault at insert %d", n), all(t, s), before)
		checkSound(t, s)
		if _, ok, _ := s.Record(context.Background(), "s"); ok {
			t.Error("a record was written")
		}
	}
	if n < 3 {
		t.Errorf("only %d places to fail", n)
	}
	want := all(t, s) // the change went through at last
	other := open(t, sqliteLocation(t), Options{})
	replace(t, other, Change{Add: g.article(2)})
	replace(t, other, Change{Add: g.article(3)})
	expect(t, "after the change", want, all(t, other))
	checkSound(t, s)
}

// A full disk is an error in words, and nothing has changed.
func TestDiskFull(t *testing.T) {
	s := open(t, sqliteLocation(t), Options{})
	g := newsGraph{entities: 50}
	replace(t, s, Change{Add: g.article(1)})
	before := all(t, s)
	limit := func(pages int) {
		var n int
		if err := s.writeDB.QueryRow(fmt.Sprintf("PRAGMA max_page_count = %d", pages)).Scan(&n); err != nil {
			t.Fatal(err)
		}
	}
	limit(1) // SQLite makes it the present size
	var c Change
	for i := range 20 {
		c.Add = append(c.Add, g.article(i)...)
	}
	_, err := s.Replace(context.Background(), c)
	if err == nil || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("the error is %v", err)
	}
	expect(t, "after the full disk", all(t, s), before)
	limit(1 << 30)
	replace(t, s, c)
	checkSound(t, s)
}

// A change whose context ends changes nothing.
func TestCancelled(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := s.Replace(ctx, Change{Add: newsGraph{entities: 50}.article(1)}); err == nil {
			t.Error("it went through")
		}
		expect(t, "quads", all(t, s), []string{})
		replace(t, s, Change{Add: newsGraph{entities: 50}.article(1)})
	})
}

// Two writers take turns: the second is told that it waits, and that ends, by
// its turn or by its limit.
func TestWritersTakeTurns(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		g := newsGraph{entities: 50}
		waits := make(chan bool, 10)
		first := open(t, location, Options{})
		second := open(t, location, Options{OnWait: func() { waits <- true }})
		impatient := open(t, location, Options{WaitLimit: 20 * time.Millisecond})
		tx := beginAlone(t, first)
		if _, err := impatient.Replace(context.Background(), Change{Add: g.article(1)}); err == nil || !strings.Contains(err.Error(), "another writer has held the graph") {
			t.Errorf("the limit gives %v", err)
		}
		done := make(chan error)
		go func() {
			_, err := second.Replace(context.Background(), Change{Add: g.article(2)})
			done <- err
		}()
		<-waits
		ctx, cancel := context.WithCancel(context.Background())
		go func() { // the same store's second goroutine waits for the first
			_, err := second.Replace(ctx, Change{Add: g.article(3)})
			done <- err
		}()
		<-waits
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("the cancelled write gives %v", err)
		}
		tx.Rollback()
		if err := <-done; err != nil {
			t.Error(err)
		}
		labels, err := first.Labels(context.Background())
		if err != nil || len(labels) != 1 || labels[0].Value != articleLabel(2) {
			t.Errorf("labels %v, %v", labels, err)
		}
	})
}

func beginAlone(t *testing.T, s *Store) *sql.Tx {
	t.Helper()
	tx, err := s.d.begin(context.Background(), s.writeDB, func() {}, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// A snapshot stays as it is while others write.
func TestSnapshot(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l")}})
		snap, err := s.Snapshot(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		replace(t, s, Change{Remove: []quad.Value{quad.IRI("l")}, Add: []quad.Quad{q("c", "p", "d", "m")}})
		expect(t, "the snapshot", all(t, snap), []string{"<a> <p> <b> <l> ."})
		expect(t, "the store", all(t, s), []string{"<c> <p> <d> <m> ."})
		if _, err := snap.Replace(context.Background(), Change{}); !errors.Is(err, errReadOnly) {
			t.Errorf("writing to a snapshot gives %v", err)
		}
		if err := snap.Close(); err != nil {
			t.Error(err)
		}
	})
}
