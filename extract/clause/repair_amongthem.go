package clause

import (
	"slices"
	"strings"
)

// among-them: "The storm killed nine people, among them two sailors."
//
// Behind a comma or a dash, "among them" is a preposition: the noun phrase behind it names
// some of the several spoken of before, of whom the parser makes a second object or a
// circumstance. Of people only people are some. Limit: "among them were two sailors" is a
// clause of its own.
func (t *deptree) mendAmongThem(i int) {
	among := i - 1
	if t.word(i) != "them" || among < 1 || t.word(among) != "among" || !isSetOff(t.word(among-1)) {
		return
	}
	some := t.nounAfter(i)
	if some < 0 || t.relation(some) == "nsubj" && t.head[some] > some {
		return
	}
	group := -1
	for k := among - 1; k >= t.sentence(i).First && group < 0; k-- {
		if strings.HasSuffix(t.tag(k), "S") && t.isNominal(k) && t.relation(k) != "compound" && t.isPerson(k) == t.isPerson(some) {
			group = k
		}
	}
	if group < 0 || t.under(group, some) {
		return
	}
	t.attach(some, group, "nmod")
	t.attach(among, some, "case")
	t.attach(i, among, "fixed")
}

// isSetOff reports whether a mark sets off what stands behind it.
func isSetOff(mark string) bool {
	switch mark {
	case ",", "-", "--", "–", "—", "(", ";":
		return true
	}
	return false
}

// nounAfter returns the head of the noun phrase that begins behind token i, or -1.
func (t *deptree) nounAfter(i int) int {
	end := t.sentence(i).End
	for k := i + 1; k < end && !t.isVerb(k) && t.word(k) != ","; k++ {
		if h := t.head[k]; t.isNominal(k) && (h <= i || h < 0) && t.relation(k) != "punct" {
			return k
		}
	}
	return -1
}

// among-others: "The guests included, among others, the painter Olga Ferran."
//
// Behind the verb, "among others" between commas is an aside: what follows it is the object,
// which the parser makes one of the others. Limit: a verb that has an object has what it needs.
func (t *deptree) mendAmongOthers(i int) {
	v := t.head[i]
	if v < 0 || v > i || !t.isVerb(v) || t.word(i) != "others" && !(t.lemma(i) == "thing" && t.kidWord(i, words("other")) >= 0) {
		return
	}
	among := t.kidWord(i, words("among", "amongst"))
	if among < 0 || t.word(among-1) != "," || t.isPassive(v) || t.kid(v, "ccomp", "xcomp") >= 0 || t.kid(v, "obj") >= 0 && t.kid(v, "obj") != i {
		return
	}
	first := -1
	for _, k := range slices.Clone(t.kids[i]) {
		if k < i+2 || !t.isNominal(k) || t.relation(k) != "appos" && t.relation(k) != "conj" {
			continue
		}
		switch {
		case first < 0 && t.relation(k) == "appos" && k+1 < len(t.head) && t.relation(k+1) == "appos" && t.head[k+1] == i:
			t.attach(k, k+1, "compound") // "among others, painter Olga Ferran"
		case first < 0:
			first = k
			t.attach(k, v, "obj")
		default:
			t.attach(k, first, "conj")
		}
	}
	if first >= 0 {
		t.attach(i, v, "obl")
	}
}

// crossed-apposition: "According to the Post, Friday's fire, the third this year, was the worst."
//
// What stands in apposition explains the noun before it, not one across the subject of the
// clause.
func (t *deptree) mendCrossedApposition(i int) {
	n := t.head[i]
	if t.relation(i) != "appos" || n > i {
		return
	}
	for k := t.phraseFirst(i) - 2; k > n; k-- {
		if t.relation(k) == "nsubj" && t.head[k] > i && !t.under(k, n) {
			t.attach(i, k, "appos")
			for _, p := range slices.Clone(t.kids[n]) {
				if p > k && t.relation(p) == "punct" {
					t.attach(p, i, "punct")
				}
			}
			return
		}
		if t.isVerb(k) || t.word(k) == "," {
			return
		}
	}
}

// phraseFirst returns the first word of what i heads, without the comma before it.
func (t *deptree) phraseFirst(i int) int {
	first := t.yield(i, nil).First
	if t.word(first) == "," {
		first++
	}
	return first
}
