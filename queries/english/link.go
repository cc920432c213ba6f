package english

import (
	"maps"
	"slices"
	"strings"

	"kg/graph"
)

// maxLinks is how many connections are given for an answer.
const maxLinks = 3

// link answers how two things are connected: by the shortest ways between them
// over what articles assert.
func (s *search) link(q *question) ([]Answer, []found, error) {
	from, err := s.surest(q.topic)
	if err != nil || from == "" {
		return []Answer{}, nil, err
	}
	to, err := s.surest(q.other)
	if err != nil || to == "" || to == from {
		return []Answer{}, nil, err
	}
	paths, err := s.view.Paths(s.ctx, from, to, graph.PathOptions{Limit: maxLinks})
	if err != nil {
		return nil, nil, err
	}
	answers := []Answer{}
	var statements []found
	for _, p := range paths {
		a, matched := linkAnswer(p)
		answers = append(answers, a)
		statements = append(statements, matched...)
	}
	return answers, statements, nil
}

// surest returns the entity that a phrase most likely stands for, "" for none.
func (s *search) surest(p phrase) (string, error) {
	entities, err := s.entities(p)
	best := ""
	for _, iri := range slices.Sorted(maps.Keys(entities)) {
		if best == "" || entities[iri] > entities[best] {
			best = iri
		}
	}
	return best, err
}

// linkAnswer puts a path in words, and cites a statement for each hop.
func linkAnswer(p graph.Path) (Answer, []found) {
	var words []string
	var matched []found
	a := Answer{Score: 1}
	for _, h := range p.Hops {
		subject, object := h.From, h.To
		if !h.Forward {
			subject, object = object, subject
		}
		words = append(words, subject.Name+" "+h.Relation.Name+" "+object.Name)
		if len(h.Claims) == 0 {
			continue
		}
		m := found{st: newStatement(h.Claims[0], fit{}), score: 1}
		matched = append(matched, m)
		a.Evidence = append(a.Evidence, m.evidence())
		a.Score = round(a.Score * h.Claims[0].Confidence)
	}
	a.Name = strings.Join(words, "; ")
	a.Value = a.Name
	return a, matched
}
