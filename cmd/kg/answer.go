package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/queries/english"
)

// answerQuestion answers a question in English.
func answerQuestion(ctx context.Context, c *cli.Context, g *graph.Graph, text string) error {
	if limit := c.Duration("timeout"); limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	reply, err := english.Ask(ctx, g, text)
	var unread *english.NotUnderstoodError
	switch {
	case errors.As(err, &unread):
		return usage(err, "ask who did what to whom, where or when; or ask with a saved query: kg query --list")
	case errors.Is(err, context.DeadlineExceeded):
		return hinted(fmt.Errorf("the question was stopped after %s", c.Duration("timeout")), "--timeout gives it longer")
	case err != nil:
		return err
	}
	if limit := c.Int("limit"); limit > 0 && len(reply.Answers) > limit {
		reply.Answers = reply.Answers[:limit]
	}
	for _, note := range reply.Notes {
		fmt.Fprintf(c.App.ErrWriter, "kg: %s\n", note)
	}
	if len(reply.Answers) == 0 {
		fmt.Fprintf(c.App.ErrWriter, "kg: no article says. Understood as: %s\n", reply.Understood)
	}
	if c.Bool("explain") {
		return explainQuestion(c.App.Writer, reply)
	}
	return printOne(c, reply, func(w io.Writer, s style) { printAnswers(w, s, reply.Answers) })
}

// explainQuestion prints the script that a question comes to, where it has one.
func explainQuestion(w io.Writer, reply *english.Reply) error {
	_, err := fmt.Fprint(w, reply.Gizmo)
	return err
}

// printAnswers prints answers for people, the sentences below each.
func printAnswers(w io.Writer, s style, answers []english.Answer) {
	for _, a := range answers {
		fmt.Fprintf(w, "%s  %s\n", s.bold(wrap(printable(a.Name), s.width, "  ")), s.dim(fmt.Sprintf("%.0f%%", 100*a.Score)))
		shown := map[string]bool{}
		for _, e := range a.Evidence {
			if shown[e.Sentence] {
				continue
			}
			shown[e.Sentence] = true
			cited := citation{sentence: e.Sentence, article: cmp.Or(e.Title, e.Article), published: e.Published}
			if e.Speaker != "" {
				cited.details = []string{"according to " + e.Speaker}
			}
			printCitation(w, s, cited)
		}
	}
}
