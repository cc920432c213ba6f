package clause

import (
	"strings"

	"kg/extract/nlp"
)

// origin: "Ethiopia's Sara Bekele", "the German Schiller Foundation", "the
// Lima-based Andean Bank"
//
//	Sara Bekele | is from | Ethiopia
//	the Schiller Foundation | is of | German
//	the Andean Bank | is based in | Lima
//	Ana Reyes | is born in | Peruvian           (of "the Peruvian-born Ana Reyes")
//	“Red Sky” | is by | Lu Chen                 (of "Lu Chen's “Red Sky”")
//
// "The German carmaker Opel" is of Germany as well, as "the US firm Norvik" is of
// the US, "Lu Chen's film" by Lu Chen, "the Lima-based agency" based in Lima, and
// "Sony's Ben Ito" of Sony. A place or a body before a name, and who made a work.
// Limit: a person who owns something else ("Ito's Sony") yields nothing, and neither
// does a name that only describes a noun ("Peru's EU policy").
var originRule = phraseRule{"origin", originConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		if strings.HasPrefix(s.tag(n.Tokens.End-1), "JJ") || s.isHyphenToken(n.Tokens.First) {
			continue // "the Welsh Olympic team", "Peruvian-Americans"
		}
		start := n.Tokens.First
		if start > s.tokens.First && isMark(s.doc, start-1) {
			start--
		}
		first := s.modifiersBefore(start)
		for i := start - 1; i >= first && i >= s.tokens.First && !s.onlyDescribes(n); i-- {
			if p, ok := s.originAt(n, i); ok {
				list = append(list, p)
				break
			}
		}
		if n.Tokens.Len() > 1 && n.Type == nlp.Organization && s.isDemonym(n.Tokens.First) && nlp.IsNationality(s.doc.Word(n.Tokens.First)) {
			list = append(list, s.state("origin", originConfidence, nameArgument(n.Tokens), understood("be of"), s.adjectiveArgument(n.Tokens.First)))
		}
		if p, ok := s.basedBefore(n); ok {
			list = append(list, p)
		}
		if p, ok := s.bornBefore(n); ok {
			list = append(list, p)
		}
	}
	list = append(list, s.worksBy()...)
	return append(list, s.basedNouns()...)
}}

// originAt reads the place at token i before name n, where no office stands
// between the two.
func (s *sentence) originAt(n nlp.Name, i int) (Proposition, bool) {
	for k := i + 1; k < n.Tokens.First; k++ {
		if strings.HasPrefix(s.tag(k), "NN") && !s.namesKind(n, k) {
			return Proposition{}, false
		}
	}
	owner, ok, base := Argument{}, false, "be of"
	switch {
	case s.tag(i) == "POS" && i > s.tokens.First:
		o, found := s.nameAt(i - 1)
		owner = nameArgument(o.Tokens)
		switch {
		case !found:
		case o.Type == nlp.Place:
			ok = true
		case o.Type == nlp.Organization && n.Type == nlp.Person:
			return s.state("origin", originConfidence, nameArgument(n.Tokens), understood("be of"), owner), true
		case o.Type == nlp.Organization:
			ok = n.Type == nlp.Organization
		case o.Type == nlp.Person && n.Type == nlp.Work:
			ok, base = true, "be by"
		}
	case n.Type == nlp.Organization && i+2 == n.Tokens.First && s.rel(i) == "compound" && nlp.IsCountry(s.doc.Word(i)):
		owner, ok = nameArgument(nlp.Range{First: i, End: i + 1}), true // "the US firm Norvik"
	case s.isDemonym(i) && (n.Type != nlp.Person || n.Tokens.Len() > 1): // "German Titov" has a given name
		owner, ok = s.adjectiveArgument(i), true
	}
	if !ok {
		return Proposition{}, false
	}
	if n.Type == nlp.Person {
		base = "be from"
	}
	return s.state("origin", originConfidence, nameArgument(n.Tokens), understood(base), owner), true
}

// onlyDescribes reports whether n is no more than what a noun behind it is about:
// "Peru's EU policy", but not "Peru's APEC office".
func (s *sentence) onlyDescribes(n nlp.Name) bool {
	h := s.headOf(n.Tokens)
	top := s.up(h)
	return (s.rel(h) == "compound" || s.rel(h) == "obl" || s.rel(h) == "nmod") && top >= n.Tokens.End && !s.isProper(noun{head: top}) && !bodyNouns[s.lemma(top)] && !workNouns[s.lemma(top)]
}

