package clause

import (
	"strings"

	"kg/extract/nlp"
)

// role is an office or kinship with the preposition "of" that leads to its owner.
type role struct {
	words  string    // "chief executive"
	tokens nlp.Range // the words in the text
}

// isRole reports whether the noun at token i relates its bearer to an owner.
func (s *sentence) isRole(i int) bool {
	lemma := s.lemma(i)
	return titleNouns[lemma] || kinNouns[lemma] || roleNouns[lemma]
}

// roleOf reads "the president of Benin" and "Benin's president": the role and
// its owner.
func (s *sentence) roleOf(n noun) (role, noun, bool) {
	if len(n.conjuncts) > 0 || !s.isRole(n.head) {
		return role{}, noun{}, false
	}
	for _, k := range s.kids(n.head) {
		switch c := s.kid(k, "case"); {
		case s.fullRel(k) == "nmod:poss":
			r := s.roleWords(s.subtree(k).End, n.head)
			return r, s.nounOf(k), r.tokens.Len() > 0
		case (s.rel(k) == "nmod" || s.rel(k) == "obl") && k > n.head && c >= 0 && s.lower(c) == "of":
			r := s.roleWords(n.tokens.First, n.head)
			r.tokens.End = c + 1
			return r, s.nounOf(k), true
		}
	}
	return role{}, noun{}, false
}

// roleWords returns the role from token first to its head, without determiner.
func (s *sentence) roleWords(first, head int) role {
	for first < head && (s.tag(first) == "DT" || s.tag(first) == "PRP$" || isMark(s.doc, first)) {
		first++
	}
	r := nlp.Range{First: first, End: head + 1}
	return role{words: strings.ToLower(s.doc.TextOf(r)), tokens: r}
}

// placeOf reads "a professor at Harvard University": the role, and the name that a
// preposition right behind it leads to; base is "be professor at".
func (s *sentence) placeOf(n noun) (Relation, noun, bool) {
	if len(n.conjuncts) > 0 || !titleNouns[s.lemma(n.head)] {
		return Relation{}, noun{}, false
	}
	for _, p := range s.attachedTo(n.head) {
		switch word := s.prepositionWords(p); word {
		case "at", "for", "with", "from", "in":
			if p.preposition.First != n.head+1 || !s.isProper(p.noun) || s.isTime(p.noun) {
				continue
			}
			r := s.roleWords(n.tokens.First, n.head)
			return understood("be "+r.words+" "+word, append(tokensOf(r.tokens), tokensOf(p.preposition)...)...), p.noun, true
		}
	}
	return Relation{}, noun{}, false
}
