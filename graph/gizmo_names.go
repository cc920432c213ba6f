package graph

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"
)

// Misnamed returns why a script may have found nothing, at most a few reasons
// in the order of the script: IRIs that the graph does not have, and names
// that stand as texts where an IRI would be found. In Gizmo "Macron" is a text,
// and "<kg:Emmanuel_Macron>" or kg("Macron") an entity.
func (g *Graph) Misnamed(ctx context.Context, source string) ([]string, error) {
	const most = 3
	var reasons []string
	err := g.View(ctx, func(v *View) error {
		seen := map[string]bool{}
		for _, m := range stringLiteral.FindAllStringSubmatch(strings.Join(pathStep.FindAllString(source, -1), "\n"), -1) {
			text := m[2]
			if m[1] != "" || seen[text] || len(reasons) == most {
				continue // kg("…") says itself what it does not find
			}
			seen[text] = true
			reason, err := v.misnamed(ctx, text)
			if err != nil {
				return err
			}
			if reason != "" {
				reasons = append(reasons, reason)
			}
		}
		return nil
	})
	return reasons, err
}

// pathStep finds the steps of a path that take IRIs.
var pathStep = regexp.MustCompile(`(?i)\b(?:V|Vertex|Out|In|Both)\((?:kg\([^()]*\)|[^()])*\)`)

// stringLiteral finds a string of JavaScript, and whether it is the name in kg("…").
var stringLiteral = regexp.MustCompile(`(kg\(\s*)?["']([^"'\\]+)["']`)

// misnamed returns what may be wrong with a string, "" for nothing.
func (v *View) misnamed(ctx context.Context, text string) (string, error) {
	iri, isIRI := strings.CutPrefix(text, "<")
	iri, closed := strings.CutSuffix(iri, ">")
	if !isIRI || !closed {
		return v.asName(ctx, text)
	}
	for _, d := range []quad.Direction{quad.Predicate, quad.Subject, quad.Object, quad.Label} {
		var given quad.Quad
		given.Set(d, quad.IRI(iri))
		if n, err := v.r.count(ctx, given); err != nil || n > 0 {
			return "", err
		}
	}
	reason := fmt.Sprintf("%s is not in the graph", text)
	near, err := v.nearIRI(ctx, iri)
	if near != "" {
		reason += fmt.Sprintf("; near it: <%s>", near)
	}
	return reason, err
}

// asName says what a text is the name of.
func (v *View) asName(ctx context.Context, text string) (string, error) {
	relations, err := v.Relations(ctx)
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if strings.EqualFold(r.Label(), text) {
			return fmt.Sprintf("%q is a text; the relation is \"<%s>\"", text, r.IRI), nil
		}
	}
	named, err := v.Named(ctx, text, 1)
	if err != nil || len(named) == 0 || named[0].Near {
		return "", err
	}
	return fmt.Sprintf("%q is a text; kg(%q) is the entity of that name", text, text), nil
}

// nearIRI returns the IRI that a mistyped one of a relation or an entity was
// most likely meant to be, "" for none.
func (v *View) nearIRI(ctx context.Context, iri string) (string, error) {
	if strings.HasPrefix(iri, prefixRelation) {
		relations, err := v.Relations(ctx)
		iris := make([]string, 0, len(relations))
		for _, r := range relations {
			iris = append(iris, r.IRI)
		}
		return Nearest(iri, iris), err
	}
	name, isEntity := strings.CutPrefix(iri, prefixEntity)
	if !isEntity {
		return "", nil
	}
	named, err := v.Named(ctx, strings.ReplaceAll(name, "_", " "), 1)
	if err != nil || len(named) == 0 {
		return "", err
	}
	return named[0].IRI, nil
}
