package clause

import (
	"strings"
	"unicode"

	"kg/extract/nlp"
)

// This file finds who speaks where no verb says so: transcripts, signed
// quotations, headlines, and quotations that go on without a cue.

// signatures finds the attributions made by the layout of a paragraph.
func (a *attributor) signatures() {
	for _, p := range a.paragraphs() {
		signed := a.signedQuotes(p)
		for _, x := range signed {
			a.add(x)
		}
		if x, ok := a.turn(p); ok && len(signed) == 0 {
			a.add(x)
		}
	}
}

// paragraphs returns the tokens of the paragraphs of the document.
func (a *attributor) paragraphs() []nlp.Range {
	var list []nlp.Range
	last := -1
	for _, s := range a.doc.Sentences {
		switch {
		case s.Tokens.Len() == 0:
		case s.Paragraph == last:
			list[len(list)-1].End = s.Tokens.End
		default:
			list = append(list, s.Tokens)
			last = s.Paragraph
		}
	}
	return list
}

// longestSigner is the number of words a name or description may have for a
// paragraph to be signed with it or to be a turn of its speaker.
const longestSigner = 6

// signedQuotes: "“It was the best day of my life.” — Ada Lund", one after the
// other where a paragraph holds several.
func (a *attributor) signedQuotes(p nlp.Range) []attribution {
	var list []attribution
	begin := p.First
	for k, q := range a.quotes {
		end := p.End
		if k+1 < len(a.quotes) {
			end = min(end, a.quotes[k+1].outer.First)
		}
		if !p.Has(q.inner.End-1) || q.outer.End >= end || !isDash(a.doc.Word(q.outer.End)) || !isMark(a.doc, begin) {
			continue
		}
		name := a.trim(nlp.Range{First: q.outer.End + 1, End: end})
		if name.Len() == 0 || name.Len() > longestSigner || !unicode.IsUpper(rune(a.doc.Word(name.First)[0])) || a.hasVerb(name) {
			continue
		}
		list = append(list, attribution{
			source: Argument{Tokens: name, Head: a.topOf(name)}, content: nlp.Range{First: begin + 1, End: q.inner.End}, verb: -1,
			sentence: a.doc.SentenceOf(name.First), base: "say", rule: "speech-turn",
		})
		begin = end
	}
	return list
}

func isDash(w string) bool {
	switch w {
	case "-", "--", "–", "—", "―":
		return true
	}
	return false
}

// topOf returns the token of r on which the others hang: the first whose head
// lies outside.
func (a *attributor) topOf(r nlp.Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Has(a.head[i]) && a.isNominal(i) {
			return i
		}
	}
	return r.End - 1
}

func (a *attributor) hasVerb(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if a.isVerb(i) || a.tag(i) == "MD" {
			return true
		}
	}
	return false
}

// turn: "LUND: We are ready." in a transcript, or "Lund: We are ready" as the
// headline of the document.
func (a *attributor) turn(p nlp.Range) (attribution, bool) {
	colon := p.First
	for colon < p.End && a.doc.Word(colon) != ":" {
		colon++
	}
	who, said := nlp.Range{First: p.First, End: colon}, nlp.Range{First: min(colon+1, p.End), End: p.End}
	if who.Len() == 0 || who.Len() > longestSigner || said.Len() == 0 || !a.hasVerb(said) || a.hasVerb(who) {
		return attribution{}, false
	}
	if !a.isShouted(who) && !(p.First == 0 && a.isSpeaker(who)) {
		return attribution{}, false
	}
	return attribution{
		source: Argument{Tokens: who, Head: a.topOf(who)}, content: said, verb: -1,
		sentence: a.doc.SentenceOf(who.First), base: "say", rule: "speech-turn",
	}, true
}

// isShouted reports whether r is written in capitals, as the names in a transcript are.
func (a *attributor) isShouted(r nlp.Range) bool {
	text := a.doc.TextOf(r)
	return len(text) > 2 && strings.ToUpper(text) == text && strings.ContainsFunc(text, unicode.IsLetter)
}

// isSpeaker reports whether r is the name of somebody who can speak, or a noun
// for a source: "Poll", "Police".
func (a *attributor) isSpeaker(r nlp.Range) bool {
	for _, n := range a.doc.Names {
		if r.Contains(n.Tokens) && (n.Type == nlp.Person || n.Type == nlp.Organization) {
			return true
		}
	}
	switch a.lemma(r.End - 1) {
	case "poll", "report", "study", "survey", "police", "official", "analyst", "expert", "source", "minister", "researcher", "scientist":
		return true
	}
	return false
}

// claimQuotes gives the quotations that no cue claims to the one who was just
// speaking: as part of what he was quoted with before, if nothing stands
// between, else as a statement of its own.
func (a *attributor) claimQuotes() {
	for k := 0; k < len(a.quotes); k++ {
		q := a.quotes[k]
		if a.claimed(q) || !a.isUtterance(q) || !a.opensSentence(q) {
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
