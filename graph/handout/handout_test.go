package handout

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"kg/extract"
	"kg/graph"
)

// open returns a graph of these quads.
func open(t *testing.T, quads string) *graph.Graph {
	t.Helper()
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if _, err := g.Import(t.Context(), strings.NewReader(quads)); err != nil {
		t.Fatal(err)
	}
	return g
}

// read returns the graph of a text as the extractor reads it.
func read(t *testing.T, title, text string) *graph.Graph {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	g := open(t, "")
	article := extract.NewArticle("a.txt", text, extract.Meta{Title: title, URL: "javascript:alert(1)"})
	if _, err := g.Put(t.Context(), []*extract.Extraction{x.Extract(article)}); err != nil {
		t.Fatal(err)
	}
	return g
}

func write(t *testing.T, g *graph.Graph, f graph.Selection) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := Write(t.Context(), &out, g, f); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAHandout(t *testing.T) {
	g := read(t, "Leaders gather in Lisbon", "Ana Pereira met Jonas Lindqvist in Lisbon on Thursday. Jonas Lindqvist visited Oslo.")
	html := write(t, g, graph.Selection{})
	for _, want := range []string{
		`<h2>Ana Pereira <small>Person · kg:Ana_Pereira</small></h2>`,
		`<blockquote>Ana Pereira met Jonas Lindqvist in Lisbon on Thursday.<footer><a href="#article-1">Leaders gather in Lisbon</a>`,
		`<svg class="drawing"`,
		`id="search"`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("%s is not in\n%s", want, html)
		}
	}
	if again := write(t, g, graph.Selection{}); again != html {
		t.Error("the same graph gave other bytes")
	}
	part := write(t, g, graph.Selection{Entity: "kg:Oslo"})
	if !strings.Contains(part, "<h1>Oslo</h1>") || strings.Contains(part, "Ana Pereira met") {
		t.Errorf("narrowed down to Oslo:\n%s", part)
	}
}

// TestAHandoutRunsNothingOfAnArticle puts markup wherever an article can.
func TestAHandoutRunsNothingOfAnArticle(t *testing.T) {
	const evil = `</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>`
	var quads strings.Builder
	fill := strings.NewReplacer("TEXT", evil, "MARK", strings.NewReplacer("<", `\u003C`, ">", `\u003E`, " ", `\u0020`).Replace(evil))
	for _, q := range []string{
		`<kg:A> <rdfs:label> "TEXT"`, `<kg:A> <rdf:type> <schema:Person>`, `<kg:MARK> <rdfs:label> "B"`,
		`<rel:MARK> <rdfs:label> "TEXT"`, `<kg:A> <rel:MARK> <kg:MARK>`,
		`<fact:1> <rdf:type> <rdf:Statement>`, `<fact:1> <rdf:subject> <kg:A>`, `<fact:1> <rdf:predicate> <rel:MARK>`,
		`<fact:1> <rdf:object> <kg:MARK>`, `<fact:1> <kg:sentence> <article:x#char=0,9>`, `<fact:1> <kg:modality> "TEXT"`,
		`<fact:1> <kg:speaker> <kg:MARK>`, `<article:x#char=0,9> <rdf:value> "TEXT"`,
		`<fact:2> <rdf:subject> <kg:A>`, `<fact:2> <rdf:predicate> <rel:says>`, `<fact:2> <rdf:object> "TEXT"`,
		`<article:x> <rdf:type> <schema:NewsArticle>`, `<article:x> <schema:headline> "TEXT"`,
		`<article:x> <schema:datePublished> "TEXT"`, `<article:x> <schema:url> "javascript:alert(1)//TEXT"`,
	} {
		quads.WriteString(fill.Replace(q) + " <article:x> .\n")
	}
	html := write(t, open(t, quads.String()), graph.Selection{})
	if n := strings.Count(html, "<script"); n != 1 {
		t.Errorf("%d scripts:\n%s", n, html)
	}
	for _, bad := range []string{"<img", `href="javascript:`, `href="x`} {
		if strings.Contains(strings.ToLower(html), bad) {
			t.Errorf("%s is in\n%s", bad, html)
		}
	}
	if strings.Count(html, "alert(1)") < 5 {
		t.Errorf("the texts are not shown:\n%s", html)
	}
}

func TestAHandoutHasABound(t *testing.T) {
	var quads strings.Builder
	for i := range MaxFacts + 1 {
		fmt.Fprintf(&quads, "<kg:A%d> <rel:follows> <kg:A%d> <article:x> .\n", i, i+1)
	}
	g := open(t, quads.String())
	var out bytes.Buffer
	if _, err := Write(t.Context(), &out, g, graph.Selection{}); !errors.Is(err, ErrTooLarge) || out.Len() > 0 {
		t.Errorf("%v, %d bytes written", err, out.Len())
	}
	if _, err := Write(t.Context(), &out, g, graph.Selection{Entity: "kg:A7"}); err != nil || !strings.Contains(out.String(), "2 facts") {
		t.Errorf("narrowed down: %v", err)
	}
}
