package clause

// joined-saying: "Lund said the harbour is closing, but the union accused him of lying."
//
// A clause with a subject of its own that tells what somebody else says is joined to the
// one that tells what the first says, and is no part of his words: it says so in the
// same tense, and what it is joined to stands in another or before ", but". The parser
// hangs it on the nearest verb.
// Limit: "that" before the second clause makes it the first one's words again.
func (t *deptree) mendJoinedSaying(k int) {
	s := t.kid(k, "nsubj")
	cc := t.kid(k, "cc")
	if cc < 0 || s < cc || s > k || t.relation(k) != "conj" && t.relation(k) != "ccomp" || t.markedThat(k) || t.quoteAt(k) >= 0 {
		return
	}
	h := t.head[k]
	set := contrasts[t.word(cc)] && cc > 0 && t.doc.Word(cc-1) == ","
	if h > cc || !set && (t.word(cc) != "and" || t.isPlainPast(h)) || (!t.utters(k) || depictings[t.lemma(k)]) && !(set && t.holdsClause(k)) {
		return
	}
	v := h
	if t.relation(k) == "conj" {
		v = t.sayingAbove(h)
	}
	if v >= 0 && t.saysVerb(v) && v < cc && t.sameTense(v, k) && t.quoteAt(v) < 0 {
		t.attach(k, v, "conj")
	}
}

// contrasts join what stands against what was said before.
var contrasts = words("but", "yet")

// sayingAbove returns the verb that the clause of h is what somebody says by, straight
// or inside what another believes; -1 where there is none.
func (t *deptree) sayingAbove(h int) int {
	for t.head[h] >= 0 && t.relation(h) == "ccomp" {
		h = t.head[h]
		if t.saysVerb(h) {
			return h
		}
	}
	return -1
}

// holdsClause reports whether v tells what somebody believes or means to do.
func (t *deptree) holdsClause(v int) bool {
	return holdings[t.lemma(v)] && t.kid(v, "ccomp") > v || intentions[t.lemma(v)] && t.infinitiveOf(v) > v
}

// isPlainPast reports whether v, or its copula, is a past tense without an auxiliary.
func (t *deptree) isPlainPast(v int) bool {
	if cop := t.kid(v, "cop"); cop >= 0 {
		return t.tag(cop) == "VBD" && t.tensedOf(v) == cop
	}
	return t.tag(v) == "VBD" && t.kid(v, "aux") < 0
}

// sameTense reports whether verbs v and k, or their first auxiliaries, both stand in the
// past or both in the present.
func (t *deptree) sameTense(v, k int) bool {
	_, a := t.isTensed(t.tensedOf(v))
	ok, b := t.isTensed(t.tensedOf(k))
	return ok && a == b
}

// tensedOf returns the first auxiliary or copula of v, or v where it has none.
func (t *deptree) tensedOf(v int) int {
	if aux := t.kid(v, "aux", "cop"); aux >= 0 && aux < v {
		return aux
	}
	return v
}

// joined-vow: "Lund says a tariff is an attack and vows to respond."
//
// A verb of saying without a subject of its own is joined to the verb of saying above the
// clause it hangs on where what that clause is about is a thing, which says nothing.
func (t *deptree) mendJoinedVow(k int) {
	h := t.head[k]
	if t.relation(k) != "conj" || h > k || t.kid(k, "cc") < 0 || t.kid(k, "nsubj") >= 0 || !t.isVerb(k) || !t.saysVerb(k) && !vows[t.lemma(k)] || t.quoteAt(k) >= 0 {
		return
	}
	s, v := t.kid(h, "nsubj"), t.sayingAbove(h)
	if s < 0 || t.tag(s) != "NN" || t.typeAt(s) != "" || t.isPerson(s) || documents[t.lemma(s)] || v < 0 || !t.sameTense(v, k) || t.quoteAt(v) >= 0 {
		return
	}
	t.attach(k, v, "conj")
}

var vows = words("vow", "pledge", "promise", "threaten", "urge")
