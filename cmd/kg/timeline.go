package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func timelineCommand() *cli.Command {
	return &cli.Command{
		Name:      "timeline",
		Usage:     "show what happened to somebody or something, by day",
		ArgsUsage: "ENTITY",
		Description: `What articles assert of ENTITY, a name or an IRI, by the day it happened. Where an
article does not say when, its own day stands in brackets: it happened by then.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "since", Usage: "nothing before `DAY`, such as 2025-09-04 or 2025"},
			&cli.StringFlag{Name: "until", Usage: "nothing from `DAY` on"},
			&cli.BoolFlag{Name: "dated", Usage: "only what the article says the day of"},
			confidenceFlag("only facts"),
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: showTimeline,
	}
}

var dayOrMore = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

func showTimeline(c *cli.Context) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	for _, flag := range []string{"since", "until"} {
		if day := c.String(flag); day != "" && !dayOrMore.MatchString(day) {
			return usage(fmt.Errorf("--%s %q is no day", flag, day), "such as 2025-09-04, 2025-09 or 2025")
		}
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		e, err := findEntity(ctx, g, strings.Join(args, " "))
		if err != nil {
			return err
		}
		events, err := eventsOf(ctx, g, e.IRI)
		if err != nil {
			return err
		}
		events = slices.DeleteFunc(events, func(e graph.Event) bool {
			since, until := c.String("since"), c.String("until")
			return since != "" && e.Day < since || until != "" && e.Day >= until || c.Bool("dated") && !e.Dated
		})
		if len(events) == 0 {
			fmt.Fprintln(c.App.ErrWriter, "kg: no article says what happened then")
		}
		return printList(c, events, func(w io.Writer, s style) { printEvents(w, s, events) })
	})
}

// eventsOf returns what is asserted of an entity, by day.
func eventsOf(ctx context.Context, g *graph.Graph, iri string) ([]graph.Event, error) {
	var claims []graph.Claim
	err := g.View(ctx, func(v *graph.View) error {
		ids, err := v.Statements(ctx, graph.Filter{About: []string{iri}})
		if err == nil {
			claims, err = v.Claims(ctx, ids)
		}
		return err
	})
	return graph.EventsOf(claims), err
}

// printEvents prints events under their days; what one sentence states stands
// above it once.
func printEvents(w io.Writer, s style, events []graph.Event) {
	last := ""
	for i, e := range events {
		heading := readableDate(e.Day)
		if !e.Dated {
			heading = "(" + heading + ")"
		}
		if heading != last {
			fmt.Fprintln(w, s.bold(heading))
			last = heading
		}
		fmt.Fprintf(w, "  %s\n", wrap(printable(inWords(e.Claim)), s.width-2, "  "))
		if i+1 < len(events) && events[i+1].SentenceIRI == e.SentenceIRI && events[i+1].Day == e.Day && events[i+1].Dated == e.Dated {
			continue
		}
		cited := citationOf(e.Statement)
		cited.details = nil
		for _, t := range e.Where {
			cited.details = append(cited.details, t.Name)
		}
		printCitation(w, s, cited)
	}
}
