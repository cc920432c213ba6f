package graph

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/quad"
)

// BenchmarkShow reads the page of an entity with 5,000 statements about 500
// others.
func BenchmarkShow(b *testing.B) {
	g := openGraph(b)
	loader, err := g.store.Loader()
	if err != nil {
		b.Fatal(err)
	}
	var quads []quad.Quad
	add := func(article int, s, p quad.IRI, o quad.Value) {
		quads = append(quads, quad.Quad{Subject: s, Predicate: p, Object: o, Label: quad.IRI(fmt.Sprintf("article:a%d", article))})
	}
	const hub = quad.IRI("kg:Hub")
	for i := range 5000 {
		article := i / 10
		other, fact := quad.IRI(fmt.Sprintf("kg:Person_%d", i%500)), quad.IRI(fmt.Sprintf("fact:%d", i))
		sentence := quad.IRI(fmt.Sprintf("article:a%d#char=%d,%d", article, i*100, i*100+90))
		if i%10 == 0 {
			label := quad.IRI(fmt.Sprintf("article:a%d", article))
			add(article, label, rdfType, schemaNewsArticle)
			add(article, label, schemaHeadline, quad.String(fmt.Sprintf("Headline %d", article)))
			add(article, label, schemaMentions, hub)
			add(article, hub, rdfsLabel, quad.String("The Hub"))
		}
		add(article, other, rdfsLabel, quad.String(fmt.Sprintf("Person %d", i%500)))
		add(article, hub, "rel:meets", other)
		add(article, fact, rdfType, rdfStatement)
		add(article, fact, rdfSubject, hub)
		add(article, fact, rdfPredicate, quad.IRI("rel:meets"))
		add(article, fact, rdfObject, other)
		add(article, fact, kgSentence, sentence)
		add(article, sentence, rdfValue, quad.String(fmt.Sprintf("The Hub met Person %d for the %dth time.", i%500, i)))
		add(article, sentence, schemaIsPartOf, quad.IRI(fmt.Sprintf("article:a%d", article)))
	}
	if _, err := loader.Add(b.Context(), quads); err != nil {
		b.Fatal(err)
	}
	if err := loader.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		page, err := g.Show(b.Context(), string(hub))
		if err != nil || len(page.Out) != 500 || len(page.Out[0].Statements) != 10 || page.Out[0].Statements[0].Title == "" || page.Out[0].Object.Name == "" {
			b.Fatalf("%v, %v", page, err)
		}
	}
}
