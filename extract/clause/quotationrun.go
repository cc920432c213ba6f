package clause

import "unicode"

// claimQuotes gives the quotations that no cue claims to the one who was just
// speaking: as part of what he was quoted with before, if nothing stands
// between, else as a statement of its own.
func (a *attributor) claimQuotes() {
	for k := 0; k < len(a.quotes); k++ {
		q := a.quotes[k]
		if a.claimed(q) || !a.isUtterance(q) || !a.opensSentence(q) || a.isHeading(q) {
			continue
		}
		from := a.speakerBefore(q)
		if from < 0 {
			continue
		}
		if a.directlyBehind(a.list[from], q) {
			a.list[from].content = a.trim(union(a.list[from].content, q.inner))
			a.list[from].quoted = true
			continue
		}
		if !a.fillsSentences(q) {
			continue
		}
		x := a.list[from]
		a.add(attribution{
			source: x.source, content: q.inner, verb: -1, place: aroundCue,
			sentence: a.doc.SentenceOf(q.inner.First), base: "say", rule: "speech-turn",
		})
	}
}

// isHeading reports whether the quotation fills its paragraph and all its longer words
// begin with capitals, as those of a heading do.
func (a *attributor) isHeading(q quotation) bool {
	for _, s := range []int{q.outer.First - 1, q.outer.End} {
		if s >= 0 && s < len(a.doc.Tokens) && a.doc.Sentences[a.doc.SentenceOf(s)].Paragraph == a.doc.Sentences[a.doc.SentenceOf(q.inner.First)].Paragraph {
			return false
		}
	}
	capitals := 0
	for i := q.inner.First; i < q.inner.End; i++ {
		w := a.doc.Word(i)
		if len(w) < longestSmallWord || !isWord(a.tag(i)) {
			continue
		}
		if !unicode.IsUpper(rune(w[0])) {
			return false
		}
		capitals++
	}
	return capitals > 1
}

// longestSmallWord is the number of letters from which a word of a heading has a capital.
const longestSmallWord = 4

// splitQuotes joins to what is said before a cue the quotation that takes it up
// behind the cue, in the same sentence: "“The dam,” she said, “is safe.”"
func (a *attributor) splitQuotes() {
	for k := range a.list {
		x := &a.list[k]
		if x.place != aroundCue || x.verb < 0 || !x.quoted {
			continue
		}
		end := a.doc.Sentences[x.sentence].Tokens.End
		for _, q := range a.quotes {
			if q.outer.First > x.verb && q.outer.First < end && q.inner.End > x.content.End && a.takesUp(x, q) && !a.claimed(q) {
				x.content = a.trim(union(x.content, q.inner))
				break
			}
		}
	}
}

// takesUp reports whether no clause of its own stands between the cue of x and q.
func (a *attributor) takesUp(x *attribution, q quotation) bool {
	for i := x.verb + 1; i < q.outer.First; i++ {
		if a.isVerb(i) && a.tag(i) != "VBG" && a.tag(i) != "VBN" || a.tag(i) == "MD" || a.doc.Word(i) == ";" {
			return false
		}
	}
	return true
}

// claimed reports whether an attribution has q, or most of it, as its content.
func (a *attributor) claimed(q quotation) bool {
	for _, x := range a.list {
		if x.content.Overlaps(q.inner) && (len(x.cue) == 0 || !q.inner.Has(x.anchor())) {
			return true
		}
	}
	return false
}

// opensSentence reports whether the quotation begins a sentence.
func (a *attributor) opensSentence(q quotation) bool {
	s := a.sentence(q.inner.First)
	return q.inner.First == s.First || q.outer.First == s.First || q.outer.First < s.First
}

// fillsSentences reports whether nothing stands beside the quotation in its sentences.
func (a *attributor) fillsSentences(q quotation) bool {
	last := a.sentence(q.inner.End - 1)
	for i := q.inner.End; i < last.End; i++ {
		if isWord(a.tag(i)) {
			return false
		}
	}
	return true
}

// speakerBefore returns the attribution of the one who speaks last before q in
// its paragraph, or, where q opens one, in the paragraph before; -1 for none.
func (a *attributor) speakerBefore(q quotation) int {
	here := a.doc.Sentences[a.doc.SentenceOf(q.inner.First)].Paragraph
	best := -1
	for k, x := range a.list {
		if x.content.First >= q.inner.First || x.anchor() >= q.inner.First || !x.hasSource() || x.base != "say" && !x.quoted {
			continue
		}
		there := a.doc.Sentences[x.sentence].Paragraph
		if there != here && (there != here-1 || !x.quoted || !a.opensParagraph(q)) {
			continue
		}
		if best < 0 || x.anchor() >= a.list[best].anchor() {
			best = k
		}
	}
	return best
}

// opensParagraph reports whether q is the first thing in its paragraph.
func (a *attributor) opensParagraph(q quotation) bool {
	k := a.doc.SentenceOf(q.inner.First)
	return a.opensSentence(q) && (k == 0 || a.doc.Sentences[k-1].Paragraph != a.doc.Sentences[k].Paragraph)
}

// directlyBehind reports whether q begins where the sentence of x, or what x
// says, ends, in the same paragraph.
func (a *attributor) directlyBehind(x attribution, q quotation) bool {
	s := a.doc.Sentences[x.sentence]
	end := max(s.Tokens.End, x.content.End)
	if s.Paragraph != a.doc.Sentences[a.doc.SentenceOf(q.inner.First)].Paragraph {
		return false
	}
	for i := end; i < q.outer.First; i++ {
		if isWord(a.tag(i)) {
			return false
		}
	}
	return true
}
