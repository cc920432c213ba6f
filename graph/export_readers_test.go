package graph

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// nasty is a text with all that some format gives a meaning.
const nasty = "a;b \"c\" 'd' <e> & \\f `g` ]]> {h} \u00e9 \U0001f600"

// oddNetwork has names with everything in them that a format might trip over.
func oddNetwork() *Network {
	return &Network{
		Nodes: []NetworkNode{
			{ID: "kg:A'b", Name: nasty, Type: "Person", Aliases: []string{"x; y", nasty}, Articles: 2},
			{ID: "kg:B\\", Name: "line\nbreak", Type: "Place", Articles: 1},
			{ID: `"` + `value \"quoted\"` + `"`, Name: `value "quoted"`, Type: "Value"},
		},
		Edges: []NetworkEdge{
			{From: "kg:A'b", Relation: "rel:holds-talks-with", To: "kg:B\\", Label: "holds talks with", Articles: []string{"article:1"}, Confidence: 0.5, First: "2025-09-04", Sentence: "He said:\n" + nasty},
			{From: "kg:B\\", Relation: "rel:says", To: `"` + `value \"quoted\"` + `"`, Label: "says", Articles: []string{"article:1", "article:2"}, Confidence: 1, Sentence: "\\"},
		},
	}
}

func writtenBy(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readBy runs a program on an input and returns its output; where the program is
// not here, the test is passed over.
func readBy(t *testing.T, input []byte, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s, a reader of this format, is not here", name)
	}
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(input)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s\n%s", name, err, &problems, input)
	}
	return out
}

// NetworkX reads the GraphML, with every name as it is.
func TestGraphMLReadByNetworkX(t *testing.T) {
	if err := exec.Command("python3", "-c", "import networkx").Run(); err != nil {
		t.Skip("NetworkX (Python), a reader of GraphML, is not here")
	}
	n := oddNetwork()
	out := readBy(t, writtenBy(t, n.WriteGraphML), "python3", "-c", `
import io, json, sys, networkx
g = networkx.read_graphml(io.BytesIO(sys.stdin.buffer.read()), force_multigraph=True)
print(json.dumps({"nodes": {i: d for i, d in g.nodes(data=True)}, "edges": [[a, b, d] for a, b, d in g.edges(data=True)]}))`)
	var read struct {
		Nodes map[string]struct {
			Label, Type string
			Articles    int
		}
		Edges [][]any
	}
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	for _, node := range n.Nodes {
		if got := read.Nodes[node.ID]; got.Label != node.Name || got.Type != node.Type || got.Articles != node.Articles {
			t.Errorf("%+v reads back as %+v", node, got)
		}
	}
	if len(read.Nodes) != len(n.Nodes) || len(read.Edges) != len(n.Edges) {
		t.Errorf("%d nodes and %d edges are read, want %d and %d", len(read.Nodes), len(read.Edges), len(n.Nodes), len(n.Edges))
	}
	for i, e := range n.Edges {
		data := read.Edges[i][2].(map[string]any)
		if read.Edges[i][0] != e.From || read.Edges[i][1] != e.To || data["sentence"] != e.Sentence || data["confidence"] != e.Confidence {
			t.Errorf("%+v reads back as %v", e, read.Edges[i])
		}
	}
}

