package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func articlesCommand() *cli.Command {
	return &cli.Command{
		Name:   "articles",
		Usage:  "list the articles in the graph",
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: listArticles,
	}
}

func listArticles(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		articles, err := g.Articles(ctx)
		if err != nil {
			return err
		}
		return printList(c, articles, func(w io.Writer, s style) { articleTable(w, s, articles) })
	})
}

func articleTable(w io.Writer, s style, articles []graph.Article) {
	if len(articles) == 0 {
		fmt.Fprintln(w, "No articles.")
		return
	}
	rows := make([][]string, 0, len(articles))
	for _, a := range articles {
		title := cmp.Or(a.Title, "(no title)")
		if a.CopyOf != "" {
			title += " (a copy)"
		}
		rows = append(rows, []string{a.Published, title, strconv.Itoa(a.Facts), strconv.Itoa(a.Entities), a.ID})
	}
	printTable(w, s, []column{{title: "published"}, {title: "title"}, {title: "facts", right: true}, {title: "entities", right: true}, {title: "id", whole: true}}, rows)
}
