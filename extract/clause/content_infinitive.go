package clause

import "kg/extract/nlp"

// infinitiveContent: "vowed to rebuild the town", "urged the army to leave".
func (a *attributor) infinitiveContent(v, source int) (nlp.Range, attachment) {
	if a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	k := a.infinitiveOf(v)
	if k < 0 {
		return nlp.Range{}, behindCue
	}
	r := a.yield(k, nil)
	switch o := a.kid(v, "obj", "iobj", "obl"); {
	case o > v && o < r.First && directives[a.lemma(v)]:
		first := a.yield(o, func(j int) bool { return a.head[j] == o && a.relation(j) == "case" }).First
		return nlp.Range{First: first, End: r.End}, behindCue
	case intentions[a.lemma(v)] && source >= 0:
		return r, behindCue
	}
	return nlp.Range{}, behindCue
}

// infinitiveOf returns the infinitive with "to" that completes v, or -1.
func (a *attributor) infinitiveOf(v int) int {
	for _, k := range a.kids[v] {
		if rel := a.relation(k); k > v && (rel == "xcomp" || rel == "ccomp" || rel == "advcl") && a.infinitiveMark(k) > v {
			return k
		}
	}
	return -1
}
