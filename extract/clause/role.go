package clause

import (
	"strings"

	"kg/extract/nlp"
)

// role is an office or kinship with the word that leads to its owner.
type role struct {
	words       string    // "chief executive"
	preposition string    // "of"
	tokens      nlp.Range // the words in the text
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
	p := s.phrases[n.chunk]
	if p.possessor.Len() > 0 {
		return s.ownedRole(n, p)
	}
	limit := len(s.phrases)
	if !s.isPreposition(n.chunk+1, limit, "of") || n.end <= n.chunk+2 {
		return role{}, noun{}, false
	}
	owner := s.nounAt(n.chunk+2, n.end)
	r := s.roleWords(p.tokens.First, n.head)
	r.preposition = "of"
	r.tokens.End = s.phrases[n.chunk+1].tokens.End
	return r, owner, owner.ok()
}

// ownedRole reads "Benin's president".
func (s *sentence) ownedRole(n noun, p phrase) (role, noun, bool) {
	r := s.roleWords(p.possessor.End+1, n.head)
	r.preposition = "of"
	owner := noun{tokens: p.possessor, head: p.possessor.End - 1, chunk: n.chunk, end: n.chunk + 1}
	return r, owner, r.tokens.Len() > 0
}

// roleWords returns the role from token first to its head, without determiner.
func (s *sentence) roleWords(first, head int) role {
	for first < head && (s.tag(first) == "DT" || s.tag(first) == "PRP$" || isMark(s.doc, first)) {
		first++
	}
	r := nlp.Range{First: first, End: head + 1}
	return role{words: strings.ToLower(s.doc.TextOf(r)), tokens: r}
}
