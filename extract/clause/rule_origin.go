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
//	“Red Sky” | is by | Lu Chen                 (of "Lu Chen's “Red Sky”")
//
// "The German carmaker Opel" is of Germany as well, "Lu Chen's film" by Lu Chen,
// and "the Lima-based agency" based in Lima. A place before a name, and who made a
// work. Limit: any other name that owns
// one ("Ito's Sony") yields nothing.
var originRule = phraseRule{"origin", originConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		start := n.Tokens.First
		if start > s.tokens.First && isMark(s.doc, start-1) {
			start--
		}
		first := s.modifiersBefore(start)
		for i := start - 1; i >= first && i >= s.tokens.First; i-- {
			if p, ok := s.originAt(n, i); ok {
				list = append(list, p)
				break
			}
		}
		if n.Tokens.Len() > 1 && n.Type == nlp.Organization && s.isDemonym(n.Tokens.First) {
			list = append(list, s.state("origin", originConfidence, nameArgument(n.Tokens), understood("be of"), adjectiveArgument(n.Tokens.First)))
		}
		if p, ok := s.basedBefore(n); ok {
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
		if o, found := s.nameAt(i - 1); found && o.Type == nlp.Place {
			owner, ok = nameArgument(o.Tokens), true
		} else if found && o.Type == nlp.Person && n.Type == nlp.Work {
			owner, ok, base = nameArgument(o.Tokens), true, "be by"
		}
	case s.isDemonym(i) && (n.Type != nlp.Person || n.Tokens.Len() > 1): // "German Titov" has a given name
		owner, ok = adjectiveArgument(i), true
	}
	if !ok {
		return Proposition{}, false
	}
	if n.Type == nlp.Person {
		base = "be from"
	}
	return s.state("origin", originConfidence, nameArgument(n.Tokens), understood(base), owner), true
}

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
