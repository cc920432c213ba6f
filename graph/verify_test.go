package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/graph/sqlstore"
)

// verifiedStory has what can be wrong: a derived fact, reported words, people
// under two names in two articles.
const verifiedStory = `
article 2025-06-02 First
source a.txt
author Zita
entity Ana Ferreira (Person)
entity Lisbon (Place)
fact Ana Ferreira | leads | Portugal | Ana Ferreira leads Portugal.
fact Ana Ferreira | visits | Lisbon | She visited Lisbon. | time=2025-06-01 place=Lisbon
fact Portugal | is in | Lisbon | She visited Lisbon. | rule=chain from=1 from=2
fact Ana Ferreira | says | "We won." | “We won,” Ana Ferreira said.
fact Portugal | wins | | “We won,” Ana Ferreira said. | modality=said speaker="Ana Ferreira"

article 2025-06-03 Second
source b.txt
entity Ferreira (Person)
fact Ferreira | leaves | Porto | Ferreira left Porto.
`

func verifiedGraph(t *testing.T) (*Graph, []*extract.Extraction) {
	t.Helper()
	g, all := openGraph(t), articles(t, verifiedStory)
	put(t, g, all)
	return g, all
}

func verify(t *testing.T, g *Graph) (wrong, notes []string) {
	t.Helper()
	_, err := g.Verify(t.Context(), func(f Finding) error {
		text := fmt.Sprintf("%s %s %s: %s", f.Kind, f.Article, f.Node, f.What)
		if f.Remedy == "" {
			t.Errorf("%s: and nothing to do about it", text)
		}
		if f.Note {
			notes = append(notes, text)
		} else {
			wrong = append(wrong, text)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return wrong, notes
}

// What kg writes is in order, also after decisions and after articles left.
func TestVerifyFindsNothing(t *testing.T) {
	for name, story := range map[string]string{"shared": sharedStory, "linked": linkedStory, "verified": verifiedStory, "curated": curatedStory} {
		g, all := openGraph(t), articles(t, story)
		check := func(when string) {
			t.Helper()
			if wrong, notes := verify(t, g); len(wrong)+len(notes) > 0 {
				t.Errorf("%s, %s: %q %q", name, when, wrong, notes)
			}
		}
		put(t, g, all)
		check("put")
		for _, line := range []string{"merge kg:Ana_Ferreira kg:Porto", "rename kg:Lisbon Lisboa", "reject " + all[0].Facts[0].ID} {
			d, _, err := ParseDecision(line)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := g.Decide(t.Context(), d); err != nil && !strings.Contains(err.Error(), "not found") {
				t.Logf("%s: %v", line, err)
			}
			check(line)
		}
		if _, err := g.Remove(t.Context(), all[0].Article.ID); err != nil {
			t.Fatal(err)
		}
		check("removed")
	}
}

// Each kind of damage to what the graph says is found, in its article and at its
// node.
func TestVerifyFindsDamage(t *testing.T) {
	_, all := verifiedGraph(t)
	first, second := all[0].Article.ID, all[1].Article.ID
	fact := func(n int) string { return all[0].Facts[n-1].ID }
	sentence := fmt.Sprintf("%s#char=0,%d", first, len("Ana Ferreira leads Portugal."))
	edit := func(change func(q quad.Quad) (quad.Quad, bool)) func(*testing.T, *Graph) {
		return func(t *testing.T, g *Graph) { editArticle(t, g, first, change) }
	}
	drop := func(s string, p quad.IRI) func(*testing.T, *Graph) {
		return edit(func(q quad.Quad) (quad.Quad, bool) { return q, plain(q.Subject) != s || q.Predicate != p })
	}
	set := func(s string, p quad.IRI, o quad.Value) func(*testing.T, *Graph) {
		return edit(func(q quad.Quad) (quad.Quad, bool) {
			if plain(q.Subject) == s && q.Predicate == p {
				q.Object = o
			}
			return q, true
		})
	}
	add := func(s, p quad.IRI, o quad.Value) func(*testing.T, *Graph) {
		return func(t *testing.T, g *Graph) {
			change(t, g, sqlstore.Change{Add: []quad.Quad{{Subject: s, Predicate: p, Object: o, Label: quad.IRI(first)}}})
		}
	}
	for _, c := range []struct {
		what string
		harm func(*testing.T, *Graph)
		want string
	}{
		{"no record of the article", drop(first, rdfType), "article " + first + " : its quads have no record of the article"},
		{"no hash", drop(first, kgSHA256), "article " + first + " : it has 0 hashes"},
		{"another text's hash", set(first, kgSHA256, quad.String("00ff")), "its ID ends in"},
		{"two authors", add(quad.IRI(first), schemaAuthor, quad.String("Abel")), "it has 2 values of schema:author"},
		{"a longer sentence", set(sentence, rdfValue, quad.String("Ana Ferreira does not lead Portugal.")), "sentence " + first + " " + sentence + ": it has 36 characters, and its place has 28"},
		{"a sentence of other words, as long", set(sentence, rdfValue, quad.String("Ana Ferreira fools Portugal.")), "sentence " + first + " " + sentence + ": its words are not those that were stored"},
		{"a sentence's seal", func(t *testing.T, g *Graph) {
			editNotes(t, g, topicText+first, func(value string) string { return strings.Replace(value, `"seals":"`, `"seals":"?`, 1) })
		}, "what is noted of the text of " + first + " is damaged"},
		{"a sentence without words", drop(sentence, rdfValue), "sentence " + first + " " + sentence + ": it has 0 texts"},
		{"a sentence of no article", drop(sentence, schemaIsPartOf), "it is not said to be part of its article"},
		{"a sentence at no place", add(quad.IRI(first+"#char=9"), rdfValue, quad.String("x")), `"#char=9" is no place in a text`},
		{"a sentence of another article", set(fact(1), kgSentence, quad.IRI(second+"#char=0,20")), "sentence " + first + " " + fact(1) + ": its sentence " + second + "#char=0,20 is not there"},
		{"a sentence nobody rests on", set(fact(1), kgSentence, quad.IRI(second+"#char=0,20")), "orphan " + first + " " + sentence},
		{"no statement", drop(fact(1), rdfType), "statement " + first + " " + fact(1) + ": it is not said to be a statement"},
		{"no subject", drop(fact(1), rdfSubject), "it has 0 values of rdf:subject"},
		{"no relation", drop(fact(1), rdfPredicate), "it has 0 values of rdf:predicate"},
		{"no sentence", drop(fact(1), kgSentence), "it has 0 values of kg:sentence"},
		{"two objects", add(quad.IRI(fact(1)), rdfObject, quad.IRI("kg:Lisbon")), "it has 2 objects"},
		{"more than sure", set(fact(1), kgConfidence, decimal(1.5)), `its confidence "1.5" is not between 0 and 1`},
		{"a modality that is none", set(fact(1), kgModality, quad.String("probable")), `its modality "probable" is none`},
		{"an unknown relation", edit(func(q quad.Quad) (quad.Quad, bool) { return q, q.Subject != quad.IRI("rel:leads") }), "nothing says what its relation rel:leads is"},
		{"a premise that is not there", set(fact(3), kgDerivedFrom, quad.IRI("fact:00000000")), "premise " + first + " " + fact(3) + ": it is derived from fact:00000000"},
		{"a premise of itself", add(quad.IRI(fact(1)), kgDerivedFrom, quad.IRI(fact(3))), "derived, in the end, from itself"},
		{"an edge that nobody states", add("kg:Lisbon", "rel:leads", quad.IRI("kg:Portugal")), "edge " + first + " kg:Lisbon: no statement"},
		{"an edge of what is only said", add("kg:Portugal", "rel:wins", quad.IRI("kg:Lisbon")), "edge " + first + " kg:Portugal: no statement"},
		{"a statement without its edge", drop("kg:Ana_Ferreira", "rel:visits"), "edge " + first + " " + fact(2) + ": it has no edge"},
		{"a thing that is not described", edit(func(q quad.Quad) (quad.Quad, bool) { return q, q.Subject != quad.IRI("kg:Portugal") }), "entity " + first + " kg:Portugal: the article mentions it"},
		{"a thing that is not mentioned", edit(func(q quad.Quad) (quad.Quad, bool) {
			return q, q.Predicate != schemaMentions || q.Object != quad.IRI("kg:Portugal")
		}), "entity " + first + " kg:Portugal: the article describes it"},
		{"a thing without a name", drop("kg:Portugal", rdfsLabel), "it has no type or no name"},
		{"a type that is none", set("kg:Portugal", rdfType, quad.IRI("schema:Dragon")), "schema:Dragon is no type of kg"},
		{"a relation of no statement", add("rel:eats", rdfType, rdfProperty), "orphan " + first + " rel:eats"},
		{"a quad about nothing", add("ex:x", "ex:y", quad.IRI("ex:z")), "orphan " + first + " ex:x"},
		{"a quad that a thing has not", add("kg:Lisbon", kgRule, quad.String("x")), "orphan " + first + " kg:Lisbon: kg says nothing of a thing by kg:rule"},
		{"a label that is none", func(t *testing.T, g *Graph) {
			change(t, g, sqlstore.Change{Add: []quad.Quad{{Subject: quad.IRI("kg:A"), Predicate: rdfType, Object: quad.IRI("kg:Thing"), Label: quad.IRI("ex:g")}}})
		}, "orphan  ex:g"},
		{"a source without its article", func(t *testing.T, g *Graph) { change(t, g, sqlstore.Change{Remove: []quad.Value{quad.IRI(second)}}) }, "source " + second},
		{"a note of nothing", func(t *testing.T, g *Graph) {
			change(t, g, sqlstore.Change{Notes: []sqlstore.Note{{Topic: topicSaid + first, Key: keyProfiles, Value: `{"p":[{"t":"Place","n":"Oz"}]}`}}})
		}, "identity " + first + " kg:Oz: it is noted as a thing of the article"},
		{"a note that cannot be read", func(t *testing.T, g *Graph) {
			change(t, g, sqlstore.Change{Notes: []sqlstore.Note{{Topic: topicSaid + first, Key: keyProfiles, Value: "{"}}})
		}, "what is noted of identities (said " + first + ") is damaged"},
		{"a tally that was decided otherwise", func(t *testing.T, g *Graph) {
			editNotes(t, g, topicTally, func(value string) string {
				return strings.Replace(value, `"n":1`, `"n":1,"r":{"i":"kg:Lisboa"}`, 1)
			})
		}, "identity  kg:Lisbon: it is noted as kg:Lisboa"},
		{"an article counted twice", func(t *testing.T, g *Graph) {
			editNotes(t, g, topicTally, func(value string) string { return strings.Replace(value, `"n":1`, `"n":2`, 1) })
		}, "1 articles say so, and 2 are counted"},
		{"countries of no article", func(t *testing.T, g *Graph) {
			editNotes(t, g, topicTally, func(value string) string { return strings.Replace(value, `"n":1`, `"n":1,"l":{"kg:Peru":1}`, 1) })
		}, "the countries that are counted are not those of the articles"},
		{"a block that is gone", func(t *testing.T, g *Graph) {
			editNotes(t, g, topicBlock, func(string) string { return "" })
		}, "it is not noted among those that could be one thing with it"},
		{"what is noted of an article is gone", func(t *testing.T, g *Graph) {
			change(t, g, sqlstore.Change{Drop: []sqlstore.Note{{Topic: topicSaid + second, Key: keyProfiles}}})
		}, "identity " + second},
		{"a name that a person gave is gone", func(t *testing.T, g *Graph) {
			if _, err := g.Decide(t.Context(), Decision{Kind: Rename, Subject: "kg:Lisbon", Object: "Lisboa"}); err != nil {
				t.Fatal(err)
			}
			editArticle(t, g, first, func(q quad.Quad) (quad.Quad, bool) { return q, q.Object != quad.String("Lisboa") })
		}, "decision " + first + " kg:Lisbon"},
	} {
		g, _ := verifiedGraph(t)
		c.harm(t, g)
		if wrong, _ := verify(t, g); !strings.Contains(strings.Join(wrong, "\n"), c.want) {
			t.Errorf("%s: want %q among\n%s", c.what, c.want, strings.Join(wrong, "\n"))
		}
	}
}

// An article that no source is known to hold is no damage, but said.
func TestVerifyAnImport(t *testing.T) {
	g, _ := verifiedGraph(t)
	imported := openGraph(t)
	if _, err := imported.Import(t.Context(), strings.NewReader(export(t, g))); err != nil {
		t.Fatal(err)
	}
	if wrong, notes := verify(t, imported); len(wrong) > 0 || len(notes) != 2 || !strings.Contains(notes[0], "no source is known to hold it") {
		t.Errorf("wrong: %q, notes: %q", wrong, notes)
	}
}

// What an article's text does not give, and what it gives and is not there, is
// found when it is at hand.
func TestVerifyExtraction(t *testing.T) {
	g, all := verifiedGraph(t)
	compare := func(x *extract.Extraction) []string {
		t.Helper()
		found, compared, err := g.VerifyExtraction(t.Context(), x)
		if err != nil || !compared {
			t.Fatal(compared, err)
		}
		var out []string
		for _, f := range found {
			out = append(out, f.What)
		}
		return out
	}
	for _, x := range all {
		if found := compare(x); len(found) > 0 {
			t.Errorf("%s: %q", x.Article.ID, found)
		}
	}
	sentence := fmt.Sprintf("%s#char=0,%d", all[0].Article.ID, len("Ana Ferreira leads Portugal."))
	editArticle(t, g, all[0].Article.ID, func(q quad.Quad) (quad.Quad, bool) {
		if plain(q.Subject) == sentence && q.Predicate == rdfValue {
			q.Object = quad.String("Ana Ferreira fools Portugal.")
		}
		return q, true
	})
	want := []string{
		"the text does not give <" + sentence + `> <rdf:value> "Ana Ferreira fools Portugal."`,
		"the text gives <" + sentence + `> <rdf:value> "Ana Ferreira leads Portugal.", which is not there`,
	}
	if found := compare(all[0]); strings.Join(found, "\n") != strings.Join(want, "\n") {
		t.Errorf("found %q, want %q", found, want)
	}
	stranger := articles(t, "article - Other\nsource z.txt\nfact Oslo | is in | Norway | Oslo is in Norway.")[0]
	if _, compared, err := g.VerifyExtraction(t.Context(), stranger); compared || err != nil {
		t.Errorf("an article that is not there was compared: %v, %v", compared, err)
	}
}

func change(t *testing.T, g *Graph, c sqlstore.Change) {
	t.Helper()
	if _, err := g.store.Replace(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

// editArticle writes an article's quads anew, changed or left out.
func editArticle(t *testing.T, g *Graph, id string, edit func(quad.Quad) (quad.Quad, bool)) {
	t.Helper()
	c := sqlstore.Change{Remove: []quad.Value{quad.IRI(id)}}
	for q, err := range g.store.Label(t.Context(), quad.IRI(id)) {
		if err != nil {
			t.Fatal(err)
		}
		if q, stays := edit(q); stays {
			c.Add = append(c.Add, q)
		}
	}
	change(t, g, c)
}

// editNotes writes the notes of all topics of a kind anew.
func editNotes(t *testing.T, g *Graph, prefix string, edit func(value string) string) {
	t.Helper()
	topics, err := g.store.NoteTopics(t.Context(), prefix)
	if err != nil {
		t.Fatal(err)
	}
	var c sqlstore.Change
	for _, topic := range topics {
		notes, err := g.store.Notes(t.Context(), topic)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range notes {
			if n.Value = edit(n.Value); n.Value == "" {
				c.Drop = append(c.Drop, n)
			} else {
				c.Notes = append(c.Notes, n)
			}
		}
	}
	change(t, g, c)
}
