package graph

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"
)

// ExportTriG writes the graph as TriG, an article a named graph
// (https://www.w3.org/TR/trig/). Memory does not grow with the graph.
func (g *Graph) ExportTriG(ctx context.Context, w io.Writer, f Selection) (quads int, err error) {
	return g.exportTurtle(ctx, w, f, true)
}

// ExportTurtle writes the graph as Turtle (https://www.w3.org/TR/turtle/),
// which does not say which article a triple comes from; statement nodes do.
func (g *Graph) ExportTurtle(ctx context.Context, w io.Writer, f Selection) (quads int, err error) {
	return g.exportTurtle(ctx, w, f, false)
}

func (g *Graph) exportTurtle(ctx context.Context, w io.Writer, f Selection, named bool) (quads int, err error) {
	out := bufio.NewWriter(w)
	t := turtleWriter{out: out, named: named}
	err = g.reading(ctx, func(r *reader) error {
		for q, err := range r.selected(ctx, f) {
			if err != nil {
				return err
			}
			t.quad(q)
			quads++
		}
		t.end()
		return out.Flush()
	})
	if err != nil {
		return quads, fmt.Errorf("exporting, after %d quads: %w", quads, err)
	}
	return quads, nil
}

// turtleWriter writes quads that are grouped by label, then subject.
type turtleWriter struct {
	out   *bufio.Writer
	named bool
	last  quad.Quad
	any   bool
}

func (t *turtleWriter) quad(q quad.Quad) {
	sameGraph := t.any && (!t.named || t.last.Label == q.Label)
	switch {
	case sameGraph && t.last.Subject == q.Subject && t.last.Predicate == q.Predicate:
		fmt.Fprintf(t.out, ", %s", term(q.Object))
	case sameGraph && t.last.Subject == q.Subject:
		fmt.Fprintf(t.out, " ;\n    %s %s", term(q.Predicate), term(q.Object))
	default:
		if t.any {
			t.out.WriteString(" .\n")
		}
		if !sameGraph {
			t.graph(q.Label)
		}
		fmt.Fprintf(t.out, "%s %s %s", term(q.Subject), term(q.Predicate), term(q.Object))
	}
	t.last, t.any = q, true
}

func (t *turtleWriter) graph(label quad.Value) {
	if !t.named {
		return
	}
	if t.any && t.last.Label != nil {
		t.out.WriteString("}\n")
	}
	if label != nil {
		fmt.Fprintf(t.out, "%s {\n", term(label))
	}
}

func (t *turtleWriter) end() {
	if !t.any {
		return
	}
	t.out.WriteString(" .\n")
	if t.named && t.last.Label != nil {
		t.out.WriteString("}\n")
	}
}

// ExportJSONLD writes the graph as JSON-LD in expanded form, an article a named
// graph (https://www.w3.org/TR/json-ld11/#named-graphs). Memory does not grow
// with the graph.
func (g *Graph) ExportJSONLD(ctx context.Context, w io.Writer, f Selection) (quads int, err error) {
	out := bufio.NewWriter(w)
	j := jsonldWriter{out: out}
	err = g.reading(ctx, func(r *reader) error {
		out.WriteString("[")
		for q, err := range r.selected(ctx, f) {
			if err != nil {
				return err
			}
			if err := j.quad(q); err != nil {
				return err
			}
			quads++
		}
		if err := j.flush(); err != nil {
			return err
		}
		if j.graphs > 0 {
			out.WriteString("]}")
		}
		out.WriteString("]\n")
		return out.Flush()
	})
	if err != nil {
		return quads, fmt.Errorf("exporting, after %d quads: %w", quads, err)
	}
	return quads, nil
}

// jsonldWriter writes quads that are grouped by label, then subject.
type jsonldWriter struct {
	out    *bufio.Writer
	graphs int
	nodes  int // of the present graph
	label  quad.Value
	node   quad.Value       // the subject of what follows, not written yet
	values map[string][]any // its values by predicate
}

func (j *jsonldWriter) quad(q quad.Quad) error {
	if j.graphs == 0 || q.Label != j.label {
		if err := j.flush(); err != nil {
			return err
		}
		j.open(q.Label)
	}
	if q.Subject != j.node {
		if err := j.flush(); err != nil {
			return err
		}
		j.node, j.values = q.Subject, map[string][]any{}
	}
	predicate := strings.Trim(idOf(q.Predicate), "<>")
	j.values[predicate] = append(j.values[predicate], jsonldValue(q.Object))
	return nil
}

func (j *jsonldWriter) open(label quad.Value) {
	if j.graphs > 0 {
		j.out.WriteString("]},")
	}
	j.graphs, j.nodes, j.label = j.graphs+1, 0, label
	j.out.WriteString("\n{")
	if label != nil {
		id, _ := json.Marshal(idOf(label)) // a string always can
		fmt.Fprintf(j.out, `"@id":%s,`, id)
	}
	j.out.WriteString(`"@graph":[`)
}

// flush writes the node at hand.
func (j *jsonldWriter) flush() error {
	if j.node == nil {
		return nil
	}
	node := map[string]any{"@id": idOf(j.node)}
	for predicate, values := range j.values {
		node[predicate] = values
	}
	text, err := json.Marshal(node) // keys sorted
	if err != nil {
		return err
	}
	if j.nodes > 0 {
		j.out.WriteByte(',')
	}
	j.nodes++
	j.out.WriteString("\n  ")
	j.out.Write(text)
	j.node = nil
	return nil
}

func idOf(v quad.Value) string {
	if iri, ok := v.(quad.IRI); ok {
		return string(iri)
	}
	return v.String()
}

func jsonldValue(v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI, quad.BNode:
		return map[string]string{"@id": idOf(v)}
	case quad.LangString:
		return map[string]string{"@value": string(v.Value), "@language": v.Lang}
	case quad.TypedString:
		return map[string]string{"@value": string(v.Value), "@type": string(v.Type)}
	case quad.TypedStringer:
		return jsonldValue(v.TypedString())
	}
	return map[string]string{"@value": plainText(v)}
}
