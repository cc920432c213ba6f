package serve

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kg/graph"
)

// A page of a relation lists so many statements, of the first so many that the
// store has: "is" may stand in a million, which nobody reads on.
const (
	shownOfRelation = 30
	readOfRelation  = 1000
	shownSubjects   = 10
)

// relationView is the page of a relation.
type relationView struct {
	frame
	graph.Relation
	Read     int           `json:"read"` // statements that were looked at
	Subjects []graph.Count `json:"subjects"`
	Claims   []graph.Claim `json:"statements"` // the newest first
	More     *more         `json:"more,omitempty"`
	Cayley   string        `json:"-"`
}

// relation makes the page of ?id=rel:….
func (p *pages) relation(ctx context.Context, q url.Values) (any, error) {
	iri := q.Get("id")
	if !strings.HasPrefix(iri, "rel:") {
		return nil, &problem{http.StatusNotFound, fmt.Sprintf("%q is no relation of a graph; those begin with rel:.", iri)}
	}
	w, err := windowOf(q, shownOfRelation)
	if err != nil {
		return nil, err
	}
	view := &relationView{Relation: graph.Relation{IRI: iri}, Subjects: []graph.Count{}, Cayley: uiLink(relationScript(iri))}
	view.PageTitle = "… " + view.Label() + " …"
	return view, p.graph.View(ctx, func(v *graph.View) error {
		statements, err := v.Statements(ctx, graph.Filter{Relations: []string{iri}, Limit: readOfRelation})
		if err != nil {
			return err
		}
		if len(statements) == 0 {
			return fmt.Errorf("%q is %w", iri, graph.ErrNotFound)
		}
		claims, err := v.Claims(ctx, statements)
		slices.SortFunc(claims, graph.NewestFirst)
		view.Read, view.Subjects = len(claims), subjectsOf(claims)
		view.Claims, view.More = cut(claims, w, "/relation", "id", iri)
		return err
	})
}

// relationScript is a query for everything that a relation connects.
func relationScript(iri string) string {
	return fmt.Sprintf("// What <%s> connects.\ng.V().Tag(\"source\").Out(%q).Tag(\"target\").GetLimit(100)", iri, "<"+iri+">")
}

// subjectsOf are who stands most often before a relation.
func subjectsOf(claims []graph.Claim) []graph.Count {
	place := map[string]int{}
	var counts []graph.Count
	for _, c := range claims {
		at, known := place[c.Subject.IRI]
		if !known {
			at = len(counts)
			place[c.Subject.IRI] = at
			counts = append(counts, graph.Count{IRI: c.Subject.IRI, Name: c.Subject.Name})
		}
		counts[at].Count++
	}
	return mostFrequent(counts, shownSubjects)
}

// mostFrequent returns the n things that occur most often.
func mostFrequent(counts []graph.Count, n int) []graph.Count {
	slices.SortFunc(counts, func(a, b graph.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.IRI, b.IRI))
	})
	return counts[:min(len(counts), n)]
}
