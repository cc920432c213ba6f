package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// soContent: "The bridge is safe, or so the mayor says", and "The bridge is safe. The mayor
// said so on Monday.": what "so" stands for is the clause before "or", or the sentence
// before in the same paragraph.
// Limit: what the sentence before says somebody said is his already; where "so" says how much or what follows from something it is no object; who has
// not said so is left.
func (a *attributor) soContent(v, source int) (nlp.Range, attachment) {
	none := nlp.Range{}
	so := a.kidWord(v, words("so"))
	if so < 0 || source < 0 || !a.saysVerb(v) && !holdings[a.lemma(v)] || a.isPassive(v) || !a.isFinite(v) || a.kidWord(v, negators) >= 0 || a.kid(v, "ccomp", "xcomp", "obj") >= 0 {
		return none, aroundCue
	}
	s := a.sentence(v)
	if so < v && so-2 > s.First && a.word(so-1) == "or" && so+1 == a.yield(source, nil).First {
		return nlp.Range{First: s.First, End: so - 1}, aroundCue
	}
	k := a.doc.SentenceOf(v)
	if so != v+1 || a.tag(so) != "RB" || k == 0 || a.doc.Sentences[k-1].Paragraph != a.doc.Sentences[k].Paragraph || a.head[v] >= 0 {
		return none, aroundCue
	}
	before := a.sentence(a.doc.Sentences[k-1].Tokens.First)
	if slices.ContainsFunc(a.list, func(x attribution) bool { return x.sentence == k-1 && x.hasSource() }) {
		return none, aroundCue // who says it there has said what
	}
	if last := before.End - 1; !a.hasVerb(before) || strings.ContainsAny(a.doc.Word(last), "?:") || a.quoteAt(before.First) >= 0 {
		return none, aroundCue
	}
	return before, aroundCue
}
