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
	if c.Bool("explain") {
		return explainEnglish(ctx, c, g, text)
	}
	reply, err := replyTo(ctx, c, g, text)
	if err != nil {
		return err
	}
	if limit := c.Int("limit"); limit > 0 && len(reply.Answers) > limit {
		reply.Answers = reply.Answers[:limit]
	}
	if c.String("format") == formatCSV {
		return printCSV(c.App.Writer, "", answerRows(reply.Answers))
	}
	return printOne(c, reply, func(w io.Writer, s style) { printAnswers(w, s, reply.Answers) })
}

// replyTo answers a question, and says on standard error what was assumed, and
// how it was understood where there is no answer.
func replyTo(ctx context.Context, c *cli.Context, g *graph.Graph, text string) (*english.Reply, error) {
	if limit := c.Duration("timeout"); limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	reply, err := english.Ask(ctx, g, text)
	var unread *english.NotUnderstoodError
	switch {
	case errors.As(err, &unread):
		return nil, usage(err, "ask who did what to whom, where or when; or ask with a saved query: kg query --list")
	case errors.Is(err, context.DeadlineExceeded):
		return nil, hinted(fmt.Errorf("the question was stopped after %s", c.Duration("timeout")), "--timeout gives it longer")
	case err != nil:
		return nil, err
	}
	for _, note := range reply.Notes {
		fmt.Fprintf(c.App.ErrWriter, "kg: %s\n", note)
	}
	if len(reply.Answers) == 0 {
		fmt.Fprintf(c.App.ErrWriter, "kg: no article says. Understood as: %s\n", reply.Understood)
	}
	return reply, nil
}

// explainEnglish prints the script that a question comes to, where it has one.
func explainEnglish(ctx context.Context, c *cli.Context, g *graph.Graph, text string) error {
	reply, err := replyTo(ctx, c, g, text)
	if err == nil {
		_, err = fmt.Fprint(c.App.Writer, reply.Gizmo)
	}
	return err
}

// answerRows are answers as rows, each with its best sentence.
func answerRows(answers []english.Answer) []map[string]any {
	rows := make([]map[string]any, 0, len(answers))
	for _, a := range answers {
		row := map[string]any{"answer": a.Name, "score": a.Score}
		if a.ID != "" {
			row["entity"] = a.ID
		}
		if len(a.Evidence) > 0 {
			row["sentence"], row["article"] = a.Evidence[0].Sentence, a.Evidence[0].Article
		}
		rows = append(rows, row)
	}
	return rows
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
			cited.reprinted(len(e.ReprintedIn))
			printCitation(w, s, cited)
		}
	}
}
