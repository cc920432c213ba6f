package clause

import (
	"slices"
	"strings"
	"unicode"

	"kg/extract/nlp"
)

// contextOf turns prepositional phrases and times into circumstances, in text order.
func (s *sentence) contextOf(phrases []prepositional, times []noun) []Context {
	var list []Context
	for _, p := range phrases {
		if !strings.ContainsFunc(s.doc.TextOf(p.preposition), unicode.IsLetter) {
			continue // the dash of a score: "beat Poland 2–0"
		}
		if s.tag(p.noun.head) == "CD" && p.noun.tokens.Len() == 1 && s.prepositionWords(p) == "including" {
			continue // "including two": of whom is not said
		}
		list = append(list, Context{s.role(p), s.closeQuotes(p.tokens()), s.argument(p.noun)})
	}
	for _, n := range times {
		a := s.argument(n)
		list = append(list, Context{"time", a.Tokens, a})
	}
	return inOrder(list)
}

// inOrder sorts circumstances by their place in the text.
func inOrder(list []Context) []Context {
	slices.SortStableFunc(list, func(a, b Context) int { return a.Tokens.First - b.Tokens.First })
	return list
}

// role names the circumstance: time, place, duration, cause, source, amount,
// or the preposition itself where it names nothing more.
func (s *sentence) role(p prepositional) string {
	word := strings.ToLower(s.doc.TextOf(p.preposition))
	head := p.noun.head
	switch {
	case s.isDated(p):
		if word == "for" || word == "throughout" && p.noun.amount {
			return "duration"
		}
		return "time"
	case word == "because of" || word == "due to" || word == "owing to" || word == "thanks to":
		return "cause"
	case word == "according to":
		return "source"
	case word == "for" && !p.noun.predicate && s.hasMoney(p.noun.tokens):
		return "amount"
	case placePrepositions[word] && (s.isProper(p.noun) || s.isNamed(head, nlp.Place)):
		return "place"
	}
	return word
}

// isDated reports whether p says when or how long: not "to ten years", the end of
// a sentence or a term.
func (s *sentence) isDated(p prepositional) bool {
	return s.isTime(p.noun) && (!p.noun.amount || s.prepositionWords(p) != "to" || isYear(s.lower(p.noun.head)) || !timeUnits[s.lemma(p.noun.head)])
}

// timeUnits measure how long something takes.
var timeUnits = words("year", "month", "week", "day", "hour")

// isTime reports whether the noun phrase after a preposition names a time.
func (s *sentence) isTime(n noun) bool {
	return n.temporal || s.isTimeNoun(n.head) || isYear(s.lower(n.head)) || s.isNamed(n.head, nlp.Date)
}

// isNamed reports whether the analysis names token i as part of a name of type t.
func (s *sentence) isNamed(i int, t nlp.EntityType) bool { return s.told.typeAt(i) == t }
