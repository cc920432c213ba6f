package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
)

// schemaVersion is the version of the tables below. A change to them, or to
// what their columns mean, adds a step to upgrades.
func schemaVersion() int { return 1 + len(upgrades) }

// upgrades[i] turns tables of version i+1 into version i+2.
var upgrades = []func(ctx context.Context, q querier) error{
	func(ctx context.Context, q querier) error {
		_, err := q.exec(ctx, noteTable)
		return err
	},
	func(ctx context.Context, q querier) error { // they are in another form since; articles that are read again have them anew
		_, err := q.exec(ctx, `DELETE FROM note WHERE topic LIKE 'said %' OR topic LIKE 'profile %' OR topic LIKE 'block %'`)
		return err
	},
	func(ctx context.Context, q querier) error { // two orders of six are gone
		for _, o := range []string{"lpos", "losp"} {
			if _, err := q.exec(ctx, `DROP INDEX IF EXISTS quad_`+o); err != nil {
				return err
			}
		}
		return nil
	},
}

// Keys of table meta.
const (
	metaSchema   = "schema"   // schemaVersion of these tables
	metaNextID   = "next_id"  // the id the next new value gets; PostgreSQL's writers lock this row to take turns
	metaSwept    = "swept"    // how often values have been deleted; tells writers to forget ids they remember
	metaUnsorted = "unsorted" // 1 while a Loader has put orders off; may be absent
)

// tables are the tables both dialects have. %[1]s is what follows a table
// whose primary key is all there is to store it by.
const tables = `
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL)%[1]s;
CREATE TABLE value (id %[2]s PRIMARY KEY, hash BIGINT NOT NULL, kind BIGINT NOT NULL, text TEXT NOT NULL, ext TEXT NOT NULL);
CREATE INDEX value_hash ON value (hash);
CREATE TABLE quad (s BIGINT NOT NULL, p BIGINT NOT NULL, o BIGINT NOT NULL, l BIGINT NOT NULL, PRIMARY KEY (s, p, o, l))%[1]s;
CREATE TABLE tally (dir BIGINT NOT NULL, id BIGINT NOT NULL, quads BIGINT NOT NULL, PRIMARY KEY (dir, id))%[1]s;
CREATE TABLE record (source TEXT NOT NULL PRIMARY KEY, label TEXT NOT NULL, digest TEXT NOT NULL)%[1]s;
CREATE INDEX record_label ON record (label, source);
`

// script makes the tables of an empty graph, those of the dialect among them.
func script(afterKey, idType, own string) string {
	statements := fmt.Sprintf(tables, afterKey, idType) + noteTable + own
	for _, o := range orders[1:] {
		statements += createOrder(o) + ";\n"
	}
	return statements + fmt.Sprintf(firstRows, schemaVersion())
}

// firstRows fills the tables of an empty graph.
const firstRows = `
INSERT INTO meta (key, value) VALUES ('schema', %d), ('next_id', 1), ('swept', 0);
`

// Values of tally.dir beyond the quad.Direction numbers of predicates and labels.
const (
	tallyQuads  = 0 // id 0: all quads
	tallyValues = 5 // id 0: all values
)

// checkVersion refuses a graph written by a later version of the program.
func checkVersion(v int) error {
	switch {
	case v > schemaVersion():
		return fmt.Errorf("it was written by a later version of kg (format %d, this one knows %d): use that version, or export there and import here", v, schemaVersion())
	case v < 1:
		return fmt.Errorf("its format number %d is none that any version of kg wrote: it is damaged", v)
	}
	return nil
}

// version reads the format number out of table meta.
func version(ctx context.Context, q querier) (int, error) {
	var v int
	found, err := one(ctx, q, `SELECT value FROM meta WHERE key = 'schema'`, nil, &v)
	if err == nil && !found {
		err = fmt.Errorf("its table meta lacks the format number: it is damaged, or another program's")
	}
	return v, err
}

// upgrade brings older tables to schemaVersion in one transaction.
func upgrade(ctx context.Context, d dialect, db *sql.DB, opt Options) error {
	tx, err := d.begin(ctx, db, opt.OnWait, opt.waitLimit())
	if err != nil {
		return err
	}
	defer tx.Rollback()
	q := &txn{d: d, tx: tx}
	v, err := version(ctx, q)
	if err != nil {
		return err
	}
	for ; v < schemaVersion(); v++ {
		if err := upgrades[v-1](ctx, q); err != nil {
			return fmt.Errorf("bringing its format from %d to %d: %w", v, v+1, err)
		}
		if _, err := q.exec(ctx, `UPDATE meta SET value = ? WHERE key = 'schema'`, v+1); err != nil {
			return err
		}
	}
	return tx.Commit()
}
