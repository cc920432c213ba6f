package clause

import (
	"strings"

	"kg/extract/nlp"
)

// noun is a full noun phrase: its of-phrases are in it, and what is joined to
// it is in it as well.
type noun struct {
	tokens    nlp.Range
	head      int
	conjuncts []noun // the members, where several are joined; else empty
	joint     bool   // what is said is said of the members together: "five years and six months"
	temporal  bool
	amount    bool
	predicate bool // adjectives in place of a noun phrase: "as realistic and optimistic"
}

// ok reports whether there is a noun phrase at all.
func (n noun) ok() bool { return n.tokens.Len() > 0 }

// isPronoun reports whether the noun phrase is a personal pronoun or an expletive.
func (s *sentence) isPronoun(n noun) bool {
	return n.tokens.Len() == 1 && (s.tag(n.head) == "PRP" || s.tag(n.head) == "EX")
}

// isProper reports whether the head is a proper noun.
func (s *sentence) isProper(n noun) bool { return strings.HasPrefix(s.tag(n.head), "NNP") }

// argument turns the noun phrase into an argument.
func (s *sentence) argument(n noun) Argument {
	a := Argument{Tokens: s.closeQuotes(n.tokens), Head: n.head}
	switch {
	case n.predicate:
		a.Kind = Title
	case n.temporal || s.isNamed(n.head, nlp.Date) || n.tokens.Len() == 1 && isYear(s.lower(n.head)):
		a.Kind, a.Type = Value, nlp.Date
	case n.amount && s.hasMoney(n.tokens):
		a.Kind, a.Type = Value, nlp.Money
	case n.amount && s.tag(n.head) == "CD":
		a.Kind, a.Type = Value, nlp.Quantity
	}
	return a
}

// currencies are units of money.
var currencies = words("dollar", "euro", "pound", "yen", "cent", "peso", "franc", "rouble", "ruble", "rupee")

// hasMoney reports whether a currency sign or unit is among the tokens.
func (s *sentence) hasMoney(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if currencies[s.lemma(i)] || s.tag(i) == "$" || s.tag(i) == "#" {
			return true
		}
	}
	return false
}

// closeQuotes widens r by a quotation mark right behind it whose partner is in it.
func (s *sentence) closeQuotes(r nlp.Range) nlp.Range {
	marks := 0
	for i := r.First; i < r.End; i++ {
		if isMark(s.doc, i) {
			marks++
		}
	}
	sent := s.doc.Sentences[s.index].Tokens
	switch {
	case marks%2 == 0:
	case r.End < sent.End && isMark(s.doc, r.End):
		r.End++
	case r.First > sent.First && isMark(s.doc, r.First-1):
		r.First--
	}
	return r
}

// isTimeNoun reports whether the noun at token i names a time.
func (s *sentence) isTimeNoun(i int) bool {
	return !s.isMarch(i) && (timeNouns[s.lower(i)] || timeNouns[s.lemma(i)])
}

// isMarch reports whether the noun at token i is the "march" of people and not the month.
func (s *sentence) isMarch(i int) bool { return s.doc.Word(i) == "march" }

// isYear reports whether word is a year in figures.
func isYear(word string) bool {
	if len(word) != 4 || (word[0] != '1' && word[0] != '2') {
		return false
	}
	for _, c := range word {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
