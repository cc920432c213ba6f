package graph

import (
	"bufio"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteGraphML writes a network as GraphML (graphml.graphdrawing.org), which
// Gephi, yEd and NetworkX open.
func (n *Network) WriteGraphML(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, key := range [][3]string{
		{"node", "label", "string"}, {"node", "type", "string"}, {"node", "aliases", "string"}, {"node", "articles", "int"},
		{"edge", "relation", "string"}, {"edge", "label", "string"}, {"edge", "weight", "double"}, {"edge", "printed", "int"}, {"edge", "confidence", "double"},
		{"edge", "first", "string"}, {"edge", "last", "string"}, {"edge", "sentence", "string"},
	} {
		fmt.Fprintf(out, `  <key id="%s_%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", key[0], key[1], key[0], key[1], key[2])
	}
	out.WriteString(`  <graph id="kg" edgedefault="directed">` + "\n")
	for _, node := range n.Nodes {
		fmt.Fprintf(out, "    <node id=\"%s\">", xmlText(node.ID))
		writeData(out, "node", "label", node.Name, "type", node.Type, "aliases", strings.Join(node.Aliases, "; "), "articles", strconv.Itoa(node.Articles))
		out.WriteString("</node>\n")
	}
	for i, e := range n.Edges {
		fmt.Fprintf(out, "    <edge id=\"e%d\" source=\"%s\" target=\"%s\">", i+1, xmlText(e.From), xmlText(e.To))
		writeData(out, "edge", "relation", e.Relation, "label", e.Label, "weight", strconv.Itoa(len(e.Articles)),
			"printed", strconv.Itoa(e.Printed()), "confidence", plainNumber(e.Confidence), "first", e.First, "last", e.Last, "sentence", e.Sentence)
		out.WriteString("</edge>\n")
	}
	out.WriteString("  </graph>\n</graphml>\n")
	return out.Flush()
}

// writeData writes the values of a node or edge that are not empty.
func writeData(out *bufio.Writer, of string, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(out, `<data key="%s_%s">%s</data>`, of, pairs[i], xmlText(pairs[i+1]))
		}
	}
}

// xmlText escapes text for XML; what XML cannot hold becomes U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

func plainNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// WriteDOT writes a network in the language of Graphviz
// (graphviz.org/doc/info/lang.html).
func (n *Network) WriteDOT(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString("digraph kg {\n  node [shape=box, style=rounded];\n")
	for _, node := range n.Nodes {
		fmt.Fprintf(out, "  %s [label=%s, class=%s];\n", dotText(node.ID), dotText(node.Name), dotText(node.Type))
	}
	for _, e := range n.Edges {
		fmt.Fprintf(out, "  %s -> %s [label=%s, weight=%d, tooltip=%s];\n", dotText(e.From), dotText(e.To), dotText(e.Label), len(e.Articles), dotText(e.tooltip()))
	}
	out.WriteString("}\n")
	return out.Flush()
}

// tooltip is an edge's sentence and, where articles reprint it, how many print it.
func (e *NetworkEdge) tooltip() string {
	printed := e.Printed()
	switch origins := len(e.Articles); {
	case printed == origins:
		return e.Sentence
	case origins == 1:
		return e.Sentence + " (" + Printed(printed-origins) + ")"
	default:
		return fmt.Sprintf("%s (printed in %d articles, %d origins)", e.Sentence, printed, origins)
	}
}

// dotText quotes text. A backslash would begin an escape of Graphviz's own.
func dotText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\x00", "").Replace(s) + `"`
}

// WriteNodesCSV writes the things as a table with the header of Neo4j's import
// (neo4j-admin database import).
func (n *Network) WriteNodesCSV(w io.Writer) error {
	rows := [][]string{{"id:ID", "name", "aliases:string[]", "articles:int", ":LABEL"}}
	for _, node := range n.Nodes {
		aliases := make([]string, len(node.Aliases))
		for i, alias := range node.Aliases {
			aliases[i] = strings.ReplaceAll(alias, ";", ",") // which divides a list, and cannot be escaped
		}
		rows = append(rows, cells(node.ID, node.Name, strings.Join(aliases, ";"), strconv.Itoa(node.Articles), node.Type))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// cells are the cells of a row, each on one line, as Neo4j's import takes them.
func cells(texts ...string) []string {
	for i, text := range texts {
		texts[i] = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
	}
	return texts
}

// WriteEdgesCSV writes the relations as a table with the header of Neo4j's
// import.
func (n *Network) WriteEdgesCSV(w io.Writer) error {
	rows := [][]string{{":START_ID", ":TYPE", ":END_ID", "label", "articles:int", "printed:int", "confidence:double", "first", "last", "sentence"}}
	for _, e := range n.Edges {
		rows = append(rows, cells(e.From, cypherType(e.Relation), e.To, e.Label, strconv.Itoa(len(e.Articles)), strconv.Itoa(e.Printed()), plainNumber(e.Confidence), e.First, e.Last, e.Sentence))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// WriteCypher writes a network as statements of Cypher, one a line, which
// create it or bring it up to date.
func (n *Network) WriteCypher(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString("CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
	for _, node := range n.Nodes {
		fmt.Fprintf(out, "MERGE (n:Entity {id: %s}) SET n:`%s`, n.name = %s, n.aliases = %s, n.articles = %d;\n", cypherText(node.ID), node.Type, cypherText(node.Name), cypherList(node.Aliases), node.Articles)
	}
	for _, e := range n.Edges {
		fmt.Fprintf(out, "MATCH (a:Entity {id: %s}), (b:Entity {id: %s}) MERGE (a)-[r:`%s`]->(b) SET r.label = %s, r.articles = %d, r.printed = %d, r.confidence = %s, r.first = %s, r.last = %s, r.sentence = %s;\n",
			cypherText(e.From), cypherText(e.To), cypherType(e.Relation), cypherText(e.Label), len(e.Articles), e.Printed(), plainNumber(e.Confidence), cypherText(e.First), cypherText(e.Last), cypherText(e.Sentence))
	}
	return out.Flush()
}

// cypherType returns a relation as Neo4j's types are written: HOLDS_TALKS_WITH.
func cypherType(relation string) string {
	name := strings.TrimPrefix(relation, prefixRelation)
	return strings.ToUpper(strings.NewReplacer("-", "_", "`", "_").Replace(name))
}

func cypherList(texts []string) string {
	items := make([]string, len(texts))
	for i, text := range texts {
		items[i] = cypherText(text)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func cypherText(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`).Replace(s) + "'"
}
