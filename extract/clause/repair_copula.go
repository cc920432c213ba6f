package clause

import "slices"

// parted-passive: "The blast was yesterday reported to have killed two."
//
// A form of "be" before a time is no copula where the time hangs on the participle behind it.
func (t *deptree) mendPartedPassive(i int) {
	time := t.head[i]
	v := t.head[time]
	if t.lemma(i) != "be" || t.relation(i) != "cop" || time < i || v <= time || t.relation(time) != "obl" || t.kid(time, "case", "nsubj") >= 0 || t.kid(v, "aux", "cop") >= 0 {
		return
	}
	switch t.tag(v) {
	case "VBN":
		t.attach(i, v, "aux:pass")
	case "VBG":
		t.attach(i, v, "aux")
	}
}

// adverb-to: "Norland is nevertheless to include the towns."
//
// What stands between "be" and an infinitive is no predicate where it is an adverb.
func (t *deptree) mendAdverbTo(v int) {
	h := t.head[v]
	if h < 0 || h > v || t.tag(h) != "RB" || t.tag(v) != "VB" || t.kid(h, "cop") < 0 || t.kid(h, "nsubj") < 0 || !linkingAdverbs[t.word(h)] || t.word(h+1) != "to" || t.head[h+1] != v {
		return
	}
	rel := t.fullRelation(h)
	t.attach(v, t.head[h], rel)
	for _, k := range slices.Clone(t.kids[h]) {
		t.attach(k, v, t.fullRelation(k))
	}
	t.attach(h, v, "advmod")
}

// linkingAdverbs say how a sentence follows on another, not where or how something is.
var linkingAdverbs = words("also", "consequently", "hence", "however", "instead", "likewise", "meanwhile", "nevertheless",
	"nonetheless", "now", "otherwise", "still", "then", "therefore", "though", "thus")
