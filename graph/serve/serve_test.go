package serve

import (
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/nlp"
	"kg/graph"
)

// newServer serves a small graph and returns the server's address.
func newServer(t *testing.T) string {
	t.Helper()
	return serveWith(t, Options{})
}

func serveWith(t *testing.T, o Options) string {
	t.Helper()
	o.Logf = t.Logf
	handler, err := New(storyGraph(t), o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

// storyGraph is a graph of one article.
func storyGraph(t testing.TB) *graph.Graph {
	t.Helper()
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if _, err := g.Put(t.Context(), []*extract.Extraction{story()}); err != nil {
		t.Fatal(err)
	}
	return g
}

// story is an article as the extractor might read it.
func story() *extract.Extraction {
	const text = "Emmanuel Macron met Volodymyr Zelenskyy in Paris. He hosted Keir Starmer, too. Starmer met Zelenskyy."
	article := extract.NewArticle("story.txt", text, extract.Meta{
		Title: "Three leaders in Paris", Published: time.Date(2025, 9, 4, 0, 0, 0, 0, time.UTC),
	})
	macron := extract.Entity{ID: "kg:Emmanuel_Macron", Type: nlp.Person, Name: "Emmanuel Macron"}
	zelenskyy := extract.Entity{ID: "kg:Volodymyr_Zelenskyy", Type: nlp.Person, Name: "Volodymyr Zelenskyy"}
	starmer := extract.Entity{ID: "kg:Keir_Starmer", Type: nlp.Person, Name: "Keir Starmer"}
	x := &extract.Extraction{Article: article, Entities: []extract.Entity{macron, starmer, zelenskyy}}
	add := func(id string, begin, end int, subject extract.Entity, relation, label string, object extract.Entity) {
		x.Facts = append(x.Facts, extract.Fact{
			ID: id, Article: article.ID,
			Sentence: extract.Passage{Begin: begin, End: end, Text: text[begin:end]},
			Subject:  extract.Argument{ID: subject.ID, Name: subject.Name, Type: subject.Type, Text: subject.Name},
			Relation: extract.Relation{ID: relation, Label: label, Text: label},
			Object:   extract.Argument{ID: object.ID, Name: object.Name, Type: object.Type, Text: object.Name},
			Modality: clause.Asserted, Confidence: 0.9, Rule: "active",
		})
	}
	add("fact:0000000000000001", 0, 49, macron, "rel:meets", "meets", zelenskyy)
	add("fact:0000000000000002", 50, 78, macron, "rel:hosts", "hosts", starmer)
	add("fact:0000000000000003", 79, 101, starmer, "rel:meets", "meets", zelenskyy)
	return x
}
