package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// Reason is why something an article speaks of is the entity it is.
type Reason struct {
	Article string `json:"article"`         // its ID
	Title   string `json:"title,omitempty"` // of the article
	Name    string `json:"name"`            // as the article has it
	IRI     string `json:"id"`              // that the article alone would give it
	Why     string `json:"why"`

	Links []extract.Link `json:"links,omitempty"` // why the article's mentions of it are one
}

// Why returns, article by article, under which name each speaks of an entity and
// why that is the entity.
func (g *Graph) Why(ctx context.Context, iri string) ([]Reason, error) {
	var reasons []Reason
	err := g.reading(ctx, func(r *reader) error {
		decisions, err := readDecisions(ctx, r.store)
		if err != nil {
			return err
		}
		articles, err := r.mentioning(ctx, safeIRI(iri))
		if err != nil {
			return err
		}
		for _, a := range articles {
			found, err := r.why(ctx, iri, a, decisions)
			if err != nil {
				return fmt.Errorf("reading why %s is in %s: %w", iri, a.ID, err)
			}
			reasons = append(reasons, found...)
		}
		return nil
	})
	slices.SortFunc(reasons, func(a, b Reason) int {
		return cmp.Or(strings.Compare(a.Article, b.Article), strings.Compare(a.IRI, b.IRI))
	})
	return reasons, err
}

// why returns why an article's entities are iri: its own name for it, another's
// with which it was linked, or what a person decided.
func (r *reader) why(ctx context.Context, iri string, a Article, decisions []Decision) ([]Reason, error) {
	l := newLinking(r.store)
	to, err := l.names(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	base, err := l.base(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	links, err := l.topic(ctx, topicWhy+a.ID)
	if err != nil {
		return nil, err
	}
	var reasons []Reason
	for _, q := range base {
		entity := plain(q.Object)
		if q.Predicate != schemaMentions {
			continue
		}
		linked := cmp.Or(to[entity], entity)
		final, decision := decided(linked, a.ID, decisions)
		if final != iri {
			continue
		}
		reason := Reason{Article: a.ID, Title: a.Title, IRI: entity, Name: labelIn(base, q.Object), Why: "called so there"}
		if linked != entity {
			reason.Why = linkedBecause(reason.Name, entity, linked)
		}
		if decision != "" {
			reason.Why = "a person decided: " + decision
		}
		if value := links[entity]; value != "" {
			if err := json.Unmarshal([]byte(value), &reason.Links); err != nil {
				return nil, fmt.Errorf("what is noted of identities is damaged: %w", err)
			}
		}
		reasons = append(reasons, reason)
	}
	return reasons, nil
}

// linkedBecause says why the linking gave an entity of an article, known by a name,
// another IRI.
func linkedBecause(name, entity, linked string) string {
	_, mark, marked := strings.Cut(strings.TrimSuffix(linked, ")"), "_(")
	switch {
	case strings.Contains(entity, "_("):
		return "another article tells of such an event at the same place on " + mark
	case marked:
		return "articles tell of several of that name, and what this one says fits " + strings.ReplaceAll(mark, "_", " ")
	case strings.Contains(name, " "):
		return "another article has the same name in another spelling or with a word more, and what they say agrees"
	}
	return "one person of that name in other articles fits by office or country, and nobody else"
}

// decided returns what an entity of an article is after what people decided, and
// the last decision that says so.
func decided(entity, article string, decisions []Decision) (iri, by string) {
	for _, d := range decisions {
		if d.Kind == Split && d.Subject == entity && slices.Contains(d.Articles, article) {
			entity, by = d.Object, d.String()
			break
		}
	}
	if to, ok := mergesOf(decisions)[entity]; ok {
		for _, d := range decisions {
			if d.Kind == Merge && d.Subject == entity {
				by = d.String()
			}
		}
		entity = to
	}
	return entity, by
}

func labelIn(quads []quad.Quad, entity quad.Value) string {
	for _, q := range quads {
		if q.Subject == entity && q.Predicate == rdfsLabel {
			return plain(q.Object)
		}
	}
	return plain(entity)
}
