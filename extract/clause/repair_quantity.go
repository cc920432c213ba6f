package clause

// bare-quantity: "Most were women.", "Neither commented."
//
// A word of how many right before "be" or a verb with a tense, at the head of a sentence and
// without a noun, is the subject.
func (t *deptree) mendBareQuantity(i int) {
	h := t.head[i]
	if !loneQuantities[t.word(i)] || i != t.sentence(i).First || h < i || len(t.kids[i]) > 0 || t.kid(h, "nsubj", "expl") >= 0 {
		return
	}
	if rel := t.relation(i); rel != "advmod" && rel != "det" && rel != "dep" && rel != "amod" && rel != "obl" {
		return
	}
	if v := t.finiteOf(h); v != i+1 || !t.isVerb(v) && t.tag(v) != "MD" || t.isVerb(h) && t.tag(h) == "VBG" && v == h {
		return
	}
	rel := "nsubj"
	if t.kid(h, "aux") >= 0 && t.isPassive(h) {
		rel = "nsubj:pass"
	}
	t.attach(i, h, rel)
}

// loneQuantities are words of how many that stand for a noun.
var loneQuantities = words("most", "many", "some", "few", "several", "neither", "both", "none", "all", "half", "another", "others")
