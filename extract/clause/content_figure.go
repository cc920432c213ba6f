package clause

import (
	"strings"

	"kg/extract/nlp"
)

// figureContent: "The ministry put the death toll at 34", "estimates the cost at $2 million":
// a thing that is counted and the number that somebody gives for it.
// Limit: only with "at".
func (a *attributor) figureContent(v, source int) (nlp.Range, attachment) {
	o := a.kid(v, "obj")
	if !estimatings[a.lemma(v)] || source < 0 || o < v || a.isPassive(v) || !strings.HasPrefix(a.tag(o), "NN") {
		return nlp.Range{}, behindCue
	}
	for k := o + 1; k < a.yield(v, nil).End; k++ {
		if a.preposition(k) == "at" && a.isCount(k) && a.isArgument(k, v) {
			return nlp.Range{First: a.yield(o, nil).First, End: a.yield(k, nil).End}, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// estimatings say how much something is by a number behind "at".
var estimatings = words("put", "estimate", "value", "peg", "place", "assess", "reckon")

// isCount reports whether the phrase of k gives a number.
func (a *attributor) isCount(k int) bool {
	return a.tag(k) == "CD" || a.tag(k) == "$" || a.kid(k, "nummod") >= 0
}
