package clause

import "kg/extract/nlp"

// ownWords cuts from the end of r, which stands behind the cue v, what the author
// adds: a concession, "as the police have said".
func (a *attributor) ownWords(r nlp.Range, v int, place attachment) nlp.Range {
	if place != behindCue {
		return r
	}
	end := r.End
	for end > r.First && !isWord(a.tag(end-1)) {
		end--
	}
	for k := r.First; k < end; k++ {
		inner := a.yield(k, nil)
		if a.relation(k) != "advcl" || inner.End < end || !a.behindComma(inner.First) || a.quoteAt(k) >= 0 {
			continue
		}
		if a.addedByAuthor(k) {
			return nlp.Range{First: r.First, End: inner.First}
		}
	}
	return r
}

// addedByAuthor reports whether the clause of k, set off at the end of what
// somebody says, is no part of that.
func (t *deptree) addedByAuthor(k int) bool {
	switch t.markBefore(k) {
	case "although", "though", "while", "whereas":
		return true
	case "as":
		return t.saysVerb(k)
	case "with":
		return t.tag(k) == "VBG" && t.ownSubject(k) >= 0 && (t.saysVerb(k) || lastings[t.lemma(k)])
	case "":
		return t.tag(k) == "VBG" && t.saysVerb(k) && t.ownSubject(k) < 0
	}
	return false
}

// lastings say that something goes on as it was before: no news to be said, but what
// the author reminds the reader of, as in "…, with Reyes continuing as chair".
var lastings = words("continue", "remain", "stay")
