package clause

import "kg/extract/nlp"

// asContent: "As the police have said, the dam is safe", "The dam is safe, as the
// mayor put it": the clause that the "as" clause of v is set off from.
func (a *attributor) asContent(v, source int) (nlp.Range, attachment) {
	none := nlp.Range{}
	if a.markBefore(v) != "as" || source < 0 || a.ownSubject(v) < 0 || a.relation(v) != "advcl" || !a.saysVerb(v) {
		return none, aroundCue
	}
	if a.kid(v, "ccomp", "xcomp") >= 0 || a.kid(v, "obj") >= 0 && !a.isPutIt(v) {
		return none, aroundCue
	}
	own := a.yield(v, nil)
	if !a.behindComma(own.First) && own.First != a.sentence(v).First {
		return none, aroundCue
	}
	return a.aroundPhrase(v, own), aroundCue
}

// isPutIt reports whether v is the verb of "put it", which says how something is said.
func (t *deptree) isPutIt(v int) bool {
	o := t.kid(v, "obj")
	return t.lemma(v) == "put" && o > v && t.word(o) == "it"
}
