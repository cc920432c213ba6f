package sqlstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Damage returns what is wrong with the tables themselves, in words, each once:
// pages that the database cannot read, quads of values that are not there, values
// that no quad has or that stand twice, counts that are not what they count, and
// names that Search would not find. It reads everything and changes nothing. The
// error is for what kept it from looking.
//
// Where the database finds its own pages damaged, nothing more is looked for:
// what else would be said might come of that.
func (s *Store) Damage(ctx context.Context) ([]string, error) {
	snap, err := s.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer snap.Close()
	d := &inspection{r: &snap.reader}
	for _, check := range []func(context.Context) error{d.pages, d.counts, d.values, d.identifiers, d.names} {
		if err := check(ctx); err != nil {
			return d.found, s.d.explain(err)
		}
		if d.broken {
			break
		}
	}
	return d.found, nil
}

// inspection is one call of [Store.Damage].
type inspection struct {
	r      *reader
	found  []string
	broken bool // the database cannot read its own pages
}

func (d *inspection) say(format string, args ...any) {
	d.found = append(d.found, fmt.Sprintf(format, args...))
}

// pages asks the database whether it can read what it wrote.
func (d *inspection) pages(ctx context.Context) error {
	query := d.r.d.checkPages()
	if query == "" {
		return nil
	}
	return each(ctx, d.r.q, query, nil, func(scan func(...any) error) error {
		var answer string
		err := scan(&answer)
		if answer != "ok" {
			d.say("the database cannot read its own pages: %s", answer)
			d.broken = true
		}
		return err
	})
}

// counts compares table tally with what it counts.
func (d *inspection) counts(ctx context.Context) error {
	for _, c := range []struct {
		what, column string
		dir          quad.Direction
	}{{"predicate", "p", quad.Predicate}, {"label", "l", quad.Label}} {
		err := each(ctx, d.r.q, `SELECT coalesce(text, ''), coalesce(n, 0), coalesce(quads, 0) FROM
			(SELECT `+c.column+` AS id, count(*) AS n FROM quad GROUP BY `+c.column+`) AS a
			FULL JOIN (SELECT id, quads FROM tally WHERE dir = ?) AS t ON t.id = a.id
			LEFT JOIN value ON value.id = coalesce(a.id, t.id)
			WHERE coalesce(n, 0) <> coalesce(quads, 0) ORDER BY coalesce(a.id, t.id)`, []any{int64(c.dir)},
			func(scan func(...any) error) error {
				var text string
				var there, counted int64
				err := scan(&text, &there, &counted)
				d.say("the %s <%s> has %d quads, and the count of them says %d", c.what, text, there, counted)
				return err
			})
		if err != nil {
			return err
		}
	}
	for _, c := range []struct {
		what  string
		dir   int64
		table string
	}{{"quads", tallyQuads, "quad"}, {"values", tallyValues, "value"}} {
		var there, counted int64
		if _, err := one(ctx, d.r.q, `SELECT (SELECT count(*) FROM `+c.table+`), coalesce((SELECT quads FROM tally WHERE dir = ? AND id = 0), 0)`,
			[]any{c.dir}, &there, &counted); err != nil {
			return err
		}
		if there != counted {
			d.say("there are %d %s, and the count of them says %d", there, c.what, counted)
		}
	}
	return nil
}

// values looks for values without a quad, quads without a value, and values that
// cannot be read or found.
func (d *inspection) values(ctx context.Context) error {
	for _, column := range []string{"s", "p", "o", "l"} {
		err := d.numbered(ctx, `SELECT DISTINCT `+column+` FROM quad WHERE `+column+` <> 0 AND NOT EXISTS (SELECT 1 FROM value WHERE id = `+column+`) ORDER BY 1`,
			"a quad has the value number %d, which is not there")
		if err != nil {
			return err
		}
	}
	err := d.numbered(ctx, `SELECT id FROM value WHERE NOT EXISTS (SELECT 1 FROM quad WHERE s = id) AND NOT EXISTS (SELECT 1 FROM quad WHERE p = id)
		AND NOT EXISTS (SELECT 1 FROM quad WHERE o = id) AND NOT EXISTS (SELECT 1 FROM quad WHERE l = id) ORDER BY id`,
		"the value number %d is in no quad")
	if err != nil {
		return err
	}
	err = d.numbered(ctx, `SELECT max(id) FROM value GROUP BY hash, kind, text, ext HAVING count(*) > 1 ORDER BY 1`,
		"the value number %d is there twice, so that not all its quads are found")
	if err != nil {
		return err
	}
	return each(ctx, d.r.q, `SELECT id, hash, kind, text, ext FROM value ORDER BY id`, nil, func(scan func(...any) error) error {
		var id, hash int64
		var t term
		if err := scan(&id, &hash, &t.kind, &t.text, &t.ext); err != nil {
			return err
		}
		if _, err := t.value(); err != nil {
			d.say("the value number %d (%.60q) cannot be read", id, t.text)
		} else if t.hash() != hash {
			d.say("the value number %d (%.60q) is not found by its text, which has changed", id, t.text)
		}
		return nil
	})
}

// identifiers looks whether the next value would get a number that is taken.
func (d *inspection) identifiers(ctx context.Context) error {
	return d.numbered(ctx, `SELECT value FROM meta WHERE key = 'next_id' AND value <= (SELECT max(id) FROM value)`,
		"the next new value would get the number %d, which is taken")
}

// names looks for names that are not under Search's index, and for what is there
// without being a value.
func (d *inspection) names(ctx context.Context) error {
	id := d.r.d.nameID()
	err := d.numbered(ctx, `SELECT `+id+` FROM name WHERE `+id+` NOT IN (SELECT id FROM value) ORDER BY 1`,
		"the index of names holds the value number %d, which is not there")
	if err != nil {
		return err
	}
	for _, p := range namePredicates {
		err := each(ctx, d.r.q, `SELECT DISTINCT v.id, v.kind, v.text, v.ext FROM quad JOIN value AS p ON p.id = quad.p JOIN value AS v ON v.id = quad.o
			WHERE p.kind = ? AND p.text = ? AND v.id NOT IN (SELECT `+id+` FROM name) ORDER BY v.id`, []any{int64(kindIRI), string(p)},
			func(scan func(...any) error) error {
				var id int64
				var t term
				if err := scan(&id, &t.kind, &t.text, &t.ext); err != nil {
					return err
				}
				if v, err := t.value(); err == nil && fold(nameText(v)) != " " {
					d.say("the name %q is not found by a search", t.text)
				}
				return nil
			})
		if err != nil {
			return err
		}
	}
	return nil
}

// numbered says something of each number that a query gives.
func (d *inspection) numbered(ctx context.Context, query, format string) error {
	return each(ctx, d.r.q, query, nil, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		d.say(format, n)
		return err
	})
}

// NoteTopics returns the topics of notes that begin with a prefix, in byte order.
func (r *reader) NoteTopics(ctx context.Context, prefix string) ([]string, error) {
	var out []string
	err := each(ctx, r.q, `SELECT topic FROM note WHERE substr(topic, 1, ?) = ? GROUP BY topic ORDER BY topic`+r.d.bytewise(), []any{len([]rune(prefix)), prefix},
		func(scan func(...any) error) error {
			var topic string
			err := scan(&topic)
			out = append(out, topic)
			return err
		})
	return out, r.d.explain(err)
}
