package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func rmCommand() *cli.Command {
	return &cli.Command{
		Name:      "rm",
		Usage:     "take articles out of the graph",
		ArgsUsage: "ARTICLE…",
		Description: `ARTICLE is an article's ID, title or file. All that it said leaves the graph with
it; what other articles said as well stays.`,
		Action: removeArticles,
	}
}

func removeArticles(c *cli.Context) error {
	names, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	return withWritable(c, func(ctx context.Context, g *graph.Graph) error {
		var failed error
		for _, name := range names {
			if err := removeArticle(ctx, c, g, name); interrupted(err) {
				return err
			} else if err != nil {
				warn(c.App.ErrWriter, err)
				failed = errReported
			}
		}
		return failed
	})
}

func removeArticle(ctx context.Context, c *cli.Context, g *graph.Graph, name string) error {
	article, err := findArticle(ctx, g, name)
	if err != nil {
		return err
	}
	quads, err := g.Remove(ctx, article.ID)
	if errors.Is(err, graph.ErrNotFound) {
		return hinted(err, "another kg may have removed it just now")
	} else if err != nil {
		return fmt.Errorf("removing %s: %w", article.ID, err)
	}
	fmt.Fprintf(c.App.Writer, "removed %s: %s\n", article.ID, counted(quads, "quad", "quads"))
	return nil
}
