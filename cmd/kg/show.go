package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func showCommand() *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "show what is known of a person, place, organisation or thing",
		ArgsUsage: "ENTITY",
		Description: `ENTITY is a name, whole or in part, or an IRI: Macron, "Emmanuel Macron",
kg:Emmanuel_Macron. Every fact stands with the sentence it was read in.`,
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: showEntity,
	}
}

func showEntity(c *cli.Context) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		// kg show Emmanuel Macron: one name, the quotes forgotten.
		entity, err := findEntity(ctx, g, strings.Join(args, " "))
		if errors.Is(err, graph.ErrNotFound) && hintFor(err) == "" {
			return hinted(err, "kg stats says what kinds of things are in the graph")
		} else if err != nil {
			return err
		}
		page, err := g.Show(ctx, entity.IRI)
		if err != nil {
			return err
		}
		basis, err := basisOf(ctx, g, page)
		if err != nil {
			return err
		}
		return printOne(c, page, func(w io.Writer, s style) { pagePrinter{w, s, basis}.print(page) })
	})
}

// pagePrinter prints an entity's page for people.
type pagePrinter struct {
	io.Writer
	style
	basis map[string]string // sentence by fact
}

func (p pagePrinter) print(page *graph.Page) {
	fmt.Fprintln(p, p.bold(printable(page.Name)))
	about := []string{page.IRI, "in " + counted(len(page.Articles), "article", "articles")}
	if page.Type != "" {
		about = append([]string{page.Type}, about...)
	}
	fmt.Fprintln(p, p.dim(strings.Join(about, " · ")))
	if len(page.Aliases) > 0 {
		fmt.Fprintln(p, wrap("Also known as "+printable(strings.Join(page.Aliases, ", ")), p.width, "  "))
	}
	if len(page.Out)+len(page.In) == 0 {
		fmt.Fprintln(p, "\nNo article says anything about it beyond its name.")
	}
	p.facts(page.Out,
		func(f graph.Fact) string { return f.Relation.Name },
		func(f graph.Fact) graph.Term { return f.Object })
	p.facts(page.In,
		func(f graph.Fact) string { return "… " + f.Relation.Name + " " + page.Name },
		func(f graph.Fact) graph.Term { return f.Subject })
}

// facts prints facts in their order, a heading above those of a relation.
func (p pagePrinter) facts(facts []graph.Fact, heading func(graph.Fact) string, other func(graph.Fact) graph.Term) {
	last := ""
	for _, f := range facts {
		if h := printable(heading(f)); h != last {
			fmt.Fprintf(p, "\n%s\n", p.bold(h))
			last = h
		}
		name := cmp.Or(printable(other(f).Name), "(nothing more is said)")
		fmt.Fprintf(p, "  %s\n", wrap(name, p.width-2, "  "))
		for _, st := range f.Statements {
			printCitation(p, p.style, p.cite(st))
		}
	}
}

// cite returns a statement as a citation.
func (p pagePrinter) cite(st graph.Statement) citation {
	c := citation{sentence: st.Sentence, article: cmp.Or(st.Title, st.Article), published: st.Published}
	for _, basis := range st.DerivedFrom {
		if text := p.basis[basis]; text != "" && text != st.Sentence && !slices.Contains(c.also, text) {
			c.also = append(c.also, text)
		}
	}
	if st.Modality != "" && st.Modality != "asserted" {
		c.details = append(c.details, st.Modality)
	}
	if st.Speaker != nil {
		c.details = append(c.details, "according to "+st.Speaker.Name)
	}
	for _, t := range slices.Concat(st.When, st.Where) {
		c.details = append(c.details, t.Name)
	}
	if len(st.DerivedFrom) > 0 {
		c.details = append(c.details, "follows from "+counted(len(st.DerivedFrom), "fact", "facts"))
	}
	c.details = append(c.details, fmt.Sprintf("%.0f%%", 100*st.Confidence))
	return c
}

// basisOf returns the sentences of the facts that facts of the page were
// derived from, by the IDs of those facts.
func basisOf(ctx context.Context, g *graph.Graph, page *graph.Page) (map[string]string, error) {
	ids := map[string]bool{}
	for _, f := range slices.Concat(page.Out, page.In) {
		for _, st := range f.Statements {
			for _, id := range st.DerivedFrom {
				ids["<"+id+">"] = true
			}
		}
	}
	basis := map[string]string{}
	for batch := range slices.Chunk(slices.Sorted(maps.Keys(ids)), namesBatch) {
		script := fmt.Sprintf(`g.V(%s).Tag("fact").Out("<kg:sentence>").Save("<rdf:value>", "sentence").All()`, quotedList(batch))
		result, err := g.Query(ctx, script, graph.QueryOptions{})
		if err != nil {
			return nil, fmt.Errorf("looking for the sentences that facts follow from: %w", err)
		}
		for _, row := range result.Rows {
			fact, _ := row["fact"].(string)
			id, _ := iriOf(fact)
			basis[id], _ = row["sentence"].(string)
		}
	}
	return basis, nil
}
