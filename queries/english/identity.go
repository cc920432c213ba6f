package english

import (
	"maps"
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// matchIdentity answers who somebody is, and what somebody's job is.
func (s *search) matchIdentity(q *question) ([]found, error) {
	if len(q.topic.names()) == 0 {
		return nil, nil
	}
	entities, statements, err := s.statementsOn(q.topic, saysBeing)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure := entities[st.Subject.IRI]
		if sure == 0 || st.Object.Name == "" || pronouns[graph.FoldName(st.Object.Name)] {
			continue
		}
		f := found{st: st, answer: st.Object, score: sure * s.holds(q, st) * identityFit(st, len(q.office) > 0)}
		if st.pred.copular && st.pred.content != "be" {
			f.text = strings.TrimSpace(strings.TrimPrefix(st.pred.content, "be ") + " " + st.pred.prep + " " + st.Object.Name)
		}
		if f.score >= leastScore {
			out = append(out, f)
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	return s.byName(q.topic, entities)
}

// byName answers who somebody is by what stands before the name where the graph
// has both as one: "US Ambassador to Germany Jane Roe".
func (s *search) byName(p phrase, entities map[string]float64) ([]found, error) {
	var out []found
	for _, iri := range slices.Sorted(maps.Keys(entities)) {
		names, err := s.view.Names(s.ctx, iri)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			before, isAfter := strings.CutSuffix(name, " "+p.text())
			if !isAfter || !namesOffice(before) {
				continue
			}
			ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{iri}, Limit: 1})
			if err != nil {
				return nil, err
			}
			claims, err := s.view.Claims(s.ctx, ids)
			if err != nil {
				return nil, err
			}
			for _, c := range claims {
				out = append(out, found{st: newStatement(c, fit{}), text: before, score: 0.8 * entities[iri]})
			}
			break
		}
	}
	return out, nil
}

// namesOffice reports whether some of the words are an office.
func namesOffice(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		_, ok := data.OfficeCalled(strings.ToLower(w))
		return ok
	})
}

// identityFit prefers the office somebody holds to what else he is.
func identityFit(st *statement, job bool) float64 {
	switch {
	case st.Relation.IRI == holdsPosition:
		return 1
	case st.pred.copular && st.pred.content != "be" && !places[st.pred.prep]:
		return 0.97
	case st.pred.content == "be" && places[st.pred.prep], st.pred.passive && st.pred.content != "elect" && st.pred.content != "appoint":
		return 0
	case job && st.Object.IRI != "" && st.pred.content == "be":
		return 0.8
	case st.pred.content == "be" && st.Object.IRI == "":
		return 0.6
	}
	return 0.9
}
