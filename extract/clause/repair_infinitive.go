package clause

// cut-off-infinitive: "The board decided after a long inquiry not to sue."
//
// What somebody decides or refuses to do follows the verb, at times behind a
// circumstance, to whose noun the parser hangs it: an inquiry is none to sue.
// Limit: a noun that may name what is to be done ("in a bid to win") keeps it.
func (t *deptree) mendCutOffInfinitive(v int) {
	n := t.head[v]
	if t.relation(v) != "acl" || t.infinitiveMark(v) < 0 || t.relation(n) != "obl" {
		return
	}
	h := t.head[n]
	if n < h || !intentions[t.lemma(h)] || t.isPassive(h) || contentNouns[t.lemma(n)] != "" || t.kid(h, "obj", "xcomp", "ccomp") >= 0 {
		return
	}
	switch t.preposition(n) {
	case "after", "before", "during", "at", "on", "in":
		t.attach(v, h, "xcomp")
	}
}
