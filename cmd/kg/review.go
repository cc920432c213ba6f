package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

// reviewQuestions is how many questions a review asks where nobody says.
const reviewQuestions = 20

func reviewCommand() *cli.Command {
	return &cli.Command{
		Name:  "review",
		Usage: "decide which people and events are one, the likeliest first",
		Description: `Shows two people or events at a time with what speaks for and against their being
one, and takes y (one), n (two), q (enough), or an empty line (not now). Some are
one already, on little evidence: y keeps them so, n makes them two again. The answers
are decisions like those of kg merge and split. With --list nothing is asked.`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "list", Usage: "only list the questions"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` questions", Value: reviewQuestions},
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: review,
	}
}

func review(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	open := withWritable
	list := c.Bool("list") || c.String("format") != formatTable
	if list {
		open = withGraph
	}
	return open(c, func(ctx context.Context, g *graph.Graph) error {
		questions, err := g.Review(ctx, max(0, c.Int("limit")))
		if err != nil {
			return err
		}
		if list {
			return printList(c, questions, func(w io.Writer, s style) {
				for _, q := range questions {
					printQuestion(w, s, q)
				}
			})
		}
		return askAll(ctx, c, g, questions)
	})
}

func printQuestion(w io.Writer, s style, q graph.Question) {
	fmt.Fprintf(w, "%s\n", s.bold(printable(q.Decision.Subject+" = "+q.Decision.Object+"?")))
	for _, reason := range q.For {
		fmt.Fprintf(w, "  + %s\n", wrap(printable(reason), s.width-4, "    "))
	}
	for _, reason := range q.Against {
		fmt.Fprintf(w, "  - %s\n", wrap(printable(reason), s.width-4, "    "))
	}
}

// askAll asks the questions one by one and decides what is answered.
func askAll(ctx context.Context, c *cli.Context, g *graph.Graph, questions []graph.Question) error {
	if len(questions) == 0 {
		fmt.Fprintln(c.App.Writer, "Nothing to decide.")
	}
	answers := bufio.NewScanner(c.App.Reader)
	for i, q := range questions {
		printQuestion(c.App.Writer, styleFor(c), q)
		fmt.Fprintf(c.App.Writer, "%d of %d: one and the same? y, n, q, or nothing for later:\n", i+1, len(questions))
		switch readAnswer(c.App.Writer, answers) {
		case "y", "yes":
		case "n", "no":
			q.Decision = q.Otherwise
		case "":
			continue
		default:
			return answers.Err()
		}
		if err := put(ctx, c, g, q.Decision); err != nil {
			return err
		}
	}
	return nil
}

// readAnswer reads an answer, and again until it is one; "q" where there are no more.
func readAnswer(w io.Writer, answers *bufio.Scanner) string {
	for flush(w); answers.Scan(); flush(w) {
		switch answer := strings.ToLower(strings.TrimSpace(answers.Text())); answer {
		case "y", "yes", "n", "no", "":
			return answer
		case "q", "quit":
			return "q"
		}
		fmt.Fprintln(w, "y (one), n (two), q (enough), or an empty line (not now):")
	}
	return "q"
}

// flush shows what stands in a buffered writer.
func flush(w io.Writer) {
	if f, ok := w.(interface{ Flush() error }); ok {
		_ = f.Flush() // an error comes again at the end
	}
}
