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

// NotesOn returns the notes of several topics, in the order of Notes, in a
// statement for many topics.
func (r *reader) NotesOn(ctx context.Context, topics []string) (map[string][]Note, error) {
	out := make(map[string][]Note, len(topics))
	columns := []column{{"topic", "text"}}
	for len(topics) > 0 {
		n := r.d.chunk()
		for n > len(topics) { // powers of two, so that there are few statements to prepare
			n /= 2
		}
		from, args := r.d.rowSource("wanted", columns, textRows(topics[:n]))
		err := each(ctx, r.q, `SELECT note.topic, note.key, note.value FROM `+from+` CROSS JOIN note WHERE note.topic = wanted.topic`, args,
			func(scan func(...any) error) error {
				var n Note
				err := scan(&n.Topic, &n.Key, &n.Value)
				out[n.Topic] = append(out[n.Topic], n)
				return err
			})
		if err != nil {
			return nil, r.d.explain(err)
		}
		topics = topics[n:]
	}
	for _, notes := range out {
		sortNotes(notes)
	}
	return out, nil
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
	columns := []column{{"topic", "text"}, {"key", "text"}, {"value", "text"}}
	rows := make([][]any, 0, len(c.Notes))
	for _, n := range lastOfEach(c.Notes) {
		rows = append(rows, []any{n.Topic, n.Key, n.Value})
	}
	return w.d.insert(ctx, w.q, "note", columns, rows, `ON CONFLICT (topic, key) DO UPDATE SET value = excluded.value`)
}

// lastOfEach returns the notes that hold once all are set, since a statement may
// set one once.
func lastOfEach(notes []Note) []Note {
	at := make(map[[2]string]int, len(notes))
	for i, n := range notes {
		at[[2]string{n.Topic, n.Key}] = i
	}
	if len(at) == len(notes) {
		return notes
	}
	var last []Note
	for i, n := range notes {
		if at[[2]string{n.Topic, n.Key}] == i {
			last = append(last, n)
		}
	}
	return last
}
