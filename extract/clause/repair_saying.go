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

// said-relative: "Reyes, who officials said was armed, fled."
//
// A relative pronoun before somebody who says something is the subject of what he says,
// where that has none and opens in a tensed verb. The parser gives the verb of saying two
// subjects, or an object besides what is said.
// Limit: what has a subject of its own is left ("the firm which, he said, he owned").
func (t *deptree) mendSaidRelative(i int) {
	v := t.head[i]
	if rel := t.relation(i); rel != "nsubj" && rel != "obj" || !relativizers[t.word(i)] || i > v || t.fullRelation(v) != "acl:relcl" || !t.saysVerb(v) && !holdings[t.lemma(v)] {
		return
	}
	k, speaker := t.kid(v, "ccomp"), -1
	for _, s := range t.kids[v] {
		if t.relation(s) == "nsubj" && s > i && s < v {
			speaker = s
		}
	}
	if k < v || speaker < 0 || t.kid(k, "nsubj", "csubj", "mark") >= 0 {
		return
	}
	switch first := t.yield(k, nil).First; t.tag(first) {
	case "VBD", "VBZ", "VBP", "MD":
		rel := "nsubj"
		if t.isPassive(k) {
			rel = "nsubj:pass"
		}
		t.attach(i, k, rel)
	}
}

// asked-when: "They asked when they would meet again."
//
// Behind a verb of asking "when", "where", "why" and "how" open what is asked, right behind
// the verb or whom it asks. The parser takes the clause for a circumstance, of that verb or
// of one behind ("Asked when it would open, Lund said").
// Limit: with words between ("asked for help when it fell") it is a circumstance.
func (t *deptree) mendAskedWhen(i int) {
	o := t.opener(i)
	if t.relation(i) != "advcl" || o < 0 || t.tag(o) != "WRB" || t.yield(i, nil).First != o || o == t.sentence(i).First {
		return
	}
	v := o - 1
	if !t.isVerb(v) {
		for _, k := range t.kids[t.head[i]] {
			if rel := t.relation(k); (rel == "iobj" || rel == "obj") && t.yield(k, nil).End == o && t.yield(k, nil).First == t.head[i]+1 {
				v = t.head[i]
			}
		}
	}
	if l := t.lemma(v); l != "ask" && l != "wonder" && l != "inquire" && l != "enquire" || !t.isVerb(v) || t.kid(v, "ccomp", "xcomp") >= 0 || t.quoteAt(v) != t.quoteAt(i) {
		return
	}
	t.attach(i, v, "ccomp")
}
