package graph

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Kind is what a person can decide about the graph.
type Kind string

// The kinds of decisions, as they are written in files.
const (
	Merge  Kind = "merge"  // Subject is what Object is; it gets Object's IRI
	Split  Kind = "split"  // in Articles, Subject is something else: Object
	Reject Kind = "reject" // the fact Subject is wrong; with it goes what follows from it
	Rename Kind = "rename" // Subject is called Object
	Apart  Kind = "apart"  // Subject and Object are two, whatever a review thinks
)

// Decision is what a person decided about the graph. It is kept, whatever is
// ingested later, until it is undone.
type Decision struct {
	ID       string   `json:"id"` // "curation:…", from all the rest but Reason
	Kind     Kind     `json:"kind"`
	Subject  string   `json:"subject"` // IRI of an entity or fact
	Object   string   `json:"object,omitempty"`
	Articles []string `json:"articles,omitempty"` // of Split, sorted; of Reject the article of the fact
	Reason   string   `json:"reason,omitempty"`
}

// String writes a decision as a line of a file; see [ParseDecision].
func (d Decision) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", d.Kind, d.Subject)
	if d.Object != "" {
		fmt.Fprintf(&b, " %s", d.Object)
	}
	for _, a := range d.Articles {
		fmt.Fprintf(&b, " %s", a)
	}
	if d.Reason != "" {
		fmt.Fprintf(&b, "  # %s", d.Reason)
	}
	return b.String()
}

// readDecisions returns the decisions in force, sorted by ID.
func readDecisions(ctx context.Context, s interface {
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
}) ([]Decision, error) {
	byID := map[string]*Decision{}
	for q, err := range s.Matching(ctx, quad.Quad{Label: kgCuration}) {
		if err != nil {
			return nil, fmt.Errorf("reading what people decided: %w", err)
		}
		id := plain(q.Subject)
		if !strings.HasPrefix(id, prefixCuration) {
			continue
		}
		if byID[id] == nil {
			byID[id] = &Decision{ID: id}
		}
		byID[id].set(q.Predicate, plain(q.Object))
	}
	var all []Decision
	for _, d := range byID {
		slices.Sort(d.Articles)
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b Decision) int { return cmp.Compare(a.ID, b.ID) })
	return all, nil
}

func (d *Decision) set(p quad.Value, value string) {
	switch p {
	case rdfType:
		d.Kind = Kind(strings.TrimPrefix(value, prefixEntity))
	case kgSubject:
		d.Subject = value
	case kgObject:
		d.Object = value
	case kgArticle:
		d.Articles = append(d.Articles, value)
	case kgReason:
		d.Reason = value
	}
}

// quads returns a decision as it stands in the graph.
func (d Decision) quads() []quad.Quad {
	b := &builder{article: kgCuration}
	id := safeIRI(d.ID)
	b.add(id, rdfType, safeIRI(prefixEntity+string(d.Kind)))
	b.add(id, kgSubject, safeIRI(d.Subject))
	switch {
	case d.Kind == Rename:
		b.addText(id, kgObject, d.Object)
	case d.Object != "":
		b.add(id, kgObject, safeIRI(d.Object))
	}
	for _, a := range d.Articles {
		b.add(id, kgArticle, safeIRI(a))
	}
	b.addText(id, kgReason, d.Reason)
	return b.quads
}
