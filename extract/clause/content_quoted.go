package clause

import "kg/extract/nlp"

// quotedContent: a quotation that follows or ends right before the clause of v.
func (a *attributor) quotedContent(v, source int) (nlp.Range, attachment) {
	if !a.saysVerb(v) && !utterings[a.lemma(v)] || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	if q, ok := a.quoteAfter(v, source); ok {
		return q.inner, behindCue
	}
	if source >= 0 && a.isFinite(v) && !a.isRelative(v) {
		if q, ok := a.quoteBefore(v, source); ok {
			return q.inner, aroundCue
		}
	}
	return nlp.Range{}, behindCue
}

// utterings are the verbs, besides those of saying, that say what stands in quotation marks.
var utterings = words("sing", "type", "scribble", "scrawl", "recite", "roar", "growl", "holler", "bellow", "thunder", "sob",
	"gasp", "groan", "grunt", "sneer", "jeer", "croon", "deadpan", "scold", "chide", "enthuse", "bark", "hiss", "rasp", "wail")

// quoteAfter returns the quotation that the clause of v leads to: no other verb
// stands between.
func (a *attributor) quoteAfter(v, source int) (quotation, bool) {
	end := a.sentence(v).End
	for _, q := range a.quotes {
		if q.outer.First <= v || q.outer.First > end || q.inner.Has(v) {
			continue
		}
		for i := v + 1; i < q.outer.First; i++ {
			if a.isVerb(i) || a.tag(i) == "MD" || a.doc.Word(i) == ";" {
				return quotation{}, false
			}
		}
		return q, a.isUtterance(q) && a.leadsTo(v, q) && !(a.isRelative(v) && a.opensTensed(q))
	}
	return quotation{}, false
}

// opensTensed reports whether q opens with a tensed verb, whose subject stands before it:
// "anybody who complains “is not well”".
func (a *attributor) opensTensed(q quotation) bool {
	tag := a.tag(q.inner.First)
	return tag == "VBZ" || tag == "VBD" || tag == "VBP" || tag == "MD"
}

// leadsTo reports whether the quotation stands where v's object does: right
// behind v, or behind a comma or colon.
func (a *attributor) leadsTo(v int, q quotation) bool {
	before := q.outer.First - 1
	if before == v {
		return true
	}
	w := a.doc.Word(before)
	return w == "," || w == ":" || w == "that" || a.head[before] == v && q.outer.First < a.sentence(v).End
}

// isUtterance reports whether a quotation holds more than a name or a title: a
// verb, or an end of sentence.
func (a *attributor) isUtterance(q quotation) bool {
	for i := q.inner.First; i < q.inner.End; i++ {
		if a.isVerb(i) && a.tag(i) != "VBG" && a.tag(i) != "VBN" || a.tag(i) == "MD" {
			return true
		}
	}
	last := a.doc.Word(q.inner.End - 1)
	return last == "," || last == "." || last == "!" || last == "?"
}

// quoteBefore returns the quotation that ends right before the clause of v and
// its subject, in the same sentence or the one before.
func (a *attributor) quoteBefore(v, source int) (quotation, bool) {
	first := min(v, a.yield(source, func(k int) bool { return k == v }).First)
	for first > 0 && a.startsCue(first-1) {
		first--
	}
	for k := len(a.quotes) - 1; k >= 0; k-- {
		q := a.quotes[k]
		if q.outer.End > first {
			continue
		}
		here, there := a.doc.SentenceOf(v), a.doc.SentenceOf(q.inner.End-1)
		if here != there && !(a.opensSentence(q) && a.kid(v, "obj", "ccomp", "xcomp") < 0) {
			return quotation{}, false // its own sentence ends with it
		}
		return q, a.isUtterance(q) && first-q.outer.End <= 1 && (first == q.outer.End || a.doc.Word(first-1) == ",") &&
			a.doc.Sentences[a.doc.SentenceOf(q.inner.First)].Paragraph == a.doc.Sentences[here].Paragraph
	}
	return quotation{}, false
}

// quoteEndsBefore reports whether a quotation ends right before token i, but
// for a comma.
func (a *attributor) quoteEndsBefore(i int) bool {
	k := i - 1
	for k >= 0 && (a.doc.Word(k) == "," || isMark(a.doc, k)) {
		if isMark(a.doc, k) {
			return true
		}
		k--
	}
	return false
}

// hasQuotation reports whether a quotation begins in r.
func (a *attributor) hasQuotation(r nlp.Range) bool {
	for _, q := range a.quotes {
		if r.Has(q.outer.First) {
			return true
		}
	}
	return false
}
