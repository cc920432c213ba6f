package serve

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"kg/graph"
	"kg/graph/draw"
)

// A page of paths shows so many of them, so many sentences for each step, and
// so many of what is stated of both ends at once.
const (
	shownPaths     = 3
	pathSentences  = 3
	shownTogether  = 40
	suggestedNames = 12 // where a name may be any of several
)

// pathView is the page of how two entities are connected.
type pathView struct {
	frame
	From     end           `json:"from"`
	To       end           `json:"to"`
	Paths    []graph.Path  `json:"paths"`
	Together []graph.Claim `json:"together"` // statements of both at once
	Asked    bool          `json:"-"`        // both ends are known
	Drawing  *sketch       `json:"-"`
}

// end is what somebody wrote into one box of the form, and what it is.
type end struct {
	Text   string         `json:"text"`
	Entity *graph.Entity  `json:"entity,omitempty"`
	May    []graph.Entity `json:"candidates,omitempty"` // where it may be any of these
	Words  string         `json:"problem,omitempty"`    // why it is nothing
	Chosen []string       `json:"-"`                    // for each candidate, the page with it
}

// path makes the page of ?from= and ?to=, names or IRIs.
func (p *pages) path(ctx context.Context, q url.Values) (any, error) {
	view := &pathView{frame: frame{PageTitle: "How are they connected?"}, Paths: []graph.Path{}, Together: []graph.Claim{}}
	other := map[string]string{"from": "to", "to": "from"}
	for name, end := range map[string]*end{"from": &view.From, "to": &view.To} {
		if err := p.find(ctx, q.Get(name), end); err != nil {
			return nil, err
		}
		for _, may := range end.May {
			end.Chosen = append(end.Chosen, link("/path", name, may.IRI, other[name], q.Get(other[name])))
		}
	}
	if view.From.Entity == nil || view.To.Entity == nil {
		return view, nil
	}
	from, to := *view.From.Entity, *view.To.Entity
	if view.Asked = true; from.IRI == to.IRI {
		view.Asked, view.To.Words = false, "That is the same as the other: name two different things."
		return view, nil
	}
	view.PageTitle = from.Name + " and " + to.Name
	return view, p.connect(ctx, view, from.IRI, to.IRI)
}

// find finds what a box of the form means.
func (p *pages) find(ctx context.Context, text string, e *end) error {
	if e.Text = strings.TrimSpace(text); e.Text == "" {
		return nil
	}
	if len(e.Text) > maxText {
		return tooLong
	}
	entity, err := p.graph.FindEntity(ctx, e.Text)
	var ambiguous *graph.AmbiguousError
	switch {
	case errors.As(err, &ambiguous):
		e.May = ambiguous.Candidates[:min(suggestedNames, len(ambiguous.Candidates))]
	case errors.Is(err, graph.ErrNotFound):
		e.Words = err.Error() + "."
	case err != nil:
		return err
	default:
		e.Entity, e.Text = &entity, entity.Name
	}
	return nil
}

// connect adds the paths, their picture, and what is stated of both ends.
func (p *pages) connect(ctx context.Context, view *pathView, from, to string) error {
	var paths []graph.Path
	err := p.graph.View(ctx, func(v *graph.View) (err error) {
		if paths, err = v.Paths(ctx, from, to, graph.PathOptions{Limit: shownPaths}); err != nil {
			return err
		}
		together, err := v.Between(ctx, from, to, shownTogether)
		if err == nil {
			view.Together, err = v.Claims(ctx, together)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		return err
	}
	picture := draw.Paths(paths, draw.Links{Entity: entityLink, Tie: pathLink})
	drawn, err := drawPicture(picture, len(picture.Nodes))
	view.Drawing = &drawn
	for _, path := range paths {
		for i, hop := range path.Hops {
			path.Hops[i].Claims = hop.Claims[:min(len(hop.Claims), pathSentences)]
		}
	}
	view.Paths = paths
	return err
}
