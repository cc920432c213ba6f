package sqlstore

import (
	"fmt"

	"github.com/cayleygraph/quad"
)

// spelling is quads by their terms: each term once, in the order in which they
// come, and of each quad where its four stand among them. The quads of an article
// have some ten places for every term.
type spelling struct {
	terms []term
	quads [][4]int32 // in the order of quad.Directions
}

// noTerm is the place of a label that a quad does not have.
const noTerm = -1

// spell encodes quads. It fails for one that is not complete.
func spell(quads []quad.Quad) (spelling, error) {
	s := spelling{quads: make([][4]int32, len(quads))}
	places := make(map[term]int32, len(quads)/4)
	var last [4]quad.IRI // of the quad before: sorted quads have most in common
	for i, q := range quads {
		if err := complete(q); err != nil {
			return s, err
		}
		for d, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			iri, isIRI := v.(quad.IRI)
			switch {
			case v == nil:
				last[d], s.quads[i][d] = "", noTerm
				continue
			case isIRI && iri != "" && iri == last[d]:
				s.quads[i][d] = s.quads[i-1][d]
				continue
			}
			last[d] = iri
			t, err := termOf(v)
			if err != nil {
				return s, err
			}
			place, known := places[t]
			if !known {
				place = int32(len(s.terms))
				places[t] = place
				s.terms = append(s.terms, t)
			}
			s.quads[i][d] = place
		}
	}
	return s, nil
}

func complete(q quad.Quad) error {
	if q.Subject == nil || q.Predicate == nil || q.Object == nil {
		return fmt.Errorf("quad %v lacks its subject, predicate or object; nothing was changed", q)
	}
	return nil
}

// ref is the i-th quad by the ids of the terms.
func (s spelling) ref(i int, ids []int64) (r quadRef) {
	for d, place := range s.quads[i] {
		if place != noTerm {
			r[d] = ids[place]
		}
	}
	return r
}

// isKnown reports whether all terms of the i-th quad have an id.
func (s spelling) isKnown(i int, ids []int64) bool {
	for _, place := range s.quads[i] {
		if place != noTerm && ids[place] == 0 {
			return false
		}
	}
	return true
}
