package sqlstore

import (
	"context"
	"database/sql"
	"sync"
)

// maxStatements is how many prepared statements a pool keeps; Cayley's queries
// make ever new ones.
const maxStatements = 500

// pool is a querier over all connections of a database.
type pool struct {
	d  dialect
	db *sql.DB

	mu    sync.RWMutex         // read-locked while a statement starts, so that none is closed before
	stmts map[string]*sql.Stmt // prepared once for all connections
}

// with calls use with the prepared statement of a query.
func (p *pool) with(ctx context.Context, query string, use func(*sql.Stmt) error) error {
	for {
		p.mu.RLock()
		if s, ok := p.stmts[query]; ok {
			defer p.mu.RUnlock()
			return use(s)
		}
		p.mu.RUnlock()
		if err := p.prepare(ctx, query); err != nil {
			return err
		}
	}
}

func (p *pool) prepare(ctx context.Context, query string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.stmts[query]; ok {
		return nil
	}
	if len(p.stmts) >= maxStatements {
		for _, s := range p.stmts {
			s.Close() // rows that are being read keep it until they are closed
		}
		p.stmts = nil
	}
	s, err := p.db.PrepareContext(ctx, p.d.rebind(query))
	if err != nil {
		return err
	}
	if p.stmts == nil {
		p.stmts = make(map[string]*sql.Stmt)
	}
	p.stmts[query] = s
	return nil
}

func (p *pool) query(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	err = p.with(ctx, query, func(s *sql.Stmt) (err error) {
		rows, err = s.QueryContext(ctx, args...)
		return err
	})
	return rows, err
}

func (p *pool) exec(ctx context.Context, query string, args ...any) (res sql.Result, err error) {
	err = p.with(ctx, query, func(s *sql.Stmt) (err error) {
		res, err = s.ExecContext(ctx, args...)
		return err
	})
	return res, err
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
