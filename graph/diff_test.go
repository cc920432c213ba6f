package graph

import (
	"fmt"
	"strings"
	"testing"
)

const oldStory = `
article 2025-06-02 First
source a.txt
entity Ana Ferreira (Person)
fact Ana Ferreira | visits | Lisbon | Ana Ferreira visited Lisbon.
fact Ana Ferreira | leads | Portugal | Ana Ferreira leads Portugal.

article 2025-06-03 Second
source b.txt
entity Ana Ferreira (Person)
fact Ana Ferreira | meets | Tomas Novak | Ana Ferreira met Tomas Novak. | modality=said speaker="Ana Ferreira"
fact Lisbon | is in | Portugal | Lisbon is in Portugal.
`

const newStory = `
article 2025-06-02 First
source a.txt
entity Ana Ferreira (Person)
fact Ana Ferreira | visits | Lisbon | Ana Ferreira visited Lisbon.
fact Ana Ferreira | leads | Portugal | Ana Ferreira leads Portugal.

article 2025-06-05 Third
source c.txt
entity Ana Ferreira (Person)
fact Ana Ferreira | meets | Tomas Novak | Ana Ferreira met Tomas Novak. | confidence=0.7
fact Ana Ferreira | leads | Portugal | Ana Ferreira leads Portugal. | confidence=0.95
fact Ana Ferreira | resigns | | Ana Ferreira resigned.
fact Ana Ferreira | says | "Enough." | “Enough.”
`

func told(t *testing.T, story string) *Graph {
	t.Helper()
	g := openGraph(t)
	put(t, g, articles(t, story))
	return g
}

func diffText(t *testing.T, old, new Moment) string {
	t.Helper()
	var b strings.Builder
	_, err := Diff(t.Context(), old, new, func(d Difference) error {
		fmt.Fprintf(&b, "%s %s | %s | %s %s\n", d.Change, d.Subject.Name, d.Relation.Name, d.Object.Name, strings.Join(d.Changes(), "; "))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	old, new := Moment{Graph: told(t, oldStory)}, Moment{Graph: told(t, newStory)}
	later := old
	later.Until = "2025-06-02"
	for _, c := range []struct {
		name     string
		old, new Moment
		want     string
	}{
		{"two graphs", old, new, `
changed Ana Ferreira | leads | Portugal 1 article → 2 articles; 2025-06-02 → 2025-06-02 to 2025-06-05; confidence 0.9 → 0.95
changed Ana Ferreira | meets | Tomas Novak in other articles; said → asserted; said by Ana Ferreira → nothing; 2025-06-03 → 2025-06-05; confidence 0.9 → 0.7
new Ana Ferreira | resigns |  
new Ana Ferreira | says | Enough. 
gone Lisbon | is in | Portugal 
`},
		{"two days", later, old, `
new Ana Ferreira | meets | Tomas Novak 
new Lisbon | is in | Portugal 
`},
		{"one graph", old, old, "\n"},
	} {
		if got := diffText(t, c.old, c.new); "\n"+got != c.want {
			t.Errorf("%s:\n%s\nwant%s", c.name, got, c.want)
		}
	}
	if got := diffText(t, old, Moment{Graph: told(t, oldStory)}); got != "" {
		t.Errorf("the same articles in another graph differ:\n%s", got)
	}
}

// A change names the few who say a fact, and counts many.
func TestSpokenBy(t *testing.T) {
	for _, tt := range []struct {
		speakers []string
		want     string
	}{
		{nil, ""},
		{[]string{"kg:Ana_Ferreira", "kg:council_(b428e2)", "kg:council_(c1d2e3)"}, "Ana Ferreira, council"},
		{[]string{"kg:A", "kg:B", "kg:C", "kg:Georgia_(country)"}, "4 speakers"},
	} {
		if got := (&Support{Speakers: tt.speakers}).SpokenBy(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.speakers, got, tt.want)
		}
	}
}
