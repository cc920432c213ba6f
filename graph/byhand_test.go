package graph

import (
	"errors"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// handMade is what a person might add to [curatedStory].
const handMade = `<kg:Lisbon> <rel:is-capital-of> <kg:Portugal> .
<kg:Portugal> <rdfs:label> "Portugal" <kg:notes> .
<kg:Portugal> <rdf:type> <schema:Place> .
`

func readQuads(t *testing.T, text string) []quad.Quad {
	t.Helper()
	quads, err := ReadNQuads(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

// What is written by hand outlives whatever happens to the articles, counts as
// all quads do, comes back from an export, and leaves without a trace.
func TestWriteByHand(t *testing.T) {
	all := articles(t, curatedStory)
	g := openGraph(t)
	put(t, g, all)
	before := export(t, g)
	quadsBefore := statistics(t, g).Quads
	for _, want := range []int{3, 0} {
		if added, err := g.Write(t.Context(), readQuads(t, handMade)); err != nil || added != want {
			t.Fatalf("added %d, %v; want %d", added, err, want)
		}
	}
	written := export(t, g)
	for _, line := range []string{
		"<kg:Lisbon> <rel:is-capital-of> <kg:Portugal> <kg:curation> .", `<kg:Portugal> <rdfs:label> "Portugal" <kg:notes> .`,
	} {
		if !strings.Contains(written, line) {
			t.Errorf("%s is not in\n%s", line, written)
		}
	}
	if n := statistics(t, g).Quads; n != quadsBefore+3 {
		t.Errorf("%d quads, want %d", n, quadsBefore+3)
	}
	for _, x := range all {
		if _, err := g.Remove(t.Context(), x.Article.ID); err != nil {
			t.Fatal(err)
		}
		put(t, g, []*extract.Extraction{x})
	}
	d, _, err := ParseDecision("merge kg:The_Heron kg:Ana_Ferreira")
	if err != nil {
		t.Fatal(err)
	}
	if d, err = g.Decide(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Undo(t.Context(), d.ID); err != nil {
		t.Fatal(err)
	}
	if got := export(t, g); got != written {
		t.Errorf("after ingests and a decision:\n%s\nwant\n%s", got, written)
	}
	other := openGraph(t)
	if _, err := other.Import(t.Context(), strings.NewReader(written)); err != nil {
		t.Fatal(err)
	}
	if got := export(t, other); got != written {
		t.Errorf("imported:\n%s\nwant\n%s", got, written)
	}
	for _, want := range []int{3, 0} {
		if removed, err := g.Erase(t.Context(), readQuads(t, handMade)); err != nil || removed != want {
			t.Fatalf("removed %d, %v; want %d", removed, err, want)
		}
	}
	if got := export(t, g); got != before {
		t.Errorf("erased:\n%s\nwant\n%s", got, before)
	}
	if n := statistics(t, g).Quads; n != quadsBefore {
		t.Errorf("%d quads, want %d", n, quadsBefore)
	}
}

func statistics(t *testing.T, g *Graph) Stats {
	t.Helper()
	st, err := g.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func TestNotByHand(t *testing.T) {
	g := openGraph(t)
	all := articles(t, curatedStory)
	put(t, g, all)
	before := export(t, g)
	good := quad.Quad{Subject: quad.IRI("kg:A"), Predicate: quad.IRI("rel:b"), Object: quad.String("c")}
	with := func(change func(*quad.Quad)) quad.Quad { q := good; change(&q); return q }
	for _, test := range []struct {
		why string
		q   quad.Quad
	}{
		{"it stands under an article", with(func(q *quad.Quad) { q.Label = quad.IRI(all[0].Article.ID) })},
		{"it is part of a decision", with(func(q *quad.Quad) { q.Subject = quad.IRI("curation:12") })},
		{"the subject is not an IRI", with(func(q *quad.Quad) { q.Subject = quad.String("A") })},
		{"the predicate is not an IRI", with(func(q *quad.Quad) { q.Predicate = quad.String("b") })},
		{"the object is not", with(func(q *quad.Quad) { q.Object = nil })},
		{"the object is not", with(func(q *quad.Quad) { q.Object = quad.String("\xff") })},
		{"the label is not an IRI", with(func(q *quad.Quad) { q.Label = quad.String("l") })},
		{"the subject is not an IRI", with(func(q *quad.Quad) { q.Subject = quad.IRI("") })},
	} {
		batch := []quad.Quad{good, test.q}
		if _, err := g.Write(t.Context(), batch); !errors.Is(err, ErrNotByHand) || !strings.Contains(err.Error(), test.why) || !strings.Contains(err.Error(), "quad 2") {
			t.Errorf("writing %v: %v; want that %s", test.q, err, test.why)
		}
		if _, err := g.Erase(t.Context(), batch); !errors.Is(err, ErrNotByHand) {
			t.Errorf("erasing %v: %v", test.q, err)
		}
	}
	if _, err := g.EraseNode(t.Context(), quad.IRI("kg:Lisbon")); !errors.Is(err, ErrNotByHand) {
		t.Errorf("erasing a node of an article: %v", err)
	}
	if got := export(t, g); got != before {
		t.Errorf("the graph has changed:\n%s", got)
	}
}

func TestEraseNode(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, curatedStory))
	before := export(t, g)
	if _, err := g.Write(t.Context(), readQuads(t, handMade+`<kg:A> <kg:Portugal> "x" .`+"\n"+`<kg:A> <rel:b> "x" <kg:Portugal> .`)); err != nil {
		t.Fatal(err)
	}
	if removed, err := g.EraseNode(t.Context(), quad.IRI("kg:Portugal")); err != nil || removed != 5 {
		t.Errorf("removed %d, %v; want 5", removed, err)
	}
	if removed, err := g.EraseNode(t.Context(), quad.IRI("kg:Portugal")); err != nil || removed != 0 {
		t.Errorf("removed %d, %v again", removed, err)
	}
	if got := export(t, g); got != before {
		t.Errorf("after:\n%s\nwant\n%s", got, before)
	}
}
