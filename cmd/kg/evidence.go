package main

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"kg/graph"
)

// evidenceColumn holds the statements that --evidence adds to a row.
const evidenceColumn = "evidence"

// rowEvidence is how many statements --evidence adds to a row.
const rowEvidence = 3

var (
	entityInScript = regexp.MustCompile(`<(kg:[^>"]+)>`)
	nameInScript   = regexp.MustCompile(`\bkg\(\s*["']([^"']+)["']\s*\)`)
)

// addEvidence adds to each row the sentences of statements that relate two of
// its entities, or one of them to one that the script names.
func addEvidence(ctx context.Context, g *graph.Graph, script string, rows []map[string]any) error {
	named := entitiesIn(ctx, g, script)
	return g.View(ctx, func(v *graph.View) error {
		for _, row := range rows {
			claims, err := evidenceOf(ctx, v, row, named)
			if err != nil {
				return err
			}
			cited := make([]any, 0, len(claims))
			for _, c := range claims {
				item := map[string]any{"fact": c.ID, "article": c.Article, "sentence": c.Sentence, "title": c.Title, "published": c.Published}
				if len(c.ReprintedIn) > 0 {
					item[reprintedColumn] = c.ReprintedIn
				}
				cited = append(cited, item)
			}
			row[evidenceColumn] = cited
		}
		return nil
	})
}

// entitiesIn returns the IRIs of the entities that a script names.
func entitiesIn(ctx context.Context, g *graph.Graph, script string) []string {
	var found []string
	for _, m := range entityInScript.FindAllStringSubmatch(script, -1) {
		found = append(found, m[1])
	}
	for _, m := range nameInScript.FindAllStringSubmatch(script, -1) {
		if e, err := g.FindEntity(ctx, m[1]); err == nil {
			found = append(found, e.IRI)
		}
	}
	return found
}

func evidenceOf(ctx context.Context, v *graph.View, row map[string]any, named []string) ([]graph.Claim, error) {
	var own []string
	for _, value := range row {
		if text, isText := value.(string); isText {
			if iri, ok := iriOf(text); ok && strings.HasPrefix(iri, "kg:") {
				own = append(own, iri)
			}
		}
	}
	slices.Sort(own)
	own = slices.Compact(own)
	var ids []string
	for i, a := range own {
		for _, b := range append(slices.Clone(own[i+1:]), named...) {
			if a == b {
				continue
			}
			between, err := v.Between(ctx, a, b, rowEvidence)
			if err != nil {
				return nil, err
			}
			ids = append(ids, between...)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return v.Claims(ctx, ids[:min(len(ids), rowEvidence)])
}
