package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/source"
	"kg/graph"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:  "verify",
		Usage: "check every quad against the article it claims to come from",
		Description: `Without --sources the graph is checked against itself: that its file is whole, that
every statement has its sentence, of the length of the place it stands at, that what
a fact is derived from is there, that every edge has a statement and every thing a
description, and that names, decisions and counts agree. With --sources the files
that the articles were read from are read and extracted once more, and every quad is
compared with what comes of them; addresses and standard input are not read again.

What is wrong is said with its place and what to do, and the exit code is 1. What is
only to be known, such as a source that has changed since, is marked as a note and
leaves it 0.`,
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "sources", Usage: "read the articles' files again and compare every quad"},
			formatFlag(formatTable, formatJSON, formatJSONL),
		}, readerFlags()...),
		Action: verify,
	}
}

// verified is the result of kg verify.
type verified struct {
	graph.Verified
	Compared int             `json:"compared,omitempty"` // with their sources
	Wrong    int             `json:"wrong"`
	Notes    int             `json:"notes"`
	Findings []graph.Finding `json:"findings,omitempty"` // in --format json; the other formats print them as they come
}

func verify(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	reader, err := newReader(c)
	if err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		v := &verifier{graph: g, reader: reader, style: styleFor(c), w: c.App.Writer, format: c.String("format")}
		var err error
		if v.Verified, err = g.Verify(ctx, v.found); err != nil {
			return err
		}
		if c.Bool("sources") {
			if err := v.sources(ctx); err != nil {
				return err
			}
		}
		if err := printOne(c, v.verified, func(w io.Writer, _ style) { v.summary(w) }); err != nil {
			return err
		}
		if v.Wrong > 0 {
			return errReported
		}
		return nil
	})
}

// verifier is one run of kg verify.
type verifier struct {
	verified
	graph     *graph.Graph
	reader    *source.Reader
	extractor *extract.Extractor
	style     style
	w         io.Writer
	format    string
}

// found counts and prints a finding.
func (v *verifier) found(f graph.Finding) error {
	if f.Note {
		v.Notes++
	} else {
		v.Wrong++
	}
	switch v.format {
	case formatJSON:
		v.Findings = append(v.Findings, f)
		return nil
	case formatJSONL:
		enc := json.NewEncoder(v.w)
		enc.SetEscapeHTML(false)
		return enc.Encode(f)
	}
	kind := string(f.Kind)
	if f.Note {
		kind = "note"
	}
	where := f.Article
	if f.Node != "" {
		where = cmp.Or(where, f.Node)
	}
	_, err := fmt.Fprintf(v.w, "%s %s\n", v.style.bold(kind+":"), printable(where))
	if f.Node != "" && f.Node != where {
		fmt.Fprintf(v.w, "  %s\n", printable(f.Node))
	}
	fmt.Fprintf(v.w, "  %s\n  %s\n", wrap(printable(f.What), v.style.width-2, "  "), v.style.dim("→ "+printable(f.Remedy)))
	return err
}

func (v *verifier) summary(w io.Writer) {
	fmt.Fprintf(w, "%s, %s, %s checked", counted(v.Articles, "article", "articles"), counted(v.Statements, "statement", "statements"), counted(v.Quads, "quad", "quads"))
	if v.Compared > 0 {
		fmt.Fprintf(w, ", %s compared with their sources", counted(v.Compared, "article", "articles"))
	}
	fmt.Fprintf(w, ": %d wrong", v.Wrong)
	if v.Notes > 0 {
		fmt.Fprintf(w, ", %s", counted(v.Notes, "note", "notes"))
	}
	fmt.Fprintln(w)
}

// sources reads again what the graph was read from.
func (v *verifier) sources(ctx context.Context) (err error) {
	if v.extractor, err = extract.New(); err != nil {
		return err
	}
	names, err := v.graph.Sources(ctx)
	if err != nil {
		return err
	}
	unread, files := map[string]bool{}, map[string]bool{}
	for _, name := range names {
		if source.IsAddress(name) {
			continue
		}
		unread[name] = true
		files[source.Container(name)] = true
	}
	broken := map[string]error{} // by file or part of one
	for r := range inOrder(ctx, v.documents(ctx, slices.Sorted(maps.Keys(files))), func(f found) compared { return v.compare(ctx, f) }) {
		if r.broken != nil {
			return r.broken
		}
		if r.err != nil {
			broken[r.source] = r.err
			continue
		}
		delete(unread, r.source)
		for _, f := range r.findings {
			if err := v.found(f); err != nil {
				return err
			}
		}
		if r.compared {
			v.Compared++
		}
	}
	return cmp.Or(ctx.Err(), v.gone(unread, broken))
}

// gone says which sources are not there any more.
func (v *verifier) gone(unread map[string]bool, broken map[string]error) error {
	for _, name := range slices.Sorted(maps.Keys(unread)) {
		what := "it is not there any more"
		if err := cmp.Or(broken[name], broken[source.Container(name)]); err != nil {
			what = err.Error()
		}
		err := v.found(graph.Finding{Kind: graph.BadSource, Note: true, Node: name, What: "not compared: " + what, Remedy: "put it back, or take the article out with kg rm if it is to go too"})
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) documents(ctx context.Context, files []string) iter.Seq[found] {
	return func(yield func(found) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		reader := v.reader.Ahead(ctx, files)
		for _, file := range files {
			for document, err := range reader.Documents(ctx, file) {
				if !yield(found{document: document, err: err}) {
					return
				}
			}
		}
	}
}

// compared is what came of reading a document again.
type compared struct {
	source   string
	findings []graph.Finding
	compared bool
	err      error // of the document
	broken   error // of the graph
}

// compare extracts a document and compares what comes of it. What the graph
// does not have from there is none of its business.
func (v *verifier) compare(ctx context.Context, f found) compared {
	if f.err != nil {
		return compared{source: f.document.Source, err: f.err}
	}
	article, err := f.document.Article()
	if err != nil {
		return compared{source: f.document.Source, err: err}
	}
	r := compared{source: graph.SourceName(article)}
	status, err := v.graph.Status(ctx, article)
	switch {
	case err != nil:
		r.broken = err
	case status == graph.Changed:
		r.findings = []graph.Finding{{Kind: graph.BadSource, Article: article.ID, Note: true, Node: r.source,
			What: "not compared: the source holds something else than when it was ingested", Remedy: "kg ingest " + r.source}}
	case status == graph.Unchanged:
		r.findings, r.compared, r.broken = v.graph.VerifyExtraction(ctx, v.extractor.Extract(article))
	}
	return r
}
