package clause

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