// Graphviz reads the DOT, with every name as it is but for line breaks.
func TestDOTReadByGraphviz(t *testing.T) {
	n := oddNetwork()
	var read struct {
		Objects []struct{ Name, Label string }
		Edges   []struct {
			Tail, Head int
			Label      string
		}
	}
	if err := json.Unmarshal(readBy(t, writtenBy(t, n.WriteDOT), "dot", "-Tdot_json"), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Objects) != len(n.Nodes) || len(read.Edges) != len(n.Edges) {
		t.Fatalf("read: %+v", read)
	}
	// Graphviz keeps a label as it was written; \\ is its own escape for \.
	unescape := strings.NewReplacer(`\\`, `\`)
	for i, node := range n.Nodes {
		want := strings.ReplaceAll(node.Name, "\n", " ")
		if got := unescape.Replace(read.Objects[i].Label); got != want {
			t.Errorf("the name %q reads back as %q", want, got)
		}
	}
	for i, e := range n.Edges {
		got := [2]string{n.Nodes[read.Edges[i].Tail].ID, n.Nodes[read.Edges[i].Head].ID}
		if got != [2]string{e.From, e.To} || read.Edges[i].Label != e.Label {
			t.Errorf("%+v reads back as %+v", e, read.Edges[i])
		}
	}
}

// neo4jHeader is a column of a header of Neo4j's import: a name and a type, or one
// of the columns with a meaning of their own
// (neo4j.com/docs/operations-manual/current/import/#import-tool-header-format).
var neo4jHeader = regexp.MustCompile(`^(?:[a-z]*:(?:ID|START_ID|END_ID|TYPE|LABEL)|[a-z]+(?::(?:int|long|float|double|boolean|string|date)(?:\[\])?)?)$`)

// The tables are what Neo4j's import takes: its header, a line a row, ends that
// are nodes, lists whose parts hold no divider.
func TestCSVForNeo4j(t *testing.T) {
	n := oddNetwork()
	nodes, edges := table(t, writtenBy(t, n.WriteNodesCSV)), table(t, writtenBy(t, n.WriteEdgesCSV))
	ids := map[string]bool{}
	for i, row := range nodes[1:] {
		ids[row["id:ID"]] = true
		if row[":LABEL"] != n.Nodes[i].Type || row["articles:int"] != fmt.Sprint(n.Nodes[i].Articles) {
			t.Errorf("%+v is %q", n.Nodes[i], row)
		}
		if parts := strings.Split(row["aliases:string[]"], ";"); row["aliases:string[]"] != "" && len(parts) != len(n.Nodes[i].Aliases) {
			t.Errorf("the aliases %q read back as %q", n.Nodes[i].Aliases, parts)
		}
	}
	for _, row := range edges[1:] {
		if !ids[row[":START_ID"]] || !ids[row[":END_ID"]] || !regexp.MustCompile(`^[A-Z_]+$`).MatchString(row[":TYPE"]) {
			t.Errorf("%q is between what are no nodes, or of no type", row)
		}
	}
	if len(nodes) != 4 || len(edges) != 3 {
		t.Errorf("%d and %d lines", len(nodes), len(edges))
	}
}

// table reads CSV; the first row maps each column's title to itself.
func table(t *testing.T, text []byte) []map[string]string {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if lines := bytes.Count(text, []byte("\n")); lines != len(records) {
		t.Errorf("%d lines for %d rows: Neo4j's import takes a line for a row:\n%s", lines, len(records), text)
	}
	var rows []map[string]string
	for _, record := range records {
		row := map[string]string{}
		for i, cell := range record {
			row[records[0][i]] = cell
		}
		rows = append(rows, row)
	}
	for _, title := range records[0] {
		if !neo4jHeader.MatchString(title) {
			t.Errorf("%q is no header of Neo4j's import", title)
		}
	}
	return rows
}

// cypherToken is a token of the Cypher that is written: a text in single
// quotation marks, a name in backquotes, a number, a word, or a sign
// (opencypher.org, the grammar's StringLiteral and EscapedSymbolicName).
var cypherToken = regexp.MustCompile(`^(?:'(?:[^'\\\n]|\\[\\'nr])*'|` + "`[^`\n]*`" + `|\d+(?:\.\d+)?|[A-Za-z_]\w*|->|[(){}\[\]:;,.=-])`)

// Cypher is checked by its tokens, as no parser of it for Go is kept up: every
// statement is whole, whatever the names have in them, and the texts are those
// that went in.
func TestCypherTokens(t *testing.T) {
	n := oddNetwork()
	lines := strings.Split(strings.TrimSuffix(string(writtenBy(t, n.WriteCypher)), "\n"), "\n")
	if len(lines) != 1+len(n.Nodes)+len(n.Edges) {
		t.Fatalf("%d statements:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	var texts []string
	for _, line := range lines {
		var tokens []string
		for rest := line; rest != ""; {
			token := cypherToken.FindString(rest)
			if token == "" {
				t.Fatalf("no token of Cypher: %s\nin %s", rest, line)
			}
			if tokens = append(tokens, token); token[0] == '\'' {
				texts = append(texts, strings.NewReplacer(`\\`, `\`, `\'`, `'`, `\n`, "\n", `\r`, "\r").Replace(token[1:len(token)-1]))
			}
			rest = strings.TrimLeft(rest[len(token):], " ")
		}
		if slices.Index(tokens, ";") != len(tokens)-1 {
			t.Errorf("not one statement: %q", tokens)
		}
	}
	for _, want := range []string{n.Nodes[0].ID, nasty, n.Nodes[1].Name, n.Edges[0].Sentence, `\`} {
		if !slices.Contains(texts, want) {
			t.Errorf("no text %q in %q", want, texts)
		}
	}
}

// Raptor reads Turtle and TriG, and finds in them what the N-Quads say.
func TestTurtleAndTriGReadByRaptor(t *testing.T) {
	g := networkGraph(t)
	odd := quad.Quad{Subject: quad.IRI("kg:A_(b)"), Predicate: quad.IRI("rel:says"), Object: quad.String(nasty + "\n\r\t\""), Label: quad.IRI("article:odd")}
	if _, err := g.store.Replace(t.Context(), sqlstore.Change{Add: []quad.Quad{odd}}); err != nil {
		t.Fatal(err)
	}
	lines := quadSet(t, export(t, g))
	var triples []string
	for _, line := range lines {
		triples = append(triples, line[:strings.LastIndex(line, " <")]+" .")
	}
	slices.Sort(triples)
	for _, c := range []struct {
		name, from, to string
		write          func(context.Context, io.Writer, Selection) (int, error)
		want           []string
	}{
		{"turtle", "turtle", "ntriples", g.ExportTurtle, slices.Compact(triples)},
		{"trig", "trig", "nquads", g.ExportTriG, lines},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := writtenBy(t, func(w io.Writer) error { _, err := c.write(t.Context(), w, Selection{}); return err })
			read := quadSet(t, string(readBy(t, text, "rapper", "-q", "-i", c.from, "-o", c.to, "-", "http://example.org/")))
			if read = slices.Compact(read); !slices.Equal(read, c.want) {
				missing, extra := []string{}, []string{}
				for _, q := range c.want {
					if !slices.Contains(read, q) {
						missing = append(missing, q)
					}
				}
				for _, q := range read {
					if !slices.Contains(c.want, q) {
						extra = append(extra, q)
					}
				}
				t.Errorf("missing %q\ntoo much %q", missing, extra)
			}
		})
	}
}
