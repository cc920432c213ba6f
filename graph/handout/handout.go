// Package handout makes one HTML file of a graph, or of a part of it, that can be
// mailed and opens anywhere with the network off: things and what is stated of
// them, each with its sentence and article, a picture and a search.
//
// The file is read without a script; its own small one only searches. What
// articles say is text to it: html/template escapes it, and a policy in the file
// lets a browser run nothing but that script.
package handout

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"

	"kg/graph"
	"kg/graph/draw"
)

// MaxFacts is the most facts that a handout holds. A fact takes some 700 bytes,
// so the largest has about 15 MB, which mail still takes and a browser opens.
const MaxFacts = 20_000

// ErrTooLarge says that a handout would hold more than [MaxFacts] facts.
var ErrTooLarge = fmt.Errorf("more than %d facts, too many for one HTML file", MaxFacts)

var (
	//go:embed page.html
	pageText string
	//go:embed page.css
	style string
	//go:embed search.js
	script string
)

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"css": func() template.CSS { return template.CSS(allStyle) },
	"js":  func() template.JS { return template.JS(script) },
}).Parse(pageText))

var allStyle = style + draw.Style

// policy lets the file look as it says and run its script, and nothing else. It
// names both by their hashes, so what an article might smuggle in is neither.
func policy() string {
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'", hash(allStyle), hash(script))
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Write writes the facts of g that f lets pass, and returns how many. The same
// graph gives the same bytes.
func Write(ctx context.Context, w io.Writer, g *graph.Graph, f graph.Selection) (facts int, err error) {
	b := newBook()
	err = g.EachFact(ctx, f, func(fact graph.ExportedFact) error {
		if facts == MaxFacts {
			return ErrTooLarge
		}
		facts++
		b.add(fact)
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("making one file of the graph: %w", err)
	}
	articles, err := g.Articles(ctx)
	if err != nil && !errors.Is(err, graph.ErrNotFound) {
		return 0, err
	}
	view := b.view(f.Entity, articles)
	view.Policy, view.Facts = policy(), facts
	var svg strings.Builder
	if picture := b.picture(f.Entity); len(picture.Nodes) > 1 {
		if err := picture.SVG(&svg, draw.Options{}); err != nil {
			return 0, err
		}
	}
	view.Picture = template.HTML(svg.String()) // draw escapes what it writes
	return facts, page.Execute(w, view)
}
