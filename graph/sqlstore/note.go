package sqlstore

import (
	"context"
	"slices"
	"strings"
)

// Note is bookkeeping beside the quads that belongs to no source; no query sees
// it.
type Note struct {
	Topic string // what notes are looked up by
	Key   string // which of the topic's
	Value string
}

// noteTable holds the notes. It came with version 2 of the tables.
const noteTable = `CREATE TABLE note (topic TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (topic, key));
`

// Notes returns the notes of a topic, in the byte order of their keys.
func (r *reader) Notes(ctx context.Context, topic string) ([]Note, error) {
	var out []Note
	err := each(ctx, r.q, `SELECT key, value FROM note WHERE topic = ?`, []any{topic}, func(scan func(...any) error) error {
		n := Note{Topic: topic}
		err := scan(&n.Key, &n.Value)
		out = append(out, n)
		return err
	})
	sortNotes(out)
	return out, r.d.explain(err)
}

func sortNotes(notes []Note) {
	slices.SortFunc(notes, func(a, b Note) int { return strings.Compare(a.Key, b.Key) })
}

// writeNotes removes the notes of c.Drop, then sets those of c.Notes.
func (w *writer) writeNotes(ctx context.Context, c Change) error {
	for _, n := range c.Drop {
		if _, err := w.q.exec(ctx, `DELETE FROM note WHERE topic = ? AND key = ?`, n.Topic, n.Key); err != nil {
			return err
		}
	}
	for _, n := range c.Notes {
		_, err := w.q.exec(ctx, `INSERT INTO note (topic, key, value) VALUES (?, ?, ?)
			ON CONFLICT (topic, key) DO UPDATE SET value = excluded.value`, n.Topic, n.Key, n.Value)
		if err != nil {
			return err
		}
	}
	return nil
}
