package sqlstore

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks our files in SQLite's own header ("kgqd").
const applicationID = 0x6b677164

// Offsets in an SQLite file's header (https://www.sqlite.org/fileformat2.html#the_database_header).
const (
	headerMagic         = "SQLite format 3\x00"
	headerSize          = 100
	headerPageSizeAt    = 16
	headerChangesAt     = 24
	headerPagesAt       = 28
	headerApplicationAt = 68
	headerValidForAt    = 92
)

// Settings of every connection to a file.
const (
	// readerWait is how long a reader waits for the moments in which SQLite
	// keeps readers out too: recovery after a crash, the last close.
	readerWait = 10 * time.Second
	// writerCache and readerCache are page caches in KiB. The writer's holds
	// the upper levels and the hot leaves of the four orders up to about ten
	// million quads.
	writerCache = 64 << 10
	readerCache = 16 << 10
	sortCache   = 16 << 10
	// checkpointPages is how many pages (of 4 KiB) the write-ahead log grows
	// to before they are copied into the file: fewer, larger copies.
	checkpointPages = 8192
	// walKept is how many bytes of the log file are kept when it is empty.
	walKept = 4 << 20
)

type sqliteDialect struct{}

func (sqliteDialect) rebind(query string) string { return query }

func (sqliteDialect) in() string { return `IN (SELECT value FROM json_each(?))` }

func (sqliteDialect) idList(ids []int64) any {
	b := []byte{'['}
	for _, id := range ids {
		b = append(strconv.AppendInt(b, id, 10), ',')
	}
	return string(append(bytes.TrimSuffix(b, []byte(",")), ']'))
}

func (sqliteDialect) bytewise() string { return "" }

func (sqliteDialect) chunk() int { return 512 }

func (sqliteDialect) sortsLater() bool { return true }

// sorting has SQLite sort in parts of sortCache, as it takes the size of the
// page cache for what it may use once more.
func (sqliteDialect) sorting(statement string) []string {
	return []string{fmt.Sprintf("PRAGMA cache_size(-%d)", sortCache), statement, fmt.Sprintf("PRAGMA cache_size(-%d)", writerCache)}
}

func (d sqliteDialect) insert(ctx context.Context, q querier, table string, columns []column, rows [][]any, conflict string) error {
	query, of := "", 0 // the statement, and for how many rows it is
	var args []any
	for len(rows) > 0 {
		n := d.chunk()
		for n > len(rows) { // powers of two, so that there are few statements to prepare
			n /= 2
		}
		if n != of {
			// OR FAIL, as a failure ends the transaction anyway: the default would
			// keep a journal of every statement, a quarter of the time of a load.
			query, of = "INSERT OR FAIL INTO "+table+" ("+names(columns)+") "+d.values(columns, n)+" "+conflict, n
		}
		args = appendAll(args[:0], rows[:n])
		if _, err := q.exec(ctx, query, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// insertNext gives SQLite the first number alone, since it takes the next of itself.
// For several rows whose numbers are given it keeps a journal of the statement, OR
// FAIL or not: two writes for each page that is touched, half of the time it takes.
func (d sqliteDialect) insertNext(ctx context.Context, q querier, table string, columns []column, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	if err := d.insert(ctx, q, table, columns, rows[:1], ""); err != nil {
		return err
	}
	others := make([][]any, len(rows)-1)
	for i, r := range rows[1:] {
		others[i] = r[1:]
	}
	if err := d.insert(ctx, q, table, columns[1:], others, ""); err != nil {
		return err
	}
	var last int64
	if _, err := one(ctx, q, `SELECT last_insert_rowid()`, nil, &last); err != nil {
		return err
	}
	if want := rows[len(rows)-1][0].(int64); last != want {
		return fmt.Errorf("table %s has numbers above the next one: row %d became %d; the file is damaged: restore a copy, or ingest the articles again into a new one", table, want, last)
	}
	return nil
}

// values is VALUES (?, …), … for n rows.
func (sqliteDialect) values(columns []column, n int) string {
	row := ", (" + strings.Repeat(", ?", len(columns))[2:] + ")"
	return "VALUES " + strings.Repeat(row, n)[2:]
}

func appendAll(args []any, rows [][]any) []any {
	for _, r := range rows {
		args = append(args, r...)
	}
	return args
}

func (d sqliteDialect) rowSource(alias string, columns []column, rows [][]any) (string, []any) {
	values, args := d.values(columns, len(rows)), appendAll(nil, rows)
	selected := make([]string, len(columns))
	for i, c := range columns {
		selected[i] = fmt.Sprintf("column%d AS %s", i+1, c.name)
	}
	return "(SELECT " + strings.Join(selected, ", ") + " FROM (" + values + ")) AS " + alias, args
}

func names(columns []column) string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return strings.Join(out, ", ")
}

func (sqliteDialect) nameID() string { return "rowid" }

// namePatterns is an FTS5 query (https://www.sqlite.org/fts5.html#full_text_query_syntax).
func (sqliteDialect) namePatterns(groups [][]string) (string, []any) {
	ands := make([]string, len(groups))
	for i, parts := range groups {
		ors := make([]string, len(parts))
		for k, p := range parts {
			ors[k] = `"` + strings.ReplaceAll(p, `"`, `""`) + `"`
		}
		ands[i] = "(" + strings.Join(ors, " OR ") + ")"
	}
	return "name MATCH ?", []any{strings.Join(ands, " AND ")}
}

// joined relies on SQLite's taking the tables of a CROSS JOIN in the order in
// which they are named, and the index that begins with most of what is known.
func (sqliteDialect) joined(where []string) string {
	from := make([]string, len(where))
	for i := range where {
		from[i] = fmt.Sprintf("quad AS q%d", i)
	}
	return " FROM " + strings.Join(from, " CROSS JOIN ") + " WHERE " + strings.Join(where, " AND ")
}

func (sqliteDialect) snapshot() *sql.TxOptions { return &sql.TxOptions{ReadOnly: true} }

// checkPages also compares the four orders with each other
// (https://www.sqlite.org/pragma.html#pragma_integrity_check).
func (sqliteDialect) checkPages() string { return `PRAGMA integrity_check` }

// explained is an error that explain has put into words.
type explained struct{ error }

func (e explained) Unwrap() error { return e.error }

func (d sqliteDialect) explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) || errors.As(err, &explained{}) {
		return err
	}
	if in := d.inWords(e.Code()&0xff, err); in != nil {
		return explained{in}
	}
	return err
}

