package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// ascribedContent: "accused the firm of hiding the loss", "described the vote as
// “a farce”", "called it “a disgrace”", "likened the rule to a wall": an object
// and what is said of it.
func (a *attributor) ascribedContent(v, source int) (nlp.Range, attachment) {
	o := a.kid(v, "iobj", "obj")
	if o < v || a.isPassive(v) || source < 0 || a.endsOffice(v) {
		return nlp.Range{}, behindCue
	}
	lemma := a.lemma(v)
	r := nlp.Range{First: a.yield(o, nil).First}
	if q, ok := a.nameInMarks(v); ok && namings[lemma] {
		r = nlp.Range{First: min(r.First, v+1), End: q.inner.End}
		return a.withGround(r, v), behindCue
	}
	if k := a.chargeBehind(v, o); k >= 0 {
		r.End = a.yield(k, nil).End
		return r, behindCue
	}
	for _, k := range a.kids[v] {
		inner := a.yield(k, nil)
		switch {
		case k <= o:
		case accusations[lemma] && a.ascribes(v, k), namings[lemma] && a.relation(k) == "xcomp" && a.hasQuotation(inner), judgings[lemma] && a.isPredicate(k):
			r.End = inner.End
			return a.withGround(r, v), behindCue
		}
	}
	if k := a.kid(o, "nmod"); k > o && judgingsAs[lemma] && a.preposition(k) == "as" && a.yield(k, nil).End == a.yield(o, nil).End {
		r.End = a.yield(k, nil).End
		return r, behindCue
	}
	if lemma == "call" && a.hasPostmodifier(o) {
		r.End = a.yield(o, nil).End
		return r, behindCue
	}
	return nlp.Range{}, behindCue
}

// chargeBehind returns the head of what the object o of "accuse" or "suspect" is
// charged with, and of what "blame" lays o on, wherever the parser hung it; -1 where
// v is another verb or nothing follows.
func (a *attributor) chargeBehind(v, o int) int {
	p := chargings[a.lemma(v)]
	if p == "" {
		return -1
	}
	for i := o + 1; i < a.yield(v, nil).End; i++ {
		h := a.head[i]
		if a.word(i) != p || h <= i || a.relation(i) != "case" && a.relation(i) != "mark" {
			continue
		}
		if a.head[h] == o || a.head[h] == v || a.tag(h) == "VBG" || a.kid(h, "cop") >= 0 {
			return h
		}
	}
	return -1
}

// chargings are the accusations whose charge stands behind one preposition alone.
var chargings = map[string]string{"accuse": "of", "suspect": "of", "blame": "on"}

// withGround adds to r the "for" phrase right behind it, which says why somebody
// is called so: "called him “a genius” for his plan".
func (a *attributor) withGround(r nlp.Range, v int) nlp.Range {
	for r.End < len(a.doc.Tokens) && isMark(a.doc, r.End) {
		r.End++
	}
	for _, k := range a.kids[v] {
		if inner := a.yield(k, nil); inner.First == r.End && a.preposition(k) == "for" {
			r.End = inner.End
		}
	}
	return r
}

// isPredicate reports whether k, behind the object of a verb, says what that is
// called or held to be: "called the vote a mistake", "thinks it unfair".
func (a *attributor) isPredicate(k int) bool {
	switch rel := a.relation(k); {
	case strings.HasPrefix(a.tag(k), "JJ") || a.tag(k) == "VBN" || foundStates[a.word(k)]:
		return rel == "xcomp" && !a.isFoundState(k)
	case strings.HasPrefix(a.tag(k), "NN"):
		return (rel == "xcomp" || rel == "obj" || rel == "obl") && a.preposition(k) == "" && (!a.isTimeWord(k) || a.kidWord(k, indefinites) >= 0)
	}
	return false
}

// isFoundState reports whether k is what a court or a rescuer finds somebody to be, which is a
// deed and no opinion.
func (a *attributor) isFoundState(k int) bool {
	return a.lemma(a.head[k]) == "find" && foundStates[a.word(k)]
}

var indefinites = words("a", "an")

// hasPostmodifier reports whether an adjective or participle that the parser took
// for a modifier stands behind the noun o: "called the charges unfounded".
func (a *attributor) hasPostmodifier(o int) bool {
	for _, k := range a.kids[o] {
		if k > o && a.relation(k) == "amod" {
			return true
		}
	}
	return false
}

// nameInMarks returns the quotation that v calls its object: it begins behind that
// in the phrase of v, with no verb between, whatever the parser made of it.
func (a *attributor) nameInMarks(v int) (quotation, bool) {
	r := a.yield(v, nil)
	for _, q := range a.quotes {
		if q.outer.First <= v+1 || !r.Has(q.inner.First) {
			continue
		}
		return q, !a.hasVerb(nlp.Range{First: v + 1, End: q.outer.First})
	}
	return quotation{}, false
}

// ascribes reports whether k is a clause or noun that "of", "for" or "as", or "to"
// behind a verb of comparing, ascribes to the object of v.
func (a *attributor) ascribes(v, k int) bool {
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
		return !depictings[a.lemma(v)] && (rel == "obl" || a.tag(k) == "VBG" || a.kid(k, "cop") >= 0)
	case "to":
		return comparisons[a.lemma(v)] && a.infinitiveMark(k) < 0
	case "with":
		return comparisons[a.lemma(v)] && a.lemma(v) != "compare" && rel == "obl" // who compares prices with others says nothing
	}
	return false
}

// endsOffice reports whether v ends or gives an office, which stands behind "as" without
// an article: "dismissed Lund as director".
func (a *attributor) endsOffice(v int) bool {
	return officings[a.lemma(v)] && slices.ContainsFunc(a.kids[v], func(k int) bool {
		return k > v && titleNouns[a.lemma(k)] && a.preposition(k) == "as" && a.kid(k, "det") < 0
	})
}

// officings are the accusations that also say who is to hold an office.
var officings = words("dismiss", "cast", "reject")

// comparisons say what something is like by a phrase with "to" or "with".
var comparisons = words("liken", "compare", "equate")

// depictings say what something is by "as" alone.
var depictings = words("describe", "portray", "characterise", "characterize", "paint", "depict", "cast", "regard", "view",
	"see", "identify", "rate", "perceive", "conceive", "cite")
