package graph

import (
	"slices"
	"strings"
	"testing"
)

// TestReviewEvents: two attacks on one city that may be one are asked about, with what
// speaks for and against it, until somebody says; those of different days are not.
func TestReviewEvents(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Goma (Place)
fact attack (aaaaaa) | kills | "three people" | An attack killed three people in Goma on Thursday. | time=2025-09-04 place=Goma

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Goma (Place)
fact attack (bbbbbb) | kills | "12 people" | An attack killed 12 people in Goma on Thursday. | time=2025-09-04 place=Goma

article 2025-09-07 Third
source c.txt
entity attack (cccccc) (Event)
entity Goma (Place)
fact attack (cccccc) | is on | Goma | There was an attack on Goma.

article 2025-09-06 Fourth
source d.txt
entity attack (dddddd) (Event)
entity Goma (Place)
fact attack (dddddd) | kills | "12 people" | An attack killed 12 people in Goma on Friday. | time=2025-09-05 place=Goma

article 2025-09-06 Fifth
source e.txt
entity attack (eeeeee) (Event)
entity Lima (Place)
fact attack (eeeeee) | kills | "12 people" | An attack killed 12 people in Lima on Thursday. | time=2025-09-04 place=Lima`))
	asked := func() string {
		questions, err := g.Review(t.Context(), 20)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, q := range questions {
			list = append(list, q.Decision.Subject[len("kg:attack_("):][:1]+q.Decision.Object[len("kg:attack_("):][:1]+" -"+strings.Join(q.Against, " -"))
		}
		slices.Sort(list)
		return strings.Join(list, "\n")
	}
	want := strings.Join([]string{
		"ba -one killed 3, the other 12",
		"ca -when kg:attack_(cccccc) was is not said",
		"cb -when kg:attack_(cccccc) was is not said",
		"dc -when kg:attack_(cccccc) was is not said",
	}, "\n")
	if got := asked(); got != want {
		t.Errorf("asked:\n%s\nwant:\n%s", got, want)
	}
	if _, err := g.Decide(t.Context(), Decision{Kind: Apart, Subject: "kg:attack_(bbbbbb)", Object: "kg:attack_(aaaaaa)"}); err != nil {
		t.Fatal(err)
	}
	if got := asked(); strings.Contains(got, "ba") {
		t.Errorf("asked again:\n%s", got)
	}
}
