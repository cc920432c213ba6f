package clause

// conceded: "The ministry said that forty were hurt, although the police gave no figure."
//
// What the author adds at the end of what somebody says, behind a comma, hangs on the
// verb of saying and on nothing that is said. Limit: inside a quotation it is the
// speaker's, and what "with" opens may only follow if what he says is so.
func (t *deptree) mendConceded(k int) {
	if t.relation(k) != "advcl" || !t.addedByAuthor(k) || t.markBefore(k) == "with" || t.quoteAt(k) >= 0 {
		return
	}
	inner, over := t.yield(k, nil), -1
	if !t.behindComma(inner.First) {
		return
	}
	for u := t.head[k]; t.head[u] >= 0; u = t.head[u] {
		if v := t.head[u]; v < u && t.relation(u) == "ccomp" && t.endsWith(u, inner.End) && (t.saysVerb(v) || holdings[t.lemma(v)] || findings[t.lemma(v)]) {
			over = v
		}
	}
	if over >= 0 {
		t.attach(k, over, "advcl")
	}
}

// endsWith reports whether no word of the clause of u stands behind token end.
func (t *deptree) endsWith(u, end int) bool {
	for i := end; i < t.yield(u, nil).End; i++ {
		if isWord(t.tag(i)) {
			return false
		}
	}
	return true
}
