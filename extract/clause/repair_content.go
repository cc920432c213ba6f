package clause

// content-clause: "rumours that Reyes left Peru", "the claim that she sold it"
//
// Behind a noun that names something said, "that" opens what is said where the
// clause lacks nothing: its verb has a subject and an object besides. The parser
// takes it for a relative clause now and then, and has the rumours leave Peru.
// Limit: where the verb needs no object ("the claim that Reyes made", "the claim
// that Reyes lied"), the parser is believed.
func (t *deptree) mendContentClause(v int) {
	h := t.head[v]
	if t.fullRelation(v) != "acl:relcl" || !t.isNominal(h) || !namesWhatIsSaid(t.lemma(h)) {
		return
	}
	that := t.kidWord(v, words("that"))
	if that < h || that > v {
		return
	}
	switch rel := t.relation(that); {
	case rel == "mark", (rel == "nsubj" || rel == "obj") && t.hasAnother(v, that, rel):
		t.attach(that, v, "mark")
		t.attach(v, h, "acl")
	}
}

// namesWhatIsSaid reports whether a noun may have a clause that says what it is.
func namesWhatIsSaid(lemma string) bool {
	return contentNouns[lemma] != "" || factiveNouns[lemma] || openNouns[lemma]
}

// hasAnother reports whether a token besides k hangs on v by the relation rel.
func (t *deptree) hasAnother(v, k int, rel string) bool {
	for _, o := range t.kids[v] {
		if o != k && t.relation(o) == rel && (rel == "nsubj" || o > v) {
			return true
		}
	}
	return false
}
