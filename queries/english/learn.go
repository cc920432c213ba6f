package english

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"kg/graph"
)

// Two relations may say the same though the lexicon does not know it. The graph
// shows it where different articles, within a few days, use the one and the
// other of the same two things, and of several such pairs: then they report one
// thing in other words. Where a question has no answer otherwise, the relations
// learned so are tried, and the reply says which.
const (
	learnedPairs = 3   // pairs that have to have both
	learnedShare = 0.5 // and of the edges of the relation that is learned, at least so many are of these pairs
	learnedDays  = 3   // between the days of the two articles
	fitLearned   = 0.7
	maxLearnFrom = 40 // statements of the relations of the question that are looked at
	maxOfPair    = 5  // statements about one pair
)

// learn returns the relations of the graph that say the same as those of the
// question, sorted, and notes them.
func (s *search) learn(known []string) ([]string, error) {
	ids, err := s.view.Statements(s.ctx, graph.Filter{Relations: known, Limit: maxLearnFrom})
	if err != nil {
		return nil, err
	}
	claims, err := s.view.Claims(s.ctx, ids)
	if err != nil {
		return nil, err
	}
	pairs := map[string]map[string]bool{} // by relation: the pairs that have it and a known one
	for _, c := range claims {
		others, err := s.sameEvent(c)
		if err != nil {
			return nil, err
		}
		for _, relation := range others {
			if pairs[relation] == nil {
				pairs[relation] = map[string]bool{}
			}
			pairs[relation][c.Subject.IRI+" "+c.Object.IRI] = true
		}
	}
	edges := map[string]int{}
	for _, r := range s.relations {
		edges[r.IRI] = r.Edges
	}
	learned := slices.DeleteFunc(slices.Sorted(maps.Keys(pairs)), func(iri string) bool {
		n := len(pairs[iri])
		return slices.Contains(known, iri) || n < learnedPairs || float64(n) < learnedShare*float64(edges[iri])
	})
	for _, iri := range learned {
		s.notes = append(s.notes, fmt.Sprintf("%q was taken to say the same: the graph has both of %d pairs within days", label(graph.Term{IRI: iri}), len(pairs[iri])))
	}
	return learned, nil
}

// sameEvent returns the relations that other articles of the same days have
// between the two things of a claim, in the same direction.
func (s *search) sameEvent(c graph.Claim) ([]string, error) {
	if c.Subject.IRI == "" || c.Object.IRI == "" || c.Modality != "asserted" {
		return nil, nil
	}
	ids, err := s.view.Between(s.ctx, c.Subject.IRI, c.Object.IRI, maxOfPair)
	if err != nil {
		return nil, err
	}
	claims, err := s.view.Claims(s.ctx, ids)
	if err != nil {
		return nil, err
	}
	var relations []string
	for _, other := range claims {
		p := parseLabel(label(other.Relation))
		if other.Subject == c.Subject && other.Article != c.Article && other.Modality == "asserted" && p.content != "be" && !p.negated && withinDays(c.Published, other.Published) {
			relations = append(relations, other.Relation.IRI)
		}
	}
	return relations, nil
}

func withinDays(a, b string) bool {
	from, errA := time.Parse(time.DateOnly, a)
	to, errB := time.Parse(time.DateOnly, b)
	return cmp.Or(errA, errB) == nil && from.Sub(to).Abs() <= learnedDays*24*time.Hour
}

// fitsLearned returns how a relation that was learned fits: in the voice and
// with the preposition in which it stands.
func fitsLearned(iri string) []fit {
	p := parseLabel(strings.TrimSpace(label(graph.Term{IRI: iri})))
	return []fit{{weight: fitLearned, absorbs: p.prep != "" && !p.passive}}
}
