package graph

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/piprate/json-gold/ld"

	"kg/graph/story"
)

const networkStory = `
article 2025-09-04 Leaders meet in Paris
entity Emmanuel Macron (Person) = Macron
entity Keir Starmer (Person)
fact Emmanuel Macron | meets | Keir Starmer | Macron met "Keir" Starmer & others <in> Paris. | confidence=0.6
fact Emmanuel Macron | age | "47" | Macron, 47, spoke. | confidence=0.9
article 2025-09-06 They met
entity Emmanuel Macron (Person) = President Macron
entity Keir Starmer (Person)
fact Emmanuel Macron | meets | Keir Starmer | They met on Thursday. | confidence=0.8
fact Keir Starmer | visits | Lyon | Starmer will visit O'Brien's, he said. | modality=said speaker="Keir Starmer" confidence=0.7
`

// networkGraph returns a graph of the story.
func networkGraph(t *testing.T) *Graph {
	t.Helper()
	g := openGraph(t)
	articles, err := story.Parse(networkStory)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.Put(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	return g
}

func TestNetwork(t *testing.T) {
	g := networkGraph(t)
	n, err := g.Network(t.Context(), Selection{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, node := range n.Nodes {
		lines = append(lines, strings.Join([]string{node.ID, node.Name, node.Type, strings.Join(node.Aliases, ";")}, " | "))
	}
	for _, e := range n.Edges {
		lines = append(lines, strings.Join([]string{e.From, e.Relation, e.To, e.First, e.Last, plainNumber(e.Confidence), plainNumber(float64(len(e.Articles))), e.Sentence}, " | "))
	}
	want := []string{
		`"47" | 47 | Value | `,
		`kg:Emmanuel_Macron | Emmanuel Macron | Person | Macron;President Macron`,
		`kg:Keir_Starmer | Keir Starmer | Person | `,
		`kg:Emmanuel_Macron | rel:age | "47" | 2025-09-04 | 2025-09-04 | 0.9 | 1 | Macron, 47, spoke.`,
		`kg:Emmanuel_Macron | rel:meets | kg:Keir_Starmer | 2025-09-04 | 2025-09-06 | 0.8 | 2 | They met on Thursday.`,
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestNetworkFilters(t *testing.T) {
	g := networkGraph(t)
	for _, test := range []struct {
		filter       Selection
		edges, facts int
	}{
		{Selection{}, 2, 4},
		{Selection{Entity: "kg:Keir_Starmer"}, 1, 3},
		{Selection{Relation: "rel:age"}, 1, 1},
		{Selection{Since: "2025-09-05"}, 1, 2},
		{Selection{Until: "2025-09-05"}, 2, 2},
		{Selection{MinConfidence: 0.85}, 1, 1},
		{Selection{Article: "article:none"}, 0, 0},
	} {
		n, err := g.Network(t.Context(), test.filter)
		facts, factsErr := g.ExportFacts(t.Context(), io.Discard, test.filter)
		if err != nil || factsErr != nil || len(n.Edges) != test.edges || facts != test.facts {
			t.Errorf("%+v: %d relations and %d facts (%v, %v), want %d and %d", test.filter, len(n.Edges), facts, err, factsErr, test.edges, test.facts)
		}
	}
}

// Each format is read back by a reader that nobody here wrote.
func TestNetworkFormats(t *testing.T) {
	n, err := networkGraph(t).Network(t.Context(), Selection{})
	if err != nil {
		t.Fatal(err)
	}
	written := func(write func(io.Writer) error) []byte {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var graphml struct {
		Graph struct {
			Nodes []struct {
				ID string `xml:"id,attr"`
			} `xml:"node"`
			Edges []struct {
				Source string   `xml:"source,attr"`
				Data   []string `xml:"data"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(written(n.WriteGraphML), &graphml); err != nil {
		t.Error(err)
	}
	if len(graphml.Graph.Nodes) != 3 || len(graphml.Graph.Edges) != 2 || graphml.Graph.Edges[1].Source != "kg:Emmanuel_Macron" {
		t.Errorf("%+v", graphml)
	}
	for name, table := range map[string][]byte{"nodes": written(n.WriteNodesCSV), "edges": written(n.WriteEdgesCSV)} {
		if rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll(); err != nil || len(rows) < 3 {
			t.Errorf("%s: %v, %v", name, rows, err)
		}
	}
	cypher := string(written(n.WriteCypher))
	if !strings.Contains(cypher, "MERGE (a)-[r:`MEETS`]->(b)") || strings.Count(cypher, ";\n") != 6 ||
		!strings.Contains(cypher, "n.aliases = ['") || !strings.Contains(cypher, "r.first = '2025-") {
		t.Error(cypher)
	}
	dot, err := exec.LookPath("dot")
	if err != nil {
		t.Log("no Graphviz here: the DOT output is not read back")
		return
	}
	cmd := exec.Command(dot, "-Tdot_json")
	cmd.Stdin = bytes.NewReader(written(n.WriteDOT))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestFactsAreJSONLines(t *testing.T) {
	var b bytes.Buffer
	if _, err := networkGraph(t).ExportFacts(t.Context(), &b, Selection{}); err != nil {
		t.Fatal(err)
	}
	said := 0
	for line := range bytes.Lines(b.Bytes()) {
		var f ExportedFact
		if err := json.Unmarshal(line, &f); err != nil || f.Sentence == "" || f.Subject.Name == "" {
			t.Errorf("%s: %v", line, err)
		}
		if !f.Asserted {
			said++
		}
	}
	if said != 1 {
		t.Errorf("%d facts are only said, want 1", said)
	}
}

// The JSON-LD is read by a conforming processor and gives the same quads.
func TestJSONLDIsTheGraph(t *testing.T) {
	g := networkGraph(t)
	var jsonld, lines bytes.Buffer
	if _, err := g.ExportJSONLD(t.Context(), &jsonld, Selection{}); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Export(t.Context(), &lines, Selection{}); err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(jsonld.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	got, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := quadSet(t, got.(string)), quadSet(t, lines.String()); !slices.Equal(a, b) {
		t.Errorf("JSON-LD says\n%s\nN-Quads say\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
}

// quadSet returns the quads of a text, sorted, as N-Quads.
func quadSet(t *testing.T, text string) []string {
	t.Helper()
	r := nquads.NewReader(strings.NewReader(text), false)
	quads, err := quad.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	set := make([]string, 0, len(quads))
	for _, q := range quads {
		set = append(set, q.NQuad())
	}
	slices.Sort(set)
	return set
}

// TriG is read by Node's n3 where $KG_TEST_N3 names a folder that has it;
// elsewhere its golden text is compared, which a person can judge.
func TestTriG(t *testing.T) {
	g := openGraph(t)
	articles, err := story.Parse("article 2025-09-04 Leaders meet\nfact Emmanuel Macron | meets | Keir Starmer | They \"met\". | confidence=0.6\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.Put(context.Background(), articles); err != nil {
		t.Fatal(err)
	}
	for name, export := range map[string]func(context.Context, io.Writer, Selection) (int, error){"trig": g.ExportTriG, "turtle": g.ExportTurtle} {
		var b bytes.Buffer
		if _, err := export(t.Context(), &b, Selection{}); err != nil {
			t.Fatal(err)
		}
		golden := "testdata/export." + name
		if *update {
			if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: got\n%s", name, b.String())
		}
	}
}
