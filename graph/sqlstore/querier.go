package sqlstore

import (
	"context"
	"database/sql"
	"sync"
)

// pool is a querier over all connections of a database.
type pool struct {
	d  dialect
	db *sql.DB

	mu    sync.Mutex
	stmts map[string]*sql.Stmt // prepared once for all connections
}

func (p *pool) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s, ok := p.stmts[query]; ok {
		return s, nil
	}
	s, err := p.db.PrepareContext(ctx, p.d.rebind(query))
	if err != nil {
		return nil, err
	}
	if p.stmts == nil {
		p.stmts = make(map[string]*sql.Stmt)
	}
	p.stmts[query] = s
	return s, nil
}

func (p *pool) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (p *pool) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (p *pool) alone() func() { return func() {} }

// txn is a querier inside one transaction; its statements end with it.
type txn struct {
	d  dialect
	tx *sql.Tx

	mu      sync.Mutex
	stmts   map[string]*sql.Stmt
	reading sync.Mutex // held while rows are read: PostgreSQL's connections serve one query at a time
}

func (t *txn) alone() func() {
	t.reading.Lock()
	return t.reading.Unlock
}

func (t *txn) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.stmts[query]; ok {
		return s, nil
	}
	s, err := t.tx.PrepareContext(ctx, t.d.rebind(query))
	if err != nil {
		return nil, err
	}
	if t.stmts == nil {
		t.stmts = make(map[string]*sql.Stmt)
	}
	t.stmts[query] = s
	return s, nil
}

func (t *txn) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := t.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (t *txn) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := t.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// each runs a query and calls row for every row; row scans into what it is
// given. The rows are read to the end before each returns, so that nothing is
// held by an iterator that nobody closes. row must not run queries.
func each(ctx context.Context, q querier, query string, args []any, row func(scan func(dest ...any) error) error) error {
	defer q.alone()()
	rows, err := q.query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one runs a query for at most one row; it reports whether there was one.
func one(ctx context.Context, q querier, query string, args []any, dest ...any) (bool, error) {
	found := false
	err := each(ctx, q, query, args, func(scan func(...any) error) error {
		found = true
		return scan(dest...)
	})
	return found, err
}
