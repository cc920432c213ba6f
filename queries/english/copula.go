package english

import (
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// jobNouns ask for what somebody is.
var jobNouns = set("job role position title occupation post office function profession career rank")

// copula reads what follows a form of "be" where there is no other verb.
func (s *sentence) copula(w []word) error {
	q := s.q
	for len(w) > 1 && adverbs[w[0].lower] {
		q.pred.negated = q.pred.negated || w[0].lower == "not"
		w = w[1:]
	}
	w = s.takeTimes(w)
	if len(w) == 0 {
		return s.not("something is missing after the verb")
	}
	if n := len(w) - 1; n > 0 && w[n].lower == "from" && (q.asks == place || q.asks == thing) {
		q.form, q.topic = originForm, parsePhrase(undetermined(w[:n]))
		return nil
	}
	switch q.asks {
	case place:
		q.form, q.topic = locationForm, parsePhrase(w)
	case moment:
		q.form, q.topic = eventForm, parsePhrase(w)
	case someone, thing:
		s.being(w)
	case nobody:
		return s.isA(w)
	case number:
		return s.measure(w)
	default:
		return s.not("why and how are understood of what somebody does only")
	}
	if q.topic.empty() && len(q.office) == 0 {
		return s.not("something is missing after the verb")
	}
	return nil
}

// takeTimes takes times off the end of w: "… in 2019".
func (s *sentence) takeTimes(w []word) []word {
	for i := len(w) - 1; i > 0; i-- {
		if !timePrepositions[w[i].lower] {
			continue
		}
		if t, ok := timeOf(w[i].lower, undetermined(w[i+1:])); ok {
			s.q.times = append(s.q.times, t)
			return w[:i]
		}
	}
	return w
}

// being reads "who is …": a name, or an office and whose it is.
func (s *sentence) being(w []word) {
	q := s.q
	office, of := divideOffice(w)
	switch {
	case len(of) > 0 && len(office) == 1 && (jobNouns[office[0].lower] || office[0].lower == "name"):
		q.form, q.topic = identityForm, parsePhrase(undetermined(of))
		if office[0].lower != "name" {
			q.office = []string{"position"}
		}
	case len(of) > 0 || isOffice(office) || determiners[w[0].lower] && !allNames(office):
		s.holder(office, of)
	default:
		q.form, q.topic = identityForm, parsePhrase(undetermined(w))
	}
}

// divideOffice divides "the president of Eritrea", "Eritrea's president", "the
// ambassador to Germany" into the office and what it is of.
func divideOffice(w []word) (office, of []word) {
	if i := slices.IndexFunc(w, func(x word) bool { return x.lower == "'s" }); i > 0 && i+1 < len(w) {
		return w[i+1:], w[:i]
	}
	for i := 1; i+1 < len(w); i++ {
		if officePrepositions[w[i].lower] && !fieldAt(w, i) {
			return undetermined(w[:i]), w[i+1:]
		}
	}
	return undetermined(w), nil
}

// fieldAt reports whether the "of" at i leads to what somebody heads within what a second
// "of" leads to: "head of personnel of Norvik".
func fieldAt(w []word, i int) bool {
	for j := i + 1; j < len(w) && w[i].lower == "of"; j++ {
		switch {
		case w[j].lower == "of" && j > i+1 && j+1 < len(w):
			return true
		case w[j].isName() || determiners[w[j].lower] || officePrepositions[w[j].lower]:
			return false
		}
	}
	return false
}

var officePrepositions = set("of at for to in")

// isOffice reports whether the last words are an office: "Prime Minister".
func isOffice(w []word) bool {
	for i := range w {
		if _, ok := data.OfficeCalled(textLower(w[i:])); ok {
			return true
		}
	}
	return false
}

func allNames(w []word) bool {
	return len(w) > 0 && !slices.ContainsFunc(w, func(x word) bool { return !x.isName() && !nameLinks[x.lower] })
}

// holder sets what office is asked for, and of what. The adjective of a
// country says of what, too: "the French president".
func (s *sentence) holder(office, of []word) {
	q := s.q
	q.form = holderForm
	q.topic = parsePhrase(undetermined(of))
	for i, w := range undetermined(office) {
		if country := countryOf(w); country != "" && q.topic.empty() && i+1 < len(undetermined(office)) {
			q.topic = phrase{words: []word{{country, strings.ToLower(country)}}}
			continue
		}
		q.office = append(q.office, graph.FoldName(w.text))
	}
}

// isA reads "is X the president of Y", "is Y's president X".
func (s *sentence) isA(w []word) error {
	for i := 1; i < len(w); i++ {
		if determiners[w[i].lower] || !w[i].isName() && w[i-1].isName() && !nameLinks[w[i].lower] && w[i].lower != "'s" {
			office, of := divideOffice(w[i:])
			s.q.other = parsePhrase(undetermined(w[:i]))
			s.holder(office, of)
			return nil
		}
	}
	return s.not("what something is asked to be is missing")
}

// measure reads "how far is X from Y".
func (s *sentence) measure(w []word) error {
	s.q.pred = predicate{content: "be", copular: true}
	parts := splitAtPrepositions(w)
	if len(parts) == 0 {
		return s.not("something is missing after the verb")
	}
	s.q.args = append(s.q.args, arg{role: agent, phrase: parts[0].phrase})
	for _, part := range parts[1:] {
		s.q.args = append(s.q.args, arg{role: oblique, prep: part.prep, phrase: part.phrase})
	}
	return nil
}
