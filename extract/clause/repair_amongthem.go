package clause

import "strings"

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
