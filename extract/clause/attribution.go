package clause

import (
	"slices"

	"kg/extract/nlp"
)

// attribution is something that somebody says, holds or means: by whom, in
// which words, and which words of the sentence ascribe it.
type attribution struct {
	source    Argument  // zero where nobody is named: "it was reported that …"
	content   nlp.Range // may run over sentences, where it is a quotation
	tail      nlp.Range // what goes on with it behind the cue, not among the words shown
	cue       []int     // the words that ascribe it, in text order; none for a bare quotation
	verb      int       // the verb among them, -1 where there is none
	sentence  int       // of the cue
	quoted    bool      // the content begins or ends in quotation marks
	wanted    bool      // the content is an infinitive: what somebody is to do
	denied    bool      // the content is a claim that is said to be false
	factive   bool      // the author presents the content as so: "was angry that it closed"
	addressee Argument  // who is told; zero where nobody is
	base      string    // the relation in its base form: "say", "warn"
	rule      string    // the rule that found it
	place     attachment
}

// attachment says where the content stands in the sentence of its cue.
type attachment int

const (
	behindCue attachment = iota // "said that …"
	aroundCue                   // "…, he said": the cue stands behind or inside
)

// attributor finds the attributions of a document.
type attributor struct {
	*deptree
	list []attribution
}

// attributionsOf returns the attributions of a document in text order of their cues.
func attributionsOf(t *deptree) []attribution {
	a := &attributor{deptree: t}
	for k, s := range t.doc.Sentences {
		if s.Tokens.Len() > longestSentence {
			continue
		}
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			for _, find := range attributionFinders {
				if found, ok := find(a, i); ok {
					found.sentence = k
					a.add(found)
					break
				}
			}
		}
	}
	a.splitQuotes()
	a.signatures()
	a.claimQuotes()
	slices.SortStableFunc(a.list, func(x, y attribution) int { return x.anchor() - y.anchor() })
	return a.list
}

// attributionFinders look for an attribution whose cue is token i; the first
// that finds one wins.
var attributionFinders = []func(*attributor, int) (attribution, bool){
	(*attributor).byVerb,
	(*attributor).byAttitude,
	(*attributor).bySourcePhrase,
	(*attributor).byQuotedNoun,
	(*attributor).byNoun,
}

// anchor is the token by which attributions are ordered.
func (x attribution) anchor() int {
	if len(x.cue) > 0 {
		return x.cue[0]
	}
	return x.content.First
}

// covers reports whether token i stands in what x says.
func (x attribution) covers(i int) bool { return x.content.Has(i) || x.tail.Has(i) }

func (x attribution) hasSource() bool { return x.source.Tokens.Len() > 0 }

// add trims the content and keeps the attribution if something is left of it.
func (a *attributor) add(x attribution) {
	x.content = a.wholeQuotes(x)
	x.content = a.trim(x.content)
	if x.content.Len() > 0 && a.saysSomething(x.content) {
		slices.Sort(x.cue)
		x.cue = slices.Compact(x.cue)
		x.quoted = a.quoted(x.content)
		x.tail = a.tailOf(x)
		a.list = append(a.list, x)
	}
}

// saysSomething reports whether a word of content stands in r.
func (a *attributor) saysSomething(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if isWord(a.tag(i)) && a.tag(i) != "TO" {
			return true
		}
	}
	return false
}

// trim takes commas, stops and quotation marks off both ends, but leaves a mark
// whose partner stands inside.
func (a *attributor) trim(r nlp.Range) nlp.Range {
	for r.Len() > 0 && a.isIdle(r.First) {
		r.First++
	}
	for r.Len() > 0 && a.isIdle(r.End-1) {
		r.End--
	}
	return a.balanced(r)
}

// balanced takes in the mark right before or behind r whose partner stands in
// r, unless r both begins and ends with a quotation: marks on both sides say no
// more than none.
func (a *attributor) balanced(r nlp.Range) nlp.Range {
	whole := r
	for _, q := range a.quotes {
		switch {
		case q.inner.First > r.First && q.inner.End >= r.End && q.inner.First < r.End && !a.saysSomething(nlp.Range{First: r.End, End: q.inner.End}):
			whole.End = max(whole.End, q.outer.End)
		case q.inner.First == r.First && q.inner.End < r.End && q.inner.End > r.First:
			whole.First = min(whole.First, q.outer.First)
		}
	}
	if whole.First < r.First && whole.End > r.End {
		return r
	}
	return whole
}

// isIdle reports whether token i is a mark that says nothing at the edge of a content.
func (a *attributor) isIdle(i int) bool {
	switch w := a.doc.Word(i); w {
	case ",", ".", ":", ";", "-", "--", "–", "—", "―", "'":
		return true
	default:
		return isMark(a.doc, i)
	}
}

// quoted reports whether r begins or ends inside a quotation, or with its mark.
func (a *attributor) quoted(r nlp.Range) bool {
	return a.quoteAt(r.First) >= 0 || a.quoteAt(r.End-1) >= 0 ||
		slices.ContainsFunc(a.quotes, func(q quotation) bool { return q.outer.First == r.First || q.outer.End == r.End })
}

// wholeQuotes widens the content of x by the quotations that it begins or ends
// in, unless the cue itself stands in them.
func (a *attributor) wholeQuotes(x attribution) nlp.Range {
	r := x.content
	for _, q := range a.quotes {
		if !q.inner.Overlaps(r) || x.verb >= 0 && q.inner.Has(x.verb) || x.hasSource() && q.inner.Has(x.source.Head) {
			continue
		}
		if q.inner.First < r.First && (x.place == aroundCue || q.inner.Has(r.First)) && !holdsAny(q.outer, x.cue) {
			r.First = q.outer.First
		}
		if q.inner.End > r.End && !holdsAny(q.outer, x.cue) {
			r.End = q.outer.End
		}
	}
	return r
}

// holdsAny reports whether one of the tokens lies in r.
func holdsAny(r nlp.Range, tokens []int) bool {
	return slices.ContainsFunc(tokens, r.Has)
}
