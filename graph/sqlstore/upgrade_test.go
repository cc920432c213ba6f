package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// versionOne is a graph as the first version made it, with the quads
// <a> <p> "text" <article:l> . and <a> <p> <b> .
const versionOne = `
PRAGMA application_id = 0x6b677164;
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL) WITHOUT ROWID;
CREATE TABLE value (id INTEGER PRIMARY KEY, hash BIGINT NOT NULL, kind BIGINT NOT NULL, text TEXT NOT NULL, ext TEXT NOT NULL);
CREATE INDEX value_hash ON value (hash);
CREATE TABLE quad (s BIGINT NOT NULL, p BIGINT NOT NULL, o BIGINT NOT NULL, l BIGINT NOT NULL, PRIMARY KEY (s, p, o, l)) WITHOUT ROWID;
CREATE INDEX quad_posl ON quad (p, o, s, l);
CREATE INDEX quad_ospl ON quad (o, s, p, l);
CREATE INDEX quad_lspo ON quad (l, s, p, o);
CREATE INDEX quad_lpos ON quad (l, p, o, s);
CREATE INDEX quad_losp ON quad (l, o, s, p);
CREATE TABLE tally (dir BIGINT NOT NULL, id BIGINT NOT NULL, quads BIGINT NOT NULL, PRIMARY KEY (dir, id)) WITHOUT ROWID;
CREATE TABLE record (source TEXT NOT NULL PRIMARY KEY, label TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX record_label ON record (label, source);
CREATE VIRTUAL TABLE name USING fts5(text, content='', contentless_delete=1, tokenize='trigram');
INSERT INTO meta (key, value) VALUES ('schema', 1), ('next_id', 6), ('swept', 0);
INSERT INTO value (id, hash, kind, text, ext) VALUES (1, 49668120002946, 1, 'a', ''), (2, 38842147446247, 1, 'p', ''),
	(3, 189309173074, 3, 'text', ''), (4, 132081201059956, 1, 'article:l', ''), (5, 130265168332461, 1, 'b', '');
INSERT INTO quad (s, p, o, l) VALUES (1, 2, 3, 4), (1, 2, 5, 0);
INSERT INTO tally (dir, id, quads) VALUES (0, 0, 2), (2, 2, 2), (4, 0, 1), (4, 4, 1), (5, 0, 5);
INSERT INTO record (source, label, digest) VALUES ('/news/l.txt', 'article:l', 'd');
`

var inVersionOne = []string{`<a> <p> <b> .`, `<a> <p> "text" <article:l> .`}

// A graph of the first version is read, and written to, as any, once it has been
// opened for writing, which also leaves the four orders of six that are kept.
func TestVersionOne(t *testing.T) {
	location := sqliteLocation(t)
	inSQLite(t, location, versionOne)
	expect(t, "read", all(t, open(t, location, Options{})), inVersionOne)
	s := open(t, location, Options{})
	for i, v := range []quad.Value{quad.IRI("a"), quad.IRI("p"), quad.String("text"), quad.IRI("article:l"), quad.IRI("b")} {
		if id, err := s.lookup(context.Background(), v); id != int64(i+1) || err != nil {
			term, _ := termOf(v)
			t.Errorf("%v is found as %d, %v (kind %d, hash %d)", v, id, err, term.kind, term.hash())
		}
	}
	checkSorted(t, s, true)
	if rec, ok, err := s.Record(context.Background(), "/news/l.txt"); !ok || rec.Label != "article:l" || err != nil {
		t.Errorf("record %+v, %v", rec, err)
	}
	checkSound(t, s)
	if n := replace(t, s, Change{Remove: []quad.Value{quad.IRI("article:l")}, Add: []quad.Quad{q("a", "p", "c", "article:l")}}); n != (Counts{1, 1}) {
		t.Errorf("replaced %+v", n)
	}
	checkSound(t, s)
}

// The notes on identities of the second version are not read; all others stay.
func TestVersionTwo(t *testing.T) {
	location := sqliteLocation(t)
	inSQLite(t, location, versionOne+noteTable+`
UPDATE meta SET value = 2 WHERE key = 'schema';
INSERT INTO note (topic, key, value) VALUES ('said article:l', 'a', '{}'), ('block thing a', '00ff', '{}'), ('why article:l', 'a', '[]');`)
	s := open(t, location, Options{})
	expect(t, "read", all(t, s), inVersionOne)
	topics, err := s.NoteTopics(context.Background(), "")
	if err != nil || len(topics) != 1 || topics[0] != "why article:l" {
		t.Errorf("notes on %q, %v", topics, err)
	}
}

// withUpgrade lets the program know one version more for the rest of a test.
func withUpgrade(t *testing.T, step func(ctx context.Context, q querier) error) {
	t.Helper()
	before := upgrades
	upgrades = append(append(upgrades[:0:0], before...), step)
	t.Cleanup(func() { upgrades = before })
}

func addNote(ctx context.Context, q querier) error {
	_, err := q.exec(ctx, `ALTER TABLE record ADD COLUMN note TEXT NOT NULL DEFAULT 'none'`)
	return err
}

// An older graph is upgraded once, by the first who may write, with all that
// is in it; where that fails, it stays as it was.
func TestUpgrade(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l")}, Records: []Record{{"source", "l", "d"}}})
		old := schemaVersion()
		withUpgrade(t, func(ctx context.Context, q querier) error {
			if err := addNote(ctx, q); err != nil {
				return err
			}
			return errFault
		})
		if _, err := Open(context.Background(), location, Options{}); !errors.Is(err, errFault) || !strings.Contains(err.Error(), fmt.Sprintf("from %d to %d", old, old+1)) {
			t.Errorf("an upgrade that fails gives %v", err)
		}
		upgrades[len(upgrades)-1] = addNote // the failed one has left no trace of its own
		_, err := Open(context.Background(), location, Options{ReadOnly: true})
		if err == nil || !strings.Contains(err.Error(), "open it once for writing") {
			t.Errorf("an older graph opened for reading gives %v", err)
		}
		for range 2 {
			s := open(t, location, Options{})
			var note string
			if _, err := one(context.Background(), s.q, `SELECT note FROM record`, nil, &note); note != "none" || err != nil {
				t.Errorf("note %q, %v", note, err)
			}
			if v, err := version(context.Background(), s.q); v != old+1 || err != nil {
				t.Errorf("version %d, %v", v, err)
			}
			expect(t, "upgraded", all(t, s), []string{"<a> <p> <b> <l> ."})
		}
		// A writer of the older version that still runs writes nothing more.
		upgrades = upgrades[:len(upgrades)-1]
		if _, err := s.Replace(context.Background(), Change{Add: []quad.Quad{q("c", "p", "d", "m")}}); err == nil || !strings.Contains(err.Error(), "later version") {
			t.Errorf("a write by the older version gives %v", err)
		}
		if _, err := Open(context.Background(), location, Options{}); err == nil || !strings.Contains(err.Error(), "later version") {
			t.Errorf("opening it by the older version gives %v", err)
		}
	})
}
