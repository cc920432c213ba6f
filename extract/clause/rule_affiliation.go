package clause

import (
	"strings"

	"kg/extract/nlp"
)

// affiliation: "Ben Ito of the Kyoto Institute", "the Tate Gallery in London"
//
//	Ben Ito | is of | the Kyoto Institute
//	the Tate Gallery | is in | London
//
// "Ben Ito (Green Party)" is of the party. Two names that a preposition joins. Limit: where somebody is just then ("Ben
// Ito in London") is no affiliation and belongs to the verb.
var affiliationRule = phraseRule{"affiliation", affiliationConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		if p, ok := s.bracketed(n); ok {
			list = append(list, p)
		}
		for _, k := range s.kids(s.headOf(n.Tokens)) {
			if p, ok := s.affiliationAt(n, k); ok {
				list = append(list, p)
			}
		}
	}
	return list
}}

// affiliationAt reads the phrase with a preposition that k heads behind name n.
func (s *sentence) affiliationAt(n nlp.Name, k int) (Proposition, bool) {
	p := s.prepositionOf(k)
	word := strings.ToLower(s.doc.TextOf(p))
	comma := n.Type == nlp.Person && word == "of" && p.First == n.Tokens.End+1 && s.doc.Word(n.Tokens.End) == ","
	if s.rel(k) != "nmod" || p.Len() == 0 || p.First != n.Tokens.End && !comma {
		return Proposition{}, false
	}
	other, ok := s.nameAt(k)
	if !ok || !affiliates(n.Type, word, other.Type) {
		return Proposition{}, false
	}
	r := understood("be "+word, tokensOf(p)...)
	return s.state("affiliation", affiliationConfidence, nameArgument(n.Tokens), r, s.argument(s.single(k))), true
}

// bracketed reads the body in brackets behind the name n of a person.
func (s *sentence) bracketed(n nlp.Name) (Proposition, bool) {
	open := n.Tokens.End
	if n.Type != nlp.Person || open+2 >= s.tokens.End || s.doc.Word(open) != "(" {
		return Proposition{}, false
	}
	body, ok := s.nameAt(open + 1)
	if !ok || body.Type != nlp.Organization || body.Tokens.First != open+1 || s.doc.Word(body.Tokens.End) != ")" {
		return Proposition{}, false
	}
	return s.state("affiliation", affiliationConfidence, nameArgument(n.Tokens), understood("be of"), nameArgument(body.Tokens)), true
}

// affiliates reports whether a preposition between two names says what the
// first belongs to or where it is.
func affiliates(t nlp.EntityType, preposition string, other nlp.EntityType) bool {
	place, body := other == nlp.Place, other == nlp.Organization || other == nlp.Thing
	switch preposition {
	case "of":
		return place || body
	case "from", "with", "at":
		return body || place && preposition == "from"
	case "in", "near":
		return place && t != nlp.Person
	}
	return false
}
