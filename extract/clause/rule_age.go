package clause

import (
	"strconv"
	"strings"

	"kg/extract/nlp"
)

// oldest is the greatest number behind a name that is read as an age.
const oldest = 120

// age: "Ana Reyes, 61, resigned."
//
//	Ana Reyes | has age | 61
//
// A bare number in commas behind a person's name, or behind "aged": "Reyes died, aged 61".
// Limit: numbers in words.
var ageRule = phraseRule{"age", ageConfidence, func(s *sentence) []Proposition {
	list := s.agedPersons()
	for _, n := range s.names() {
		i := n.Tokens.End + 1
		if n.Type != nlp.Person || i+1 >= s.tokens.End || s.doc.Word(i-1) != "," || s.doc.Word(i+1) != "," && s.tag(i+1) != "." {
			continue
		}
		if years, err := strconv.Atoi(s.doc.Word(i)); err != nil || years < 1 || years > oldest {
			continue
		}
		age := Argument{Tokens: nlp.Range{First: i, End: i + 1}, Head: i, Kind: Value, Type: nlp.Quantity}
		list = append(list, s.state("age", ageConfidence, nameArgument(n.Tokens), understood("have age"), age))
	}
	return list
}}

// agedPersons finds the ages behind "aged" of those who are said to be so old: whom that
// describes, or the subject of the clause it belongs to.
func (s *sentence) agedPersons() []Proposition {
	var list []Proposition
	for i := s.tokens.First; i+1 < s.tokens.End; i++ {
		h := s.up(i)
		if years, err := strconv.Atoi(s.doc.Word(i + 1)); s.lower(i) != "aged" || h < 0 || err != nil || years < 1 || years > oldest || i+2 < s.tokens.End && strings.HasPrefix(s.tag(i+2), "NN") {
			continue // "aged 9 months"
		}
		holder := h
		if s.isVerb(h) {
			holder = s.kid(h, "nsubj")
		}
		name, ok := s.nameAt(max(holder, 0))
		if holder < 0 || holder > i || !ok || name.Type != nlp.Person {
			continue
		}
		age := Argument{Tokens: nlp.Range{First: i + 1, End: i + 2}, Head: i + 1, Kind: Value, Type: nlp.Quantity}
		list = append(list, s.state("age", ageConfidence, nameArgument(name.Tokens), understood("have age"), age))
	}
	return list
}
