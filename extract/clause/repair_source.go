package clause

import (
	"slices"

	"kg/extract/nlp"
)

// final-source: "Police have said the road is safe, according to two lawyers"
//
// At the end of its sentence and behind a comma, "according to" names the source of
// all of it: of what the police have said, and of that they said so, or of what a flood did,
// "killing two and hurting ten", or of all that somebody "was and could do", or of whom it
// killed, "who were leaving town". The parser hangs the phrase on the nearest verb.
// Limit: inside a quotation, where the speaker names a source, it is left.
func (t *deptree) mendFinalSource(i int) {
	if t.relation(i) != "obl" || !sourcePhrases[t.preposition(i)] {
		return
	}
	own, s := t.yield(i, nil), t.sentence(i)
	for k := own.End; k < s.End; k++ {
		if isWord(t.tag(k)) || isMark(t.doc, k) {
			return
		}
	}
	if own.First <= s.First || !t.behindComma(own.First) {
		return
	}
	top := t.head[i]
	for t.head[top] >= 0 && (completes(t.fullRelation(top)) || t.isAccompanying(top) || t.isFurtherDeed(top)) {
		top = t.head[top]
	}
	if top != t.head[i] && (t.isVerb(top) || t.kid(top, "cop") >= 0) && t.head[top] < 0 {
		t.attach(i, top, "obl")
	}
}

// isFurtherDeed reports whether v is joined to a verb or predicate whose subject it shares,
// "was arrested and later died", or without a comma.
func (t *deptree) isFurtherDeed(v int) bool {
	h := t.head[v]
	if t.relation(v) != "conj" || h > v || !t.isVerb(v) || !t.isVerb(h) && t.kid(h, "cop") < 0 {
		return false
	}
	and := t.kid(v, "cc")
	return t.kid(v, "nsubj", "expl") < 0 || and > 0 && t.doc.Word(and-1) != ","
}

// isAccompanying reports whether v is an -ing form without a subject or a word that opens
// its clause, as in "hit the town, killing one and hurting two".
func (t *deptree) isAccompanying(v int) bool {
	rel := t.relation(v)
	return t.tag(v) == "VBG" && (rel == "advcl" || rel == "conj") && t.opener(v) < 0 && t.kid(v, "nsubj", "aux") < 0
}

// completes reports whether what hangs by the relation rel is part of what its head
// says as a whole: what somebody says or begins, an object, a plan to do it, when it was.
func completes(rel string) bool {
	switch rel {
	case "ccomp", "xcomp", "obj", "obl", "acl", "acl:relcl", "nmod", "appos", "advcl":
		return true
	}
	return false
}

// named-source: "According to ecologist Chip Roe of Norland University, birds left."
//
// The name right behind who the source is, and before a comma, is the source's, be it that the
// parser makes it a second subject of the verb.
func (t *deptree) mendNamedSource(i int) {
	n, v := i-1, t.head[i]
	if t.relation(i) != "nsubj" || n < 0 || t.head[n] != v || t.tag(n) != "NN" || !sourcePhrases[t.preposition(n)] || t.typeAt(i) != nlp.Person {
		return
	}
	if end := t.yield(i, nil).End; end < v && t.word(end) == "," && slices.ContainsFunc(t.kids[v], func(k int) bool { return k > end && k < v && t.relation(k) == "nsubj" }) {
		t.attach(i, n, "appos")
	}
}
