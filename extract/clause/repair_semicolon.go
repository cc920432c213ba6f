package clause

// semicolon-clause: "ING advised Norvik; Morgan Lund worked for Quillon."
//
// A clause with a subject and a tense of its own right behind a semicolon stands by itself,
// and is not what the verb before says. Limit: a quotation, and what
// somebody says, may go on behind one.
func (t *deptree) mendSemicolonClause(i int) {
	v := t.head[i]
	if t.relation(i) != "ccomp" && t.relation(i) != "xcomp" && t.relation(i) != "advcl" || v > i || t.relation(v) == "ccomp" || t.kid(v, "ccomp") >= 0 && t.kid(v, "ccomp") < i || t.kid(i, "nsubj") < 0 || t.kid(i, "mark") >= 0 || t.quoteAt(i) >= 0 {
		return
	}
	first := t.yield(i, func(k int) bool { return t.relation(k) == "punct" }).First
	if first == 0 || t.word(first-1) != ";" {
		return
	}
	if tensed, _ := t.isTensed(t.finiteOf(i)); tensed {
		t.attach(i, v, "parataxis")
	}
}

// finiteOf returns the word that has the tense of the clause i: its first auxiliary, its
// copula or its verb.
func (t *deptree) finiteOf(i int) int {
	if k := t.kid(i, "aux", "cop"); k >= 0 {
		return k
	}
	return i
}
