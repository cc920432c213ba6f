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

// inverted-subject: "On the hill stood a castle."
//
// A verb of being somewhere that has no subject, and a place with its preposition before it,
// has its subject behind it, which the tree takes for its object. Limit: the place opens the
// clause, so that "the men who in June stood trial" is left.
func (t *deptree) mendInvertedSubject(n int) {
	v := t.head[n]
	if t.relation(n) != "obj" || n < v || !standings[t.lemma(v)] || t.kid(v, "nsubj", "csubj", "expl", "aux", "mark") >= 0 || t.relation(v) == "acl" || t.isTimeWord(n) {
		return
	}
	if tensed, _ := t.isTensed(v); !tensed {
		return
	}
	place := t.kid(v, "obl")
	if place < 0 || place > v || t.preposition(place) == "" || t.isDated(place) || t.tag(v-1) == "," {
		return
	}
	if r := t.yield(place, nil); r.End == v && t.yield(v, nil).First == r.First && (t.isDetermined(n) || t.typeAt(n) != "" || t.isAmount(n)) {
		t.attach(n, v, "nsubj")
	}
}

// standings are verbs of being somewhere, which may stand before their subject.
var standings = words("stand", "lie", "sit", "hang", "lurk", "loom", "stretch", "rise", "flow", "hover", "rest", "live")

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
