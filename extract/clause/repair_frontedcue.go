package clause

// fronted-cue: "Some fear the drop in sales shows that the firm is in trouble."
//
// What is said stands before the one who says it only with a comma or a mark between.
// Where the parser takes a verb of holding or saying for the complement of a later one
// without either, it is the other way round.
func (t *deptree) mendFrontedCue(k int) {
	v := t.head[k]
	if t.relation(k) != "ccomp" || v < k || !t.saysVerb(k) && !holdings[t.lemma(k)] || !t.isVerb(v) || t.kid(k, "ccomp", "obj", "xcomp", "mark") >= 0 {
		return
	}
	own, s := t.kid(k, "nsubj"), t.kid(v, "nsubj")
	if own < 0 || own > k || s < k || s > v {
		return
	}
	for i := k + 1; i <= s; i++ {
		if !isWord(t.tag(i)) {
			return
		}
	}
	h, rel := t.head[v], t.fullRelation(v)
	t.attach(k, h, rel)
	t.attach(v, k, "ccomp")
}
