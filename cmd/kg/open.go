package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

// withGraph opens the graph for reading, calls f and closes it. A graph that
// does not exist is an error: to read creates nothing.
func withGraph(c *cli.Context, f func(context.Context, *graph.Graph) error) error {
	return openGraph(c, graph.Options{MustExist: true, ReadOnly: true, MinConfidence: c.Float64(minConfidenceFlag)}, f)
}

// withWritable opens a graph that must exist for writing.
func withWritable(c *cli.Context, f func(context.Context, *graph.Graph) error) error {
	return openGraph(c, graph.Options{MustExist: true, OnWait: sayWaiting(c)}, f)
}

// withNew opens the graph for writing, and creates it where there is none.
func withNew(c *cli.Context, f func(context.Context, *graph.Graph) error) error {
	return openGraph(c, graph.Options{OnWait: sayWaiting(c)}, f)
}

func sayWaiting(c *cli.Context) func() {
	return func() { fmt.Fprintln(c.App.ErrWriter, "kg: another kg is writing to the graph; waiting for it") }
}

// withGraphAt opens a graph that is not the one --db names for reading.
func withGraphAt(c *cli.Context, location string, f func(context.Context, *graph.Graph) error) error {
	return openGraphAt(c, location, graph.Options{MustExist: true, ReadOnly: true}, f)
}

func openGraph(c *cli.Context, o graph.Options, f func(context.Context, *graph.Graph) error) error {
	return openGraphAt(c, c.String("db"), o, f)
}

func openGraphAt(c *cli.Context, location string, o graph.Options, f func(context.Context, *graph.Graph) error) (err error) {
	if location == "" {
		return usage(errors.New("--db is empty"), "name the file of the graph, such as --db kg.db")
	}
	if o.MustExist && !graphExists(location) {
		return hinted(fmt.Errorf("there is no graph at %s", location), "kg ingest PATH makes one; --db or $KG_DB names another place")
	}
	g, err := graph.Open(c.Context, location, o)
	if errors.Is(err, graph.ErrScheme) {
		return usage(err, "--db kg.db, or --db postgres://USER@HOST/DATABASE")
	}
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := g.Close(); err == nil && closeErr != nil {
			err = fmt.Errorf("closing the graph %s: %w", location, closeErr)
		}
	}()
	return f(c.Context, g)
}

// graphExists reports whether a graph may be at a location; of an address only
// its server knows.
func graphExists(location string) bool {
	if strings.Contains(location, "://") {
		return true
	}
	_, err := os.Stat(location)
	return !errors.Is(err, fs.ErrNotExist)
}

// findEntity finds an entity by its name or IRI. Where several answer to the
// name, the error lists them.
func findEntity(ctx context.Context, g *graph.Graph, name string) (graph.Entity, error) {
	entity, err := g.FindEntity(ctx, name)
	var ambiguous *graph.AmbiguousError
	if !errors.As(err, &ambiguous) {
		return entity, err
	}
	hint := "name one of them by its IRI, in quotes:"
	for _, e := range ambiguous.Candidates {
		hint += fmt.Sprintf("\n  %-40s %s, %s", quoted(e.IRI), describeEntity(e), counted(e.Facts, "fact", "facts"))
	}
	return entity, hinted(fmt.Errorf("%q may be any of %d", name, len(ambiguous.Candidates)), hint)
}

// findArticle finds an article by its ID, title or source. Where several
// answer to it, the error lists them.
func findArticle(ctx context.Context, g *graph.Graph, name string) (graph.Article, error) {
	article, err := g.FindArticle(ctx, name)
	var ambiguous *graph.AmbiguousArticleError
	switch {
	case errors.As(err, &ambiguous):
		hint := "name one of them by its ID:"
		for _, a := range ambiguous.Candidates {
			hint += fmt.Sprintf("\n  %s  %s", a.ID, printable(a.Title))
		}
		return article, hinted(fmt.Errorf("%q may be any of %d articles", name, len(ambiguous.Candidates)), hint)
	case errors.Is(err, graph.ErrNotFound):
		return article, hinted(err, "kg articles lists what is in the graph")
	}
	return article, err
}

// quoted is an IRI as it can be typed at a shell.
func quoted(iri string) string {
	if strings.ContainsAny(iri, "()' &;*$\"") {
		return "'" + strings.ReplaceAll(iri, "'", `'\''`) + "'"
	}
	return iri
}

func describeEntity(e graph.Entity) string {
	if e.Type == "" {
		return printable(e.Name)
	}
	return printable(e.Name) + " (" + e.Type + ")"
}
