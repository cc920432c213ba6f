package graph

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/extract/nlp"
)

func TestRoles(t *testing.T) {
	for _, test := range []struct {
		role string
		term quad.IRI
		back string
	}{
		{"time", "kg:when", ""},
		{"place", "kg:where", ""},
		{"purpose", "kg:purpose", "purpose"},
		{"in front of", "kg:in-front-of", "in front of"},
		{"speaker", "kg:context-speaker", "speaker"},
		{"confidence", "kg:context-confidence", "confidence"},
		{"", "kg:context-", ""},
		{"a<b", "kg:a%3Cb", "a%3Cb"},
	} {
		if got := roleIRI(test.role); got != test.term {
			t.Errorf("role %q stands under %s, want %s", test.role, got, test.term)
		}
		if test.back != "" && roleOf(test.term) != test.back {
			t.Errorf("%s is the role %q, want %q", test.term, roleOf(test.term), test.back)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, et := range entityTypes {
		if classOf(et.name) != et.iri || typeOf(et.iri) != string(et.name) {
			t.Errorf("%s ⇄ %s: %s, %s", et.name, et.iri, classOf(et.name), typeOf(et.iri))
		}
	}
	if classOf("Alien") != "kg:Thing" || typeOf(quad.IRI("rdf:Statement")) != "" {
		t.Error("unknown types and classes")
	}
}

func TestLiterals(t *testing.T) {
	for _, test := range []struct {
		kind         nlp.EntityType
		value, words string
		want         string
	}{
		{nlp.Date, "2025-06-02", "on Monday", `"2025-06-02"^^<xsd:date>`},
		{nlp.Date, "2025-06", "in June", `"2025-06"`},
		{nlp.Date, "2025-13-02", "", `"2025-13-02"`},
		{nlp.Date, "soon", "soon", `"soon"`},
		{nlp.Money, "2025-06-02", "", `"2025-06-02"`},
		{"", "", "in haste", `"in haste"`},
		{"", "", "", ``},
	} {
		if got := quad.StringOf(typed(test.kind, test.value, test.words)); got != test.want {
			t.Errorf("%+v is %s", test, got)
		}
	}
	for v, want := range map[float64]string{0: "0", 1: "1", 0.5: "0.5", 0.79: "0.79", 0.07: "0.07", 1e-7: "0.0000001"} {
		if got := plain(decimal(v)); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}

// Offsets in quads are characters, in facts bytes.
func TestCharOffsets(t *testing.T) {
	const text = "Äß. €1. 🙂!"
	var facts []extract.Fact
	for _, sentence := range []string{"🙂!", "Äß.", "€1."} {
		begin := strings.Index(text, sentence)
		facts = append(facts, extract.Fact{Sentence: extract.Passage{Begin: begin, End: begin + len(sentence)}})
	}
	facts = append(facts, extract.Fact{Sentence: extract.Passage{Begin: 2, End: 99}})
	got := charOffsets(text, facts)
	for b, c := range map[int]int{0: 0, 2: 1, 5: 3, 6: 4, 11: 7, 12: 8, len(text): 10, 99: 10} {
		if got[b] != c {
			t.Errorf("byte %d is character %d, want %d", b, got[b], c)
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"José  Núñez": "jose nunez", "ÅSE": "ase", "U.S.": "u s", "  a-b ": "a b", "Straße": "straße", "Ⅳ": "iv", "…": "", "Иван": "иван",
	} {
		if got := FoldName(name); got != want {
			t.Errorf("%q is compared as %q, want %q", name, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"All", "Has", "In", "Out", "OutPredicates", "Save", "articles", "export", "extract", "ingest"}
	for word, want := range map[string]string{
		"Outt": "Out", "out": "Out", "OutPredicate": "OutPredicates", "Hass": "Has", "xyz": "", "": "", "x": "",
		"artcles": "articles", "extrct": "extract", "exprt": "export", "inges": "ingest", "ingets": "ingest", "frobnicate": "",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

// Values are ordered as they are written.
func TestCompareValues(t *testing.T) {
	values := []quad.Value{
		nil, quad.IRI("kg:A"), quad.IRI("kg:A_b"), quad.IRI("kg:A(b)"), quad.IRI("kg:A?"), quad.IRI("kg:B"), quad.IRI(""),
		quad.BNode("A"), quad.String("kg:A"), quad.String("<"), quad.TypedString{Value: "1", Type: xsdDecimal}, quad.Int(7),
	}
	for _, a := range values {
		for _, b := range values {
			if got, want := compareValues(a, b), strings.Compare(quad.StringOf(a), quad.StringOf(b)); got != want {
				t.Errorf("%v and %v: %d, want %d", a, b, got, want)
			}
		}
	}
}
