package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

// The commands with which a person corrects the graph. What they decide holds
// for everything that is ingested later as well, until it is undone.

func mergeCommand() *cli.Command {
	return curation("merge", "say that two entities are one", "ENTITY INTO",
		`ENTITY gets the IRI of INTO, in every article, now and later. --undo makes it two again.`,
		func(ctx context.Context, g *graph.Graph, args []string) (graph.Decision, error) {
			from, err := entityArgument(ctx, g, args[0])
			if err != nil {
				return graph.Decision{}, err
			}
			into, err := entityArgument(ctx, g, args[1])
			return graph.Decision{Kind: graph.Merge, Subject: from, Object: into}, err
		}, 2, 2)
}

func splitCommand() *cli.Command {
	return curation("split", "say that articles mean another entity", "ENTITY NEW ARTICLE…",
		`In each ARTICLE, ENTITY is someone or something else: NEW, an IRI such as
"kg:John_Hall_(cricketer)". Articles are given by ID, title or file.`,
		func(ctx context.Context, g *graph.Graph, args []string) (graph.Decision, error) {
			from, err := entityArgument(ctx, g, args[0])
			d := graph.Decision{Kind: graph.Split, Subject: from, Object: args[1]}
			if err == nil && !strings.HasPrefix(args[1], "kg:") {
				err = usage(fmt.Errorf("%q is no IRI of an entity", args[1]), "it begins with kg:")
			}
			for _, name := range args[2:] {
				if err != nil {
					break
				}
				var article graph.Article
				article, err = findArticle(ctx, g, name)
				d.Articles = append(d.Articles, article.ID)
			}
			return d, err
		}, 3, -1)
}

func rejectCommand() *cli.Command {
	return curation("reject", "take a wrong fact out of the graph", "FACT",
		`FACT is the ID of a statement, fact:…, as kg show --format json prints it. What was
derived from it goes with it.`,
		func(_ context.Context, _ *graph.Graph, args []string) (graph.Decision, error) {
			if !strings.HasPrefix(args[0], "fact:") {
				return graph.Decision{}, usage(fmt.Errorf("%q is no ID of a fact", args[0]), "kg show --format json says the facts' IDs: fact:…")
			}
			return graph.Decision{Kind: graph.Reject, Subject: args[0]}, nil
		}, 1, 1)
}

func renameCommand() *cli.Command {
	return curation("rename", "give an entity another name", "ENTITY NAME",
		`The IRI stays; the name it had stays one of its other names.`,
		func(ctx context.Context, g *graph.Graph, args []string) (graph.Decision, error) {
			iri, err := entityArgument(ctx, g, args[0])
			return graph.Decision{Kind: graph.Rename, Subject: iri, Object: strings.Join(args[1:], " ")}, err
		}, 2, -1)
}

func apartCommand() *cli.Command {
	return curation("apart", "say that two entities are two", "ENTITY OTHER",
		`kg review asks no more whether they are one, and kg merge refuses to make them one.`,
		func(ctx context.Context, g *graph.Graph, args []string) (graph.Decision, error) {
			one, err := entityArgument(ctx, g, args[0])
			if err != nil {
				return graph.Decision{}, err
			}
			other, err := entityArgument(ctx, g, args[1])
			return graph.Decision{Kind: graph.Apart, Subject: one, Object: other}, err
		}, 2, 2)
}

// curation makes a command of what turns its arguments into a decision.
func curation(name, use, args, description string, decide func(context.Context, *graph.Graph, []string) (graph.Decision, error), least, most int) *cli.Command {
	return &cli.Command{
		Name: name, Usage: use, ArgsUsage: args,
		Description: description + "\nkg curate lists what was decided, and keeps it in a file.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "reason", Usage: "why, for whoever looks later: `TEXT`"},
			&cli.BoolFlag{Name: "undo", Usage: "take the same decision back"},
		},
		Action: func(c *cli.Context) error {
			given, err := arguments(c, least, most)
			if err != nil {
				return err
			}
			return withWritable(c, func(ctx context.Context, g *graph.Graph) error {
				d, err := decide(ctx, g, given)
				if err != nil {
					return err
				}
				d.Reason = strings.Join(strings.Fields(c.String("reason")), " ")
				if c.Bool("undo") {
					return undo(ctx, c, g, d)
				}
				if err := noteUnknown(ctx, c, g, d); err != nil {
					return err
				}
				return put(ctx, c, g, d)
			})
		},
	}
}

// noteUnknown says which entities of a decision the graph has not: they may be to
// come, or the IRI may be wrong.
func noteUnknown(ctx context.Context, c *cli.Context, g *graph.Graph, d graph.Decision) error {
	of := []string{d.Subject}
	if d.Kind == graph.Merge || d.Kind == graph.Apart {
		of = append(of, d.Object)
	}
	for _, iri := range of {
		if !strings.HasPrefix(iri, "kg:") {
			continue
		}
		switch _, err := g.FindEntity(ctx, iri); {
		case errors.Is(err, graph.ErrNotFound):
			warn(c.App.ErrWriter, fmt.Errorf("nothing in the graph is %s yet: the decision holds for what is ingested later", iri))
		case err != nil:
			return err
		}
	}
	return nil
}

