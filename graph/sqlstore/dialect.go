package sqlstore

import (
	"context"
	"database/sql"
	"time"
)

// dialect is what SQLite and PostgreSQL do differently. All other SQL in the
// package is written once, with ? for parameters.
type dialect interface {
	// rebind turns ? into the dialect's own parameters.
	rebind(query string) string
	// in completes "column " to a test against a list of ids, given as one parameter.
	in() string
	// idList is the parameter for in.
	idList(ids []int64) any
	// insert adds rows to a table; each row has len(columns) values, an int64
	// or a string as the column's type says. conflict ends the statement.
	insert(ctx context.Context, q querier, table string, columns []column, rows [][]any, conflict string) error
	// insertNext adds rows whose first column is the primary key: each has the next
	// number after the row before it, and all are above those of the table.
	insertNext(ctx context.Context, q querier, table string, columns []column, rows [][]any) error
	// rowSource is a FROM item with the given rows, columns named as given, and its parameters.
	rowSource(alias string, columns []column, rows [][]any) (string, []any)
	// bytewise is what makes a text column sort by its bytes.
	bytewise() string
	// chunk is how many rows a rowSource should have at most.
	chunk() int
	// sortsLater reports whether a Loader may put orders off.
	sortsLater() bool
	// sorting is the statements around one that sorts what does not fit into memory.
	sorting(statement string) []string
	// joined is FROM and WHERE for quads q0, q1, … looked up in this order, each
	// by its condition, which may refer to those before it.
	joined(where []string) string
	// namePatterns is the condition on table name that its text contains, of
	// each group of parts, at least one, and its parameters. A part has three
	// characters or more.
	namePatterns(groups [][]string) (string, []any)
	// nameID is the column of table name with the value's id.
	nameID() string
	// begin starts a writing transaction and takes the writers' turn. It calls
	// onWait at most once, when it has to wait, and gives up after limit.
	begin(ctx context.Context, db *sql.DB, onWait func(), limit time.Duration) (*sql.Tx, error)
	// snapshot is for a reading transaction that sees the moment of its first read.
	snapshot() *sql.TxOptions
	// checkPages is a query that answers "ok", or in its rows what pages of the
	// database cannot be read; empty where there is none.
	checkPages() string
	// explain turns errors that a reader can do something about into words.
	explain(err error) error
}

// column is a column's name with its PostgreSQL type, which an array needs.
type column struct{ name, typ string }

// querier runs SQL: the connection pool, or one transaction.
type querier interface {
	query(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	exec(ctx context.Context, query string, args ...any) (sql.Result, error)
	// alone returns once nobody else reads from the querier, where it has only
	// one connection, and a function to be called when that is over.
	alone() func()
}
