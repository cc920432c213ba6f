package clause

import (
	"strconv"

	"kg/extract/nlp"
)

// oldest is the greatest number behind a name that is read as an age.
const oldest = 120

// age: "Ana Reyes, 61, resigned."
//
//	Ana Reyes | has age | 61
//
// A bare number in commas behind a person's name. Limit: numbers in words.
var ageRule = phraseRule{"age", ageConfidence, func(s *sentence) []Proposition {
	var list []Proposition
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