// inWords is an error with what to do about it; nil where there is nothing to say.
func (sqliteDialect) inWords(code int, err error) error {
	switch code {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("the disk is full; nothing was changed: free some space and try again (%w)", err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("the graph cannot be written here; nothing was changed: check the permissions of the file and its folder (%w)", err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("the file is damaged: restore a copy, or ingest the articles again into a new one (%w)", err)
	case sqlite3.SQLITE_BUSY:
		return fmt.Errorf("another process holds the graph; nothing was changed: try again (%w)", err)
	case sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("the file, or one that SQLite keeps beside it, cannot be opened: check the permissions of the file and its folder (%w)", err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("the disk cannot be read or written; nothing was changed: check the disk, and try again (%w)", err)
	}
	return nil
}

// pollEvery is how often a waiting writer tries for its turn: SQLite has no
// queue. An attempt takes some ten microseconds.
const pollEvery = time.Millisecond

func (sqliteDialect) begin(ctx context.Context, db *sql.DB, onWait func(), limit time.Duration) (*sql.Tx, error) {
	var start time.Time
	for {
		tx, err := db.BeginTx(ctx, nil)
		if err == nil || !isBusy(err) {
			return tx, err
		}
		if start.IsZero() {
			start = time.Now()
			onWait()
		} else if time.Since(start) > limit {
			return nil, errTurn(limit)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pollEvery):
		}
	}
}

func isBusy(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_BUSY
}

// sqliteURI is the data source name of a file, whatever characters its path has.
func sqliteURI(path, mode string, wait time.Duration, cache int, pragmas ...string) string {
	v := url.Values{}
	v.Set("mode", mode)
	v.Set("_txlock", "immediate")
	v.Add("_pragma", fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()))
	v.Add("_pragma", fmt.Sprintf("cache_size(-%d)", cache))
	v.Add("_pragma", "synchronous(NORMAL)")
	for _, p := range pragmas {
		v.Add("_pragma", p)
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: v.Encode()}
	return u.String()
}

// openSQLite opens the file at path, or makes it, and returns the pools for
// reading and for writing (nil for a store opened to read).
func openSQLite(ctx context.Context, path string, opt Options) (read, write *sql.DB, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, nil, err
	}
	exists, err := inspect(path)
	if err != nil {
		return nil, nil, err
	}
	if !exists {
		if opt.MustExist || opt.ReadOnly {
			return nil, nil, fmt.Errorf("there is no graph at %s%s: ingest something first, or name another file (%w)", path, whatIsAt(path), os.ErrNotExist)
		}
		if err := createSQLite(ctx, path); err != nil {
			return nil, nil, err
		}
	}
	if opt.ReadOnly {
		read, err = openReader(ctx, path)
		return read, nil, err
	}
	write, err = sql.Open("sqlite", sqliteURI(path, "rw", 0, writerCache,
		fmt.Sprintf("wal_autocheckpoint(%d)", checkpointPages), fmt.Sprintf("journal_size_limit(%d)", walKept)))
	if err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	read, err = sql.Open("sqlite", sqliteURI(path, "rw", readerWait, readerCache, "query_only(1)"))
	if err != nil {
		write.Close()
		return nil, nil, err
	}
	return read, write, nil
}

