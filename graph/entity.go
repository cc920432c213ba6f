package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// ErrNotFound says that nothing of that name or IRI is in the graph. The error
// that wraps it may name what is near.
var ErrNotFound = errors.New("not in the graph")

// Entity is a thing of the graph.
type Entity struct {
	IRI     string   `json:"id"`
	Type    string   `json:"type,omitempty"` // "Person"; empty where unknown
	Name    string   `json:"name"`           // its fullest name; the IRI where it has none
	Aliases []string `json:"aliases,omitempty"`
	Facts   int      `json:"facts"` // statements about it, as subject or object
}

// AmbiguousError says that several entities answer to one name.
type AmbiguousError struct {
	Name       string
	Candidates []Entity // the best known first
}

func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q could be any of these; say which by its IRI:", e.Name)
	for _, c := range e.Candidates {
		fmt.Fprintf(&b, "\n  %s  %s", c.IRI, c.Name)
		if c.Type != "" {
			fmt.Fprintf(&b, " (%s)", c.Type)
		}
	}
	return b.String()
}

// How many entities a search looks at. A name that more than this answer to
// has to be made longer anyway.
const (
	searchLimit = 100
	nearNames   = 5 // that a "not found" suggests
)

// FindEntity returns the entity that a name or an IRI stands for: the exact
// IRI (with or without angle brackets), else the one with exactly this name or
// alias, case and accents aside, else the one whose names contain its words.
// Several are an [*AmbiguousError], none an error that wraps [ErrNotFound].
func (g *Graph) FindEntity(ctx context.Context, nameOrIRI string) (Entity, error) {
	var found Entity
	err := g.reading(ctx, func(r *reader) error {
		iri, err := r.find(ctx, nameOrIRI)
		if err == nil {
			found, err = r.entity(ctx, iri)
		}
		return err
	})
	return found, err
}

// find returns the IRI of the entity that a name or an IRI stands for; for the
// IRI of what somebody merged, that of what it is now.
func (r *reader) find(ctx context.Context, nameOrIRI string) (quad.IRI, error) {
	name := strings.TrimSpace(nameOrIRI)
	if now, ok, err := r.mergedInto(ctx, name); ok || err != nil {
		return now, err
	}
	if iri, ok, err := r.knownIRI(ctx, name); ok || err != nil {
		return iri, err
	}
	matches, err := r.search(ctx, name, searchLimit)
	if err != nil {
		return "", fmt.Errorf("looking for %q: %w", name, err)
	}
	for _, answers := range []func(sqlstore.Match) bool{
		func(m sqlstore.Match) bool { return m.Exact },
		func(m sqlstore.Match) bool { return !m.Near && containsWords(m.Name, name) },
	} {
		switch found := entitiesOf(matches, answers); len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return "", r.ambiguous(ctx, name, found)
		}
	}
	return "", notFound(name, matches)
}

// mergedInto returns what an entity's IRI was merged into by a decision in force.
func (r *reader) mergedInto(ctx context.Context, iri string) (quad.IRI, bool, error) {
	if !strings.HasPrefix(iri, prefixEntity) {
		return "", false, nil
	}
	decisions, err := readDecisions(ctx, r.store)
	if err != nil {
		return "", false, err
	}
	now, merged := mergesOf(decisions)[iri]
	return quad.IRI(now), merged, nil
}

// knownIRI returns name as an IRI if it is one that the graph has quads of.
func (r *reader) knownIRI(ctx context.Context, name string) (quad.IRI, bool, error) {
	iri := quad.IRI(strings.TrimSuffix(strings.TrimPrefix(name, "<"), ">"))
	if !strings.Contains(string(iri), ":") {
		return "", false, nil
	}
	for _, d := range []quad.Direction{quad.Subject, quad.Object} {
		for _, err := range r.quads(ctx, d, iri) {
			return iri, err == nil, err
		}
	}
	return "", false, nil
}

// search returns the entities among the first limit matches of a name.
func (r *reader) search(ctx context.Context, name string, limit int) ([]sqlstore.Match, error) {
	if FoldName(name) == "" {
		return nil, nil
	}
	matches, err := r.store.Search(ctx, name, limit)
	return slices.DeleteFunc(matches, func(m sqlstore.Match) bool { return !isEntity(m.Entity) }), err
}

func isEntity(v quad.Value) bool {
	iri, ok := v.(quad.IRI)
	return ok && strings.HasPrefix(string(iri), prefixEntity)
}

// containsWords reports whether every word of part is a word of name, case and
// accents aside.
func containsWords(name, part string) bool {
	words := strings.Fields(FoldName(name))
	for _, w := range strings.Fields(FoldName(part)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// entitiesOf returns the entities of the matches that answer, each once, in
// their order.
func entitiesOf(matches []sqlstore.Match, answers func(sqlstore.Match) bool) []quad.IRI {
	var found []quad.IRI
	for _, m := range matches {
		if iri := m.Entity.(quad.IRI); answers(m) && !slices.Contains(found, iri) {
			found = append(found, iri)
		}
	}
	return found
}

func (r *reader) ambiguous(ctx context.Context, name string, found []quad.IRI) error {
	e := &AmbiguousError{Name: name}
	for _, iri := range found {
		c, err := r.entity(ctx, iri)
		if err != nil {
			return err
		}
		e.Candidates = append(e.Candidates, c)
	}
	slices.SortFunc(e.Candidates, func(a, b Entity) int {
		if a.Facts != b.Facts {
			return b.Facts - a.Facts
		}
		return strings.Compare(a.IRI, b.IRI)
	})
	return e
}

func notFound(name string, near []sqlstore.Match) error {
	var names []string
	for _, m := range near {
		if len(names) < nearNames && !slices.Contains(names, m.Name) {
			names = append(names, m.Name)
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("%q is %w", name, ErrNotFound)
	}
	return fmt.Errorf("%q is %w; near it: %s", name, ErrNotFound, strings.Join(names, ", "))
}

// entity returns what the graph knows of an IRI itself.
func (r *reader) entity(ctx context.Context, iri quad.IRI) (Entity, error) {
	n, err := r.node(ctx, iri)
	if err != nil {
		return Entity{}, err
	}
	e := Entity{IRI: string(iri), Type: n.class(), Name: n.name()}
	for _, p := range []quad.IRI{rdfsLabel, skosAltLabel} {
		for _, v := range n.each(p) {
			if alias := plain(v); alias != e.Name && !slices.Contains(e.Aliases, alias) {
				e.Aliases = append(e.Aliases, alias)
			}
		}
	}
	slices.Sort(e.Aliases)
	if e.Name == "" {
		e.Name = string(iri)
	}
	for _, p := range []quad.IRI{rdfSubject, rdfObject} {
		count, err := r.count(ctx, quad.Quad{Predicate: p, Object: iri})
		if err != nil {
			return Entity{}, fmt.Errorf("counting the facts of %s: %w", iri, err)
		}
		e.Facts += count
	}
	return e, nil
}
