package english

import (
	"slices"

	"kg/data"
	"kg/graph"
)

// What it costs that a phrase of the question is not a participant of the
// statement but stands in its sentence.
const (
	inSentence     = 0.85 // a circumstance
	coreInSentence = 0.55 // who does it, or to whom it is done
	onlyInArticle  = 0.6  // a circumstance that only the article mentions
	calledSo       = 0.8  // its sentence calls a named event so: "completing the race", of a marathon
	inOther        = 0.5  // it stands in the sentence, where the statement is for something else
)

// argFit returns how well a phrase of the question is met by the statement, and
// marks the participant that meets it as used; around is set where none does.
func (s *search) argFit(q *question, a arg, st *statement, f fit, used map[int]bool) (weight float64, around bool, err error) {
	if a.role == content {
		return contentFit(a.phrase, st), false, nil
	}
	asked := slot{role: a.role, prep: a.prep}
	if a.role == oblique && a.prep != "" && a.prep == f.prep {
		asked = slot{role: patient}
	}
	at, taken, filled := -1, false, false
	for i, sl := range st.slots {
		compat := compatible(asked, sl, st, f)
		if compat == 0 || used[i] {
			continue
		}
		taken = taken || compat == 1 && sl.role != oblique && asked.role != oblique
		fitting, err := s.termFit(a.phrase, sl.term, st)
		if err != nil {
			return 0, false, err
		}
		if fitting == 0 && compat == 1 && sl.role != oblique && isEventCalled(a.phrase, sl.term, st) {
			fitting = calledSo
		}
		filled = filled || fitting == 0 && asked.role == oblique && sl.role == oblique && sl.prep == a.prep && sl.prep == "for"
		if fitting*compat > weight {
			weight, at = fitting*compat, i
		}
	}
	if at >= 0 {
		used[at] = true
	}
	other, err := s.elsewhere(a, st, asked.role, taken)
	if filled {
		other *= inOther
	}
	if other > weight && at >= 0 {
		used[at] = false
	}
	return max(weight, other), other > weight, err
}

// isEventCalled reports whether a phrase such as "the race" is what the sentence of the
// statement calls the named event t, the only event that it is about.
func isEventCalled(p phrase, t graph.Term, st *statement) bool {
	noun, known := data.NounOf(p.head())
	if !known || noun.Type != "Event" || t.Type != "Event" || p.isProper() || !isNamed(t.Name) || !st.saysItself(p) {
		return false
	}
	events := 0
	for _, s := range st.slots {
		if s.term.Type == "Event" {
			events++
		}
	}
	return events == 1
}

// elsewhere returns how well a phrase is met by what surrounds the statement:
// the words of its own clause, the event that it is part of, its article.
func (s *search) elsewhere(a arg, st *statement, r role, taken bool) (float64, error) {
	inClause := st.saysItself(a.phrase)
	switch {
	case r != oblique && taken:
		return 0, nil
	case inClause && r == oblique:
		return inSentence, nil
	case inClause:
		return coreInSentence, nil
	case r != oblique || !a.phrase.isProper():
		return 0, nil
	case places[a.prep]:
		return s.around(a.phrase, st)
	}
	return s.inArticle(a.phrase, st)
}

// inArticle returns how well a circumstance is met by the article alone.
func (s *search) inArticle(p phrase, st *statement) (float64, error) {
	entities, err := s.entities(p)
	if err != nil {
		return 0, err
	}
	for iri, sure := range entities {
		if mentioned, err := s.view.Mentions(s.ctx, st.Article, iri); err != nil || mentioned && sure > sureOther {
			return onlyInArticle, err
		}
	}
	return 0, nil
}

// contentFit compares what is said with the words of a statement: most of them
// have to be there.
func contentFit(p phrase, st *statement) float64 {
	wanted := stems(p.String())
	if len(wanted) == 0 {
		return 0
	}
	n := 0
	for _, w := range wanted {
		if st.words[w] {
			n++
		}
	}
	if share := float64(n) / float64(len(wanted)); share >= 0.75 {
		return share
	}
	return 0
}

// compatible returns how well a participant of a statement can be what the
// question has in a role.
func compatible(asked, stated slot, st *statement, f fit) float64 {
	switch {
	case asked.role == oblique && stated.prep == timeSlot && stated.term.IRI == "":
		return 0 // a time in words, or a clause of its own: times are asked for otherwise
	case asked.role == oblique && stated.role == oblique:
		return samePlace(asked.prep, stated.prep)
	case asked.role == stated.role:
		return 1
	case f.symmetric && (stated.role != oblique || stated.prep == "with"):
		return 1
	case asked.role == agent && stated.role == oblique && stated.prep == "by":
		return 0.95
	case asked.role == oblique && stated.role == agent && causing[asked.prep] && stated.term.Type == "Event":
		return 0.9 // "killed in the attack", of an attack that killed
	case asked.role == patient && stated.role == oblique, asked.role == oblique && stated.role == patient:
		if stated.prep == timeSlot || stated.prep == placeSlot {
			return 0
		}
		return 0.8
	case asked.role == patient && stated.role == agent && st.pred.prep != "" && !st.has(patient):
		return 0.7 // "the report is published in" read as "publishes in"
	}
	return 0
}

// causing are the prepositions before what did it, where that is an event.
var causing = set("in by during from with")

func (st *statement) has(r role) bool {
	return slices.ContainsFunc(st.slots, func(s slot) bool { return s.role == r })
}

// samePlace compares the prepositions of two circumstances.
func samePlace(asked, stated string) float64 {
	switch {
	case asked == stated:
		return 1
	case stated == placeSlot && places[asked], places[asked] && places[stated]:
		return 0.97
	case stated == timeSlot && timePrepositions[asked]:
		return 0.9
	case stated == timeSlot:
		return 0
	}
	return 0.7
}
