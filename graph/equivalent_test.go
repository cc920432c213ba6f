package graph

import (
	"testing"

	"github.com/cayleygraph/quad"
)

// TestEquivalents: a relation that a standard has too is linked to it; one that
// only denies it is not.
func TestEquivalents(t *testing.T) {
	for relation, want := range map[quad.IRI]quad.IRI{
		"rel:is-member-of":     "schema:memberOf",
		"rel:is-not-member-of": "",
		"rel:may-marry":        "",
		"rel:is-born-in":       "",
	} {
		if got, _ := equivalentOf(relation); got != want {
			t.Errorf("equivalentOf(%s) = %q, want %q", relation, got, want)
		}
	}
}
