package english

import (
	"regexp"
	"strings"

	"kg/graph"
)

// locating are the participles that say where something is.
var locating = set("locate base situate headquarter place")

func saysWhere(p predicate) bool {
	if places[p.prep] && (p.modal == "" || p.modal == "will") && (p.content == "take place" || p.content == "hold" && p.passive) {
		return true
	}
	return p.modal == "" && (p.copular && p.content == "be" && places[p.prep] || p.passive && locating[p.content] ||
		p.content == "lie" || p.content == "stand" || p.copular && strings.Contains(p.content, "capital"))
}

// matchLocation answers where something is: by what says so, by a name such as
// "base near Lyon", and by where something is that is said of it.
func (s *search) matchLocation(q *question) ([]found, error) {
	_, statements, err := s.statementsOn(q.topic, anyRelation)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure, err := s.termFit(q.topic, st.Subject, st)
		if err != nil {
			return nil, err
		}
		other, err := s.termFit(q.topic, st.Object, st)
		if err != nil {
			return nil, err
		}
		out = append(out, s.locations(q, st, sure, other)...)
		for _, c := range st.Context {
			if !attending[c.Role] {
				continue
			}
			there, err := s.termFit(q.topic, c.Term, st)
			if err != nil {
				return nil, err
			}
			out = append(out, s.gathered(q, st, there)...)
		}
	}
	return out, nil
}

// attending are the prepositions before what somebody comes together for.
var attending = set("for at during on")

// gathered returns where something is that people meet for: "the states met in
// Faro for a summit".
func (s *search) gathered(q *question, st *statement, sure float64) []found {
	var out []found
	weight := 0.85 * sure * s.holds(q, st)
	if weight < leastScore {
		return nil
	}
	if places[st.pred.prep] && placeFit(st.Object) == 1 {
		out = append(out, found{st: st, answer: st.Object, score: weight * q.classOf(st.Object)})
	}
	for _, t := range st.Where {
		out = append(out, found{st: st, answer: t, score: weight * q.classOf(t)})
	}
	return out
}

var placeInName = regexp.MustCompile(`^(.+?) (?:in|at|near|outside) ((?:the )?\p{Lu}.*)$`)

// locations returns where a statement says that its subject or object is.
func (s *search) locations(q *question, st *statement, subject, object float64) []found {
	holds := s.holds(q, st)
	var out []found
	add := func(f found) {
		if f.text == "" {
			f.score *= q.classOf(f.answer)
		}
		if f.score *= holds; f.score >= leastScore {
			out = append(out, f)
		}
	}
	if subject > 0 && saysWhere(st.pred) && (st.pred.modal == "" || q.future) {
		add(found{st: st, answer: st.Object, score: subject * max(placeFit(st.Object), 0.5)})
	}
	for _, end := range []struct {
		term graph.Term
		sure float64
	}{{st.Subject, subject}, {st.Object, object}} {
		if m := placeInName.FindStringSubmatch(end.term.Name); m != nil && end.sure > 0 {
			add(found{st: st, text: m[2], score: 0.9 * end.sure})
		}
	}
	for _, t := range st.Where {
		if subject > 0 && st.pred.copular {
			add(found{st: st, answer: t, score: 0.8 * subject})
		} else if object > 0 && places[st.pred.prep] {
			add(found{st: st, answer: t, score: 0.65 * object})
		}
	}
	return out
}
