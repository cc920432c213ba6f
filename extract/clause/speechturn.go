package clause

import (
	"strings"
	"unicode"

	"kg/extract/nlp"
)

// This file finds who speaks where no verb says so, but the layout does:
// transcripts, signed quotations, headlines.

// signatures finds the attributions made by the layout of a paragraph.
func (a *attributor) signatures() {
	list := a.paragraphs()
	a.interview(list)
	for i, p := range list {
		if i+1 < len(list) {
			if x, ok := a.announced(p, list[i+1]); ok {
				a.add(x)
				continue
			}
		}
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
		if next := a.quotationBehind(k); next >= 0 {
			end = min(end, a.quotes[next].outer.First)
		}
		if !p.Has(q.inner.End-1) || q.outer.End >= end || !isDash(a.doc.Word(q.outer.End)) || !isMark(a.doc, begin) {
			continue
		}
		name := a.trim(nlp.Range{First: q.outer.End + 1, End: end})
		if name.Len() == 0 || name.Len() > longestSigner || !a.inOneSentence(name) || !unicode.IsUpper(rune(a.doc.Word(name.First)[0])) || a.hasVerb(name) {
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

// quotationBehind returns the first quotation that begins behind the end of quotation k,
// not inside it, or -1.
func (a *attributor) quotationBehind(k int) int {
	for i := k + 1; i < len(a.quotes); i++ {
		if a.quotes[i].outer.First >= a.quotes[k].outer.End {
			return i
		}
	}
	return -1
}

func (a *attributor) inOneSentence(r nlp.Range) bool {
	return a.doc.SentenceOf(r.First) == a.doc.SentenceOf(r.End-1)
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
	if who.Len() == 0 || who.Len() > longestSigner || said.Len() == 0 || !a.hasVerb(said) && !(p.First == 0 && headlineSources[a.lemma(who.End-1)]) || a.hasVerb(who) || !a.inOneSentence(who) {
		return attribution{}, false
	}
	if !(a.isShouted(who) && !labels[a.lemma(who.End-1)]) && !(p.First == 0 && a.isSpeaker(who)) {
		return attribution{}, false
	}
	return attribution{
		source: Argument{Tokens: who, Head: a.topOf(who)}, content: said, verb: -1,
		sentence: a.doc.SentenceOf(who.First), base: "say", rule: "speech-turn",
	}, true
}

// labels stand in capitals before a colon and name nobody.
var labels = words("clarification", "correction", "update", "note", "photo", "photos", "video", "caption", "source", "sources",
	"related", "watch", "read", "more", "warning", "breaking", "exclusive", "opinion", "analysis", "listen", "editor")

// isShouted reports whether r is written in capitals, as the names in a transcript are.
func (a *attributor) isShouted(r nlp.Range) bool {
	text := a.doc.TextOf(r)
	return len(text) > 2 && strings.ToUpper(text) == text && strings.ContainsFunc(text, unicode.IsLetter)
}

// isSpeaker reports whether r is the name of somebody who can speak, or the last name of
// a person whom the document names in full, or a noun for a source: "Poll", "Police".
func (a *attributor) isSpeaker(r nlp.Range) bool {
	for _, n := range a.doc.Names {
		if r.Contains(n.Tokens) && (n.Type == nlp.Person || n.Type == nlp.Organization) {
			return true
		}
		if r.Len() == 1 && n.Type == nlp.Person && n.Tokens.Len() > 1 && a.doc.Word(n.Tokens.End-1) == a.doc.Word(r.First) {
			return true
		}
	}
	l := a.lemma(r.End - 1)
	return titleNouns[strings.TrimPrefix(l, "ex-")] || headlineSources[l]
}

// headlineSources are the sources, besides people by their office, that stand before the
// colon of a headline.
var headlineSources = words("poll", "report", "study", "survey", "police", "official", "source", "lawyer", "witness", "data", "document")
