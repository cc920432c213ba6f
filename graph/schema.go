package graph

import (
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/extract/nlp"
)

// The vocabulary of the graph. IRIs are stored in the short forms written
// here, literally: they are what a person types into a query. No other file of
// the package spells an IRI.
//
// Prefixes of IRIs that are made from the text.
const (
	prefixEntity   = "kg:"       // kg:Emmanuel_Macron, a thing that articles speak of
	prefixRelation = "rel:"      // rel:co-chairs, a relation between things
	prefixFact     = "fact:"     // fact:3f…, a statement node: one sentence's evidence for one edge
	prefixArticle  = "article:"  // article:…, an article, and the label of its quads
	prefixCuration = "curation:" // curation:3f…, what a person decided
)

// charFragment is how the fragment of a sentence's IRI begins (RFC 5147).
const charFragment = "#char="

// Terms of RDF and RDF Schema.
const (
	rdfType      quad.IRI = "rdf:type"
	rdfStatement quad.IRI = "rdf:Statement" // type of statement nodes
	rdfProperty  quad.IRI = "rdf:Property"  // type of relations
	rdfSubject   quad.IRI = "rdf:subject"   // statement → entity
	rdfPredicate quad.IRI = "rdf:predicate" // statement → relation
	rdfObject    quad.IRI = "rdf:object"    // statement → entity or literal
	rdfValue     quad.IRI = "rdf:value"     // sentence → its words
	rdfsLabel    quad.IRI = "rdfs:label"    // entity or relation → its fullest name
	skosAltLabel quad.IRI = "skos:altLabel" // entity → another name it was seen under
)

// What is known of a statement. Circumstances without a term of their own
// stand under kg:<role>; see [roleIRI].
const (
	kgSentence    quad.IRI = "kg:sentence"    // statement → sentence
	kgConfidence  quad.IRI = "kg:confidence"  // statement → xsd:decimal, 0–1
	kgSpeaker     quad.IRI = "kg:speaker"     // statement → entity that says so
	kgModality    quad.IRI = "kg:modality"    // statement → "asserted", "negated", …
	kgWhen        quad.IRI = "kg:when"        // statement → xsd:date, or the expression
	kgWhere       quad.IRI = "kg:where"       // statement → entity, or the expression
	kgRule        quad.IRI = "kg:rule"        // statement → name of the rule that found it
	kgDerivedFrom quad.IRI = "kg:derivedFrom" // statement → statement it rests on
	kgReprintedIn quad.IRI = "kg:reprintedIn" // statement → article, a copy of this one, that has it too
	kgCopyOf      quad.IRI = "kg:copyOf"      // article → article that it reprints
	kgSHA256      quad.IRI = "kg:sha256"      // article → hash of its text
	kgCuration    quad.IRI = "kg:curation"    // label of the quads that a person wrote
	kgSubject     quad.IRI = "kg:subject"     // decision → entity or fact it is about
	kgObject      quad.IRI = "kg:object"      // decision → what that is or is called instead
	kgArticle     quad.IRI = "kg:article"     // decision → article in which it holds; all where none is given
	kgReason      quad.IRI = "kg:reason"      // decision → why
)

// Terms of schema.org.
const (
	schemaNewsArticle   quad.IRI = "schema:NewsArticle"
	schemaHeadline      quad.IRI = "schema:headline"
	schemaDatePublished quad.IRI = "schema:datePublished" // article → xsd:date
	schemaURL           quad.IRI = "schema:url"
	schemaAuthor        quad.IRI = "schema:author"
	schemaMentions      quad.IRI = "schema:mentions" // article → entity
	schemaIsPartOf      quad.IRI = "schema:isPartOf" // sentence → article
)

// Relations that the graph itself knows the meaning of.
const (
	relationSays     = "rel:says"                   // somebody → the words he is quoted with
	relationPosition = "rel:holds-position"         // somebody → an office, or its words where they do not say of what
	relationHeld     = "rel:formerly-held-position" // somebody → an office held no more
)

