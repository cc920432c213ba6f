package clause

import "kg/extract/nlp"

// second-saying: "Lund said it would close the road and warned drivers."
//
// A verb of speaking joined to a clause inside what somebody says may be the next thing
// he does: it shares no auxiliary with that clause, being in the past, and nothing but a
// pronoun for him can speak there. No vote accuses the mayor of fraud. Limit: what he
// says of himself with other verbs ("said he had won and thanked his brother") is left to
// the parser.
func (t *deptree) mendSecondSaying(k int) {
	h := t.head[k]
	if t.relation(k) != "conj" || t.tag(k) != "VBD" && !t.isIt(t.kid(k, "obj")) || h > k || t.head[h] > k || t.relation(h) != "ccomp" || !t.saysVerb(t.head[h]) || !t.utters(k) || t.kid(k, "cc") < h || t.kid(k, "nsubj", "aux") >= 0 || t.quoteAt(k) >= 0 {
		return
	}
	s, aux := t.kid(h, "nsubj"), t.kid(h, "aux")
	switch {
	case s < 0:
		return
	case eventNouns[t.lemma(s)], isDeed(t.lemma(s)):
	case t.tag(s) != "PRP" && t.typeAt(s) != nlp.Person && t.isIt(t.kid(k, "obj")): // nobody accuses himself without "self"
	case t.saysVerb(k) && (t.tag(s) == "PRP" || aux >= 0 && t.tag(aux) == "MD"):
	default:
		return
	}
	t.attach(k, t.head[h], "conj")
}

// isIt reports whether token i is "it".
func (t *deptree) isIt(i int) bool { return i >= 0 && t.word(i) == "it" }

// utters reports whether v is done with words: it says something, says something of its
// object, or asks somebody to do something.
func (t *deptree) utters(v int) bool {
	l := t.lemma(v)
	if t.saysVerb(v) {
		return true
	}
	o := t.kid(v, "obj")
	return o > v && (accusations[l] || namings[l] && t.kid(v, "xcomp") > o) || directives[l] && t.infinitiveOf(v) > v
}
