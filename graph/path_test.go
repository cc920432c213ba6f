package graph

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"kg/graph/story"
)

// The story of who knows whom: two short ways from Ana to Eva, of which the one
// over Bo stands in two articles, and a long one.
const pathStory = `
article 2024-01-10 First
entity Ana (Person)
entity Bo (Person)
entity Cy (Person)
entity Eva (Person)
fact Ana | meets | Bo | Ana met Bo.
fact Bo | meets | Eva | Bo met Eva.
fact Ana | may meet | Eva | Ana may meet Eva. | modality=possible
article 2024-02-10 Second
entity Ana (Person)
entity Bo (Person)
entity Cy (Person)
entity Eva (Person)
fact Ana | meets | Bo | Ana met Bo again.
fact Bo | meets | Eva | Bo met Eva again.
fact Cy | advises | Ana | Cy advises Ana.
fact Cy | advises | Eva | Cy advises Eva.
article 2024-03-10 Third
entity Ana (Person)
entity Dan (Person)
entity Eva (Person)
fact Dan | marries | Eva | Dan married Eva.
fact Ana | sues | Eva | Ana sued Eva. | speaker=Dan modality=said
`

func tellPath(t testing.TB, text string) *Graph {
	t.Helper()
	articles, err := story.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if _, err := g.Put(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	return g
}

func TestPaths(t *testing.T) {
	g := tellPath(t, pathStory)
	for _, test := range []struct {
		name, from, to string
		o              PathOptions
		want           string
	}{
		{"the best supported first", "kg:Ana", "kg:Eva", PathOptions{Limit: 5},
			"Ana meets Bo (2), Bo meets Eva (2); Ana < advises Cy (1), Cy advises Eva (1)"},
		{"only one", "kg:Ana", "kg:Eva", PathOptions{}, "Ana meets Bo (2), Bo meets Eva (2)"},
		{"avoiding", "kg:Ana", "kg:Eva", PathOptions{Avoid: []string{"kg:Bo"}}, "Ana < advises Cy (1), Cy advises Eva (1)"},
		{"as of", "kg:Ana", "kg:Eva", PathOptions{AsOf: "2024-01-31", Limit: 5}, "Ana meets Bo (1), Bo meets Eva (1)"},
		{"before anything", "kg:Ana", "kg:Eva", PathOptions{AsOf: "2023-12-31"}, ""},
		{"three steps", "kg:Dan", "kg:Ana", PathOptions{}, "Dan marries Eva (1), Eva < meets Bo (2), Bo < meets Ana (2)"},
		{"too far", "kg:Dan", "kg:Ana", PathOptions{Hops: 2}, ""},
		{"not there", "kg:Ana", "kg:Nobody", PathOptions{}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			paths, err := g.Paths(t.Context(), test.from, test.to, test.o)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, p := range paths {
				all = append(all, hops(t, p))
			}
			if got := strings.Join(all, "; "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
	if _, err := g.Paths(t.Context(), "kg:Ana", "kg:Ana", PathOptions{}); err == nil {
		t.Error("a path to itself is no error")
	}
}

func hops(t *testing.T, p Path) string {
	var out []string
	for _, h := range p.Hops {
		arrow := " "
		if !h.Forward {
			arrow = " < "
		}
		out = append(out, fmt.Sprintf("%s%s%s %s (%d)", h.From.Name, arrow, strings.TrimPrefix(h.Relation.IRI, "rel:"), h.To.Name, h.Support))
		if len(h.Claims) == 0 {
			t.Errorf("%s has no sentence", out[len(out)-1])
		}
	}
	return strings.Join(out, ", ")
}

// TestPathsThroughHubs: a node with more edges than are read is found as an
// end, and the search ends.
func TestPathsThroughHubs(t *testing.T) {
	var b strings.Builder
	b.WriteString("article 2024-01-10 Hub\nentity Hub (Person)\n")
	for i := range 3100 {
		fmt.Fprintf(&b, "fact Hub | meets | Guest %04d | Hub met guest %d.\n", i, i)
	}
	b.WriteString("fact Guest 3099 | knows | Zoe | Guest knows Zoe.\n")
	g := tellPath(t, b.String())
	paths, err := g.Paths(t.Context(), "kg:Zoe", "kg:Hub", PathOptions{})
	if err != nil || len(paths) != 1 || len(paths[0].Hops) != 2 {
		t.Errorf("%v, %v: want a path of two hops", paths, err)
	}
}