// Datatypes. A decimal is kept as the string it is written as; Cayley would
// turn an xsd:double 0.79 into 7.9E-01.
const (
	xsdDate    quad.IRI = "xsd:date"
	xsdDecimal quad.IRI = "xsd:decimal"
)

// entityTypes gives each type of entity its class, in the order of the contract.
var entityTypes = []struct {
	name nlp.EntityType
	iri  quad.IRI
}{
	{nlp.Person, "schema:Person"},
	{nlp.Organization, "schema:Organization"},
	{nlp.Place, "schema:Place"},
	{nlp.Event, "schema:Event"},
	{nlp.Group, "kg:Group"},
	{nlp.Product, "schema:Product"},
	{nlp.Work, "schema:CreativeWork"},
	{nlp.Law, "schema:Legislation"},
	{nlp.Date, "kg:Date"},
	{nlp.Money, "schema:MonetaryAmount"},
	{nlp.Quantity, "schema:QuantitativeValue"},
	{nlp.Thing, "kg:Thing"},
}

// classOf returns the class of a type; what is of no known type is a kg:Thing.
func classOf(t nlp.EntityType) quad.IRI {
	for _, et := range entityTypes {
		if et.name == t {
			return et.iri
		}
	}
	return "kg:Thing"
}

// typeOf returns the type that a class stands for, "" for any other IRI.
func typeOf(class quad.Value) string {
	for _, et := range entityTypes {
		if et.iri == class {
			return string(et.name)
		}
	}
	return ""
}

// roleIRI returns the term for a circumstance of a statement: kg:when for
// time, kg:where for place, kg:<role> for any other, "in front of" as
// kg:in-front-of. A role that has the name of a term above is kept apart from
// it by a leading "context-".
func roleIRI(role string) quad.IRI {
	switch role {
	case "time":
		return kgWhen
	case "place":
		return kgWhere
	}
	term := safeIRI(prefixEntity + strings.Join(strings.Fields(role), "-"))
	switch term {
	case kgSentence, kgConfidence, kgSpeaker, kgModality, kgWhen, kgWhere, kgRule, kgDerivedFrom, kgReprintedIn, kgCopyOf, kgSHA256, prefixEntity:
		return prefixEntity + "context-" + term[len(prefixEntity):]
	}
	return term
}

// roleOf is the inverse of [roleIRI] for the roles without a term of their own.
func roleOf(term quad.IRI) string {
	role := strings.TrimPrefix(strings.TrimPrefix(string(term), prefixEntity), "context-")
	return strings.ReplaceAll(role, "-", " ")
}

// safeIRI returns s as an IRI that every reader of N-Quads takes: what the
// grammar's IRIREF leaves out, the other control characters, which Cayley's
// reader leaves out too, and what is not UTF-8 are percent-encoded.
// See https://www.w3.org/TR/n-quads/#grammar-production-IRIREF.
func safeIRI(s string) quad.IRI {
	if isSafeIRI(s) {
		return quad.IRI(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unsafeInIRI(r) || r == utf8.RuneError && size == 1 {
			for _, c := range []byte(s[i : i+size]) {
				b.WriteByte('%')
				b.WriteByte("0123456789ABCDEF"[c>>4])
				b.WriteByte("0123456789ABCDEF"[c&0xF])
			}
		} else {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return quad.IRI(b.String())
}

func isSafeIRI(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return utf8.ValidString(s[i:]) && strings.IndexFunc(s[i:], unsafeInIRI) < 0
		}
		if unsafeASCII[s[i]] {
			return false
		}
	}
	return true
}

// unsafeASCII is unsafeInIRI, of the characters that nearly all IRIs are made of.
var unsafeASCII = func() (unsafe [utf8.RuneSelf]bool) {
	for c := range unsafe {
		unsafe[c] = unsafeInIRI(rune(c))
	}
	return unsafe
}()

func unsafeInIRI(r rune) bool {
	return r <= ' ' || 0x7F <= r && r <= 0x9F || strings.ContainsRune("<>\"{}|^`\\", r)
}
