package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "list the facts that are new, gone and changed between two graphs, or two days of one",
		ArgsUsage: "OLD NEW",
		Description: `OLD and NEW are graphs, as --db names them, or two days, such as 2025-09-01: then
what the articles published by the one day state is compared with what those by the
other do, in the graph that --db names. A fact is its subject, relation and object;
it has changed where other articles state it, on other days, as something else
(asserted, said, …) or more or less surely.

  + is new, - is gone, ~ has changed

The exit code is that of diff: 0 where nothing differs, 1 where something does, 2
where they could not be compared.`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print how many there are, not which"},
			formatFlag(formatTable, formatJSONL),
		},
		Action: func(c *cli.Context) error {
			err := diff(c)
			if err != nil && !errors.Is(err, errReported) {
				return troubleError{err}
			}
			return err
		},
	}
}

func diff(c *cli.Context) error {
	args, err := arguments(c, 2, 2)
	if err != nil {
		return err
	}
	days := 0
	for _, arg := range args {
		if _, err := time.Parse(time.DateOnly, arg); err == nil {
			days++
		}
	}
	switch days {
	case 1:
		return usage(fmt.Errorf("%s and %s are a day and a graph", args[0], args[1]), "compare two graphs, or two days of the graph that --db names")
	case 2:
		return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
			return printDiff(ctx, c, graph.Moment{Graph: g, Until: args[0]}, graph.Moment{Graph: g, Until: args[1]})
		})
	}
	return withGraphAt(c, args[0], func(ctx context.Context, old *graph.Graph) error {
		return withGraphAt(c, args[1], func(ctx context.Context, new *graph.Graph) error {
			return printDiff(ctx, c, graph.Moment{Graph: old}, graph.Moment{Graph: new})
		})
	})
}

// differences is how many there are.
type differences struct {
	New     int `json:"new"`
	Gone    int `json:"gone"`
	Changed int `json:"changed"`
}

func printDiff(ctx context.Context, c *cli.Context, old, new graph.Moment) error {
	w, s := c.App.Writer, styleFor(c)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	counts, err := graph.Diff(ctx, old, new, func(d graph.Difference) error {
		switch {
		case c.Bool("quiet"):
			return nil
		case c.String("format") == formatJSONL:
			return enc.Encode(d)
		}
		printDifference(w, s, d)
		return nil
	})
	if err != nil {
		return err
	}
	all := differences{counts[graph.FactNew], counts[graph.FactGone], counts[graph.FactChanged]}
	if err := printOne(c, all, func(w io.Writer, _ style) {
		fmt.Fprintf(w, "%d new, %d gone, %d changed\n", all.New, all.Gone, all.Changed)
	}); err != nil {
		return err
	}
	if all != (differences{}) {
		return errReported
	}
	return nil
}

func printDifference(w io.Writer, s style, d graph.Difference) {
	mark, support, details := "~", d.New, strings.Join(d.Changes(), "; ")
	switch d.Change {
	case graph.FactNew:
		mark = "+"
	case graph.FactGone:
		mark, support = "-", d.Old
	}
	if details == "" {
		details = supportWords(support)
	}
	line := printable(d.Subject.Name) + " · " + s.bold(printable(d.Relation.Name))
	if d.Object.Name != "" {
		line += " · " + printable(d.Object.Name)
	}
	fmt.Fprintf(w, "%s %s  %s\n", mark, wrap(line, s.width-2, "      "), s.dim("("+printable(details)+")"))
	fmt.Fprintf(w, "      %s\n", wrap(printable(support.Sentence), s.width-6, "      "))
}

// supportWords is what stands behind a fact in a few words.
func supportWords(s *graph.Support) string {
	parts := []string{counted(len(s.Articles), "article", "articles")}
	if len(s.Modalities) > 0 && strings.Join(s.Modalities, "") != "asserted" {
		parts = append(parts, strings.Join(s.Modalities, ", "))
	}
	if len(s.Speakers) > 0 {
		parts = append(parts, "according to "+s.SpokenBy())
	}
	if s.First != "" {
		parts = append(parts, s.First)
	}
	return strings.Join(append(parts, fmt.Sprintf("%.2f", s.Confidence)), "; ")
}
