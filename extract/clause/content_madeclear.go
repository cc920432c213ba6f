package clause

import (
	"slices"

	"kg/extract/nlp"
)

// publicities are what a statement is made: "made it clear that".
var publicities = words("clear", "plain", "known", "public", "explicit")

// madeClearContent: "made it clear that she had doubts", "made known that".
func (a *attributor) madeClearContent(v, source int) (nlp.Range, attachment) {
	p := a.publicityOf(v)
	if p < 0 || source < 0 || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	for _, k := range slices.Concat(a.kids[p], a.kids[v]) {
		if k > p && a.relation(k) == "ccomp" && !a.isCircumstance(k) {
			r := a.yield(k, nil)
			r.First = max(r.First, p+1)
			return r, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// publicityOf returns the adjective of "made clear", or -1 where v is no such verb.
func (a *attributor) publicityOf(v int) int {
	for _, k := range a.kids[v] {
		if a.lemma(v) == "make" && k > v && publicities[a.word(k)] {
			return k
		}
	}
	return -1
}
