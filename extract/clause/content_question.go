package clause

import (
	"strings"

	"kg/extract/nlp"
)

// questionContent: "argued over who should lead the party", "weighed in about whether
// the film should be shown": the question that is spoken of behind a preposition.
func (a *attributor) questionContent(v, source int) (nlp.Range, attachment) {
	if source < 0 || a.isPassive(v) || !a.saysVerb(v) && !holdings[a.lemma(v)] && !disputings[a.lemma(v)] && !weighings[a.lemma(v)] && topicVerbs[a.lemma(v)] == nil {
		return nlp.Range{}, behindCue
	}
	if weighings[a.lemma(v)] {
		for _, k := range a.kids[v] {
			if o := a.opener(k); k > v && o > v && a.word(o) == "whether" {
				return a.yield(k, nil), behindCue // "is considering whether to hear it"
			}
		}
	}
	return a.questionBehind(v), behindCue
}

// weighings are the verbs, besides those of saying and believing, of looking for the answer
// to a question.
var weighings = words("consider", "weigh", "debate", "discuss", "examine", "study", "investigate", "assess", "review", "contemplate",
	"probe", "ascertain", "evaluate")

// questionBehind returns the clause that a question word opens behind a preposition
// and that hangs on i.
func (a *attributor) questionBehind(i int) nlp.Range {
	for _, k := range a.kids[i] {
		if rel := a.relation(k); k < i || rel != "advcl" && rel != "ccomp" && rel != "acl" {
			continue
		}
		for _, m := range a.kids[k] {
			if a.relation(m) != "mark" || m > k {
				continue
			}
			switch a.word(m) {
			case "about", "over", "on", "of":
				if a.opensQuestion(m + 1) {
					return nlp.Range{First: m + 1, End: a.yield(k, nil).End}
				}
			}
		}
	}
	return nlp.Range{}
}

// opensQuestion reports whether token i opens a question: "whether", "how", "who".
func (a *attributor) opensQuestion(i int) bool {
	return i < len(a.doc.Tokens) && (a.word(i) == "whether" || strings.HasPrefix(a.tag(i), "W") && a.word(i) != "that")
}

// disputings are the verbs, besides those of saying and believing, of having different
// answers to a question.
var disputings = words("spar", "clash", "differ", "quarrel", "debate", "disagree", "weigh", "feud", "wrangle", "bicker", "split")
