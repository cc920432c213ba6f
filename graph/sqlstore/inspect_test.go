package sqlstore

import (
	"context"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// Each kind of damage to the tables is found, and says what it is; a graph that
// was written by kg alone has none.
func TestDamage(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: newsGraph{entities: 20}.article(1)})
		replace(t, s, Change{Remove: []quad.Value{articleLabel(1)}, Add: newsGraph{entities: 20}.article(2)})
		checkSound(t, s)
		name := s.d.nameID()
		for _, c := range []struct{ what, harm, want string }{
			{"a count of a label", `UPDATE tally SET quads = quads + 1 WHERE dir = 4`, "the label <article:report-0000002> has"},
			{"a count of a predicate is gone", `DELETE FROM tally WHERE dir = 2 AND id = (SELECT id FROM value WHERE text = 'kg:sentence')`, "the predicate <kg:sentence> has 20 quads, and the count of them says 0"},
			{"a count of nothing", `INSERT INTO tally (dir, id, quads) VALUES (4, 12345, 7)`, "the label <> has 0 quads, and the count of them says 7"},
			{"the count of all", `UPDATE tally SET quads = 5 WHERE dir = 0`, "quads, and the count of them says 5"},
			{"a quad is gone", `DELETE FROM quad WHERE p = (SELECT id FROM value WHERE text = 'kg:sha256')`, "has 0 quads, and the count of them says 1"},
			{"a value is gone", `DELETE FROM value WHERE text = 'kg:sha256'`, "a quad has the value number"},
			{"a value nobody has", `INSERT INTO value (id, hash, kind, text, ext) VALUES (99999, 1, 3, 'stray', '')`, "the value number 99999 is in no quad"},
			{"a changed text", `UPDATE value SET text = 'Report 9 of the day''s events' WHERE text LIKE 'Report 2%'`, `("Report 9 of the day's events") is not found by its text`},
			{"a kind that is none", `UPDATE value SET kind = 11 WHERE text = 'kg:sha256'`, `("kg:sha256") cannot be read`},
			{"a value twice", `INSERT INTO value (id, hash, kind, text, ext) SELECT 99999, hash, kind, text, ext FROM value WHERE text = 'kg:sha256'`, "the value number 99999 is there twice"},
			{"a number given twice", `UPDATE meta SET value = 3 WHERE key = 'next_id'`, "the next new value would get the number 3"},
			{"a name that is not found", `DELETE FROM name WHERE ` + name + ` = (SELECT id FROM value WHERE text = 'Person Number 0')`, `the name "Person Number 0" is not found by a search`},
			{"a name of nothing", `INSERT INTO name (` + name + `, text) VALUES (99999, '^ stray $')`, "the index of names holds the value number 99999"},
		} {
			harmed := damaged(t, s, c.harm)
			if !strings.Contains(strings.Join(harmed, "\n"), c.want) {
				t.Errorf("%s: found %q, want %q", c.what, harmed, c.want)
			}
		}
		checkSound(t, s)
	})
}

// damaged returns the damage that a statement does, which it takes back.
func damaged(t *testing.T, s *Store, harm string) []string {
	t.Helper()
	ctx := context.Background()
	tx, err := s.writeDB.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, harm); err != nil {
		t.Fatalf("%s: %v", harm, err)
	}
	within := &Store{reader: s.reader, snap: tx, opt: s.opt}
	within.reader.q = &txn{d: s.d, tx: tx}
	damage, err := within.Damage(ctx)
	if err != nil {
		t.Fatalf("after %s: %v", harm, err)
	}
	return damage
}
