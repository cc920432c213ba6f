package clause

import (
	"strings"

	"kg/extract/nlp"
)

// accusedContent: "accused the firm of hiding the loss", "described the vote as
// “a farce”", "called it “a disgrace”".
func (a *attributor) accusedContent(v, source int) (nlp.Range, attachment) {
	o := a.kid(v, "obj")
	if o < v || a.isPassive(v) || source < 0 {
		return nlp.Range{}, behindCue
	}
	lemma := a.lemma(v)
	if q, ok := a.nameInMarks(v, o); ok && namings[lemma] {
		return nlp.Range{First: a.yield(o, nil).First, End: q.inner.End}, behindCue
	}
	if p := a.kid(o, "nmod"); lemma == "accuse" && p > o && a.preposition(p) == "of" {
		return a.yield(o, nil), behindCue // the parser hangs what he is accused of on the accused
	}
	for _, k := range a.kids[v] {
		inner := a.yield(k, nil)
		switch {
		case k <= o:
		case accusations[lemma] && a.ascribes(k), namings[lemma] && a.relation(k) == "xcomp" && a.hasQuotation(inner), judgings[lemma] && a.isPredicate(k):
			return nlp.Range{First: a.yield(o, nil).First, End: inner.End}, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// isPredicate reports whether k, behind the object of a verb, says what that is
// called or held to be: "called the vote a mistake", "thinks it unfair".
func (a *attributor) isPredicate(k int) bool {
	switch rel := a.relation(k); {
	case strings.HasPrefix(a.tag(k), "JJ") || a.tag(k) == "VBN":
		return rel == "xcomp"
	case strings.HasPrefix(a.tag(k), "NN"):
		return (rel == "xcomp" || rel == "obj" || rel == "obl") && a.preposition(k) == "" && !a.isTimeWord(k)
	}
	return false
}

// nameInMarks returns the quotation that v calls its object o: it begins behind o
// in the phrase of v, with no verb between, whatever the parser made of it.
func (a *attributor) nameInMarks(v, o int) (quotation, bool) {
	r := a.yield(v, nil)
	for _, q := range a.quotes {
		if q.outer.First <= o || !r.Has(q.inner.First) {
			continue
		}
		return q, !a.hasVerb(nlp.Range{First: o, End: q.outer.First})
	}
	return quotation{}, false
}

// ascribes reports whether k is a clause or noun that "of", "for" or "as" ascribes.
func (a *attributor) ascribes(k int) bool {
	rel := a.relation(k)
	if rel != "advcl" && rel != "obl" && rel != "xcomp" && rel != "ccomp" {
		return false
	}
	p := a.preposition(k)
	for _, m := range a.kids[k] {
		if a.relation(m) == "mark" {
			p = a.word(m)
		}
	}
	switch p {
	case "as":
		return true
	case "of", "for":
		return rel == "obl" || a.tag(k) == "VBG"
	}
	return false
}
