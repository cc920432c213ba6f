package english

import (
	"slices"

	"kg/graph"
)

// matchSaid answers what somebody said, and what about something.
func (s *search) matchSaid(q *question) ([]found, error) {
	entities, statements, err := s.statementsOn(q.topic, s.saysSaying)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure := entities[st.Subject.IRI]
		if sure == 0 || st.Object.IRI != "" || st.Object.Name == "" {
			continue
		}
		about, err := s.aboutFit(q, st)
		if err != nil {
			return nil, err
		}
		told, err := s.toldFit(q, st)
		if err != nil {
			return nil, err
		}
		if f := (found{st: st, answer: st.Object, score: sure * about * told * s.holds(q, st)}); f.score >= leastScore {
			out = append(out, f)
		}
	}
	return out, nil
}

// toldFit returns how well a statement was said to whom the question names: "tell
// the press", "say to the press".
func (s *search) toldFit(q *question, st *statement) (float64, error) {
	weight := 1.0
	for _, a := range q.args {
		if a.role != patient && !(a.role == oblique && (a.prep == "to" || a.prep == "with")) {
			continue
		}
		told := 0.0
		if st.saysItself(a.phrase) {
			told = inSentence
		}
		for _, c := range st.Context {
			fits, err := s.termFit(a.phrase, c.Term, st)
			if err != nil {
				return 0, err
			}
			if c.Role == "addressee" {
				told = max(told, fits)
			}
		}
		weight *= told
	}
	return weight, nil
}

func (s *search) saysSaying(p predicate) bool {
	if p.content == "say" {
		return true
	}
	same, _, _ := s.lexicon.sameGroup("say", p.content)
	return same
}

// aboutFit returns how much what is said is about what is asked for.
func (s *search) aboutFit(q *question, st *statement) (float64, error) {
	if q.other.empty() {
		return 1, nil
	}
	words := map[string]bool{}
	for _, w := range stems(st.Object.Name) {
		words[w] = true
	}
	n, wanted := 0, stems(q.other.String())
	for _, w := range wanted {
		if words[w] || slices.ContainsFunc(countryWords(w), func(name string) bool { return words[stem(graph.FoldName(name))] }) {
			n++
		}
	}
	if len(wanted) > 0 && n == len(wanted) {
		return 1, nil
	}
	if words[q.other.head()] {
		return 0.8, nil
	}
	entities, err := s.entities(q.other)
	if err != nil {
		return 0, err
	}
	for iri, sure := range entities {
		names, err := s.view.Names(s.ctx, iri)
		if err != nil {
			return 0, err
		}
		if sure >= sureUntitled && slices.ContainsFunc(names, func(name string) bool { return containsFolded(st.Object.Name, name) }) {
			return 0.95, nil
		}
	}
	return 0, nil
}
