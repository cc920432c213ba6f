package clause

import (
	"unicode"

	"kg/extract/nlp"
)

// turnLabel opens the paragraph of an interview: it says who speaks.
type turnLabel struct {
	who  nlp.Range // none for "Q:" and "A:"
	said nlp.Range // the rest of the paragraph
}

// fewestTurns is the number of paragraphs with a label from which a text is read as an
// interview: one or two brackets at the beginning of a paragraph are a source or a note.
const fewestTurns = 4

// interview finds the turns of an interview: paragraphs that open with the speaker in
// brackets, "((Ada Lund)) We are ready.", or with "Q:" and "A:". A paragraph without a
// label goes on with the turn before it, but behind a question it is the answer of
// somebody whom nobody names. What nobody named says is still only said.
// Limit: behind the last label only the answer to its question is read.
func (a *attributor) interview(paragraphs []nlp.Range) {
	labels := map[int]turnLabel{}
	last := -1
	for i, p := range paragraphs {
		if l, ok := a.turnLabel(p); ok {
			labels[i] = l
			last = i
		}
	}
	if len(labels) < fewestTurns {
		return
	}
	var now turnLabel
	open, asked := false, false
	for i, said := range paragraphs {
		l, labelled := labels[i]
		switch {
		case labelled:
			now, said, open = l, l.said, true
		case i > last && !asked || i > last+1:
			return
		case asked:
			now = turnLabel{}
		}
		if open {
			a.add(a.turnOf(now, said))
			asked = a.endsInQuestion(said)
		}
	}
}

// turnLabel returns the label that opens the paragraph p.
func (a *attributor) turnLabel(p nlp.Range) (turnLabel, bool) {
	if w := a.doc.Word(p.First); (w == "Q" || w == "A") && p.Len() > 2 && a.doc.Word(p.First+1) == ":" {
		return turnLabel{said: nlp.Range{First: p.First + 2, End: p.End}}, true
	}
	first := p.First
	for first < p.End && a.isOpeningBracket(first) {
		first++
	}
	end := first
	for end < p.End && end <= first+longestSigner && !a.isClosingBracket(end) {
		end++
	}
	who, depth := nlp.Range{First: first, End: end}, first-p.First
	if depth == 0 || who.Len() == 0 || end+depth >= p.End || !a.isClosingBracket(end) || !a.isClosingBracket(end+depth-1) {
		return turnLabel{}, false
	}
	if depth == 1 && a.typeAt(who.End-1) != nlp.Person || !unicode.IsUpper([]rune(a.doc.Word(first))[0]) || a.hasVerb(who) {
		return turnLabel{}, false
	}
	return turnLabel{who: who, said: nlp.Range{First: end + depth, End: p.End}}, true
}

func (a *attributor) isOpeningBracket(i int) bool {
	w := a.doc.Word(i)
	return w == "(" || w == "["
}

func (a *attributor) isClosingBracket(i int) bool {
	w := a.doc.Word(i)
	return w == ")" || w == "]"
}

// endsInQuestion reports whether a question mark ends r.
func (a *attributor) endsInQuestion(r nlp.Range) bool {
	return r.Len() > 0 && a.doc.Word(r.End-1) == "?"
}

// turnOf makes the attribution of what is said in the turn of l.
func (a *attributor) turnOf(l turnLabel, said nlp.Range) attribution {
	x := attribution{content: said, verb: -1, sentence: a.doc.SentenceOf(said.First), base: "say", rule: "speech-turn"}
	if l.who.Len() > 0 {
		x.source = Argument{Tokens: l.who, Head: a.topOf(l.who)}
		x.sentence = a.doc.SentenceOf(l.who.First)
	}
	return x
}
