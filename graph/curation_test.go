package graph

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kg/extract"
)

const curatedStory = `
article 2025-06-02 First
source a.txt
entity Ana Ferreira (Person)
entity Lisbon (Place)
fact Ana Ferreira | visits | Lisbon | Ana Ferreira visited Lisbon.

article 2025-06-03 Second
source b.txt
entity The Heron (Person)
fact The Heron | leaves | Porto | The Heron left Porto.
`

// Each decision changes the graph as said, holds when everything is ingested
// anew, and leaves no trace when it is undone.
func TestDecisions(t *testing.T) {
	all := articles(t, curatedStory)
	plainGraph := openGraph(t)
	put(t, plainGraph, all)
	before := export(t, plainGraph)
	for _, c := range []struct{ decision, has, hasNot string }{
		{"merge kg:The_Heron kg:Ana_Ferreira  # her pen name", "<kg:Ana_Ferreira> <rel:leaves> <kg:Porto>", "<kg:The_Heron> <rel:leaves>"},
		{"split kg:Ana_Ferreira kg:Ana_Ferreira_(poet) " + all[0].Article.ID, "<kg:Ana_Ferreira_(poet)> <rel:visits> <kg:Lisbon>", "<kg:Ana_Ferreira> <rel:visits>"},
		{"rename kg:Lisbon Lisboa", `<kg:Lisbon> <rdfs:label> "Lisboa"`, `<kg:Lisbon> <rdfs:label> "Lisbon"`},
		{"reject " + all[0].Facts[0].ID, `"Ana Ferreira"`, "<rel:visits> <kg:Lisbon>"},
	} {
		d, ok, err := ParseDecision(c.decision)
		if !ok || err != nil {
			t.Fatalf("%s: %v", c.decision, err)
		}
		g := openGraph(t)
		put(t, g, all)
		if d, err = g.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		check := func(when string) {
			t.Helper()
			if got := export(t, g); !strings.Contains(got, c.has) || strings.Contains(got, c.hasNot) {
				t.Errorf("%s, %s: want %s and not %s in\n%s", c.decision, when, c.has, c.hasNot, got)
			}
		}
		check("decided")
		want := export(t, g)
		again := openGraph(t)
		if _, err := again.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		for _, x := range slices.Backward(all) {
			put(t, again, []*extract.Extraction{x})
		}
		if got := export(t, again); got != want {
			t.Errorf("%s: decided before the articles came the graph is\n%s\nwant\n%s", c.decision, got, want)
		}
		for _, x := range all {
			if _, err := g.Remove(t.Context(), x.Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		put(t, g, all)
		check("ingested again")
		if decisions, err := g.Decisions(t.Context()); err != nil || len(decisions) != 1 || decisions[0].String() != d.String() {
			t.Errorf("%s: in force are %v, %v", c.decision, decisions, err)
		}
		if _, err := g.Undo(t.Context(), d.ID); err != nil {
			t.Fatal(err)
		}
		if got := export(t, g); got != before {
			t.Errorf("%s: undone, the graph is\n%s\nwant\n%s", c.decision, got, before)
		}
	}
}

func TestConflicts(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, curatedStory))
	decide := func(line string) error {
		d, _, err := ParseDecision(line)
		if err == nil {
			_, err = g.Decide(t.Context(), d)
		}
		return err
	}
	for _, line := range []string{"merge kg:The_Heron kg:Ana_Ferreira", "rename kg:Lisbon Lisboa"} {
		if err := decide(line); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range []string{
		"merge kg:The_Heron kg:Lisbon", "merge kg:Ana_Ferreira kg:The_Heron", "rename kg:Lisbon Olisipo",
		"split kg:Ana_Ferreira kg:The_Heron article:x",
	} {
		if err := decide(line); !errors.Is(err, ErrConflict) {
			t.Errorf("%s: %v", line, err)
		}
	}
	if _, err := g.Undo(t.Context(), "curation:none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("undoing what is not in force: %v", err)
	}
	if err := decide("merge kg:Lisbon kg:Lisbon"); err == nil {
		t.Error("a thing was merged with itself")
	}
}

func FuzzParseDecision(f *testing.F) {
	for _, s := range []string{"merge a b", "split a b c # d", "reject fact:1", "rename a b c", "# x", "", "split 0 0 0 #", "rename a Team #1 # its name"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		d, ok, err := ParseDecision(line)
		if !ok || err != nil {
			return
		}
		again, ok, err := ParseDecision(d.String())
		if !ok || err != nil || again.ID != d.ID {
			t.Fatalf("%q is written %q, which reads %+v, %v", line, d.String(), again, err)
		}
	})
}
