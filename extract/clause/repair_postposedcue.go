package clause

import "kg/extract/nlp"

// postposed-cue: "The dam was shut, the ministry said, ending years of work."
//
// Behind who says it, a comma takes up what is said: an -ing form there tells of that, and
// the ministry ends nothing. Limit: what only somebody does (citing, adding that) is the
// speaker's, and so is what stands behind a quotation.
func (t *deptree) mendPostposedCue(v int) {
	cue := t.head[v]
	if t.relation(v) != "advcl" || cue > v || t.relation(cue) != "parataxis" || !t.saysVerb(cue) || !t.isSetOff(v) || !t.isOfContent(v, cue) {
		return
	}
	said := t.head[cue]
	if s := t.kid(cue, "nsubj"); s >= 0 && s < cue && said >= 0 && said < cue && t.isVerb(said) && t.kid(cue, "ccomp", "obj") < 0 && t.kid(said, "nsubj") >= 0 {
		t.attach(v, said, "advcl")
	}
}

// isOfContent reports whether the -ing form v behind the cue tells of what is said and not of
// who says it.
func (t *deptree) isOfContent(v, cue int) bool {
	if t.tag(v) != "VBG" || t.hasOwnWords(v) || statings[t.lemma(v)] || bodyDeeds[t.lemma(v)] || t.saysVerb(v) {
		return false
	}
	s := t.kid(cue, "nsubj")
	return s >= 0 && !t.endsQuotation(t.yield(s, nil).First)
}

// isTakenUp reports whether the -ing form v stands behind the cue and hangs on what is said.
func (t *deptree) isTakenUp(v, cue int) bool {
	return t.relation(v) == "advcl" && v > cue && t.head[v] >= 0 && t.head[v] < cue && !t.under(v, cue) && t.isOfContent(v, cue)
}

// isJoinedOn reports whether the verb v stands behind the cue and is joined, without a subject of
// its own, to one before it: "The dam was built in a rush, Lund said, and was never tested."
func (t *deptree) isJoinedOn(v, cue int) bool {
	h, and := t.head[v], t.kid(v, "cc")
	return t.relation(v) == "conj" && v > cue && h >= 0 && h < cue && h != cue && t.isVerb(v) && and > cue && and < v && t.isSetOff(and) &&
		t.kid(v, "nsubj", "mark") < 0 && t.kid(h, "nsubj") >= 0 && t.kid(h, "nsubj") < h && !t.saysVerb(v)
}

// tailOf returns the -ing form or the joined verb behind the cue of x that goes on with its
// content.
func (a *attributor) tailOf(x attribution) nlp.Range {
	if x.verb < 0 || x.place != aroundCue || x.content.End > x.verb {
		return nlp.Range{}
	}
	for k := x.verb + 1; k < a.sentence(x.verb).End; k++ {
		if (a.isTakenUp(k, x.verb) || a.isJoinedOn(k, x.verb)) && x.content.Has(a.head[k]) {
			return a.yield(k, nil)
		}
	}
	return nlp.Range{}
}

// endsQuotation reports whether a quotation ends right before token i.
func (t *deptree) endsQuotation(i int) bool {
	for i--; i >= 0 && t.relation(i) == "punct"; i-- {
		if isMark(t.doc, i) {
			return true
		}
	}
	return false
}
