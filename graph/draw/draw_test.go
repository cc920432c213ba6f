package draw

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"kg/graph"
)

// star is a picture of a hub with n neighbours, some of which know each other.
func star(n int) *Picture {
	p := &Picture{Title: "The Hub", Nodes: []Node{{Name: "The Hub", Type: "Organization", Link: "/hub", More: 3, Open: "/open"}}}
	for i := 1; i <= n; i++ {
		p.Nodes = append(p.Nodes, Node{Name: fmt.Sprintf("Person Number %d of Somewhere", i), Type: "Person", Link: fmt.Sprint("/", i), More: i % 3})
		p.Edges = append(p.Edges, Edge{From: 0, To: i, Label: "meets in the town", Strength: i})
		if i%4 == 0 {
			p.Edges = append(p.Edges, Edge{From: i, To: i - 1, Label: "knows", Strength: 1})
		}
	}
	return p
}

// ways is a picture of n ways of three steps.
func ways(n int) *Picture {
	p := &Picture{Ways: true, Nodes: []Node{{Name: "Ana Alpha"}, {Name: "Eva Epsilon", Step: 3}}}
	for row := range n {
		at := len(p.Nodes)
		p.Nodes = append(p.Nodes, Node{Name: fmt.Sprint("First of ", row), Step: 1, Row: row}, Node{Name: fmt.Sprint("Second of ", row), Step: 2, Row: row})
		p.Edges = append(p.Edges, Edge{From: 0, To: at, Label: "meets"}, Edge{From: at, To: at + 1, Label: "works for"}, Edge{From: at + 1, To: 1, Label: "is member of"})
	}
	return p
}

// Nothing in a picture hides anything else, and nothing sticks out of it.
func TestNothingOverlaps(t *testing.T) {
	pictures := map[string]*Picture{"one node": star(0), "three nodes": star(2), "a star": star(20), "forty nodes": star(39), "a way": ways(1), "three ways": ways(3)}
	for name, p := range pictures {
		for _, wide := range []float64{330, 700, 1000} {
			l := p.lay(wide)
			boxes := append(append([]placed{}, l.nodes...), l.labels...)
			for i, a := range boxes {
				if a.at.x-a.width/2 < 0 || a.at.x+a.width/2 > wide || a.at.y-a.height/2 < 0 || a.at.y+a.height/2 > l.height {
					t.Errorf("%s, %v wide: %q sticks out of the picture", name, wide, a.lines)
				}
				for _, b := range boxes[i+1:] {
					if math.Abs(a.at.x-b.at.x) < (a.width+b.width)/2 && math.Abs(a.at.y-b.at.y) < (a.height+b.height)/2 {
						t.Errorf("%s, %v wide: %q is on top of %q", name, wide, a.lines, b.lines)
					}
				}
			}
			if l.height > 60*float64(1+len(boxes)) {
				t.Errorf("%s, %v wide: %v high", name, wide, l.height)
			}
		}
	}
}

func drawn(t *testing.T, p *Picture, o Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := p.SVG(&out, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The same picture gives the same bytes, and they are XML.
func TestSVG(t *testing.T) {
	p := star(12)
	svg := drawn(t, p, Options{Alone: true})
	if again := drawn(t, star(12), Options{Alone: true}); again != svg {
		t.Error("the same picture gives other bytes")
	}
	wellFormed(t, svg)
	for _, want := range []string{`<a href="/hub" class="node organization center">`, "<title>Person Number 3 of Somewhere, Person</title>",
		`<a href="/open" class="more"><title>3 more around The Hub</title>`, "prefers-color-scheme", `aria-label="The Hub"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture lacks %s", want)
		}
	}
	if page := drawn(t, p, Options{}); strings.Contains(page, "style") {
		t.Error("a picture in a page has a style, which the page's policy refuses")
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
	}
}

// Names come from articles, and articles from anywhere.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{`<script>alert("1")</script>`, "a\x00b\u2028\xff", "", strings.Repeat("W", 500), "東京都 知事 選挙 候補者 討論会 中継 番組", "e\u0301"} {
		p := &Picture{Title: name, Nodes: []Node{{Name: name, Type: name, Link: `/?q="` + name}, {Name: name}},
			Edges: []Edge{{From: 0, To: 1, Label: name, About: name}, {From: 1, To: 0, Label: name}}}
		svg := drawn(t, p, Options{Alone: true})
		wellFormed(t, svg)
		if strings.Contains(svg, "<script") {
			t.Errorf("%q is in the picture as it is", name)
		}
	}
}

func TestFirst(t *testing.T) {
	short := star(12).First(5)
	if len(short.Nodes) != 5 || short.Nodes[0].More != 3+8 || len(short.Edges) != 5 {
		t.Errorf("%d nodes, %d edges, %d more; want 5, 5 and 11", len(short.Nodes), len(short.Edges), short.Nodes[0].More)
	}
}

func TestOfTheGraph(t *testing.T) {
	ana, bo := graph.Term{IRI: "kg:Ana", Name: "Ana", Type: "Person"}, graph.Term{IRI: "kg:Bo", Name: "Bo", Type: "Person"}
	meets, sues := graph.Count{Name: "meets", Count: 2}, graph.Count{Name: "sues", Count: 1}
	links := Links{Entity: func(iri string) string { return "/" + iri }, Tie: func(a, b string) string { return a + "-" + b }}
	n := Neighbourhood(&graph.Neighbourhood{
		Nodes: []graph.Neighbour{{Term: ana}, {Term: bo, Hops: 1, Left: 4}},
		Edges: []graph.Tie{{From: 0, To: 1, Relations: []graph.Count{meets, sues}}},
	}, links)
	if want := (Edge{From: 0, To: 1, Label: "meets +1", About: "Ana: meets, sues: Bo", Strength: 3, Link: "kg:Ana-kg:Bo"}); n.Edges[0] != want {
		t.Errorf("%+v, want %+v", n.Edges[0], want)
	}
	if want := (Node{Name: "Bo", Type: "Person", Link: "/kg:Bo", More: 4}); n.Nodes[1] != want {
		t.Errorf("%+v, want %+v", n.Nodes[1], want)
	}
	p := Paths([]graph.Path{{Hops: []graph.Hop{{From: bo, To: ana, Relation: graph.Term{Name: "meets"}, Forward: false, Support: 2}}}}, links)
	if len(p.Nodes) != 2 || p.Nodes[1].Step != 1 || p.Edges[0].From != 1 || p.Edges[0].About != "Ana: meets: Bo" {
		t.Errorf("%+v", p)
	}
}

func BenchmarkSVG(b *testing.B) {
	p := star(39)
	for b.Loop() {
		if err := p.SVG(io.Discard, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
