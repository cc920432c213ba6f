package graph

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract/clause"
)

// selected yields the quads that pass a filter, in the order of an export: whole
// articles where it lets everything pass, else the statements that pass with all
// that belongs to them.
func (r *reader) selected(ctx context.Context, f Selection) iter.Seq2[quad.Quad, error] {
	if f == (Selection{}) {
		return r.store.Quads(ctx)
	}
	return func(yield func(quad.Quad, error) bool) {
		n, err := r.narrowing(ctx, f)
		stopped := false
		if err == nil {
			err = r.eachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
				for _, q := range n.of(quads) {
					if !stopped && !yield(q, nil) {
						stopped = true
					}
				}
				if stopped {
					return errEnough
				}
				return nil
			})
		}
		if err != nil && !stopped {
			yield(quad.Quad{}, err)
		}
	}
}

// errEnough ends a reading that nobody takes any more of.
var errEnough = errors.New("enough")

// narrowing is what a selection lets pass of one graph.
type narrowing struct {
	Selection
	printed reprints
	shown   map[string]bool // statements that pass, of those that copies print too
}

// narrowing looks ahead for the statements that copies say they print too: a copy
// may stand before its origin.
func (r *reader) narrowing(ctx context.Context, f Selection) (*narrowing, error) {
	printed, err := r.reprints(ctx, f)
	n := &narrowing{f, printed, map[string]bool{}}
	if err != nil || len(printed) == 0 {
		return n, err
	}
	err = r.eachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
		_, stays, _ := n.chosen(quads)
		for id := range stays {
			if len(printed[networkID(id)]) > 0 {
				n.shown[networkID(id)] = true
			}
		}
		return nil
	})
	return n, err
}

// chosen returns, of one article's quads, the statements that pass and those they
// are derived from, and their edges.
func (n *narrowing) chosen(quads []quad.Quad) (a *articleFacts, stays map[quad.Value]bool, edges map[triple3]bool) {
	a = readArticleFacts(quads, n.printed)
	stays, edges = map[quad.Value]bool{}, map[triple3]bool{}
	for _, s := range a.facts {
		if n.takes(s) {
			stays[quad.IRI(s.id)] = true
			edges[s.triple()] = edges[s.triple()] || s.stated()
		}
	}
	if len(stays) > 0 {
		a.addPremises(quads, stays, edges)
	}
	return a, stays, edges
}

// of returns, of one article's quads, what is chosen with its sentences, what is
// known of the things it speaks of, and what the article prints of another.
func (n *narrowing) of(quads []quad.Quad) []quad.Quad {
	a, stays, edges := n.chosen(quads)
	prints := func(q quad.Quad) bool {
		return q.Predicate == kgReprintedIn && n.shown[networkID(q.Subject)] && slices.Contains(n.printed[networkID(q.Subject)], a.id)
	}
	if len(stays) == 0 && !slices.ContainsFunc(quads, prints) {
		return nil
	}
	spoken := map[quad.Value]bool{} // the sentences, relations and things of what stays
	for _, q := range quads {
		edge := edges[triple3{networkID(q.Subject), networkID(q.Predicate), networkID(q.Object)}]
		if edge {
			spoken[q.Subject], spoken[q.Predicate] = true, true
		}
		if edge || stays[q.Subject] {
			spoken[q.Object] = true
		}
	}
	article := quad.Value(safeIRI(a.id))
	var out []quad.Quad
	for _, q := range quads {
		p, _ := q.Predicate.(quad.IRI)
		var keep bool
		switch {
		case strings.HasPrefix(string(p), prefixRelation):
			keep = edges[triple3{networkID(q.Subject), string(p), networkID(q.Object)}]
		case p == schemaMentions:
			keep = spoken[q.Object]
		case p == kgReprintedIn:
			keep = prints(q)
		default:
			keep = stays[q.Subject] || spoken[q.Subject] || q.Subject == article
		}
		if keep {
			out = append(out, q)
		}
	}
	return out
}

// addPremises adds the statements that those that stay are derived from.
func (a *articleFacts) addPremises(quads []quad.Quad, stays map[quad.Value]bool, edges map[triple3]bool) {
	for grew := true; grew; {
		grew = false
		for _, q := range quads {
			if q.Predicate == kgDerivedFrom && stays[q.Subject] && !stays[q.Object] {
				stays[q.Object], grew = true, true
			}
		}
	}
	for _, s := range a.facts {
		if s.id != "" && stays[quad.IRI(s.id)] && s.stated() {
			edges[s.triple()] = true
		}
	}
}

// stated reports whether a statement makes an edge; see isEdge.
func (s *factRow) stated() bool {
	return s.asserted && s.speaker == "" && s.modality != string(clause.Said)
}
