package graph

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// An extraction becomes the quads of one article. Every quad is labelled with
// the article, so that they can be read, replaced and removed as one:
//
//	<kg:Emmanuel_Macron> <rel:co-chairs> <kg:Paris_meeting>    the edge
//	<fact:3f…> rdf:type rdf:Statement                          its evidence
//	<fact:3f…> kg:sentence <article:…#char=120,260>
//	<article:…#char=120,260> rdf:value "…"                     the sentence
//	<kg:Emmanuel_Macron> rdfs:label "Emmanuel Macron"          the entity
//	<article:…> schema:mentions <kg:Emmanuel_Macron>           the article
//
// What somebody is reported to have said has the statement, but no edge: the
// edge would be false to its source. Negated, possible and planned facts have
// edges, because their relations say so themselves ("rel:may-attack").

// Quads returns the quads of an extraction, sorted and each once. The order of
// facts and entities in x does not matter. An ID that is missing is an error,
// since no quad can be made of it.
func Quads(x *extract.Extraction) ([]quad.Quad, error) {
	if err := check(x); err != nil {
		return nil, err
	}
	b := &builder{article: safeIRI(x.Article.ID), relations: map[quad.IRI]bool{}, sentences: map[extract.Passage]quad.Value{}}
	b.quads = make([]quad.Quad, 0, quadsOfFact*len(x.Facts)+quadsOfEntity*len(x.Entities))
	b.aboutArticle(x.Article)
	for _, e := range x.Entities {
		b.entity(e)
	}
	char := charOffsets(x.Article.Text, x.Facts)
	for _, f := range x.Facts {
		if stands(f) {
			b.fact(f, char)
		}
	}
	return sorted(b.quads), nil
}

// About as many quads come of a fact and of an entity.
const (
	quadsOfFact   = 15
	quadsOfEntity = 4
)

// check returns an error for an extraction that is not whole.
func check(x *extract.Extraction) error {
	if !strings.HasPrefix(x.Article.ID, prefixArticle) {
		return fmt.Errorf("article from %s: its ID %q does not begin with %q", x.Article.Source, x.Article.ID, prefixArticle)
	}
	for _, e := range x.Entities {
		if e.ID == "" {
			return fmt.Errorf("%s: entity %q has no ID", x.Article.ID, e.Name)
		}
	}
	for _, f := range x.Facts {
		if f.ID == "" || f.Relation.ID == "" || f.Subject.ID == "" && f.Subject.Value == "" {
			return fmt.Errorf("%s: fact %q (%q, %q) lacks an ID of its own or of its relation, or a subject",
				x.Article.ID, f.ID, f.Subject.Text, f.Relation.Text)
		}
		if f.Speaker != nil && f.Speaker.ID == "" {
			return fmt.Errorf("%s: the speaker of fact %s has no ID", x.Article.ID, f.ID)
		}
	}
	return nil
}

// builder collects the quads of one article.
type builder struct {
	article   quad.Value
	quads     []quad.Quad
	relations map[quad.IRI]bool              // that have their quads
	sentences map[extract.Passage]quad.Value // IRIs of those that have their quads
}

// add takes values, as each IRI that is made one is a piece of memory of its own.
func (b *builder) add(s, p, o quad.Value) {
	b.quads = append(b.quads, quad.Quad{Subject: s, Predicate: p, Object: o, Label: b.article})
}

// addText adds a quad with a literal, none for an empty one.
func (b *builder) addText(s, p quad.Value, text string) {
	if text != "" {
		b.add(s, p, literal(text))
	}
}

func (b *builder) aboutArticle(a extract.Article) {
	b.add(b.article, rdfType, schemaNewsArticle)
	b.addText(b.article, schemaHeadline, a.Title)
	b.addText(b.article, schemaAuthor, a.Author)
	b.addText(b.article, kgSHA256, a.SHA256)
	if a.URL != "" {
		b.add(b.article, schemaURL, safeIRI(a.URL))
	}
	if !a.Published.IsZero() {
		b.add(b.article, schemaDatePublished, date(a.Published.Format("2006-01-02")))
	}
}

