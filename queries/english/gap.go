package english

import (
	"regexp"

	"kg/data"
	"kg/graph"
)

// gapFit returns how well a participant of a statement fills the gap.
func gapFit(q *question, sl slot, st *statement, f fit) float64 {
	switch q.asks {
	case place:
		return gapPlace(q, sl) * q.classOf(sl.term)
	case moment:
		switch {
		case sl.role != agent && isMoment(sl.term), sl.prep == timeSlot && sl.term.IRI != "":
			return 1
		case sl.prep == timeSlot:
			return 0.7 // "four days": how long, or from when
		}
		return 0
	case reason:
		if sl.prep == "cause" || sl.prep == "because of" || sl.prep == "purpose" || sl.prep == "over" {
			return 0.9
		}
		return 0
	case manner:
		if sl.prep == "manner" || sl.prep == "instrument" || sl.prep == "by" {
			return 0.9
		}
		return 0
	case number:
		return gapNumber(q, sl, st, f)
	}
	if q.role == oblique && selected[q.prep] && (places[sl.prep] || sl.prep == placeSlot) {
		return 0 // where somebody was accused is not of what
	}
	asked := slot{role: q.role, prep: q.prep}
	if q.role == oblique && (q.prep == "" || q.prep == f.prep) {
		asked = slot{role: patient}
	}
	weight := compatible(asked, sl, st, f)
	if sl.prep == timeSlot || isMoment(sl.term) && q.asks != moment {
		return 0
	}
	switch {
	case !q.owned.empty():
		return weight * whatFit(sl.term) // whose it is, is found out from the answers
	case !q.class.empty():
		if !isNamed(sl.term.Name) && headOf(sl.term.Name) == q.class.head() {
			weight *= 0.9 // "which airline": "an Iranian airline" says little
		}
		return weight * classFit(q.class, sl.term)
	case q.asks == someone:
		return weight * whoFit(sl.term)
	}
	return weight * whatFit(sl.term)
}

// selected are the prepositions that a verb asks for, and that never say where.
var selected = set("of for with about against")

// classOf returns how well a term is of the class that the question names, 1
// where it names none.
func (q *question) classOf(t graph.Term) float64 {
	if q.class.empty() {
		return 1
	}
	return classFit(q.class, t)
}

// motions are verbs whose "where" is where to.
var motions = set("go return travel move come arrive flee fly head send bring take withdraw walk march sail transfer")

func gapPlace(q *question, sl slot) float64 {
	if sl.role == agent {
		return 0
	}
	where := placeFit(sl.term)
	switch {
	case q.prep != "" && sl.prep == q.prep:
		return where
	case q.prep != "" && sl.prep != placeSlot:
		return 0
	case sl.prep == placeSlot:
		return max(where, 0.9)
	case motions[q.pred.content] && (sl.prep == "to" || sl.prep == "into" || sl.prep == "for"):
		return where
	case places[sl.prep]:
		return 0.95 * where
	case sl.prep == "to" || sl.prep == "from" || sl.role == patient && sl.term.Type == "Place":
		return 0.7 * where
	}
	return 0
}

// gapNumber accepts an amount of the class that is asked for.
func gapNumber(q *question, sl slot, st *statement, f fit) float64 {
	if !quantity.MatchString(sl.term.Name) || sl.prep == timeSlot || sl.term.Type == "Person" || sl.term.Type == "Date" {
		return 0
	}
	weight := compatible(slot{role: q.role, prep: q.prep}, sl, st, f)
	besides := weight == 0 && sl.role == oblique
	if besides {
		weight = 0.7
	}
	if isMoment(sl.term) {
		return 0
	}
	if q.pred.content == "pay" && bought[st.pred.content] {
		if !sum.MatchString(sl.term.Name) {
			return 0
		}
		return 1
	}
	if q.class.empty() {
		return 0.9 * weight
	}
	if contains(stems(sl.term.Name), q.class.head()) || q.class.head() == "person" && arePeople(sl.term) {
		return weight * amountModifiers(q.class, sl.term, st)
	}
	if isBareNumber(sl.term) && !besides { // "died at 95" does not count the dead
		return 0.85 * weight
	}
	return 0
}

// sum finds the currency of an amount of money.
var sum = regexp.MustCompile(`(?i)[$€£¥]|\b(dollars?|euros?|pounds?|yen|yuan|francs?|crowns?|kron[ea]r?|pesos?|rupees?|roubles?|rubles?|won|rand|lira|zlotys?|forints?)\b`)

// arePeople reports whether an amount is one of people, whatever they are
// called: "three dock workers".
func arePeople(t graph.Term) bool {
	noun, known := data.NounOf(headOf(t.Name))
	return known && (noun.Type == "Person" || noun.Type == "Group")
}

// amountModifiers weighs the words between number and noun: "dock workers".
func amountModifiers(class phrase, t graph.Term, st *statement) float64 {
	weight := 1.0
	for _, w := range stems(class.text()) {
		if !contains(stems(t.Name), w) && !st.words[w] {
			weight *= costOther
		}
	}
	return weight
}

// isBareNumber reports whether a term is a number and nothing else: "only 27".
func isBareNumber(t graph.Term) bool {
	for _, w := range stems(t.Name) {
		if !quantity.MatchString(w) && w != "only" && w != "least" && w != "about" && w != "some" && w != "more" && w != "most" && w != "nearly" && w != "almost" {
			return false
		}
	}
	return true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
