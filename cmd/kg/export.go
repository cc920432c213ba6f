package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "write the graph as N-Quads",
		Description: `The lines are sorted: the same graph gives the same bytes, however it came about.
The fourth term of a line is the article that the quad comes from. A FILE whose
name ends with .gz is compressed.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
			formatFlag("nquads"),
		},
		Action: export,
	}
}

func export(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		path := c.String("output")
		if path == "" || path == "-" {
			_, err := g.Export(ctx, c.App.Writer)
			return err
		}
		quads, err := exportFile(ctx, g, path)
		if err == nil {
			fmt.Fprintf(c.App.ErrWriter, "wrote %s to %s\n", counted(quads, "quad", "quads"), path)
		}
		return err
	})
}

// exportFile writes beside the file and renames when all is written, so that a
// failure leaves an older export as it was.
func exportFile(ctx context.Context, g *graph.Graph, path string) (quads int, err error) {
	file, err := os.Create(path + ".part")
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, file.Close(), os.Remove(file.Name()))
		}
	}()
	out := bufio.NewWriter(file)
	if strings.HasSuffix(path, ".gz") {
		quads, err = exportCompressed(ctx, g, out)
	} else {
		quads, err = g.Export(ctx, out)
	}
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return 0, err
	}
	if err = file.Close(); err != nil {
		return 0, err
	}
	return quads, os.Rename(file.Name(), path)
}

func exportCompressed(ctx context.Context, g *graph.Graph, w io.Writer) (quads int, err error) {
	out := gzip.NewWriter(w)
	if quads, err = g.Export(ctx, out); err != nil {
		return 0, err
	}
	return quads, out.Close()
}
