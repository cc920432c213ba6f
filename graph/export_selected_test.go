package graph

import (
	"bytes"
	"strings"
	"testing"
)

// What is narrowed down is a graph in order, with what facts are derived from and
// without what was not asked for.
func TestExportNarrowedDown(t *testing.T) {
	g, all := verifiedGraph(t)
	for _, c := range []struct {
		name          string
		f             Selection
		has, hasNot   string
		wantArticles  int
		wantStatement int
	}{
		{"all", Selection{}, "rel:leaves", "rel:eats", 2, 6},
		{"a relation", Selection{Relation: "rel:leaves"}, "<kg:Porto>", "Lisbon", 1, 1},
		{"what is derived", Selection{Relation: "rel:is-in"}, "<kg:Ana_Ferreira> <rel:visits> <kg:Lisbon>", "rel:says", 1, 3},
		{"an entity", Selection{Entity: "kg:Porto"}, "rel:leaves", "Portugal", 1, 1},
		{"an article", Selection{Article: all[0].Article.ID}, "rel:wins", "Porto>", 1, 5},
		{"a day", Selection{Since: "2025-06-03"}, "rel:leaves", "rel:leads", 1, 1},
		{"what is only said", Selection{Relation: "rel:wins"}, `<kg:modality> "said"`, "<kg:Portugal> <rel:wins>", 1, 1},
		{"nothing", Selection{MinConfidence: 0.99}, "", "<", 0, 0},
	} {
		var lines bytes.Buffer
		if _, err := g.Export(t.Context(), &lines, c.f); err != nil {
			t.Fatal(err)
		}
		if got := lines.String(); !strings.Contains(got, c.has) || strings.Contains(got, c.hasNot) {
			t.Errorf("%s: want %q and not %q in\n%s", c.name, c.has, c.hasNot, got)
		}
		other := openGraph(t)
		if _, err := other.Import(t.Context(), &lines); err != nil {
			t.Fatal(err)
		}
		if wrong, _ := verify(t, other); len(wrong) > 0 {
			t.Errorf("%s: imported, it is not in order: %q", c.name, wrong)
		}
		counts, err := other.Verify(t.Context(), func(Finding) error { return nil })
		if err != nil || counts.Articles != c.wantArticles || counts.Statements != c.wantStatement {
			t.Errorf("%s: %+v (%v), want %d articles, %d statements", c.name, counts, err, c.wantArticles, c.wantStatement)
		}
	}
}
