package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func statsCommand() *cli.Command {
	return &cli.Command{
		Name:   "stats",
		Usage:  "count what is in the graph",
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: showStats,
	}
}

func showStats(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		stats, err := g.Stats(ctx)
		if err != nil {
			return err
		}
		return printOne(c, stats, func(w io.Writer, s style) { statsTable(w, s, stats) })
	})
}

// statsRelations is how many relations the table lists: as many as fit a page.
const statsRelations = 15

func statsTable(w io.Writer, s style, stats graph.Stats) {
	totals := []struct {
		name  string
		count int
	}{
		{"articles", stats.Articles},
		{"copies", stats.Copies},
		{"sentences", stats.Sentences},
		{"entities", stats.Entities},
		{"statements", stats.Statements},
		{"quads", stats.Quads},
		{"nodes", stats.Nodes},
	}
	for _, t := range totals {
		fmt.Fprintf(w, "%-12s %9d\n", t.name, t.count)
	}
	countTable(w, s, "type", "entities", stats.Types)
	countTable(w, s, "relation", "statements", stats.Relations[:min(len(stats.Relations), statsRelations)])
	if more := len(stats.Relations) - statsRelations; more > 0 {
		fmt.Fprintf(w, "… and %s; --format json has them all\n", counted(more, "relation", "relations"))
	}
}

func countTable(w io.Writer, s style, what, counts string, all []graph.Count) {
	if len(all) == 0 {
		return
	}
	rows := make([][]string, 0, len(all))
	for _, c := range all {
		rows = append(rows, []string{c.Name, strconv.Itoa(c.Count)})
	}
	fmt.Fprintln(w)
	printTable(w, s, []column{{title: what}, {title: counts, right: true}}, rows)
}
