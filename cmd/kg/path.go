package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func pathCommand() *cli.Command {
	return &cli.Command{
		Name:      "path",
		Usage:     "show how two people, places, organisations or things are connected",
		ArgsUsage: "A B",
		Description: `The shortest connections over what articles assert, those that most articles
support first, each step with its sentence. A and B are names or IRIs.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "as-of", Usage: "only what articles say that were published by `DAY`, such as 2025-09-04"},
			&cli.StringSliceFlag{Name: "avoid", Usage: "lead through no `ENTITY`; may be given again"},
			&cli.IntFlag{Name: "hops", Usage: "at most `N` steps", Value: 6},
			&cli.IntFlag{Name: "limit", Usage: "print at most `N` connections", Value: 3},
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: showPaths,
	}
}

var wholeDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

func showPaths(c *cli.Context) error {
	args, err := arguments(c, 2, 2)
	if err != nil {
		return err
	}
	o := graph.PathOptions{AsOf: c.String("as-of"), Hops: c.Int("hops"), Limit: c.Int("limit")}
	if o.AsOf != "" && !wholeDay.MatchString(o.AsOf) {
		return usage(fmt.Errorf("--as-of %q is no day", o.AsOf), "such as 2025-09-04")
	}
	if o.Hops < 1 || o.Limit < 1 {
		return usage(errors.New("--hops and --limit are at least 1"), "")
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		var ends [2]graph.Entity
		for i, name := range args {
			if ends[i], err = findEntity(ctx, g, name); err != nil {
				return err
			}
		}
		for _, name := range c.StringSlice("avoid") {
			e, err := findEntity(ctx, g, name)
			if err != nil {
				return err
			}
			o.Avoid = append(o.Avoid, e.IRI)
		}
		if ends[0].IRI == ends[1].IRI {
			return usage(fmt.Errorf("%s and %s are both %s", args[0], args[1], describeEntity(ends[0])), "name two different things")
		}
		paths, err := g.Paths(ctx, ends[0].IRI, ends[1].IRI, o)
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			fmt.Fprintf(c.App.ErrWriter, "kg: nothing that articles assert connects %s with %s in %s\n",
				printable(ends[0].Name), printable(ends[1].Name), counted(o.Hops, "step", "steps"))
		}
		return printList(c, paths, func(w io.Writer, s style) { printPaths(w, s, paths) })
	})
}

func printPaths(w io.Writer, s style, paths []graph.Path) {
	for i, p := range paths {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, s.dim(fmt.Sprintf("%s, in %s", counted(len(p.Hops), "step", "steps"), counted(p.Support, "article", "articles"))))
		for _, h := range p.Hops {
			subject, object := h.From, h.To
			if !h.Forward {
				subject, object = object, subject
			}
			fmt.Fprintf(w, "%s %s %s\n", s.bold(printable(subject.Name)), printable(h.Relation.Name), s.bold(printable(object.Name)))
			if len(h.Claims) > 0 {
				printCitation(w, s, citationOf(h.Claims[0].Statement))
			}
		}
	}
}

// citationOf returns a statement as a citation, with its place and time.
func citationOf(st graph.Statement) citation {
	c := citation{sentence: st.Sentence, article: cmp.Or(st.Title, st.Article), published: st.Published}
	if st.Modality != "" && st.Modality != "asserted" {
		c.details = append(c.details, st.Modality)
	}
	if st.Speaker != nil {
		c.details = append(c.details, "according to "+st.Speaker.Name)
	}
	for _, t := range append(st.When[:len(st.When):len(st.When)], st.Where...) {
		c.details = append(c.details, t.Name)
	}
	c.reprinted(len(st.ReprintedIn))
	return c
}