func (b *builder) entity(e extract.Entity) {
	id := quad.Value(safeIRI(e.ID))
	b.add(b.article, schemaMentions, id)
	b.add(id, rdfType, classOf(e.Type))
	b.addText(id, rdfsLabel, e.Name)
	for _, alias := range e.Aliases {
		if alias != e.Name {
			b.addText(id, skosAltLabel, alias)
		}
	}
}

// fact adds the edge of a fact, where it has one, its statement node and its
// sentence. A fact without an object has a statement, but no edge.
func (b *builder) fact(f extract.Fact, char map[int]int) {
	var s, p, id quad.Value = safeIRI(f.Subject.ID), b.relation(f.Relation), safeIRI(f.ID)
	o := object(f.Object)
	if o != nil && isEdge(f) {
		b.add(s, p, o)
	}
	b.add(id, rdfType, rdfStatement)
	b.add(id, rdfSubject, s)
	b.add(id, rdfPredicate, p)
	if o != nil {
		b.add(id, rdfObject, o)
	}
	b.add(id, kgSentence, b.sentence(f.Sentence, char))
	b.evidence(id, f)
}

// relation adds a relation and returns its IRI.
func (b *builder) relation(r extract.Relation) quad.Value {
	iri := safeIRI(r.ID)
	id := quad.Value(iri)
	b.addText(id, rdfsLabel, r.Label) // facts may name it differently
	if b.relations[iri] {
		return id
	}
	b.relations[iri] = true
	b.add(id, rdfType, rdfProperty)
	if e, ok := equivalentOf(iri); ok {
		b.add(id, owlEquivalentProperty, e)
	}
	return id
}

// evidence adds what is known of a statement besides the words.
func (b *builder) evidence(id quad.Value, f extract.Fact) {
	b.add(id, kgConfidence, decimal(f.Confidence))
	b.addText(id, kgModality, string(f.Modality))
	b.addText(id, kgRule, f.Rule)
	if f.Speaker != nil {
		b.add(id, kgSpeaker, safeIRI(f.Speaker.ID))
	}
	for _, c := range f.Context {
		if v := circumstance(c); v != nil {
			b.add(id, roleIRI(c.Role), v)
		}
	}
	for _, t := range f.Topics {
		b.add(id, roleIRI("topic"), safeIRI(t.ID))
	}
	for _, from := range f.DerivedFrom {
		b.add(id, kgDerivedFrom, safeIRI(from))
	}
}

// sentence adds a sentence and returns its IRI: the article's with the range
// of characters as its fragment (RFC 5147, section 2.2.1).
func (b *builder) sentence(p extract.Passage, char map[int]int) quad.Value {
	if id, ok := b.sentences[p]; ok {
		return id
	}
	id := quad.Value(quad.IRI(fmt.Sprintf("%s"+charFragment+"%d,%d", string(b.article.(quad.IRI)), char[p.Begin], char[p.End])))
	b.sentences[p] = id
	b.addText(id, rdfValue, p.Text)
	b.add(id, schemaIsPartOf, b.article)
	return id
}

// stands reports whether a fact stands in the graph at all. One whose subject
// nobody could identify ("He returned to Oslo") does not: a literal cannot be
// the subject of a quad, and a node for every "he" would say nothing.
func stands(f extract.Fact) bool { return f.Subject.ID != "" }

// Statements returns how many of the facts stand in the graph.
func Statements(facts []extract.Fact) int {
	n := 0
	for _, f := range facts {
		if stands(f) {
			n++
		}
	}
	return n
}

// isEdge reports whether a fact may stand as an edge of its own. What has a
// speaker is only reported; the speaker's "says" is a fact without one.
func isEdge(f extract.Fact) bool { return f.Speaker == nil && f.Modality != clause.Said }

