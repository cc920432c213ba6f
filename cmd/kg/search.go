package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func searchCommand() *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "find people, places, organisations and things by name",
		ArgsUsage: "TEXT",
		Description: `TEXT is a name or part of one: of each of its words, the beginning is enough, and
case and accents do not matter. Where no name answers to it, those that are spelt
almost so are shown. Whole names come first, then those of whom most is known.`,
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "limit", Usage: "print at most `N` entities; 0 is no limit", Value: 20},
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: searchEntities,
	}
}

func searchEntities(c *cli.Context) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	limit := c.Int("limit")
	if limit < 0 {
		return usage(errors.New("--limit is less than 0"), "0 is no limit")
	}
	text := strings.Join(args, " ")
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		ask := limit
		if limit > 0 {
			ask++ // tells whether there is more
		}
		found, err := g.Search(ctx, text, ask)
		if err != nil {
			return err
		}
		more := limit > 0 && len(found) > limit
		if more {
			found = found[:limit]
		}
		if err := printList(c, found, func(w io.Writer, s style) { foundTable(w, s, found) }); err != nil {
			return err
		}
		switch {
		case more:
			fmt.Fprintf(c.App.ErrWriter, "kg: only the first %d are shown; --limit 0 shows all\n", limit)
		case len(found) == 0:
			fmt.Fprintf(c.App.ErrWriter, "kg: no name in the graph is like %q\n", text)
		case found[0].Near:
			fmt.Fprintf(c.App.ErrWriter, "kg: no name in the graph has %q; these are spelt almost so\n", text)
		}
		return nil
	})
}

func foundTable(w io.Writer, s style, found []graph.Found) {
	if len(found) == 0 {
		return
	}
	rows := make([][]string, 0, len(found))
	for _, f := range found {
		rows = append(rows, []string{f.Name, cmp.Or(f.Type, "?"), strconv.Itoa(f.Facts), f.IRI, strings.Join(matchFirst(f), ", ")})
	}
	printTable(w, s, []column{{title: "name"}, {title: "type"}, {title: "facts", right: true}, {title: "id", whole: true}, {title: "other names"}}, rows)
}

// matchFirst is an entity's other names, the one that was found before the rest.
func matchFirst(f graph.Found) []string {
	names := slices.Clone(f.Aliases)
	if i := slices.Index(names, f.Match); i > 0 {
		names = slices.Insert(slices.Delete(names, i, i+1), 0, f.Match)
	}
	return names
}
