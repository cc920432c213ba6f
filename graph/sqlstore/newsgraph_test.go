package sqlstore

import (
	"fmt"
	"math/rand/v2"

	"github.com/cayleygraph/quad"
)

// newsGraph makes the quads of a number of articles like those that extraction
// makes of news: per article some twenty facts, each an edge and a statement
// node with its sentence; entities of which few are in many articles and most in
// few. The same number always gives the same article.
type newsGraph struct {
	entities int // how many there are to choose from
}

const factsPerArticle = 20

var newsRelations = []quad.IRI{"rel:meets", "rel:criticises", "rel:co-chairs", "rel:visits", "rel:says", "rel:signs", "rel:opposes", "rel:leads", "rel:holds-talks-with", "rel:joins"}

func articleLabel(n int) quad.IRI { return quad.IRI(fmt.Sprintf("article:report-%07d", n)) }

func entityIRI(n int) quad.IRI { return quad.IRI(fmt.Sprintf("kg:Person_%d", n)) }

func (g newsGraph) article(n int) []quad.Quad {
	rng := rand.New(rand.NewPCG(uint64(n), 7))
	label := articleLabel(n)
	var out []quad.Quad
	add := func(s quad.Value, p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: s, Predicate: p, Object: o, Label: label})
	}
	add(label, "rdf:type", quad.IRI("schema:NewsArticle"))
	add(label, "schema:headline", quad.String(fmt.Sprintf("Report %d of the day's events", n)))
	add(label, "kg:sha256", quad.String(fmt.Sprintf("%064x", n)))
	mentioned := map[int]bool{}
	entity := func() quad.IRI {
		e := int(float64(g.entities) * rng.Float64() * rng.Float64() * rng.Float64()) // few are frequent
		if !mentioned[e] {
			mentioned[e] = true
			add(entityIRI(e), "rdf:type", quad.IRI("schema:Person"))
			add(entityIRI(e), "rdfs:label", quad.String(fmt.Sprintf("Person Number %d", e)))
			add(label, "schema:mentions", entityIRI(e))
		}
		return entityIRI(e)
	}
	for f := range factsPerArticle {
		s, p, o := entity(), newsRelations[rng.IntN(len(newsRelations))], entity()
		fact := quad.IRI(fmt.Sprintf("fact:%08x%02x", n, f))
		sentence := quad.IRI(fmt.Sprintf("%s#char=%d,%d", string(label), f*120, f*120+110))
		add(s, p, o)
		add(fact, "rdf:type", quad.IRI("rdf:Statement"))
		add(fact, "rdf:subject", s)
		add(fact, "rdf:predicate", p)
		add(fact, "rdf:object", o)
		add(fact, "kg:sentence", sentence)
		add(fact, "kg:confidence", quad.Float(float64(50+rng.IntN(50))/100))
		add(sentence, "rdf:value", quad.String(fmt.Sprintf("On day %d of the year, %s was said to have done something about %s, reporters wrote.", n%365, s, o)))
		add(sentence, "schema:isPartOf", label)
	}
	return out
}
