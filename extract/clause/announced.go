package clause

import "kg/extract/nlp"

// announced: "The governor added:" as the end of paragraph p, or "made the following
// statement:": what is said is the paragraph next, in quotation marks or set apart.
// Limit: of several paragraphs without marks only the first is taken.
func (a *attributor) announced(p, next nlp.Range) (attribution, bool) {
	if a.doc.Word(p.End-1) != ":" {
		return attribution{}, false
	}
	x := attribution{content: a.blockOf(next), verb: -1, place: behindCue, sentence: a.doc.SentenceOf(p.End - 1)}
	for i := p.End - 2; i >= a.sentence(p.End-1).First; i-- {
		switch {
		case a.isVerb(i) && a.saysVerb(i) && a.isFinite(i) && !a.isPassive(i):
			x.source, x.cue, x.verb, x.base, x.rule = a.sourceOf(i), a.verbWords(i), i, a.sayingBase(i), "says"
			return x, x.source.Head >= 0 && x.hasSource() && !a.isTaken(i)
		case contentNouns[a.lemma(i)] != "" && a.ownerOfContent(i) >= 0:
			x.source, x.cue, x.base, x.rule = a.phraseOf(a.ownerOfContent(i), []int{i}), []int{i}, contentNouns[a.lemma(i)], "content-noun"
			return x, true
		case a.isVerb(i):
			return attribution{}, false
		}
	}
	return attribution{}, false
}

// blockOf returns the quotation that the paragraph next begins with, which may run on
// over paragraphs, or the paragraph itself.
func (a *attributor) blockOf(next nlp.Range) nlp.Range {
	for _, q := range a.quotes {
		if q.outer.First == next.First {
			return q.inner
		}
	}
	return next
}

// isTaken reports whether token i is the verb of an attribution that is found already.
func (a *attributor) isTaken(i int) bool {
	for _, x := range a.list {
		if x.verb == i {
			return true
		}
	}
	return false
}
