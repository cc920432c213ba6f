package english

import (
	"strings"

	"kg/graph"
)

// The relations by which the graph says what somebody is.
const holdsPosition = "rel:holds-position"

// becoming are verbs after which stands what somebody is.
var becoming = set("be become hold serve elect appoint name remain nominate")

// saysBeing reports whether a relation says what its subject is: "is president
// of", "holds position", "becomes", "is elected", "serves as".
func saysBeing(p predicate) bool {
	first, rest, _ := strings.Cut(p.content, " ")
	switch {
	case p.modal != "" || !becoming[first]:
		return false
	case first == "hold":
		return rest == "position" || rest == "office"
	case first == "serve" || first == "appoint" || first == "name" || first == "nominate" || first == "elect":
		return p.prep == "as" || p.passive && p.prep == ""
	}
	return true
}

// statementsOn returns the entities that a phrase may stand for, by how surely, and
// the statements about them with a relation that is wanted.
func (s *search) statementsOn(p phrase, wanted func(predicate) bool) (map[string]float64, []*statement, error) {
	entities, err := s.entities(p)
	if err != nil {
		return nil, nil, err
	}
	statements, err := s.statementsSaying(entities, wanted)
	return entities, statements, err
}

func anyRelation(predicate) bool { return true }

// statementsSaying returns the statements about entities with a relation that
// is wanted.
func (s *search) statementsSaying(entities map[string]float64, wanted func(predicate) bool) ([]*statement, error) {
	var about, relations []string
	for iri := range entities {
		about = append(about, iri)
	}
	for _, r := range s.relations {
		if wanted(r.pred) {
			relations = append(relations, r.IRI)
		}
	}
	ids, err := s.statementsAbout(about, relations)
	if err != nil {
		return nil, err
	}
	return s.readStatements(ids, wanted)
}

func (s *search) readStatements(ids []string, wanted func(predicate) bool) ([]*statement, error) {
	claims, err := s.claims(ids, func(r graph.Relation) bool { return wanted(parseLabel(r.Label())) })
	if err != nil {
		return nil, err
	}
	out := make([]*statement, 0, len(claims))
	for _, claim := range claims {
		out = append(out, newStatement(claim, fit{}))
	}
	return out, nil
}

// holds returns how well the way a statement puts it answers a question of
// what is, and 0 for what is not so.
func (s *search) holds(q *question, st *statement) float64 {
	weight := st.modalityFit(q) * (0.6 + 0.4*st.Confidence) * s.timesFit(q, st)
	speaker, err := s.speakerFit(q, st)
	if err != nil {
		return 0
	}
	return weight * speaker
}
