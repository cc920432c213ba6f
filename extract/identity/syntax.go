package identity

import (
	"strings"

	"kg/extract/nlp"
)

// The place of a mention in the tree of its sentence.

// position is how a mention stands in its sentence.
type position int

// The positions, in the order of how readily a pronoun takes them up: the
// hierarchy of grammatical roles of centering theory (Grosz, Joshi and
// Weinstein, "Centering", Computational Linguistics 21, 1995).
const (
	otherPosition position = iota // inside another noun phrase
	possessor                     // "Lund's mother"
	oblique                       // "with Lund"
	object                        // "met Lund"
	subjectOfClause
)

// topToken returns the token of r by which it hangs in the tree: the one whose
// head lies outside of r.
func (a *article) topToken(r nlp.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := a.doc.Tokens[i].Head; !r.Has(h) {
			return i
		}
	}
	return r.End - 1
}

// positionOf returns how a mention stands in its sentence, and the word that it
// depends on there; -1 where it depends on none. A member of a coordination
// stands as its first member does, an apposition as what it explains.
func (a *article) positionOf(m *mention) (position, int) {
	i := a.topToken(m.Tokens)
	for steps := 0; steps < maxChain; steps++ {
		t := a.doc.Tokens[i]
		rel, _, _ := strings.Cut(t.Rel, ":")
		switch {
		case t.Head < 0:
			return otherPosition, -1
		case rel == "nsubj" || rel == "csubj":
			return subjectOfClause, t.Head
		case rel == "obj" || rel == "iobj":
			return object, t.Head
		case rel == "obl":
			return oblique, t.Head
		case t.Rel == "nmod:poss":
			return possessor, t.Head
		case rel == "conj" || rel == "appos" || rel == "flat" || rel == "compound":
			i = t.Head
		default:
			return otherPosition, t.Head
		}
	}
	return otherPosition, -1
}

// maxChain bounds a walk up a tree: a coordination of more members is none.
const maxChain = 30

// dominates reports whether token i lies below token top in the tree.
func (a *article) dominates(top, i int) bool {
	for steps := 0; steps < 2*maxChain && i >= 0; steps++ {
		if i == top {
			return true
		}
		i = a.doc.Tokens[i].Head
	}
	return false
}

// coarguments reports whether a pronoun cannot stand for a mention because both
// depend on one word: "Lund met her" is about two people. A possessive pronoun is
// bound only by the phrase that it is part of: "her aunt Mary Lund" is not her.
func (a *article) coarguments(pronoun, m *mention) bool {
	if pronoun.sentence != m.sentence {
		return false
	}
	p, q := a.topToken(pronoun.Tokens), a.topToken(m.Tokens)
	head := a.doc.Tokens[p].Head
	if isPossessive(a.doc.Word(p)) && head >= 0 {
		t := a.doc.Tokens[q]
		return head == q || m.Tokens.Has(head) || t.Head == head && (t.Rel == "appos" || t.Rel == "flat" || t.Rel == "compound")
	}
	_, govP := a.positionOf(pronoun)
	posM, govM := a.positionOf(m)
	return govP >= 0 && govP == govM && posM != otherPosition && posM != possessor
}

func isPossessive(word string) bool {
	switch strings.ToLower(word) {
	case "his", "her", "its", "their", "hers":
		return true
	}
	return false
}
