package clause

import (
	"slices"

	"kg/extract/nlp"
)

// gerundSayings take an -ing form for what is said or weighed: "denied stealing it".
var gerundSayings = words("deny", "admit", "propose", "suggest", "recommend", "consider", "contemplate", "advocate",
	"favour", "favor", "oppose", "support", "acknowledge", "mention", "describe", "regret", "anticipate", "confess",
	"discuss")

// gerundContent: "proposed closing the mine", "called for taxing the rich".
func (a *attributor) gerundContent(v, source int) (nlp.Range, attachment) {
	if source < 0 || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	for _, k := range a.kids[v] {
		rel := a.relation(k)
		if k < v || a.tag(k) != "VBG" || a.isSetOff(k) || rel != "xcomp" && rel != "ccomp" && rel != "advcl" {
			continue
		}
		r := nlp.Range{First: k, End: a.yield(k, nil).End}
		if k > v+1 && a.word(k-1) == "not" {
			r.First = k - 1 // "regretted not meeting him"
		}
		switch p := a.markBefore(k); {
		case p == "" && gerundSayings[a.lemma(v)] && k <= v+2, p != "" && slices.Contains(topicVerbs[a.lemma(v)], p):
			return r, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// markBefore returns the word that opens the clause of k, empty where none does.
func (t *deptree) markBefore(k int) string {
	if m := t.kid(k, "mark"); m >= 0 && m < k {
		return t.word(m)
	}
	return ""
}
