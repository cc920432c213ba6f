package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/graph/draw"
)

func drawCommand() *cli.Command {
	return &cli.Command{
		Name:      "draw",
		Usage:     "draw what surrounds a person, place, organisation or thing",
		ArgsUsage: "ENTITY",
		Description: `A picture (SVG) of the entity with its strongest neighbours: those that most
articles connect with it by what they assert. A number at a corner is how many more
neighbours something has. Browsers, word processors and Inkscape open it.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
			&cli.IntFlag{Name: "hops", Usage: "go `N` steps from the entity, at most 3", Value: 1},
			&cli.IntFlag{Name: "limit", Usage: "draw at most `N` neighbours, at most 80", Value: 20},
			&cli.IntFlag{Name: "width", Usage: "make it `N` pixels wide, from 320 to 4000", Value: 1000},
		},
		Action: drawEntity,
	}
}

func drawEntity(c *cli.Context) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	for _, bound := range []struct {
		name        string
		least, most int
	}{{"hops", 1, 3}, {"limit", 1, 80}, {"width", 320, 4000}} {
		if n := c.Int(bound.name); n < bound.least || n > bound.most {
			return usage(fmt.Errorf("--%s is %d; it goes from %d to %d", bound.name, n, bound.least, bound.most), "")
		}
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		entity, err := findEntity(ctx, g, strings.Join(args, " "))
		if err != nil {
			return err
		}
		found, err := g.Neighbourhood(ctx, entity.IRI, graph.NeighbourhoodOptions{Hops: c.Int("hops"), Limit: c.Int("limit")})
		if err != nil {
			return err
		}
		write := func(w io.Writer) (int, error) {
			return len(found.Nodes), draw.Neighbourhood(found, draw.Links{}).SVG(w, draw.Options{Width: float64(c.Int("width")), Alone: true})
		}
		path := c.String("output")
		if path == "" || path == "-" {
			_, err := write(c.App.Writer)
			return err
		}
		n, err := exportFile(path, write)
		if err == nil {
			fmt.Fprintf(c.App.ErrWriter, "drew %s with %s to %s\n", printable(entity.Name), counted(n-1, "neighbour", "neighbours"), path)
		}
		return err
	})
}
