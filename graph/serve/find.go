package serve

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"kg/graph"
	"kg/queries/english"
)

// searchResults is how many entities a page of results lists.
const searchResults = 30

// searchView is what a search found.
type searchView struct {
	frame
	Text    string        `json:"search"`
	Results []graph.Found `json:"results"`
	Offset  int           `json:"offset,omitempty"`
	More    string        `json:"more,omitempty"` // the address of the further results
}

// search makes the page of ?q=.
func (p *pages) search(ctx context.Context, q url.Values) (any, error) {
	text := strings.TrimSpace(q.Get("q"))
	w, err := windowOf(q, searchResults)
	if err != nil {
		return nil, err
	}
	view := &searchView{frame: frame{PageTitle: "Search", SearchBox: text}, Text: text, Results: []graph.Found{}, Offset: w.offset}
	if text == "" {
		return view, nil
	}
	if view.PageTitle = text + ": search"; len(text) > maxText {
		return nil, tooLong
	}
	// One more than is shown tells whether there are more.
	found, err := p.graph.Search(ctx, text, min(w.offset, maxOffset)+w.limit+1)
	if err != nil {
		return nil, err
	}
	shown, further := cut(found, w, "/search", "q", text)
	view.Results = append(view.Results, shown...)
	if further != nil {
		view.More = further.Link
	}
	return view, nil
}

// What a box takes: more is no name and no question. And how far into its
// results a search may be asked to look.
const (
	maxText   = 1000 // bytes
	maxOffset = 10000
)

var tooLong = &problem{http.StatusBadRequest, "That is too long: the boxes take 1000 characters."}

// askView is the answer to a question.
type askView struct {
	frame
	*english.Reply
	Words      string   `json:"problem,omitempty"` // why the question could not be answered
	Understood string   `json:"understood,omitempty"`
	Notes      []string `json:"notes,omitempty"`
	Cayley     string   `json:"-"` // the same as a query
}

// ask makes the page of the question ?q=. A question that is not understood
// has words and no answers.
func (p *pages) ask(ctx context.Context, q url.Values) (any, error) {
	text := strings.TrimSpace(q.Get("q"))
	view := &askView{frame: frame{PageTitle: "Ask", QuestionBox: text}, Reply: &english.Reply{Question: text, Answers: []english.Answer{}}}
	if text == "" {
		return view, nil
	}
	if view.PageTitle = text; len(text) > maxText {
		return nil, tooLong
	}
	reply, err := english.Ask(ctx, p.graph, text)
	var not *english.NotUnderstoodError
	switch {
	case errors.As(err, &not):
		view.Words = not.Reason
	case err != nil:
		return nil, err
	default:
		view.Reply, view.Understood, view.Notes = reply, reply.Understood, reply.Notes
		if reply.Gizmo != "" {
			view.Cayley = uiLink(reply.Gizmo)
		}
	}
	return view, nil
}