// bodyNouns say what kind of body the name before them is of.
var bodyNouns = words("agency", "company", "firm", "party", "group", "newspaper", "magazine", "daily", "weekly", "club", "airline",
	"bank", "carmaker", "network", "broadcaster", "foundation", "institute", "university", "ministry", "movement", "militia",
	"team", "league", "union", "organisation", "organization", "charity", "church", "museum", "chain", "clan", "faction",
	"guerrillas", "rebels")

// namesKind reports whether the noun at token k says what kind of thing n is:
// "carmaker BMW", "the company Norvik", "film “Red Sky”".
func (s *sentence) namesKind(n nlp.Name, k int) bool {
	if s.isRole(k) || eventNouns[s.lemma(k)] {
		return false
	}
	switch n.Type {
	case nlp.Organization, nlp.Product:
		return s.tag(k) == "NN"
	case nlp.Work:
		return workNouns[s.lemma(k)]
	}
	return false
}

// worksBy finds the works that their maker owns and that have no name of their
// own: "Lu Chen's film".
func (s *sentence) worksBy() []Proposition {
	var list []Proposition
	for i := s.tokens.First; i < s.tokens.End; i++ {
		k := -1
		if workNouns[s.lemma(i)] && strings.HasPrefix(s.tag(i), "NN") && s.kid(i, "appos") < 0 {
			k = s.possessorOf(i)
		}
		if k < 0 {
			continue
		}
		if o, ok := s.nameAt(k); ok && o.Type == nlp.Person {
			list = append(list, s.framed(i, s.state("origin", originConfidence, s.argument(s.single(i)), understood("be by"), nameArgument(o.Tokens))))
		}
	}
	return list
}

// basedNouns finds what is said to be based somewhere and is not named: "the
// Geneva-based agency".
func (s *sentence) basedNouns() []Proposition {
	var list []Proposition
	for i := s.tokens.First + 2; i < s.tokens.End; i++ {
		h := s.up(i)
		if s.lower(i) != "based" || !s.isHyphenToken(i-1) || h < i || !strings.HasPrefix(s.tag(h), "NN") || s.isProper(noun{head: h}) {
			continue
		}
		if o, ok := s.nameAt(i - 2); ok && o.Type == nlp.Place {
			list = append(list, s.state("origin", originConfidence, s.argument(s.single(h)), understood("be based in", i), nameArgument(o.Tokens)))
		}
	}
	return list
}

// bornBefore: "the Peruvian-born novelist Ana Reyes" was born in Peru.
func (s *sentence) bornBefore(n nlp.Name) (Proposition, bool) {
	i := n.Tokens.First - 1
	for i > s.tokens.First && s.lower(i) != "born" && (strings.HasPrefix(s.tag(i), "JJ") || strings.HasPrefix(s.tag(i), "NN")) {
		i--
	}
	if n.Type != nlp.Person || i < s.tokens.First+2 || s.lower(i) != "born" || !s.isHyphenToken(i-1) {
		return Proposition{}, false
	}
	place := Argument{}
	switch o, ok := s.nameAt(i - 2); {
	case s.isDemonym(i - 2):
		place = s.adjectiveArgument(i - 2)
	case ok && o.Type == nlp.Place:
		place = nameArgument(o.Tokens)
	default:
		return Proposition{}, false
	}
	return s.state("origin", originConfidence, nameArgument(n.Tokens), understood("be born in", i), place), true
}

// basedBefore reads "Lima-based" before name n.
func (s *sentence) basedBefore(n nlp.Name) (Proposition, bool) {
	i := n.Tokens.First - 1
	for i > s.tokens.First+1 && strings.HasPrefix(s.tag(i), "JJ") && s.lower(i) != "based" {
		i--
	}
	if i < s.tokens.First+2 || s.lower(i) != "based" || !s.isHyphenToken(i-1) {
		return Proposition{}, false
	}
	o, ok := s.nameAt(i - 2)
	if !ok {
		return Proposition{}, false
	}
	return s.state("origin", originConfidence, nameArgument(n.Tokens), understood("be based in", i), nameArgument(o.Tokens)), true
}
