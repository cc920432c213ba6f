package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// DefaultWaitLimit is how long a write waits for another writer unless
// Options say otherwise: longer than any batch of articles takes.
const DefaultWaitLimit = time.Minute

func errTurn(limit time.Duration) error {
	return fmt.Errorf("another writer has held the graph for %v; nothing was changed: wait for it to end, or stop it, and try again", limit)
}

// A writer that writes batch after batch would leave another process, which
// can only poll, hardly a moment to get its turn. So after each transaction it
// pauses for pauseShare of the time it held the graph, at most maxPause, before
// it begins another.
const (
	pauseShare = 50 // a fiftieth: two per cent
	maxPause   = 5 * pollEvery
)

// turn is the right to write, which one goroutine of a process has at a time.
type turn struct {
	taken chan struct{} // holds one token while somebody writes
	next  time.Time     // when the next transaction may begin; guarded by taken
}

func newTurn() *turn { return &turn{taken: make(chan struct{}, 1)} }

func (t *turn) take(ctx context.Context, onWait func(), limit time.Duration) error {
	select {
	case t.taken <- struct{}{}:
		return t.pause(ctx)
	default:
	}
	onWait()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case t.taken <- struct{}{}:
		return t.pause(ctx)
	case <-timer.C:
		return errTurn(limit)
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *turn) pause(ctx context.Context) error {
	select {
	case <-time.After(time.Until(t.next)):
		return nil
	case <-ctx.Done():
		<-t.taken
		return ctx.Err()
	}
}

func (t *turn) give(held time.Duration) {
	t.next = time.Now().Add(min(held/pauseShare, maxPause))
	<-t.taken
}

// write runs f in one writing transaction: all of it happens or nothing.
func (s *Store) write(ctx context.Context, f func(w *writer) error) error {
	return s.transact(ctx, func(w *writer) error {
		if err := w.sort(ctx); err != nil {
			return err
		}
		return f(w)
	})
}

// transact is write, but for what a Loader has put off.
func (s *Store) transact(ctx context.Context, f func(w *writer) error) error {
	if s.writeDB == nil {
		return errReadOnly
	}
	waited := false
	onWait := func() {
		if !waited && s.opt.OnWait != nil {
			s.opt.OnWait()
		}
		waited = true
	}
	limit := s.opt.waitLimit()
	if err := s.turn.take(ctx, onWait, limit); err != nil {
		return err
	}
	start := time.Now()
	defer func() { s.turn.give(time.Since(start)) }()
	tx, err := s.d.begin(ctx, s.writeDB, onWait, limit)
	if err != nil {
		return s.d.explain(err)
	}
	start = time.Now()
	if err := s.inTransaction(ctx, tx, f); err != nil {
		tx.Rollback()
		s.known.forget()
		return s.d.explain(err)
	}
	return nil
}

func (s *Store) inTransaction(ctx context.Context, tx *sql.Tx, f func(w *writer) error) error {
	w, err := s.newWriter(ctx, &txn{d: s.d, tx: tx})
	if err != nil {
		return err
	}
	if err := f(w); err != nil {
		return err
	}
	if err := w.finish(ctx); err != nil {
		return err
	}
	return tx.Commit()
}
