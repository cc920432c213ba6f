package graph

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// Export writes the graph as N-Quads, article by article, each sorted, and
// returns how many quads it wrote. The same graph gives the same bytes,
// however it came about. Memory does not grow with the graph.
//
// Of what a filter lets pass it writes each statement with what it is derived
// from, their edges and sentences, and what is known of the things they speak of.
//
// See https://www.w3.org/TR/n-quads/.
func (g *Graph) Export(ctx context.Context, w io.Writer, f Selection) (quads int, err error) {
	err = g.reading(ctx, func(r *reader) error {
		buffered := bufio.NewWriter(w)
		for q, err := range r.selected(ctx, f) {
			if err != nil {
				return err
			}
			if err := writeQuad(buffered, q); err != nil {
				return err
			}
			quads++
		}
		return buffered.Flush()
	})
	if err != nil {
		return quads, fmt.Errorf("exporting, after %d quads: %w", quads, err)
	}
	return quads, nil
}

// writeQuad writes a quad as one line of N-Quads.
func writeQuad(w *bufio.Writer, q quad.Quad) error {
	for _, d := range quad.Directions {
		if v := q.Get(d); v != nil {
			w.WriteString(term(v))
			w.WriteByte(' ')
		}
	}
	_, err := w.WriteString(".\n")
	return err
}

// term returns a value as N-Quads write it. Cayley's own form differs where a
// person may have put something odd into the graph: it leaves characters in
// IRIs that the grammar does not allow, and bytes that are not UTF-8.
func term(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return "<" + escapeIRI(string(v)) + ">"
	case quad.BNode:
		return v.String()
	case quad.String:
		return quoted(string(v))
	case quad.LangString:
		return quoted(string(v.Value)) + "@" + v.Lang
	case quad.TypedString:
		return quoted(string(v.Value)) + "^^<" + escapeIRI(string(v.Type)) + ">"
	case quad.TypedStringer:
		return term(v.TypedString())
	}
	return v.String()
}

// escapeIRI writes the characters that IRIREF leaves out as UCHAR.
func escapeIRI(s string) string {
	if isSafeIRI(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unsafeInIRI(r) {
			fmt.Fprintf(&b, `\u%04X`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// quoted writes a STRING_LITERAL_QUOTE with as few escapes as it takes, as the
// canonical form of N-Quads does.
func quoted(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return `"` + literalEscapes.Replace(s) + `"`
}

var literalEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`)
