package graph

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// describeNeighbourhood writes a neighbourhood in lines: a node with its steps and
// what is left out, an edge with its relations and their articles.
func describeNeighbourhood(n *Neighbourhood) string {
	var b strings.Builder
	for _, node := range n.Nodes {
		fmt.Fprintf(&b, "%s %d", node.Name, node.Hops)
		if node.Left > 0 {
			fmt.Fprintf(&b, " +%d", node.Left)
		}
		b.WriteByte('\n')
	}
	for _, e := range n.Edges {
		fmt.Fprintf(&b, "%s → %s:", n.Nodes[e.From].Name, n.Nodes[e.To].Name)
		for _, r := range e.Relations {
			fmt.Fprintf(&b, " %s %d", r.Name, r.Count)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestNeighbourhood(t *testing.T) {
	g := tellPath(t, pathStory)
	for _, test := range []struct {
		name, of string
		o        NeighbourhoodOptions
		want     string
	}{
		// Ana may meet Eva, and is only said to sue her: that connects nothing.
		{"one step", "kg:Ana", NeighbourhoodOptions{}, "Ana 0\nBo 1 +1\nCy 1 +1\nAna → Bo: meets 2\nCy → Ana: advises 1\n"},
		{"the strongest", "kg:Ana", NeighbourhoodOptions{Limit: 1}, "Ana 0 +1\nBo 1 +1\nAna → Bo: meets 2\n"},
		{"two steps", "kg:Ana", NeighbourhoodOptions{Hops: 2}, "Ana 0\nBo 1\nCy 1\nEva 2 +1\n" +
			"Ana → Bo: meets 2\nBo → Eva: meets 2\nCy → Ana: advises 1\nCy → Eva: advises 1\n"},
		{"opened", "kg:Ana", NeighbourhoodOptions{Limit: 1, Open: []string{"kg:Bo", "kg:Eva", "kg:Nobody"}},
			"Ana 0\nBo 1\nEva 2\nCy 3\nDan 3\n" +
				"Ana → Bo: meets 2\nBo → Eva: meets 2\nCy → Ana: advises 1\nCy → Eva: advises 1\nDan → Eva: marries 1\n"},
	} {
		n, err := g.Neighbourhood(t.Context(), test.of, test.o)
		if err != nil {
			t.Fatal(err)
		}
		if got := describeNeighbourhood(n); got != test.want {
			t.Errorf("%s:\n%swant\n%s", test.name, got, test.want)
		}
	}
	if _, err := g.Neighbourhood(t.Context(), "kg:Nobody", NeighbourhoodOptions{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("the neighbourhood of nobody: %v, want that it is not found", err)
	}
}
