package sqlstore

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/quad"
)

// TestManyAtOnce checks that what is asked of many sources and labels at once is
// what is asked of each.
func TestManyAtOnce(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		const count = 1200 // more than a statement asks about
		var c Change
		var sources, labels []string
		for i := range count {
			sources, labels = append(sources, fmt.Sprintf("/tmp/it's %d", i)), append(labels, fmt.Sprintf("article:%d", i))
			if i%2 == 0 {
				c.Records = append(c.Records, Record{sources[i], labels[i], fmt.Sprint(i)})
			}
			if i%3 == 0 {
				c.Add = append(c.Add, quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: quad.IRI("article:1"), Label: quad.IRI(labels[i])})
			}
		}
		replace(t, s, c)
		records, err := s.RecordsOf(t.Context(), sources)
		if err != nil {
			t.Fatal(err)
		}
		there, err := s.Populated(t.Context(), labels)
		if err != nil {
			t.Fatal(err)
		}
		for i, source := range sources {
			if r, found := records[source]; found != (i%2 == 0) || found && r != (Record{source, labels[i], fmt.Sprint(i)}) {
				t.Errorf("the record of %s is %v, %v", source, r, found)
			}
			if there[labels[i]] != (i%3 == 0) {
				t.Errorf("%s has quads: %v", labels[i], there[labels[i]])
			}
		}
	})
}
