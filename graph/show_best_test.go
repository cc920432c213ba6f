package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// hubStory is an entity that met many: n of them n times, of which the last
// most often, each in an article of its own.
func hubStory(n int) string {
	var b strings.Builder
	for who := range n {
		for time := range who + 1 {
			fmt.Fprintf(&b, "article 2025-06-02 Met %d %d\nfact Ana | meets | P%d | Ana met P%d.\n\n", who, time, who, who)
		}
	}
	return b.String()
}

func TestShowBest(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, hubStory(4))) // 1 + 2 + 3 + 4 statements
	for _, c := range []struct {
		limit, facts int
		left         Left
	}{
		{0, 4, Left{}}, {10, 4, Left{}}, {9, 3, Left{1, 1}}, {8, 3, Left{1, 2}}, {1, 1, Left{3, 6}},
	} {
		page, err := g.ShowBest(t.Context(), "kg:Ana", c.limit)
		if err != nil {
			t.Fatal(err)
		}
		var left Left
		if page.Left != nil {
			left = *page.Left
		}
		if left != c.left || len(page.Out) != c.facts {
			t.Errorf("of at most %d: %d facts, left out %+v", c.limit, len(page.Out), left)
		}
		best := slices.ContainsFunc(page.Out, func(f Fact) bool { return f.Object.IRI == "kg:P3" && len(f.Statements) == 4 && f.Edge })
		if !best || slices.ContainsFunc(page.Out, func(f Fact) bool { return len(f.Statements) == 0 }) || len(page.Articles) != 10 {
			t.Errorf("of at most %d: %+v, %d articles", c.limit, page.Out, len(page.Articles))
		}
	}
}
