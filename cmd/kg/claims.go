package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func claimsCommand() *cli.Command {
	return &cli.Command{
		Name:  "claims",
		Usage: "show who says what, and about whom",
		Description: `What articles report that somebody said, the newest article first: by a speaker,
about a person, place, organisation or thing, or both. A claim is not thereby so.

  kg claims --by Macron
  kg claims --about Ukraine
  kg claims --by Macron --about Ukraine`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "by", Usage: "what `ENTITY` says"},
			&cli.StringFlag{Name: "about", Usage: "what is said of `ENTITY`"},
			&cli.IntFlag{Name: "limit", Usage: "print at most `N` claims; 0 is no limit", Value: 100},
			confidenceFlag("only claims"),
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: showClaims,
	}
}

func showClaims(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	by, about, limit := c.String("by"), c.String("about"), c.Int("limit")
	if by == "" && about == "" {
		return usage(errors.New("kg claims needs --by or --about"), "such as kg claims --by Macron --about Ukraine")
	}
	if limit < 0 {
		return usage(errors.New("--limit is less than 0"), "0 is no limit")
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		var ends [2]*graph.Entity
		for i, name := range []string{by, about} {
			if name == "" {
				continue
			}
			e, err := findEntity(ctx, g, name)
			if err != nil {
				return err
			}
			ends[i] = &e
		}
		claims, err := claimsOf(ctx, g, ends[0], ends[1])
		if err != nil {
			return err
		}
		return printClaims(c, claims, limit)
	})
}

func printClaims(c *cli.Context, claims []graph.Claim, limit int) error {
	if limit > 0 && len(claims) > limit {
		claims = claims[:limit]
		fmt.Fprintf(c.App.ErrWriter, "kg: only the first %d are shown; --limit 0 shows all\n", limit)
	}
	if len(claims) == 0 {
		fmt.Fprintln(c.App.ErrWriter, "kg: no article reports that")
	}
	return printList(c, claims, func(w io.Writer, s style) {
		for _, claim := range claims {
			fmt.Fprintf(w, "%s\n", wrap(s.bold(printable(speakerOf(claim)))+": "+printable(inWords(claim)), s.width, "  "))
			cited := citationOf(claim.Statement)
			cited.details = slices.DeleteFunc(cited.details, func(d string) bool { return strings.HasPrefix(d, "according to ") || d == "said" })
			printCitation(w, s, cited)
		}
	})
}

// claimsOf returns what is reported to be said by somebody, about something, or
// both; nil is anybody or anything. What is quoted in words counts as about what
// its words name.
func claimsOf(ctx context.Context, g *graph.Graph, by, about *graph.Entity) ([]graph.Claim, error) {
	var claims []graph.Claim
	err := g.View(ctx, func(v *graph.View) error {
		start := by
		if start == nil {
			start = about
		}
		ids, err := v.Statements(ctx, graph.Filter{About: []string{start.IRI}})
		if err == nil {
			claims, err = v.Claims(ctx, ids)
		}
		return err
	})
	claims = slices.DeleteFunc(claims, func(c graph.Claim) bool { return !isClaim(c, by, about) })
	slices.SortStableFunc(claims, graph.NewestFirst)
	return claims, err
}

func isClaim(c graph.Claim, by, about *graph.Entity) bool {
	quoted := c.IsQuotation()
	if c.Speaker == nil && !quoted {
		return false
	}
	if by != nil && !(c.Speaker != nil && c.Speaker.IRI == by.IRI || quoted && c.Subject.IRI == by.IRI) {
		return false
	}
	if about == nil {
		return true
	}
	if quoted {
		return c.Subject.IRI != about.IRI && namesIn(c.Object.Name, about)
	}
	return c.Subject.IRI == about.IRI || c.Object.IRI == about.IRI ||
		slices.ContainsFunc(c.Where, func(t graph.Term) bool { return t.IRI == about.IRI })
}

// namesIn reports whether a text has one of the names of an entity.
func namesIn(text string, e *graph.Entity) bool {
	return slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), func(name string) bool { return strings.Contains(text, name) })
}

func speakerOf(c graph.Claim) string {
	if c.Speaker != nil {
		return c.Speaker.Name
	}
	return c.Subject.Name
}

// inWords is what a claim states, quoted words in quotation marks.
func inWords(c graph.Claim) string {
	if c.IsQuotation() {
		return "“" + c.Object.Name + "”"
	}
	return strings.TrimSpace(c.Subject.Name + " " + c.Relation.Name + " " + c.Object.Name)
}
