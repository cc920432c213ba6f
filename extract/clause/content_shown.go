package clause

import "kg/extract/nlp"

// shownContent: "The poll shows Reyes leading by three points", "shows her with a
// lead": what a document or a survey shows of an object. Who shows somebody
// something says nothing.
func (a *attributor) shownContent(v, source int) (nlp.Range, attachment) {
	o := a.kid(v, "iobj", "obj")
	if !a.isDocumented(v, source) || o < v || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	r, predicated := a.yield(o, nil), a.isShownWith(o)
	for _, k := range a.kids[v] {
		inner := a.yield(k, nil)
		if k <= o || inner.First != r.End || a.doc.Word(inner.First) == "," {
			continue
		}
		switch rel := a.relation(k); {
		case rel == "xcomp", rel == "advcl" && a.markBefore(k) == "", rel == "advmod", rel == "obl", rel == "obj":
			r.End, predicated = inner.End, true
		}
	}
	if !predicated {
		return nlp.Range{}, behindCue
	}
	return r, behindCue
}

// isShownWith reports whether a phrase with "with" says of the name o how it is shown.
func (a *attributor) isShownWith(o int) bool {
	for _, k := range a.kids[o] {
		if k > o && a.relation(k) == "nmod" && a.preposition(k) == "with" {
			return a.isPerson(o)
		}
	}
	return false
}
