package sqlstore

import (
	"fmt"
	"reflect"
	"testing"
)

// TestNotesOn checks that many topics read at once are as they are one by one,
// and that of notes set twice in one change the last holds.
func TestNotesOn(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		var c Change
		var topics []string
		for i := range 700 { // more than a statement asks about
			topic := fmt.Sprintf("topic %d'é", i)
			topics = append(topics, topic)
			for k := range i % 4 {
				c.Notes = append(c.Notes, Note{topic, fmt.Sprint(9 - k), "old"}, Note{topic, fmt.Sprint(9 - k), fmt.Sprint(i)})
			}
		}
		if _, err := s.Replace(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		at := func(topic string) []Note {
			notes, err := s.Notes(t.Context(), topic)
			if err != nil {
				t.Fatal(err)
			}
			return notes
		}
		found, err := s.NotesOn(t.Context(), topics)
		if err != nil {
			t.Fatal(err)
		}
		for i, topic := range topics {
			want := at(topic)
			if len(want) != i%4 || !reflect.DeepEqual(found[topic], want) {
				t.Errorf("%s: %v, want %d notes as %v", topic, found[topic], i%4, want)
			}
			for _, n := range want {
				if n.Value != fmt.Sprint(i) {
					t.Errorf("%s %s is %q, want what was set last", n.Topic, n.Key, n.Value)
				}
			}
		}
	})
}
