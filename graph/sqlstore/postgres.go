package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html)
// that mean something to us.
const (
	pgLockNotAvailable = "55P03"
	pgDiskFull         = "53100"
	pgReadOnly         = "25006"
	pgNoPrivilege      = "42501"
	pgUniqueViolation  = "23505"
	pgDuplicateTable   = "42P07"
)

type postgresDialect struct{}

func (postgresDialect) rebind(query string) string {
	var b strings.Builder
	n := 0
	for part := range strings.SplitSeq(query, "?") {
		if n > 0 {
			b.WriteString("$" + strconv.Itoa(n))
		}
		b.WriteString(part)
		n++
	}
	return b.String()
}

func (postgresDialect) in() string { return "= ANY(?::bigint[])" }

func (postgresDialect) idList(ids []int64) any { return ids }

func (postgresDialect) bytewise() string { return ` COLLATE "C"` }

func (postgresDialect) chunk() int { return 8192 }

// sortsLater is false: to drop an index locks everybody out, and the load is
// fast enough.
func (postgresDialect) sortsLater() bool { return false }

func (postgresDialect) sorting(statement string) []string { return []string{statement} }

func (d postgresDialect) insert(ctx context.Context, q querier, table string, columns []column, rows [][]any, conflict string) error {
	for len(rows) > 0 {
		n := min(d.chunk(), len(rows))
		from, args := d.rowSource("n", columns, rows[:n])
		list := names(columns)
		if _, err := q.exec(ctx, "INSERT INTO "+table+" ("+list+") SELECT "+list+" FROM "+from+" "+conflict, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

func (d postgresDialect) insertNext(ctx context.Context, q querier, table string, columns []column, rows [][]any) error {
	return d.insert(ctx, q, table, columns, rows, "")
}

// rowSource gives each column as an array: one parameter for any number of rows.
func (postgresDialect) rowSource(alias string, columns []column, rows [][]any) (string, []any) {
	types := make([]string, len(columns))
	args := make([]any, len(columns))
	for i, c := range columns {
		types[i] = "?::" + c.typ + "[]"
		if c.typ == "text" {
			args[i] = columnOf[string](rows, i)
		} else {
			args[i] = columnOf[int64](rows, i)
		}
	}
	return "unnest(" + strings.Join(types, ", ") + ") AS " + alias + "(" + names(columns) + ")", args
}

func columnOf[T any](rows [][]any, i int) []T {
	out := make([]T, len(rows))
	for j, r := range rows {
		out[j] = r[i].(T)
	}
	return out
}

func (postgresDialect) nameID() string { return "id" }

func (postgresDialect) namePatterns(groups [][]string) (string, []any) {
	escape := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	conds := make([]string, len(groups))
	args := make([]any, len(groups))
	for i, parts := range groups {
		patterns := make([]string, len(parts))
		for k, p := range parts {
			patterns[k] = "%" + escape.Replace(p) + "%"
		}
		conds[i], args[i] = "text LIKE ANY(?::text[])", patterns
	}
	return strings.Join(conds, " AND "), args
}

// joined fences each quad off, or the planner would take a range by one
// position and filter it where it wrongly supposes that range to be short.
func (postgresDialect) joined(where []string) string {
	from := make([]string, len(where))
	for i, w := range where {
		from[i] = fmt.Sprintf("LATERAL (SELECT s, p, o, l FROM quad AS q%d WHERE %s OFFSET 0) AS q%d", i, w, i)
	}
	return " FROM " + strings.Join(from, " CROSS JOIN ")
}

func (postgresDialect) snapshot() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

// checkPages is empty: the server looks after its pages, and what else there is
// (amcheck) takes a superuser.
func (postgresDialect) checkPages() string { return "" }

// begin locks one row, which also is the counter that every writer needs.
// Writers queue for it in the order in which they came.
func (postgresDialect) begin(ctx context.Context, db *sql.DB, onWait func(), limit time.Duration) (*sql.Tx, error) {
	tx, err := lockTurn(ctx, db, " NOWAIT", 0)
	if !isPG(err, pgLockNotAvailable) {
		return tx, err
	}
	onWait()
	tx, err = lockTurn(ctx, db, "", limit)
	if isPG(err, pgLockNotAvailable) {
		return nil, errTurn(limit)
	}
	return tx, err
}

func lockTurn(ctx context.Context, db *sql.DB, how string, limit time.Duration) (*sql.Tx, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	if limit > 0 {
		_, err = tx.ExecContext(ctx, fmt.Sprintf("SET LOCAL lock_timeout = %d", limit.Milliseconds()))
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "SELECT value FROM meta WHERE key = 'next_id' FOR UPDATE"+how)
	}
	if err != nil {
		tx.Rollback()
		return nil, err
	}
	return tx, nil
}

func isPG(err error, codes ...string) bool {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range codes {
		if e.Code == c {
			return true
		}
	}
	return false
}

func (postgresDialect) explain(err error) error {
	switch {
	case isPG(err, pgDiskFull):
		return fmt.Errorf("the database server's disk is full; nothing was changed (%w)", err)
	case isPG(err, pgReadOnly, pgNoPrivilege):
		return fmt.Errorf("this user may not write to the database; nothing was changed (%w)", err)
	}
	return err
}

// isPostgres reports whether a location is a PostgreSQL URL.
func isPostgres(location string) bool {
	return strings.HasPrefix(location, "postgres://") || strings.HasPrefix(location, "postgresql://")
}

// sessionSettings make PostgreSQL look quads up by index also in tables of which
// it has gathered no statistics yet, and spare it what costs more than our
// queries take: to compile them, and to plan each anew for its parameters.
var sessionSettings = []string{
	`SET enable_seqscan = off`,
	`SET jit = off`,
	`SET plan_cache_mode = force_generic_plan`,
}

// openPostgres connects to the database at a URL and makes the tables in its
// current schema (the URL's search_path) unless they are there.
func openPostgres(ctx context.Context, location string, opt Options) (*sql.DB, error) {
	cfg, err := pgx.ParseConfig(location)
	if err != nil {
		return nil, fmt.Errorf("not a usable postgres:// URL: %w", err)
	}
	db := stdlib.OpenDB(*cfg, stdlib.OptionAfterConnect(func(ctx context.Context, conn *pgx.Conn) error {
		for _, setting := range sessionSettings {
			// Best effort: a database that only speaks PostgreSQL's protocol
			// may not know it.
			_, _ = conn.Exec(ctx, setting)
		}
		return nil
	}))
	if err := preparePostgres(ctx, db, opt); err != nil {
		db.Close()
		return nil, fmt.Errorf("the graph in database %s at %s: %w", cfg.Database, cfg.Host, err)
	}
	return db, nil
}

func preparePostgres(ctx context.Context, db *sql.DB, opt Options) error {
	found, err := findTables(ctx, db)
	if err != nil {
		return err
	}
	if found == ours {
		return nil
	}
	if found == foreign {
		return errors.New("its schema holds tables of another program by the names that a graph needs; nothing was changed: give it a schema of its own (CREATE SCHEMA kg; and ?search_path=kg in the URL)")
	}
	if opt.MustExist || opt.ReadOnly {
		return fmt.Errorf("there is none: ingest something first, or name another database (%w)", os.ErrNotExist)
	}
	err = fillPostgres(ctx, db)
	if isPG(err, pgUniqueViolation, pgDuplicateTable) {
		found, err = findTables(ctx, db) // another process made them meanwhile
		if err == nil && found != ours {
			err = errors.New("its tables could not be made")
		}
	}
	return err
}

// presence is what findTables sees.
type presence int

const (
	absent presence = iota
	ours
	foreign
)

func findTables(ctx context.Context, db *sql.DB) (presence, error) {
	var n, marked int
	err := db.QueryRowContext(ctx, `SELECT count(DISTINCT table_name),
			count(*) FILTER (WHERE table_name = 'quad' AND column_name IN ('s', 'p', 'o', 'l'))
		FROM information_schema.columns
		WHERE table_schema = current_schema() AND table_name IN ('meta', 'value', 'quad', 'tally', 'record', 'name')`).Scan(&n, &marked)
	switch {
	case err != nil:
		return absent, err
	case n == 0:
		return absent, nil
	case n == 6 && marked == 4:
		return ours, nil
	}
	return foreign, nil
}

func fillPostgres(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	statements := script("", "BIGINT", "CREATE TABLE name (id BIGINT NOT NULL PRIMARY KEY, text TEXT NOT NULL);\n")
	for statement := range strings.SplitSeq(statements, ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	indexNames(ctx, db)
	return nil
}

// indexNames makes the trigram index that name search uses. Where the server
// lacks pg_trgm, or the user may not add it, the search still works, by
// reading all names.
func indexNames(ctx context.Context, db *sql.DB) {
	_, _ = db.ExecContext(ctx, `CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public`)
	schema := "public"
	_ = db.QueryRowContext(ctx, `SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'pg_trgm'`).Scan(&schema)
	_, _ = db.ExecContext(ctx, `CREATE INDEX IF NOT EXISTS name_text ON name USING gin (text `+schema+`.gin_trgm_ops)`)
}
