package graph

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

// someQuads are quads of few values, many of them twice.
func someQuads(r *rand.Rand, n int) []quad.Quad {
	values := []quad.Value{quad.IRI("a"), quad.IRI("a#b"), quad.IRI("ab"), quad.String("a"), quad.String("é"), quad.TypedString{Value: "1", Type: "xsd:decimal"}}
	quads := make([]quad.Quad, n)
	for i := range quads {
		quads[i] = quad.Quad{Subject: values[r.IntN(3)], Predicate: values[r.IntN(3)], Object: values[r.IntN(len(values))], Label: quad.IRI("article:x")}
	}
	return quads
}

// Quads are sorted as if they were moved, and what is only in one of two lists is
// what a look at each tells.
func TestSortedQuads(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		a, b := someQuads(r, n), someQuads(r, 60-n)
		want := slices.Compact(slices.SortedFunc(slices.Values(a), compareQuads))
		a, b = sorted(a), sorted(b)
		if !slices.Equal(a, want) {
			t.Fatalf("%v is sorted as %v", want, a)
		}
		want = slices.DeleteFunc(slices.Clone(a), func(q quad.Quad) bool { return slices.Contains(b, q) })
		if got := appendOnly(nil, a, b); !slices.Equal(got, want) {
			t.Fatalf("only in %v, not in %v: %v", a, b, got)
		}
	}
}

// An article's packed quads are read again with its label, whether they were
// written with it, as earlier versions did, or without.
func TestPackedQuads(t *testing.T) {
	quads := sorted(someQuads(rand.New(rand.NewPCG(3, 4)), 50))
	for range 2 { // the second is made by what packed the first
		packed, err := pack(quads)
		if err != nil {
			t.Fatal(err)
		}
		got, err := unpack(packed, quad.IRI("article:x"))
		if err != nil || !slices.Equal(got, quads) {
			t.Errorf("%v, %v", got, err)
		}
	}
	q := quad.Quad{Subject: quad.IRI("a"), Predicate: quad.IRI("b"), Object: quad.String("c"), Label: quad.IRI("article:x")}
	var old bytes.Buffer
	z := gzip.NewWriter(&old)
	if _, err := z.Write([]byte(q.NQuad() + "\n")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := unpack(base64.StdEncoding.EncodeToString(old.Bytes()), quad.IRI("article:x")); err != nil || !slices.Equal(got, []quad.Quad{q}) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestSafeIRI(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"kg:Plain_(name)", "kg:Plain_(name)"},
		{"kg:Zoë", "kg:Zoë"},
		{"kg:two words", "kg:two%20words"},
		{"kg:Zoë Ray", "kg:Zoë%20Ray"},
		{"kg:<a>\x7f", "kg:%3Ca%3E%7F"},
		{"kg:é\u0085", "kg:é%C2%85"},
		{"kg:\xff", "kg:%FF"},
	} {
		if got := safeIRI(tt.in); string(got) != tt.want {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.want)
		}
	}
}
