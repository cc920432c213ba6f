package english

import (
	"slices"

	"kg/data"
	"kg/graph"
)

// around returns how well a place that the statement does not name is met all
// the same: by the place of an event that it is part of, by a place that lies in
// it, or, where the statement says nothing of where, by what the article's
// title or its dateline says. What happened at another place did not happen there.
func (s *search) around(p phrase, st *statement) (float64, error) {
	entities, err := s.entities(p)
	if err != nil {
		return 0, err
	}
	elsewhere := false
	for _, sl := range st.slots {
		if sl.term.IRI == "" {
			continue
		}
		if sl.term.Type == "Event" || sl.prep == placeSlot || places[sl.prep] {
			lies, err := s.liesIn(sl.term, p, entities)
			if err != nil || lies {
				return inSentence, err
			}
		}
		elsewhere = elsewhere || (sl.prep == placeSlot || places[sl.prep]) && sl.term.Type == "Place" && isNamed(sl.term.Name)
	}
	if elsewhere || !containsFolded(st.Title+" "+st.dateline(), p.String()) {
		return 0, nil
	}
	return s.inArticle(p, st)
}

// liesIn reports whether the graph or the lexicon has a term at one of the
// places that a phrase stands for.
func (s *search) liesIn(t graph.Term, p phrase, at map[string]float64) (bool, error) {
	key := t.IRI + " in " + p.String()
	if lies, known := s.lying[key]; known {
		return lies, nil
	}
	lies, err := s.readLiesIn(t, at)
	s.lying[key] = lies
	return lies, err
}

func (s *search) readLiesIn(t graph.Term, at map[string]float64) (bool, error) {
	if country := countryOfPlace(t.Name); country != "" {
		for iri, sure := range at {
			names, err := s.view.Names(s.ctx, iri)
			if err != nil || sure > sureOther && slices.Contains(names, country) {
				return true, err
			}
		}
	}
	for iri, sure := range at {
		if sure <= sureOther {
			continue
		}
		ids, err := s.view.Between(s.ctx, t.IRI, iri, maxBetween)
		if err != nil {
			return false, err
		}
		claims, err := s.view.Claims(s.ctx, ids)
		if err != nil {
			return false, err
		}
		for _, c := range claims {
			if c.Subject.IRI == t.IRI && c.Modality != "negated" && saysAt(parseLabel(label(c.Relation))) {
				return true, nil
			}
		}
	}
	return false, nil
}

// maxBetween is how many statements about an event and a place are read.
const maxBetween = 5

// countryOfPlace returns the country that a city or region lies in.
func countryOfPlace(name string) string {
	if p, ok := data.PlaceNamed(name); ok {
		return p.Country
	}
	return ""
}

// saysAt reports whether a relation says that its subject is or happens at its
// object.
func saysAt(p predicate) bool { return saysWhere(p) || places[p.prep] && happening[p.content] }

// eventsAt returns the events at a place that a question names: who asks how
// many were killed in Kyiv, asks of an attack there.
func (s *search) eventsAt(q *question) ([]string, error) {
	var relations []string
	for _, r := range s.relations {
		if saysAt(r.pred) {
			relations = append(relations, r.IRI)
		}
	}
	var events []string
	for _, a := range q.args {
		if a.role != oblique || !places[a.prep] || !a.phrase.isProper() || len(relations) == 0 {
			continue
		}
		at, err := s.surest(a.phrase)
		if err != nil || at == "" {
			return nil, err
		}
		ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{at}, Relations: relations, Limit: maxCommon})
		if err != nil {
			return nil, err
		}
		claims, err := s.view.Claims(s.ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, c := range claims {
			if c.Subject.Type == "Event" && c.Object.IRI == at && !slices.Contains(events, c.Subject.IRI) {
				events = append(events, c.Subject.IRI)
			}
		}
	}
	return events, nil
}
