package nlp

import (
	"strings"
	"unicode"

	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/sentsplit"
)

// splitSentences groups tokens into sentences. A line break ends a sentence and
// a paragraph, with or without a full stop, but where lines are wrapped: read is the
// text as [unwrapped] gives it. Elsewhere the model decides.
func splitSentences(text, read string, tokens []Span, sides []quoteSide, model *perceptron.Model) []Sentence {
	marked := markTokens(text, read, tokens, sides)
	var sentences []Sentence
	first, paragraph := 0, 0
	dateline := datelineAt(read, tokens, 0) // where the dateline of the paragraph ends
	for i, ends := range sentsplit.Ends(marked, model) {
		if !ends || i < dateline {
			continue
		}
		sentences = append(sentences, Sentence{
			Span:      Span{tokens[first].Begin, tokens[i].End},
			Tokens:    Range{first, i + 1},
			Paragraph: paragraph,
		})
		if marked.LineEnds(i) {
			paragraph++
			dateline = datelineAt(read, tokens, i+1)
		}
		first = i + 1
	}
	return sentences
}

// datelineAt returns the index of the token after the dateline that begins at token
// first of a paragraph, first if there is none.
func datelineAt(text string, tokens []Span, first int) int {
	var space [datelineReach]string
	words := space[:0]
	for i := first; i < min(len(tokens), first+datelineReach); i++ {
		if i > first && hasLineBreak(text[tokens[i-1].End:tokens[i].Begin]) {
			break
		}
		words = append(words, tokens[i].In(text))
	}
	return first + datelineEnd(words)
}

// SentenceGaps tokenizes text for the trainer of the sentence splitter: the
// tokens, and what the splitter knows of the gaps between them.
func SentenceGaps(text string) ([]Span, *sentsplit.Text) {
	tokens := tokenize(text)
	return tokens, markTokens(text, text, tokens, quoteSides(text, tokens))
}

// marker tells what each token does at the end or the start of a sentence.
type marker struct {
	text   string
	read   string // as [unwrapped] gives it
	tokens []Span
	sides  []quoteSide
}

func markTokens(text, read string, tokens []Span, sides []quoteSide) *sentsplit.Text {
	m := marker{text, read, tokens, sides}
	marked := make([]sentsplit.Token, len(tokens))
	quoted, depth := false, 0
	for i := range tokens {
		gap := m.gap(i)
		if gap == sentsplit.Break {
			quoted, depth = false, 0
		}
		switch word := m.word(i); {
		case sides[i] != noQuote:
			quoted = sides[i] == opening
		case word == "(" || word == "[":
			depth++
		case word == ")" || word == "]":
			depth = max(0, depth-1)
		}
		word := m.word(i)
		token := sentsplit.Of(word)
		token.Gap, token.Mark = gap, m.mark(i)
		token.Starter = token.Capital && has(starters, word)
		token.Speech = token.Capital && m.speechFollows(i)
		token.Quoted, token.Nested = quoted, depth > 0
		marked[i] = token
	}
	return sentsplit.NewText(marked)
}

func (m *marker) word(i int) string {
	if i < 0 || i >= len(m.tokens) {
		return ""
	}
	return m.tokens[i].In(m.text)
}

// gap returns what stands before token i; the first is on a line of its own.
func (m *marker) gap(i int) sentsplit.Gap {
	if i == 0 {
		return sentsplit.Break
	}
	from, to := m.tokens[i-1].End, m.tokens[i].Begin
	switch gap := m.read[from:to]; {
	case gap == "":
		return sentsplit.Glued
	case hasLineBreak(gap):
		return sentsplit.Break
	case gap == " ", hasLineBreak(m.text[from:to]): // where a line is wrapped, a space was
		return sentsplit.Space
	}
	return sentsplit.Wide
}

func hasLineBreak(gap string) bool { return strings.ContainsAny(gap, "\n\r\v\f\u0085\u2028\u2029") }

func (m *marker) mark(i int) sentsplit.Mark {
	switch m.sides[i] {
	case opening:
		return sentsplit.Opener
	case closing:
		return sentsplit.Closer
	}
	word := m.word(i)
	switch word {
	case ")", "]", "}":
		return sentsplit.Closer
	case "(", "[", "{":
		if m.isNote(i) {
			return sentsplit.Closer
		}
		return sentsplit.Opener
	case ".", "。":
		return sentsplit.Stop
	case ":", ";":
		return sentsplit.Colon
	case ",", "/", "%", "&":
		return sentsplit.Comma
	case "•", "▪", "●", "◦", "‣", "■", "►", "▸":
		return sentsplit.Item
	}
	switch {
	case strings.Trim(word, "!?") == "":
		return sentsplit.Shout
	case strings.Trim(word, ".…") == "":
		return sentsplit.Dots
	case strings.Trim(word, "-‒–—―") == "":
		return sentsplit.Dash
	case strings.HasSuffix(word, ".") && hasLetter(word):
		return abbreviationMark(word)
	case !hasLetter(word) && !startsWithDigit(word):
		return sentsplit.Bullet
	case m.isNote(i - 1):
		return sentsplit.Closer
	}
	return sentsplit.Word
}

// isNote reports whether the number of a note starts at token i, as in
// "It sank.[4]".
func (m *marker) isNote(i int) bool {
	return m.word(i) == "[" && isDigits(m.word(i+1)) && m.word(i+2) == "]" &&
		m.gap(i+1) == sentsplit.Glued && m.gap(i+2) == sentsplit.Glued
}

func abbreviationMark(word string) sentsplit.Mark {
	stem := strings.ToLower(strings.TrimSuffix(word, "."))
	switch {
	case titles[stem] && !abbreviated[stem] || leading[stem]:
		return sentsplit.Title
	case len(word) == 2:
		return sentsplit.Letter
	}
	return sentsplit.Short
}

func startsWithDigit(word string) bool { return unicode.IsDigit(runeAt(word, 0)) }

// speechReach is how many tokens a speaker may take before the verb of saying,
// as in `"Why?" President Donald Trump asked.`
const speechReach = 5

// speechFollows reports whether a capitalised name and a verb of saying start
// at token i.
func (m *marker) speechFollows(i int) bool {
	for j := i; j < i+speechReach && j < len(m.tokens); j++ {
		word := m.word(j)
		if j > i && speechVerbs[word] {
			return true
		}
		if !isCapitalised(word) {
			return false
		}
	}
	return false
}

// speechVerbs are verbs of saying as they stand after a quotation.
var speechVerbs = wordSet(`said says asked asks added adds wrote writes told tells replied replies answered
	exclaimed declared cried shouted tweeted posted continued concluded demanded insisted remarked`)
