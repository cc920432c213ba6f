package english

import (
	"slices"
	"strings"
)

// fitEmployer is how well what somebody is of, at or for answers for whom he works.
const fitEmployer = 0.85

// employing are the prepositions that lead from a role to the body where it is held.
var employing = set("of at for with")

// asksEmployer reports whether q asks where or for whom somebody works or teaches.
func asksEmployer(q *question) bool {
	if q.pred.content != "work" && q.pred.content != "teach" || q.pred.passive || q.pred.negated || len(q.args) != 1 || q.args[0].role != agent {
		return false
	}
	return q.asks == place || (q.asks == someone || q.asks == thing) && employing[q.prep]
}

// matchEmployer answers where somebody works by what the graph says of who he is: "Ruiz of
// Norte Bank", "is professor at the University of Faro".
func (s *search) matchEmployer(q *question) ([]found, error) {
	entities, statements, err := s.statementsOn(q.args[0].phrase, isPost)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure := entities[st.Subject.IRI]
		if st.Object.Type != "Organization" || st.Subject.Type != "Person" || q.pred.content == "teach" && !saysTeaching(st.pred) {
			continue
		}
		if f := (found{st: st, answer: st.Object, score: fitEmployer * sure * s.holds(q, st)}); f.score >= leastScore {
			out = append(out, f)
		}
	}
	return out, nil
}

// isPost reports whether a relation leads from somebody to where he has a role.
func isPost(p predicate) bool {
	return (p.content == "be" || strings.HasPrefix(p.content, "be ")) && p.modal == "" && employing[p.prep]
}

// saysTeaching reports whether a relation says that its subject teaches.
func saysTeaching(p predicate) bool {
	return slices.ContainsFunc(strings.Fields(p.content), func(w string) bool { return teaching[w] })
}

var teaching = set("professor lecturer teacher instructor tutor")
