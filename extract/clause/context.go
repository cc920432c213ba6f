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
		if s.tag(p.noun.head) == "CD" && p.noun.tokens.Len() == 1 && isIncluding(s.prepositionWords(p)) {
			continue // "including two": of whom is not said
		}
		if n := len(list); n > 0 && list[n-1].Argument.Kind == Quotation && list[n-1].Tokens.Has(p.preposition.First) {
			continue // it belongs to the clause that is told whole
		}
		list = append(list, s.circumstance(p))
	}
	for _, n := range times {
		a, role := s.argument(n), "time"
		if s.isResult(n) {
			role = "score"
		}
		list = append(list, Context{Role: role, Tokens: a.Tokens, Argument: a})
	}
	return inOrder(list)
}

// circumstance returns p as a circumstance, whole: with the clause that completes its
// noun, and as that clause where the tree has taken it for a noun.
func (s *sentence) circumstance(p prepositional) Context {
	if s.isBeheaded(p) {
		whole := s.trim(nlp.Range{First: p.preposition.First, End: s.subtree(p.noun.head).End})
		if s.isVerbLike(p.noun.head) || s.hasVerb(nlp.Range{First: p.noun.tokens.End, End: whole.End}) {
			inner := nlp.Range{First: p.preposition.End, End: whole.End}
			return Context{Role: "time", Tokens: whole, Argument: Argument{Tokens: inner, Head: inner.First, Kind: Quotation}}
		}
	}
	words := s.closeQuotes(p.tokens())
	words.End = max(words.End, s.completed(p.noun))
	if s.prepositionWords(p) == "with" {
		words.End = max(words.End, s.absolute(p.noun))
	}
	return Context{Role: s.role(p), Tokens: words, Argument: s.argument(p.noun)}
}

// isVerbLike reports whether the plural i has the article of a singular noun before it,
// so that it is a verb: "after a tractor trolley topples".
func (s *sentence) isVerbLike(i int) bool {
	return s.tag(i) == "NNS" && s.lemma(i) != s.lower(i) && s.kid(i, "compound") >= 0 && (i+1 >= s.tokens.End || !strings.HasPrefix(s.tag(i+1), "NN"))
}

// hasVerb reports whether a verb that heads a clause is among the tokens.
func (s *sentence) hasVerb(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if s.isVerb(i) && s.headsClause(i) && s.lower(i) != "including" {
			return true
		}
	}
	return false
}

// completed returns where the clause ends that says what the noun n is about and without
// which n is cut short: "an effort to save jobs", "charges of stealing gold". Zero: there
// is none right behind it.
func (s *sentence) completed(n noun) int {
	return s.clauseBehind(n, func(k int) bool {
		m := s.markerOf(k)
		return s.marked(k, "TO") || m >= 0 && s.lower(m) == "of" && s.isGerund(k)
	})
}

// absolute returns where the participle ends that stands right behind the noun n, or zero:
// "with two men stating that …".
func (s *sentence) absolute(n noun) int {
	return s.clauseBehind(n, func(k int) bool { return s.markerOf(k) < 0 })
}

// clauseBehind returns where the clause ends that describes n, stands right behind it and
// fits, or zero.
func (s *sentence) clauseBehind(n noun, fits func(k int) bool) int {
	last := n
	if len(n.conjuncts) > 0 {
		last = n.conjuncts[len(n.conjuncts)-1]
	}
	for _, k := range s.kids(last.head) {
		if s.fullRel(k) != "acl" || k < last.tokens.End || !fits(k) {
			continue
		}
		if r := s.told.yield(k, s.isAdded); r.First == n.tokens.End {
			return s.trim(r).End
		}
	}
	return 0
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
var timeUnits = words("year", "month", "week", "day", "hour", "minute", "second")

// isTime reports whether the noun phrase after a preposition names a time.
func (s *sentence) isTime(n noun) bool {
	return n.temporal || s.tag(n.head) == "RB" && (s.lower(n.head) == "then" || s.lower(n.head) == "now") || s.isTimeNoun(n.head) || isYear(s.lower(n.head)) || s.isNamed(n.head, nlp.Date)
}

// isNamed reports whether the analysis names token i as part of a name of type t.
func (s *sentence) isNamed(i int, t nlp.EntityType) bool { return s.told.typeAt(i) == t }
