package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/graph/handout"
)

// exporter is a format that kg export writes.
type exporter struct {
	name string
	unit [2]string // what its number counts
	// write writes what passes the filter and returns how many it wrote.
	write func(*graph.Graph, context.Context, io.Writer, graph.Selection) (int, error)
}

var (
	unitQuads = [2]string{"quad", "quads"}
	unitFacts = [2]string{"fact", "facts"}
	unitEdges = [2]string{"relation", "relations"}
)

// exporters are the formats, the default first.
var exporters = []exporter{
	{"nquads", unitQuads, (*graph.Graph).Export},
	{"trig", unitQuads, (*graph.Graph).ExportTriG},
	{"turtle", unitQuads, (*graph.Graph).ExportTurtle},
	{"jsonld", unitQuads, (*graph.Graph).ExportJSONLD},
	{"jsonl", unitFacts, (*graph.Graph).ExportFacts},
	{"graphml", unitEdges, network((*graph.Network).WriteGraphML)},
	{"dot", unitEdges, network((*graph.Network).WriteDOT)},
	{"csv-nodes", unitEdges, network((*graph.Network).WriteNodesCSV)},
	{"csv-edges", unitEdges, network((*graph.Network).WriteEdgesCSV)},
	{"cypher", unitEdges, network((*graph.Network).WriteCypher)},
	{"html", unitFacts, exportHTML},
}

func exportHTML(g *graph.Graph, ctx context.Context, w io.Writer, f graph.Selection) (int, error) {
	n, err := handout.Write(ctx, w, g, f)
	if errors.Is(err, handout.ErrTooLarge) {
		err = hinted(err, "narrow it down with --entity, --article, --since or --min-confidence, or take another format")
	}
	return n, err
}

func network(write func(*graph.Network, io.Writer) error) func(*graph.Graph, context.Context, io.Writer, graph.Selection) (int, error) {
	return func(g *graph.Graph, ctx context.Context, w io.Writer, f graph.Selection) (int, error) {
		n, err := g.Network(ctx, f)
		if err != nil {
			return 0, err
		}
		return len(n.Edges), write(n, w)
	}
}

func exporterNames() []string {
	names := make([]string, len(exporters))
	for i, e := range exporters {
		names[i] = e.name
	}
	return names
}

func exporterOf(name string) exporter {
	for _, e := range exporters {
		if e.name == name {
			return e
		}
	}
	return exporters[0]
}

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "write the graph for other programs",
		Description: `nquads, trig, turtle and jsonld are the whole graph, with statements and sentences;
the fourth term of N-Quads is the article that a quad comes from. jsonl has a line
for each fact with its sentence. graphml (Gephi, yEd), dot (Graphviz), csv-nodes and
csv-edges (Neo4j's import, spreadsheets) and cypher have the things and what is
asserted between them; there, articles (in GraphML and DOT, weight) is how many say so
themselves, and printed how many print it, with those that reprint one of them. html
is one file to mail, with sentences, search and a picture, that any browser opens. All can be narrowed down; a statement then comes with what it
is derived from and what is known of the things it speaks of. Everything is sorted:
the same graph gives the same bytes. A FILE whose name ends with .gz is compressed.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
			&cli.StringFlag{Name: "article", Usage: "only what this `ARTICLE` states: its ID, title or source"},
			&cli.StringFlag{Name: "entity", Usage: "only what this `ENTITY` takes part in"},
			&cli.StringFlag{Name: "relation", Usage: "only this `RELATION`, such as rel:meets"},
			&cli.StringFlag{Name: "since", Usage: "only articles of this `DAY` or later, such as 2025-09-04"},
			&cli.StringFlag{Name: "until", Usage: "only articles of this `DAY` or earlier"},
			confidenceFlag("only facts"),
			formatFlag(exporterNames()...),
		},
		Action: export,
	}
}

func export(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	e := exporterOf(c.String("format"))
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		filter, err := exportSelection(ctx, c, g)
		if err != nil {
			return err
		}
		write := func(w io.Writer) (int, error) { return e.write(g, ctx, w, filter) }
		path := c.String("output")
		if path == "" || path == "-" {
			n, err := write(c.App.Writer)
			if err == nil && n == 0 {
				fmt.Fprintln(c.App.ErrWriter, "kg: "+nothingExported(filter))
			}
			return err
		}
		n, err := exportFile(path, write)
		if err == nil {
			fmt.Fprintf(c.App.ErrWriter, "wrote %s to %s\n", counted(n, e.unit[0], e.unit[1]), path)
		}
		return err
	})
}

// nothingExported says why an export has nothing in it.
func nothingExported(f graph.Selection) string {
	if f == (graph.Selection{}) {
		return "nothing to export: the graph is empty"
	}
	return "nothing to export: no fact is what the options ask for"
}

// exportSelection reads the options that narrow an export down.
func exportSelection(ctx context.Context, c *cli.Context, g *graph.Graph) (f graph.Selection, err error) {
	f = graph.Selection{Since: c.String("since"), Until: c.String("until"), MinConfidence: c.Float64(minConfidenceFlag)}
	for _, day := range []string{f.Since, f.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return f, usage(fmt.Errorf("%q is no day", day), "write it as 2025-09-04")
		}
	}
	if f.Until != "" && f.Since > f.Until {
		return f, usage(fmt.Errorf("--since %s is after --until %s", f.Since, f.Until), "no article is of a day between them")
	}
	if name := c.String("article"); name != "" {
		article, err := findArticle(ctx, g, name)
		if err != nil {
			return f, err
		}
		f.Article = article.ID
	}
	if name := c.String("entity"); name != "" {
		entity, err := findEntity(ctx, g, name)
		if err != nil {
			return f, err
		}
		f.Entity = entity.IRI
	}
	if name := c.String("relation"); name != "" {
		f.Relation = "rel:" + strings.ReplaceAll(strings.TrimPrefix(strings.Trim(name, "<>"), "rel:"), " ", "-")
	}
	return f, nil
}

// exportFile writes a file as a whole or not at all, compressed where its name
// ends so.
func exportFile(path string, write func(io.Writer) (int, error)) (n int, err error) {
	err = writeFile(path, func(w io.Writer) (err error) {
		if strings.HasSuffix(path, ".gz") {
			n, err = compressed(w, write)
		} else {
			n, err = write(w)
		}
		return err
	})
	return n, err
}

func compressed(w io.Writer, write func(io.Writer) (int, error)) (n int, err error) {
	out := gzip.NewWriter(w)
	if n, err = write(out); err != nil {
		return 0, err
	}
	return n, out.Close()
}
