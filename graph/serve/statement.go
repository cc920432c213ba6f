package serve

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"kg/graph"
)

// statementView is the page of one statement.
type statementView struct {
	frame
	graph.Claim
	Same   []graph.Claim `json:"same"`  // other sentences that state the same
	Basis  []graph.Claim `json:"basis"` // what it follows from
	Cayley string        `json:"-"`     // the same in Cayley's UI
}

// statement makes the page of ?id=fact:….
func (p *pages) statement(ctx context.Context, q url.Values) (any, error) {
	id := q.Get("id")
	if !strings.HasPrefix(id, "fact:") {
		return nil, &problem{http.StatusNotFound, fmt.Sprintf("%q is no statement of a graph; those begin with fact:.", id)}
	}
	view := &statementView{Same: []graph.Claim{}, Basis: []graph.Claim{}}
	view.Cayley = uiLink(fmt.Sprintf("// What is known of the statement <%s>.\ng.V(%q).Tag(\"source\").Out(null, \"relation\").Tag(\"target\").All()", id, "<"+id+">"))
	return view, p.graph.View(ctx, func(v *graph.View) error {
		claims, err := v.Claims(ctx, []string{id})
		if err != nil {
			return err
		}
		if view.Claim = claims[0]; view.Subject.IRI == "" || view.Relation.IRI == "" {
			return fmt.Errorf("statement %q is %w", id, graph.ErrNotFound)
		}
		view.PageTitle = strings.TrimSpace(view.Subject.Name + " " + view.Relation.Name + " " + view.Object.Name)
		if view.Basis, err = v.Claims(ctx, view.DerivedFrom); err != nil || view.Object.IRI == "" {
			return err
		}
		same, err := v.Statements(ctx, graph.Filter{
			About: []string{view.Subject.IRI}, With: []string{view.Object.IRI}, Relations: []string{view.Relation.IRI}, Limit: shownTogether,
		})
		if err != nil {
			return err
		}
		others, err := v.Claims(ctx, same)
		for _, c := range others {
			if c.ID != id && c.Subject == view.Subject && c.Object == view.Object {
				view.Same = append(view.Same, c)
			}
		}
		return err
	})
}