// openReader opens a file for reading where nothing may be written, not even
// the files beside it by which SQLite's processes know of each other.
func openReader(ctx context.Context, path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", sqliteURI(path, "ro", readerWait, readerCache, "query_only(1)"))
	if err != nil {
		return nil, err
	}
	if _, err = version(ctx, &pool{d: sqliteDialect{}, db: db}); err == nil {
		return db, nil
	}
	db.Close()
	if log, statErr := os.Stat(path + "-wal"); statErr == nil && log.Size() > 0 {
		return nil, fmt.Errorf("%s has changes in %s-wal that are not yet in the file, and here they cannot be read: make the folder writable, or copy both (%w)", path, path, err)
	}
	// A folder that cannot be written to: nobody is writing, so the file is
	// as good as unchangeable.
	return sql.Open("sqlite", sqliteURI(path, "ro", readerWait, readerCache, "query_only(1)")+"&immutable=1")
}

// whatIsAt says what stands where there is no graph.
func whatIsAt(path string) string {
	if _, err := os.Stat(path); err == nil {
		return ", only an empty file"
	}
	return ""
}

// inspect looks at a file without SQLite, so that what is not ours is not
// touched. It reports whether there is a graph; an empty file is none.
func inspect(path string) (exists bool, err error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	if info.IsDir() {
		return false, fmt.Errorf("%s is a folder; a graph is one file", path)
	}
	if info.Size() == 0 {
		return false, nil
	}
	head := make([]byte, headerSize)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(headerMagic)]) != headerMagic {
		return false, fmt.Errorf("%s is not a graph, nor any SQLite file; it was left alone: name another file", path)
	}
	if id := binary.BigEndian.Uint32(head[headerApplicationAt:]); id != applicationID {
		return false, fmt.Errorf("%s is an SQLite file of another program; it was left alone: name another file", path)
	}
	return true, checkLength(path, head, info.Size())
}

// checkLength compares a file's length with what its header says, unless there
// is a log whose pages may still be missing from the file.
func checkLength(path string, head []byte, size int64) error {
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return nil
	}
	if binary.BigEndian.Uint32(head[headerChangesAt:]) != binary.BigEndian.Uint32(head[headerValidForAt:]) {
		return nil // the header does not vouch for its page count
	}
	page := int64(binary.BigEndian.Uint16(head[headerPageSizeAt:]))
	if page == 1 {
		page = 1 << 16
	}
	if want := page * int64(binary.BigEndian.Uint32(head[headerPagesAt:])); size < want {
		return fmt.Errorf("%s is cut short: %d of %d bytes are there; restore a copy, or ingest the articles again into a new file", path, size, want)
	}
	return nil
}

// createSQLite makes an empty graph under another name and then links it into
// place, so that a file at path is always whole, also when two processes make
// it at once.
func createSQLite(ctx context.Context, path string) error {
	tmp := fmt.Sprintf("%s.new-%08x", path, rand.Uint32())
	if err := claim(tmp); err != nil {
		return fmt.Errorf("making the graph %s: %w", path, err)
	}
	defer os.Remove(tmp)
	if err := fillSQLite(ctx, tmp); err != nil {
		return fmt.Errorf("making the graph %s: %w", path, sqliteDialect{}.explain(err))
	}
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		return os.Rename(tmp, path) // an empty file stood there
	}
	if err := os.Link(tmp, path); err != nil && !errors.Is(err, os.ErrExist) {
		return os.Rename(tmp, path) // a file system without links
	}
	return nil
}

// claim makes an empty file, because the system says better than SQLite why
// that cannot be done.
func claim(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	dir := filepath.Dir(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("there is no folder %s: make it first (mkdir -p), or name another file (%w)", dir, os.ErrNotExist)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("nothing may be written in the folder %s: check its permissions, or name another file (%w)", dir, os.ErrPermission)
	case err != nil:
		return err
	}
	return f.Close()
}

const sqliteNames = `CREATE VIRTUAL TABLE name USING fts5(text, content='', contentless_delete=1, tokenize='trigram');
`

func fillSQLite(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", sqliteURI(path, "rwc", readerWait, readerCache))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	statements := fmt.Sprintf("PRAGMA application_id = %d; BEGIN;", applicationID) +
		script(" WITHOUT ROWID", "INTEGER", sqliteNames) + "COMMIT; PRAGMA journal_mode = WAL;"
	if _, err := db.ExecContext(ctx, statements); err != nil {
		return err
	}
	// Into the file, so that its header vouches for it from the start.
	_, err = db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	if err != nil {
		return err
	}
	return db.Close()
}
