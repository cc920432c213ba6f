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
kg:Emmanuel_Macron. Every fact stands with the sentence it was read in. Of somebody
of whom a great deal is known, the facts with the most sentences are shown.`,
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "limit", Usage: "read at most `N` sentences of what it does, of what is done to it, and of what it says; 0 is no limit", Value: shownOfPart},
			&cli.BoolFlag{Name: "why", Usage: "show under which name each article has it, and why that is the same"},
			confidenceFlag("only facts"),
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: showEntity,
	}
}

func showEntity(c *cli.Context) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	if c.Int("limit") < 0 {
		return usage(errors.New("--limit is less than 0"), "0 is no limit")
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		// kg show Emmanuel Macron: one name, the quotes forgotten.
		entity, err := findEntity(ctx, g, strings.Join(args, " "))
		if errors.Is(err, graph.ErrNotFound) && hintFor(err) == "" {
			return hinted(err, "kg stats says what kinds of things are in the graph")
		} else if err != nil {
			return err
		}
		if asked := strings.Join(args, " "); strings.HasPrefix(asked, "kg:") && asked != entity.IRI {
			fmt.Fprintf(c.App.ErrWriter, "kg: somebody merged %s into %s; kg curate lists why\n", asked, entity.IRI)
		}
		if c.Bool("why") {
			return showReasons(ctx, c, g, entity)
		}
		page, err := g.ShowBest(ctx, entity.IRI, c.Int("limit"))
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

// showReasons prints why what articles speak of is one entity.
func showReasons(ctx context.Context, c *cli.Context, g *graph.Graph, entity graph.Entity) error {
	reasons, err := g.Why(ctx, entity.IRI)
	if err != nil {
		return err
	}
	return printList(c, reasons, func(w io.Writer, s style) {
		fmt.Fprintln(w, s.bold(printable(entity.Name))+"  "+s.dim(entity.IRI))
		for _, r := range reasons {
			fmt.Fprintf(w, "  %s\n", wrap(printable(fmt.Sprintf("“%s” in %s: %s", r.Name, cmp.Or(r.Title, r.Article), r.Why)), s.width-2, "    "))
			for _, l := range r.Links {
				fmt.Fprintf(w, "      %s\n", wrap(printable(fmt.Sprintf("“%s” is “%s”: %s", l.B, l.A, l.Pass)), s.width-6, "        "))
			}
		}
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
	in := "in " + counted(len(page.Articles), "article", "articles")
	if copies := graph.CopiesAmong(page.Articles); copies > 0 {
		in += " (" + counted(copies, "copy", "copies") + ")"
	}
	about := []string{page.IRI, in}
	if page.Type != "" {
		about = append([]string{page.Type}, about...)
	}
	if span := spanOf(page.Articles); span != "" {
		about = append(about, span)
	}
	fmt.Fprintln(p, p.dim(strings.Join(about, " · ")))
	if len(page.Aliases) > 0 {
		fmt.Fprintln(p, wrap("Also known as "+printable(strings.Join(page.Aliases, ", ")), p.width, "  "))
	}
	if roles := rolesOf(page.Out); len(roles) > 0 {
		fmt.Fprintln(p, wrap("Is "+printable(strings.Join(roles, ", ")), p.width, "  "))
	}
	if near := neighboursOf(page); len(near) > 0 {
		fmt.Fprintln(p, wrap("Has to do with "+printable(strings.Join(near, ", ")), p.width, "  "))
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
	if len(page.Said) > 0 {
		fmt.Fprintf(p, "\n%s\n", wrap(fmt.Sprintf("Is reported to say %s more: kg claims --by %s",
			counted(len(page.Said), "thing", "things"), quoted(page.IRI)), p.width, "  "))
	}
	if left := page.Left; left != nil {
		fmt.Fprintf(p, "\n%s\n", wrap(fmt.Sprintf("Left out: the facts with the fewest sentences, %s with %s; --limit 0 shows all.",
			counted(left.Facts, "fact", "facts"), counted(left.Statements, "sentence", "sentences")), p.width, "  "))
	}
}

// spanOf is the days of the first and the last article, where they are known.
func spanOf(articles []graph.Article) string {
	first, last := graph.Span(articles, func(a graph.Article) string { return a.Published })
	if first == last {
		return readableDate(first)
	}
	return readableDate(first) + " – " + readableDate(last)
}

// rolesOf are the roles among facts, each with the number of its articles where
// there are several.
func rolesOf(facts []graph.Fact) []string {
	var names []string
	for _, r := range graph.RolesOf(facts) {
		if r.Articles > 1 {
			r.Name += fmt.Sprintf(" (%d articles)", r.Articles)
		}
		names = append(names, r.Name)
	}
	return names
}

// shownOfPart is how many statements of each part of a page are read, unless the
// user says otherwise: more than almost any entity has.
const shownOfPart = 500

// shownNeighbours is how many neighbours a page names.
const shownNeighbours = 8

// neighboursOf are the entities that most statements of the page relate it to.
func neighboursOf(page *graph.Page) []string {
	statements, names := map[string]int{}, map[string]string{}
	for _, f := range slices.Concat(page.Out, page.In) {
		for _, t := range []graph.Term{f.Subject, f.Object} {
			if f.Edge && t.IRI != "" && t.IRI != page.IRI {
				statements[t.IRI] += max(1, len(f.Statements))
				names[t.IRI] = t.Name
			}
		}
	}
	iris := slices.SortedFunc(maps.Keys(statements), func(a, b string) int {
		return cmp.Or(cmp.Compare(statements[b], statements[a]), cmp.Compare(a, b))
	})
	var near []string
	for _, iri := range iris[:min(len(iris), shownNeighbours)] {
		near = append(near, names[iri])
	}
	return near
}

// shownStatements is how many sentences of a fact a page shows; kg why shows all.
const shownStatements = 3

// facts prints facts in their order, a heading above those of a relation.
func (p pagePrinter) facts(facts []graph.Fact, heading func(graph.Fact) string, other func(graph.Fact) graph.Term) {
	last := ""
	for _, f := range facts {
		if h := printable(heading(f)); h != last {
			fmt.Fprintf(p, "\n%s\n", p.bold(h))
			last = h
		}
		name := cmp.Or(printable(other(f).Name), "(nothing more is said)")
		if n := f.Articles(); n > 1 {
			name += p.dim(fmt.Sprintf("  in %d articles", n))
		}
		fmt.Fprintf(p, "  %s\n", wrap(name, p.width-2, "  "))
		for i, st := range f.Statements {
			if i == shownStatements {
				fmt.Fprintln(p, p.dim(fmt.Sprintf("%sand %s more: kg why", citationIndent, counted(len(f.Statements)-i, "sentence", "sentences"))))
				break
			}
			printCitation(p, p.style, p.cite(st))
		}
	}
}

// cite returns a statement as a citation.
func (p pagePrinter) cite(st graph.Statement) citation {
	c := citationOf(st)
	for _, basis := range st.DerivedFrom {
		if text := p.basis[basis]; text != "" && text != st.Sentence && !slices.Contains(c.also, text) {
			c.also = append(c.also, text)
		}
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
