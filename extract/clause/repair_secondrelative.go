package clause

// second-relative: "Lund, whose film won a prize and who lives in Oslo, smiled."
//
// A clause behind "and" that opens with "who" or "which" is a second relative clause: it is
// joined to the first and to nothing inside that.
func (t *deptree) mendSecondRelative(v int) {
	h := t.head[v]
	if t.relation(v) != "conj" || t.isVerb(h) && t.fullRelation(h) == "acl:relcl" || t.kid(v, "cc") < 0 {
		return
	}
	p := t.kid(v, "nsubj", "obj")
	if p < 0 || p > v || t.word(p) != "who" && t.word(p) != "which" && t.word(p) != "whom" {
		return
	}
	for ; h >= 0 && t.fullRelation(h) != "acl:relcl"; h = t.head[h] {
	}
	if h >= 0 {
		t.attach(v, h, "conj")
	}
}

// contact-relative: "Each will receive $62 for each share they own."
//
// A verb that takes an object and has none, right behind a noun and its own subject, a
// pronoun, describes the noun. Limit: a comma between them opens a clause of its own.
func (t *deptree) mendContactRelative(v int) {
	i := t.kid(v, "nsubj")
	if t.relation(v) != "parataxis" || i != v-1 || i < 1 || t.tag(i) != "PRP" || !t.isVerb(v) || t.kid(v, "obj", "ccomp", "xcomp", "obl", "advmod", "aux", "mark") >= 0 {
		return
	}
	n := i - 1
	if t.tag(n) != "NN" && t.tag(n) != "NNS" || neverPassive[t.lemma(v)] || t.saysVerb(v) || t.head[n] < 0 || t.under(t.head[v], n) {
		return
	}
	t.attach(v, n, "acl:relcl")
}
