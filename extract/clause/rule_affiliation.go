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
// "Ben Ito (Green Party)" is of the party, "Lu Chen (“Red Sky”)" known for the
// film. Two names that a preposition joins, perhaps behind the kind of what is named
// ("the Lima prison near Cusco") or its abbreviation in brackets. Limit: where
// somebody is just then ("Ben Ito in London", "the Peruvian Army in Cusco") is no
// affiliation and belongs to the verb.
var affiliationRule = phraseRule{"affiliation", affiliationConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		if p, ok := s.bracketed(n); ok {
			list = append(list, p)
		}
		head, end := s.kindBehind(n)
		for _, k := range s.kids(head) {
			if s.rel(k) != "nmod" {
				continue
			}
			if p, ok := s.affiliationAt(n, k, end); ok {
				list = append(list, p)
			}
		}
		if k := s.strayBody(n, end); k >= 0 {
			if p, ok := s.affiliationAt(n, k, end); ok {
				list = append(list, p)
			}
		}
	}
	return list
}}

// forceNouns end the names of bodies that are now here, now there.
var forceNouns = words("army", "force", "forces", "navy", "police", "guard", "guards", "militia", "troops", "military", "corps", "brigade",
	"battalion", "front", "movement")

// siteNouns say what kind of site the name before them is of.
var siteNouns = words("prison", "jail", "camp", "chapel", "church", "cathedral", "mosque", "synagogue", "temple", "monastery", "airport",
	"port", "base", "hotel", "stadium", "hospital", "clinic", "school", "plant", "mine", "bridge", "factory", "dam", "park", "square",
	"neighbourhood", "neighborhood", "district", "suburb", "theatre", "theater", "restaurant", "station", "barracks", "reservoir")

// kindBehind returns the token on which hangs what belongs to the name n, and the
// token behind n: the noun right behind it that says its kind, and an abbreviation
// in brackets, are passed over.
func (s *sentence) kindBehind(n nlp.Name) (head, end int) {
	head, end = s.headOf(n.Tokens), n.Tokens.End
	if end < s.tokens.End && s.rel(head) == "compound" && s.up(head) == end &&
		(n.Type == nlp.Place && siteNouns[s.lemma(end)] || n.Type == nlp.Organization && bodyNouns[s.lemma(end)]) {
		head, end = end, end+1
	}
	if end+2 < s.tokens.End && s.doc.Word(end) == "(" && s.doc.Word(end+2) == ")" {
		end += 3
	}
	return head, end
}

// strayBody returns the head of the phrase between the name of a person and the
// verb that the tree hangs it on: "Ben Ito from the Kyoto Institute told …"; -1
// where there is none.
func (s *sentence) strayBody(n nlp.Name, end int) int {
	if n.Type != nlp.Person || end >= s.tokens.End || s.rel(end) != "case" {
		return -1
	}
	k := s.up(end)
	if s.rel(k) != "obl" || s.up(k) < k || s.isNamed(k, nlp.Place) {
		return -1
	}
	return k
}

// affiliationAt reads the phrase with a preposition that k heads behind name n,
// which ends at token end.
func (s *sentence) affiliationAt(n nlp.Name, k, end int) (Proposition, bool) {
	p := s.prepositionOf(k)
	word := strings.ToLower(s.doc.TextOf(p))
	comma := n.Type == nlp.Person && word == "of" && p.First == n.Tokens.End+1 && s.doc.Word(n.Tokens.End) == ","
	if p.Len() == 0 || p.First != end && !comma {
		return Proposition{}, false
	}
	head := s.headOf(n.Tokens)
	other, ok := s.nameAt(k)
	if !ok && bodyNouns[s.lemma(k)] {
		other, ok = s.nameAt(k - 1) // "of the Orva Lira union"
		ok = ok && other.Type == nlp.Organization
	}
	if !ok || !affiliates(n.Type, word, other.Type) || (word == "in" || word == "near") && forceNouns[s.lemma(n.Tokens.End-1)] || word == "of" && (degreeNouns[s.lemma(head)] || n.Tokens.Len() == 1 && titleNouns[s.lemma(head)]) {
		return Proposition{}, false
	}
	if before := s.prepositionOf(head); word == "from" && strings.ToLower(s.doc.TextOf(before)) == "to" {
		return Proposition{}, false // where to and where from: "sent a probe to Venus from Orla"
	}
	r := understood("be "+word, tokensOf(p)...)
	return s.state("affiliation", affiliationConfidence, nameArgument(n.Tokens), r, s.argument(s.single(k))), true
}

// degreeNouns are what somebody becomes by study; "of" names the subject: "Master of Arts".
var degreeNouns = words("master", "bachelor", "doctor", "doctorate", "licentiate", "diploma")

// bracketed reads the body or the work in brackets behind the name n of a person.
func (s *sentence) bracketed(n nlp.Name) (Proposition, bool) {
	open := n.Tokens.End
	if n.Type != nlp.Person || open+2 >= s.tokens.End || s.doc.Word(open) != "(" {
		return Proposition{}, false
	}
	first, marks := open+1, 0
	if isMark(s.doc, first) {
		first, marks = first+1, 1
	}
	body, ok := s.nameAt(first)
	if last := body.Tokens.End + marks; !ok || body.Tokens.First != first || last >= s.tokens.End || s.doc.Word(last) != ")" {
		return Proposition{}, false
	}
	base := map[nlp.EntityType]string{nlp.Organization: "be of", nlp.Work: "be known for"}[body.Type]
	if base == "" || marks > 0 && body.Type != nlp.Work {
		return Proposition{}, false
	}
	return s.state("affiliation", affiliationConfidence, nameArgument(n.Tokens), understood(base), nameArgument(body.Tokens)), true
}

// affiliates reports whether a preposition between two names says what the
// first belongs to or where it is.
func affiliates(t nlp.EntityType, preposition string, other nlp.EntityType) bool {
	place, body := other == nlp.Place, other == nlp.Organization || other == nlp.Thing
	switch preposition {
	case "by":
		return t == nlp.Work && other == nlp.Person
	case "of":
		return place || body
	case "from", "with", "at":
		return body || place && preposition == "from"
	case "in", "near":
		return place && t != nlp.Person && t != nlp.Group
	}
	return false
}
