package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"kg/graph/sqlstore"
)

// notebook is what a plan reads and writes of the store's notes: each topic as
// it is and as it will be.
type notebook struct {
	now    noted
	notes  map[string]map[string]string // by topic and key, as they will be; empty where there is none any more
	before map[string]map[string]string // the same, as they are
	unread map[string]map[string]string // what is noted of topics that are not read
}

func newNotebook(now noted) *notebook {
	return &notebook{now: now, notes: map[string]map[string]string{}, before: map[string]map[string]string{}, unread: map[string]map[string]string{}}
}

// topic returns the notes of a topic as they will be.
func (n *notebook) topic(ctx context.Context, topic string) (map[string]string, error) {
	if notes, ok := n.notes[topic]; ok {
		return notes, nil
	}
	found, err := n.now.Notes(ctx, topic)
	if err != nil {
		return nil, fmt.Errorf("reading what is noted of articles: %w", err)
	}
	n.took(topic, found)
	return n.notes[topic], nil
}

// took keeps what was read of a topic.
func (n *notebook) took(topic string, found []sqlstore.Note) {
	notes, before := make(map[string]string, len(found)), make(map[string]string, len(found))
	for _, note := range found {
		notes[note.Key], before[note.Key] = note.Value, note.Value
	}
	maps.Copy(notes, n.unread[topic])
	delete(n.unread, topic)
	n.notes[topic], n.before[topic] = notes, before
}

// prefetch reads topics at once, which are then read one by one.
func (n *notebook) prefetch(ctx context.Context, topics []string) error {
	missing := make(map[string]bool, len(topics))
	for _, topic := range topics {
		if _, read := n.notes[topic]; !read {
			missing[topic] = true
		}
	}
	found, err := n.now.NotesOn(ctx, sortedKeys(missing))
	if err != nil {
		return fmt.Errorf("reading what is noted of articles: %w", err)
	}
	for topic := range missing {
		n.took(topic, found[topic])
	}
	return nil
}

// blind notes a value, empty for none, of a topic that need not be read for it.
func (n *notebook) blind(topic, key, value string) {
	if notes, read := n.notes[topic]; read {
		notes[key] = value
		return
	}
	if n.unread[topic] == nil {
		n.unread[topic] = map[string]string{}
	}
	n.unread[topic][key] = value
}

// keys returns the keys of a topic that will have a note, sorted.
func (n *notebook) keys(ctx context.Context, topic string) ([]string, error) {
	notes, err := n.topic(ctx, topic)
	if err != nil {
		return nil, err
	}
	keys := make([]string, 0, len(notes))
	for key, value := range notes {
		if value != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys, nil
}

// set notes a value, empty for none.
func (n *notebook) set(ctx context.Context, topic, key, value string) error {
	notes, err := n.topic(ctx, topic)
	if err == nil {
		notes[key] = value
	}
	return err
}

// change adds to a change what is noted from now on. Once that is carried out, the
// store has it.
func (n *notebook) change(c *sqlstore.Change) {
	for _, topic := range slices.Sorted(maps.Keys(n.notes)) {
		n.changeTopic(c, topic)
	}
	for _, topic := range slices.Sorted(maps.Keys(n.unread)) {
		for _, key := range slices.Sorted(maps.Keys(n.unread[topic])) {
			note := sqlstore.Note{Topic: topic, Key: key, Value: n.unread[topic][key]}
			if note.Value == "" {
				c.Drop = append(c.Drop, note)
			} else {
				c.Notes = append(c.Notes, note)
			}
		}
	}
	clear(n.unread)
}

// changeTopic is change, of one topic that was read.
func (n *notebook) changeTopic(c *sqlstore.Change, topic string) {
	notes, before := n.notes[topic], n.before[topic]
	if stay(notes, before) {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(notes)) {
		note := sqlstore.Note{Topic: topic, Key: key, Value: notes[key]}
		switch was, known := before[key]; {
		case note.Value == "" && known:
			c.Drop = append(c.Drop, note)
		case note.Value != "" && note.Value != was:
			c.Notes = append(c.Notes, note)
		}
	}
	maps.DeleteFunc(notes, func(_, value string) bool { return value == "" })
	n.before[topic] = maps.Clone(notes)
}

// stay reports whether notes of a topic are those that it had before.
func stay(notes, before map[string]string) bool {
	for key, value := range notes {
		if before[key] != value {
			return false
		}
	}
	return true
}

// forget lets go of a topic that the store has as it is here.
func (n *notebook) forget(topic string) {
	delete(n.notes, topic)
	delete(n.before, topic)
}
