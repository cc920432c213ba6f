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
	return s.isTitleNoun(i) || kinNouns[lemma] || roleNouns[lemma]
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
			if end := s.fieldOf(n.head); end > 0 && r.tokens.Len() > 0 {
				r.tokens.End = end
				r.words = strings.ToLower(s.doc.TextOf(r.tokens))
			}
			return r, s.nounOf(k), r.tokens.Len() > 0
		case (s.rel(k) == "nmod" || s.rel(k) == "obl") && k > n.head && c >= 0 && s.lower(c) == "of":
			r := s.roleWords(n.tokens.First, n.head)
			if s.lower(k) == "staff" { // "chief of staff of the army"
				return s.staffRole(r, k)
			}
			r.tokens.End = c + 1
			return r, s.nounOf(k), true
		}
	}
	return role{}, noun{}, false
}

// fieldOf returns where the of-phrase ends that says what somebody with the role at token
// h is at the head of, 0 where there is none: "Norvik's head of personnel" is not its head.
func (s *sentence) fieldOf(h int) int {
	for _, k := range s.kids(h) {
		if c := s.kid(k, "case"); s.rel(k) == "nmod" && k > h && c == h+1 && s.lower(c) == "of" && !s.isProper(s.nounOf(k)) {
			return s.nounOf(k).tokens.End
		}
	}
	return 0
}

// staffRole reads of whom one is chief of staff, which the noun at k heads.
func (s *sentence) staffRole(r role, k int) (role, noun, bool) {
	for _, i := range s.kids(k) {
		if c := s.kid(i, "case"); s.rel(i) == "nmod" && i > k && c == k+1 && s.lower(c) == "of" {
			r.tokens.End = k + 1
			r.words = strings.ToLower(s.doc.TextOf(r.tokens))
			r.tokens.End = c + 1
			return r, s.single(i), true
		}
	}
	return role{}, noun{}, false
}

// plainAdverbs before a role change nothing of who holds it: "also mayor of Lima".
var plainAdverbs = words("only", "also", "still", "now", "currently", "already", "again", "merely", "simply")

// roleWords returns the role from token first to its head, without determiner.
func (s *sentence) roleWords(first, head int) role {
	for first < head && (s.tag(first) == "DT" || s.tag(first) == "POS" || s.tag(first) == "RB" && plainAdverbs[s.lower(first)] || s.tag(first) == "PRP$" || isMark(s.doc, first) || presentTitles[s.lower(first)] || s.tag(first) == "JJ" && nlp.IsNationality(s.doc.Word(first))) {
		first++
	}
	r := nlp.Range{First: first, End: head + 1}
	return role{words: strings.ToLower(s.doc.TextOf(r)), tokens: r}
}

// placeOf reads "a professor at Harvard University": the role, and the name that a
// preposition right behind it leads to; base is "be professor at".
func (s *sentence) placeOf(n noun) (Relation, noun, bool) {
	if len(n.conjuncts) > 0 || !s.isTitleNoun(n.head) {
		return Relation{}, noun{}, false
	}
	for _, p := range s.attachedTo(n.head) {
		switch word := s.prepositionWords(p); word {
		case "at", "for", "with", "from", "in", "to":
			spoken := word == "for" && strings.HasPrefix(s.lemma(n.head), "spokes")
			if p.preposition.First != n.head+1 || !s.isProper(p.noun) && !spoken || s.isTime(p.noun) || word == "to" && !envoyNouns[s.lemma(n.head)] {
				continue
			}
			r := s.roleWords(s.roleStart(n.tokens.First, n.head), n.head)
			return understood("be "+r.words+" "+word, append(tokensOf(r.tokens), tokensOf(p.preposition)...)...), p.noun, true
		}
	}
	return Relation{}, noun{}, false
}

// possession is the name that owns the body that an office is of, and the
// preposition that joins the office to it: "head of Sony's music unit" is head at
// Sony, "head of Peru's health service" head in Peru.
type possession struct {
	owner       Argument
	preposition string
}

func (s *sentence) ownerOf(n noun) (possession, bool) {
	k := s.possessorOf(n.head)
	if k < 0 || s.isProper(n) {
		return possession{}, false
	}
	switch owner, _ := s.nameAt(k); owner.Type {
	case nlp.Place:
		return possession{nameArgument(owner.Tokens), "in"}, true
	case nlp.Organization:
		return possession{nameArgument(owner.Tokens), "at"}, true
	}
	return possession{}, false
}

// partyOf reads whose the role of a person is that stands before it without a
// preposition: "an SNP politician", "the Peruvian president"; where somebody of
// an occupation is from, as in "a Peruvian dancer", and of which country "a Peruvian
// citizen" is.
func (s *sentence) partyOf(person, description noun) (Relation, Argument, bool) {
	h := description.head
	if l := s.lemma(h); (l == "citizen" || l == "national") && h > description.tokens.First && s.isDemonym(h-1) {
		return understood("be citizen of", h), s.adjectiveArgument(h - 1), true
	}
	if !titleNouns[s.lemma(h)] || !s.isNamed(person.head, nlp.Person) {
		return Relation{}, Argument{}, false
	}
	for i := h - 1; i >= description.tokens.First; i-- {
		words := s.roleWords(i+1, h)
		owner, named := s.nameAt(i)
		named = named && description.tokens.Contains(owner.Tokens) && owner.Type == nlp.Organization && s.tag(i+1) != "POS"
		switch {
		case s.isDemonym(i) && !officeNouns[s.lemma(h)]:
			return understood("be from", i), s.adjectiveArgument(i), true
		case s.isDemonym(i):
			return understood("be "+words.words+" of", tokensOf(words.tokens)...), s.adjectiveArgument(i), true
		case named:
			return understood("be "+words.words+" of", tokensOf(words.tokens)...), nameArgument(owner.Tokens), true
		}
	}
	return Relation{}, Argument{}, false
}