// entityArgument returns the IRI of an entity that is given by IRI or by name. An
// IRI need not be in the graph: what was merged is not, and is to be undone.
func entityArgument(ctx context.Context, g *graph.Graph, name string) (string, error) {
	if strings.HasPrefix(name, "kg:") {
		return name, nil
	}
	entity, err := findEntity(ctx, g, name)
	return entity.IRI, err
}

func put(ctx context.Context, c *cli.Context, g *graph.Graph, d graph.Decision) error {
	d, err := g.Decide(ctx, d)
	if errors.Is(err, graph.ErrConflict) {
		return hinted(err, "undo that one first: kg curate undo ID")
	} else if err != nil {
		return err
	}
	fmt.Fprintf(c.App.Writer, "%s  %s\n", d.ID, d)
	return nil
}

// undo takes back the decision in force that is like d.
func undo(ctx context.Context, c *cli.Context, g *graph.Graph, d graph.Decision) error {
	all, err := g.Decisions(ctx)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.Kind == d.Kind && o.Subject == d.Subject && (o.Object == d.Object || d.Object == "") {
			return undoID(ctx, c, g, o.ID)
		}
	}
	return hinted(fmt.Errorf("nothing to undo: nobody decided %s", d), "kg curate lists what was decided")
}

func undoID(ctx context.Context, c *cli.Context, g *graph.Graph, id string) error {
	d, err := g.Undo(ctx, id)
	if err != nil {
		return hinted(err, "kg curate lists what was decided")
	}
	fmt.Fprintf(c.App.Writer, "undone: %s\n", d)
	return nil
}

func curateCommand() *cli.Command {
	return &cli.Command{
		Name:      "curate",
		Usage:     "list what people decided about the graph, undo it, keep it in a file",
		ArgsUsage: "[undo ID… | import FILE]",
		Description: `Without arguments, the decisions in force, one a line, each with its ID. --file
prints them as a file to keep in git, which kg curate import reads back:

  merge kg:The_Heron kg:Ana_Ferreira  # her pen name
  split kg:John_Hall kg:John_Hall_(cricketer) article:…
  reject fact:…
  rename kg:Lisbon Lisboa
  apart kg:John_Hall kg:Johnny_Hall`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "file", Usage: "print as a file for kg curate import"},
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: curate,
	}
}

func curate(c *cli.Context) error {
	args := c.Args().Slice()
	switch {
	case len(args) == 0:
		return withGraph(c, func(ctx context.Context, g *graph.Graph) error { return listDecisions(ctx, c, g) })
	case args[0] == "undo" && len(args) > 1:
		return withWritable(c, func(ctx context.Context, g *graph.Graph) error {
			for _, id := range args[1:] {
				if err := undoID(ctx, c, g, id); err != nil {
					return err
				}
			}
			return nil
		})
	case args[0] == "import" && len(args) == 2:
		return withNew(c, func(ctx context.Context, g *graph.Graph) error { return importDecisions(ctx, c, g, args[1]) })
	}
	return usage(fmt.Errorf("kg curate takes no arguments %q", strings.Join(args, " ")), "usage: kg curate [undo ID… | import FILE]")
}

func listDecisions(ctx context.Context, c *cli.Context, g *graph.Graph) error {
	all, err := g.Decisions(ctx)
	if err != nil {
		return err
	}
	return printList(c, all, func(w io.Writer, s style) {
		if len(all) == 0 && !c.Bool("file") {
			fmt.Fprintln(w, "Nothing was decided.")
		}
		for _, d := range all {
			if c.Bool("file") {
				fmt.Fprintln(w, printable(d.String()))
				continue
			}
			fmt.Fprintf(w, "%s  %s\n", s.dim(d.ID), printable(d.String()))
		}
	})
}

// importDecisions puts the decisions of a file in force, in its order. A line
// that cannot be read, or that contradicts another, is reported and stops no
// other.
func importDecisions(ctx context.Context, c *cli.Context, g *graph.Graph, file string) error {
	r, err := openFile(file, c.App.Reader)
	if err != nil {
		return err
	}
	defer r.Close()
	lines := bufio.NewScanner(r)
	var failed error
	for number := 1; lines.Scan(); number++ {
		d, ok, err := graph.ParseDecision(lines.Text())
		if err == nil && ok {
			err = put(ctx, c, g, d)
		}
		if interrupted(err) {
			return err
		} else if err != nil {
			warn(c.App.ErrWriter, fmt.Errorf("%s: line %d: %w", file, number, err))
			failed = errReported
		}
	}
	if err := lines.Err(); err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("%s: %w", file, err)
	}
	return failed
}
