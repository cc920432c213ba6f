package clause

import (
	"strings"

	"kg/extract/nlp"
)

// names returns the names of the sentence that stand for something: dates,
// amounts and quantities left out.
func (s *sentence) names() []nlp.Name {
	var list []nlp.Name
	for _, n := range s.doc.Names[s.firstName():] {
		if n.Tokens.First >= s.tokens.End {
			break
		}
		switch n.Type {
		case nlp.Date, nlp.Money, nlp.Quantity:
		default:
			if last := n.Tokens.End - 1; s.tag(last) == "IN" && n.Tokens.Len() > 1 {
				n.Tokens.End = last // "Supreme Court of" justice
			}
			list = append(list, n)
		}
	}
	return list
}

// firstName returns the index of the first name that lies in the sentence.
func (s *sentence) firstName() int {
	low, high := 0, len(s.doc.Names)
	for low < high {
		if mid := (low + high) / 2; s.doc.Names[mid].Tokens.First < s.tokens.First {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// nameAt returns the name that token i is part of.
func (s *sentence) nameAt(i int) (nlp.Name, bool) {
	for _, n := range s.names() {
		if n.Tokens.Has(i) {
			return n, true
		}
	}
	return nlp.Name{}, false
}

// dateAt returns the date that token i is part of, of "from 1997 to 2010" the year
// alone.
func (s *sentence) dateAt(i int) (nlp.Name, bool) {
	for _, n := range s.doc.Names[s.firstName():] {
		if n.Tokens.First > i {
			break
		}
		if n.Tokens.Has(i) && n.Type == nlp.Date && n.Tokens.End <= s.tokens.End {
			n.Tokens = s.sideOf(n.Tokens, i)
			return n, true
		}
	}
	return nlp.Name{}, false
}

// sideOf returns the end of a stretch of time that token i is in, if either is a
// phrase, and all of date otherwise.
func (s *sentence) sideOf(date nlp.Range, i int) nlp.Range {
	joint := rangeJoint(s.doc, date)
	switch {
	case joint < 0 || !isPhrase(s.doc, date, joint):
		return date
	case i < joint:
		return nlp.Range{First: date.First, End: joint}
	}
	return nlp.Range{First: joint + 1, End: date.End}
}

// headOf returns the token of r that depends on a token outside it.
func (s *sentence) headOf(r nlp.Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Has(s.up(i)) {
			return i
		}
	}
	return r.End - 1
}

// nameArgument makes an argument of a name.
func nameArgument(r nlp.Range) Argument { return Argument{Tokens: r, Head: r.End - 1} }

// adjectiveArgument makes an argument of "French", or of the "South Korean" that ends
// at token i: it stands for the country.
func (s *sentence) adjectiveArgument(i int) Argument {
	a := Argument{Tokens: nlp.Range{First: i, End: i + 1}, Head: i, Kind: Demonym, Type: nlp.Place}
	for first := max(i-longestDemonym+1, s.tokens.First); first < i; first++ {
		if s.tag(first) != "DT" && nlp.IsDemonym(s.doc.TextOf(nlp.Range{First: first, End: i + 1})) {
			a.Tokens.First = first
			break
		}
	}
	return a
}

// longestDemonym is how many tokens the adjective of a country has: "Bissau-Guinean"
// has three.
const longestDemonym = 3

// isDemonym reports whether token i is the adjective of a country or place.
func (s *sentence) isDemonym(i int) bool {
	tag := s.tag(i)
	return (strings.HasPrefix(tag, "JJ") || tag == "NNP") && nlp.IsDemonym(s.doc.Word(i))
}

// understood makes a relation of base whose words are the tokens, if any.
func understood(base string, tokens ...int) Relation {
	return Relation{Base: base, Label: thirdPerson(base), Tokens: tokens}
}

// tokensOf lists the tokens of r.
func tokensOf(r nlp.Range) []int {
	var list []int
	for i := r.First; i < r.End; i++ {
		list = append(list, i)
	}
	return list
}

// state makes an asserted proposition of a noun phrase.
func (s *sentence) state(rule string, confidence float64, subject Argument, r Relation, object Argument) Proposition {
	return Proposition{
		Sentence: s.index, Subject: subject, Relation: r, Object: object,
		Modality: Asserted, Confidence: confidence, Rule: rule,
	}
}
