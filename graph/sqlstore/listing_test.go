package sqlstore

import (
	"context"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

// The listing depends on the quads alone: not on the dialect, nor on the order
// in which they came.
func TestListingIsTheSameEverywhere(t *testing.T) {
	var first []string
	onEachDialect(t, func(t *testing.T, location string) {
		for _, order := range [][]int{{0, 1, 2}, {2, 0, 1}} {
			s := open(t, location, Options{})
			g := newsGraph{entities: 50}
			for _, n := range order {
				replace(t, s, Change{Add: g.article(n)})
			}
			got := all(t, s)
			if first == nil {
				first = got
			}
			expect(t, "listing", got, first)
			replace(t, s, Change{Remove: []quad.Value{articleLabel(0), articleLabel(1), articleLabel(2)}})
		}
	})
}

func TestLabelsAndPredicates(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l2"), q("a", "r", "b", "l2"), q("a", "p", "b", "l1"), q("a", "p", "b", "")}})
		labels, err := s.Labels(context.Background())
		want := []Tally{{nil, 1}, {quad.IRI("l1"), 1}, {quad.IRI("l2"), 2}}
		if err != nil || !slices.Equal(labels, want) {
			t.Errorf("labels %v, %v", labels, err)
		}
		predicates, err := s.Predicates(context.Background())
		if want := []Tally{{quad.IRI("p"), 3}, {quad.IRI("r"), 1}}; err != nil || !slices.Equal(predicates, want) {
			t.Errorf("predicates %v, %v", predicates, err)
		}
		var unlabelled []string
		for x, err := range s.Label(context.Background(), nil) {
			if err != nil {
				t.Fatal(err)
			}
			unlabelled = append(unlabelled, x.NQuad())
		}
		expect(t, "without a label", unlabelled, []string{"<a> <p> <b> ."})
	})
}

// A consumer may stop a listing, and use the store within it.
func TestListingStopped(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: newsGraph{entities: 50}.article(0)})
		for x, err := range s.Quads(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			if ref, err := s.ValueOf(x.Subject); err != nil || ref == nil {
				t.Errorf("%v is not found: %v", x.Subject, err)
			}
			replace(t, s, Change{Remove: []quad.Value{articleLabel(0)}})
			break
		}
		expect(t, "quads", all(t, s), []string{})
	})
}
