package clause

// name-owner: "Peru heard the Ada Lund administration's request."
//
// Of two owners side by side only the second has the ending: the first, a name without
// one, says which of its kind the second is.
func (t *deptree) mendNameOwner(k int) {
	h := t.head[k]
	if t.fullRelation(k) != "nmod:poss" || t.typeAt(k) == "" || t.kid(k, "case") >= 0 {
		return
	}
	next := t.yield(k, nil).End
	for _, m := range t.kids[h] {
		if m > k && t.fullRelation(m) == "nmod:poss" && t.under(next, m) && t.kid(m, "case") > m {
			t.attach(k, m, "compound")
			return
		}
	}
}
