package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kg/extract"
)

// printsOf returns how many articles state each of a report's sentences, and how
// many print them, as the network of the graph has it.
func printsOf(t *testing.T, g *Graph) map[string][2]int {
	t.Helper()
	n, err := g.Network(t.Context(), Selection{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][2]int{}
	for _, e := range n.Edges {
		found[e.Sentence] = [2]int{len(e.Articles), e.Printed()}
	}
	return found
}

// reported is a report as an outlet prints it, each of its sentences about a matter
// of its own.
func reported(t *testing.T, outlet string, day int, sentences []string) *extract.Extraction {
	t.Helper()
	story := fmt.Sprintf("article 2025-06-%02d %s prints\nsource %s.txt\n", day, outlet, outlet)
	for _, s := range sentences {
		words := strings.Fields(s)
		story += fmt.Sprintf("fact %s %s | tells | matter %08x | %s\n", words[1], words[2], sealOf(s), s)
	}
	return articles(t, story)[0]
}

// Support counts origins also where an article is a copy of several, and counts
// articles that have but a passage in common.
func TestCopiesOfSeveral(t *testing.T) {
	wire, second, own := prose(1, 12), prose(2, 12), prose(3, 12)
	joined := func(parts ...[]string) []string { return slices.Concat(parts...) }
	tests := []struct {
		name     string
		articles []*extract.Extraction
		want     map[string][2]int // by sentence: articles that state it, and that print it
	}{
		{"a round-up of two agencies' reports", []*extract.Extraction{
			reported(t, "wire", 1, wire), reported(t, "agency", 1, second), reported(t, "roundup", 2, joined(wire, second, own[:2])),
		}, map[string][2]int{wire[3]: {1, 2}, second[3]: {1, 2}, own[1]: {1, 1}}},
		{"half of a report in an article of one's own", []*extract.Extraction{
			reported(t, "wire", 1, wire), reported(t, "courier", 2, joined(own, wire[:6])),
		}, map[string][2]int{wire[3]: {2, 2}, wire[7]: {1, 1}, own[1]: {1, 1}}},
		{"the longer version, printed by two", []*extract.Extraction{
			reported(t, "cut", 1, wire[:8]), reported(t, "courier", 2, wire), reported(t, "gazette", 3, wire),
		}, map[string][2]int{wire[3]: {1, 3}, wire[10]: {1, 2}}},
		{"a sentence that two quote", []*extract.Extraction{
			reported(t, "courier", 1, joined(own, wire[:1])), reported(t, "gazette", 2, joined(second, wire[:1])),
		}, map[string][2]int{wire[0]: {2, 2}}},
	}
	for _, tt := range tests {
		g := openGraph(t)
		put(t, g, tt.articles)
		got := printsOf(t, g)
		for sentence, want := range tt.want {
			if got[sentence] != want {
				t.Errorf("%s: stated and printed %v times, want %v: %s", tt.name, got[sentence], want, sentence)
			}
		}
		if wrong, _ := verify(t, g); len(wrong) > 0 {
			t.Errorf("%s: %q", tt.name, wrong)
		}
	}
}
