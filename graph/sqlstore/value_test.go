package sqlstore

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

var awkwardValues = []quad.Value{
	quad.IRI("kg:Emmanuel_Macron"), quad.IRI("http://example.org/a?b=c#d"), quad.IRI("a b<c>\"d\"\\e\n{f}|^`"),
	quad.IRI("kg:Łódź_(miasto)"), quad.IRI("zero\x00byte"), quad.IRI("not\xffutf8"), quad.IRI("?"), quad.IRI("$1"), quad.IRI("%"), quad.IRI("'"),
	quad.BNode("b0"), quad.BNode("kg:Emmanuel_Macron"),
	quad.String(""), quad.String("kg:Emmanuel_Macron"), quad.String("two\nlines\tand \"quotes\""), quad.String("\x00"), quad.String("\U0001F600"),
	quad.String(strings.Repeat("long ", 1000)),
	quad.LangString{Value: "chat", Lang: "fr"}, quad.LangString{Value: "chat", Lang: "en"}, quad.LangString{Value: "chat"}, quad.LangString{Value: "\x00", Lang: "\xff"},
	quad.TypedString{Value: "2025-09-04", Type: "xsd:date"}, quad.TypedString{Value: "0.79", Type: "xsd:double"}, quad.TypedString{Value: "", Type: ""},
	quad.Int(0), quad.Int(math.MaxInt64), quad.Int(math.MinInt64),
	quad.Float(0), quad.Float(math.Copysign(0, -1)), quad.Float(0.87), quad.Float(math.MaxFloat64), quad.Float(5e-324), quad.Float(math.Inf(1)), quad.Float(math.Inf(-1)),
	quad.Bool(true), quad.Bool(false),
	quad.Time(time.Date(2025, 9, 4, 12, 0, 0, 123456789, time.UTC)), quad.Time(time.Date(-44, 3, 15, 0, 0, 0, 0, time.UTC)), quad.Time(time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC)),
}

// Every value comes back as it went in, and no two are taken for one.
func TestValuesRoundTrip(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		var in []quad.Quad
		for i, v := range awkwardValues {
			in = append(in, quad.Quad{Subject: quad.Int(i + 1000), Predicate: quad.IRI("has"), Object: v, Label: quad.IRI("l")})
		}
		if n, err := s.Replace(context.Background(), Change{Add: in}); err != nil || n.Added != len(in) {
			t.Fatalf("added %d of %d: %v", n.Added, len(in), err)
		}
		again := open(t, location, Options{ReadOnly: true}) // with nothing cached
		got := map[quad.Value]quad.Value{}
		for q, err := range again.Label(context.Background(), quad.IRI("l")) {
			if err != nil {
				t.Fatal(err)
			}
			got[q.Subject] = q.Object
		}
		for i, v := range awkwardValues {
			g := got[quad.Int(i+1000)]
			if eq, ok := v.(quad.Equaler); ok && !eq.Equal(g) || !ok && g != v || quad.StringOf(g) != quad.StringOf(v) {
				t.Errorf("%#v came back as %#v", v, g)
			}
			if ref, err := again.ValueOf(v); err != nil || ref == nil {
				t.Errorf("%#v is not found: %v", v, err)
			}
		}
	})
}

// Ten megabytes are a value like any other.
func TestLargeValue(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		large := quad.String(strings.Repeat("0123456789", 1<<20))
		q := quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("rdfs:label"), Object: large}
		if _, err := s.Replace(context.Background(), Change{Add: []quad.Quad{q}}); err != nil {
			t.Fatal(err)
		}
		for got, err := range s.Label(context.Background(), nil) {
			if err != nil || got != q {
				t.Fatalf("came back otherwise: %v", err)
			}
		}
	})
}

func FuzzValueRoundTrip(f *testing.F) {
	f.Add("text", "ext", int64(7), 0.5)
	f.Add("\x00", "\xff", int64(-1), math.Inf(1))
	f.Fuzz(func(t *testing.T, text, ext string, n int64, x float64) {
		for _, v := range []quad.Value{quad.IRI(text), quad.BNode(text), quad.String(text),
			quad.LangString{Value: quad.String(text), Lang: ext}, quad.TypedString{Value: quad.String(text), Type: quad.IRI(ext)},
			quad.Int(n), quad.Float(x), quad.Time(time.Unix(n%(1<<40), int64(len(text))).UTC())} {
			enc, err := termOf(v)
			if err != nil {
				t.Fatal(err)
			}
			if !isText(enc.text) || !isText(enc.ext) {
				t.Errorf("%#v is stored as %q, %q, which no database takes for text", v, enc.text, enc.ext)
			}
			got, err := enc.value()
			if err != nil || quad.StringOf(got) != quad.StringOf(v) || x == x && got != v {
				t.Errorf("%#v came back as %#v: %v", v, got, err)
			}
		}
	})
}
