package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

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
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
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
		gone := []removal{}
		for _, name := range names {
			r, err := removeArticle(ctx, g, name)
			if interrupted(err) {
				return errors.Join(printRemovals(c, gone), err)
			} else if err != nil {
				warn(c.App.ErrWriter, err)
				failed = errReported
				continue
			}
			gone = append(gone, r)
		}
		return cmp.Or(printRemovals(c, gone), failed)
	})
}

// removal is an article that was taken out.
type removal struct {
	Article string `json:"article"`
	Quads   int    `json:"quads"`
}

func printRemovals(c *cli.Context, gone []removal) error {
	return printList(c, gone, func(w io.Writer, s style) {
		for _, r := range gone {
			fmt.Fprintf(w, "removed %s: %s\n", r.Article, counted(r.Quads, "quad", "quads"))
		}
	})
}

func removeArticle(ctx context.Context, g *graph.Graph, name string) (removal, error) {
	article, err := findArticle(ctx, g, name)
	if err != nil {
		return removal{}, err
	}
	quads, err := g.Remove(ctx, article.ID)
	if errors.Is(err, graph.ErrNotFound) {
		return removal{}, hinted(err, "another kg may have removed it just now")
	} else if err != nil {
		return removal{}, fmt.Errorf("removing %s: %w", article.ID, err)
	}
	return removal{article.ID, quads}, nil
}