// charOffsets returns for every byte offset at which a sentence of a fact
// begins or ends how many characters (Unicode code points) stand before it.
func charOffsets(text string, facts []extract.Fact) map[int]int {
	offsets := make([]int, 0, 2*len(facts))
	for _, f := range facts {
		offsets = append(offsets, f.Sentence.Begin, f.Sentence.End)
	}
	slices.Sort(offsets)
	char := make(map[int]int, len(offsets))
	done, count := 0, 0
	for _, offset := range offsets {
		if end := min(offset, len(text)); end > done {
			count += utf8.RuneCountInString(text[done:end])
			done = end
		}
		char[offset] = count
	}
	return char
}

// object returns the value of an argument, nil for one that is not there.
func object(a extract.Argument) quad.Value {
	if a.ID != "" {
		return safeIRI(a.ID)
	}
	return typed(a.Type, a.Value, a.Text)
}

func circumstance(c extract.Context) quad.Value {
	if c.ID != "" {
		return safeIRI(c.ID)
	}
	return typed(c.Type, c.Value, c.Text)
}

// typed returns a literal: a full date as xsd:date, anything else as text;
// where there is no value, the words; nil where there are none either.
func typed(t nlp.EntityType, value, words string) quad.Value {
	switch {
	case value == "" && words == "":
		return nil
	case value == "":
		return literal(words)
	case t == nlp.Date && isoDate.MatchString(value):
		return date(value)
	}
	return literal(value)
}

var isoDate = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`)

func literal(text string) quad.Value { return quad.String(strings.ToValidUTF8(text, "\uFFFD")) }

func date(iso string) quad.Value {
	return quad.TypedString{Value: quad.String(iso), Type: xsdDate}
}

// decimal writes a number with no more digits than it takes to read it back.
func decimal(v float64) quad.Value {
	return quad.TypedString{Value: quad.String(strconv.FormatFloat(v, 'f', -1, 64)), Type: xsdDecimal}
}

// compareQuads orders quads as their lines of N-Quads are ordered, but for the
// bytes that end a term.
func compareQuads(a, b quad.Quad) int { return compareRows(&a, &b) }

func compareRows(a, b *quad.Quad) int {
	if c := compareValues(a.Subject, b.Subject); c != 0 {
		return c
	}
	if c := compareValues(a.Predicate, b.Predicate); c != 0 {
		return c
	}
	if c := compareValues(a.Object, b.Object); c != 0 {
		return c
	}
	return compareValues(a.Label, b.Label)
}

// sorted returns quads in the order of compareQuads, each once. It sorts their
// places: to move quads, of eight words each, takes longer than to compare them.
func sorted(quads []quad.Quad) []quad.Quad {
	places := make([]int32, len(quads))
	for i := range places {
		places[i] = int32(i)
	}
	slices.SortFunc(places, func(i, j int32) int { return compareRows(&quads[i], &quads[j]) })
	out := make([]quad.Quad, 0, len(quads))
	for n, i := range places {
		if n == 0 || quads[i] != out[len(out)-1] {
			out = append(out, quads[i])
		}
	}
	return out
}

// compareValues compares values as they are written. Most of those compared are
// equal or two IRIs, and are not written for it: sorting would take a tenth of the
// time of storing an article.
func compareValues(a, b quad.Value) int {
	if a == b {
		return 0
	}
	x, isIRI := a.(quad.IRI)
	y, areIRIs := b.(quad.IRI)
	if !isIRI || !areIRIs {
		return strings.Compare(quad.StringOf(a), quad.StringOf(b))
	}
	n := min(len(x), len(y))
	if c := strings.Compare(string(x[:n]), string(y[:n])); c != 0 {
		return c
	}
	return strings.Compare(string(x[n:])+">", string(y[n:])+">") // one is the beginning of the other
}
