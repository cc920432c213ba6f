package nlp

import (
	"strings"
	"unicode"
)

// splitter finds the sentences of a tokenized text.
type splitter struct {
	text   string
	tokens []Span
	sides  []quoteSide
}

// splitSentences groups tokens into sentences. A line break ends a sentence and
// a paragraph, with or without a full stop.
func splitSentences(text string, tokens []Span, sides []quoteSide) []Sentence {
	s := splitter{text, tokens, sides}
	var sentences []Sentence
	first, paragraph := 0, 0
	for i := 0; i < len(tokens); {
		end, broken := s.sentenceEnd(first, i)
		if end == 0 {
			i++
			continue
		}
		sentences = append(sentences, Sentence{
			Span:      Span{tokens[first].Begin, tokens[end-1].End},
			Tokens:    Range{first, end},
			Paragraph: paragraph,
		})
		if broken {
			paragraph++
		}
		first, i = end, end
	}
	return sentences
}

// sentenceEnd returns the index after the last token of the sentence that
// starts at first if token i ends it, else 0; and whether a line break follows.
func (s *splitter) sentenceEnd(first, i int) (end int, broken bool) {
	if s.lineEnds(i) {
		return i + 1, true
	}
	word := s.word(i)
	if !isTerminator(word) || i == first+1 && s.isListMark(first) {
		return 0, false
	}
	next := i + 1
	for next < len(s.tokens) {
		more := s.belongsToEnd(next)
		if more == 0 {
			break
		}
		next += more
		if s.lineEnds(next - 1) {
			return next, true
		}
	}
	if s.endsBefore(i, next) {
		return next, false
	}
	return 0, false
}

func (s *splitter) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].In(s.text)
}

// lineEnds reports whether token i is the last of its line.
func (s *splitter) lineEnds(i int) bool {
	return i+1 == len(s.tokens) || hasLineBreak(s.text[s.tokens[i].End:s.tokens[i+1].Begin])
}

func hasLineBreak(gap string) bool { return strings.ContainsAny(gap, "\n\r\v\f\u0085\u2028\u2029") }

// isTerminator reports whether word can end a sentence: "." "?!" "…", and
// abbreviations with their full stop.
func isTerminator(word string) bool {
	return strings.HasSuffix(word, ".") || strings.HasSuffix(word, "…") ||
		strings.Trim(word, "!?") == "" || word == "。"
}

// isListMark reports whether token i is the number or letter of a list: "2." or
// "b." at the start of a line.
func (s *splitter) isListMark(i int) bool {
	word := s.word(i)
	return len(word) <= 2 && (isDigits(word) || isASCIILetters(word) && len(word) == 1 && word != "I")
}

// belongsToEnd returns how many tokens from i on are still part of the sentence
// that a terminator ended: a closing quotation mark or bracket, more
// terminators, or the number of a note ("[4]").
func (s *splitter) belongsToEnd(i int) int {
	switch word := s.word(i); {
	case word == ")" || word == "]" || word == "}" || word == "." || word == "…",
		s.sides[i] == closing, strings.Trim(word, "!?") == "":
		return 1
	case word == "[" && isDigits(s.word(i+1)) && s.word(i+2) == "]" && !s.lineEnds(i) && !s.lineEnds(i+1):
		return 3
	}
	return 0
}

// endsBefore reports whether the terminator at i ends the sentence, where next
// is the index of the first token that would start another.
func (s *splitter) endsBefore(i, next int) bool {
	word := s.word(i)
	start := next
	for start < len(s.tokens) && (s.sides[start] == opening || s.word(start) == "(" || s.word(start) == "[") {
		start++
	}
	following := s.word(start)
	quoted := next > i+1
	switch {
	case following == "" || s.continues(following):
		return false
	case len(word) > 1 && isAbbreviationToken(word):
		return s.abbreviationEnds(word, following, start > next || quoted)
	case !isCapitalised(following) && !startsWithDigit(following):
		return !quoted && s.spaced(next) && word == "." && unicode.IsLetter(runeAt(following, 0)) && s.informal(i)
	case startsWithDigit(following):
		return s.spaced(next) && word != "..." && word != "…"
	case quoted && word != "." && s.speechFollows(start):
		return false
	}
	return true
}

// continues reports whether word can only go on with a sentence.
func (s *splitter) continues(word string) bool {
	switch word {
	case ",", ";", ":", "-", "--", "–", "—", ")", "]", "/", "%", "&":
		return true
	}
	return false
}

// spaced reports whether white space stands before token i.
func (s *splitter) spaced(i int) bool {
	return i > 0 && i < len(s.tokens) && s.tokens[i-1].End < s.tokens[i].Begin
}

// informal reports whether the full stop at i ends a plain word, so that it is
// no unknown abbreviation: a small letter may follow in careless text.
func (s *splitter) informal(i int) bool {
	word := s.word(i - 1)
	return len(word) > 1 && hasLower(word)
}

func startsWithDigit(word string) bool { return unicode.IsDigit(runeAt(word, 0)) }

// isAbbreviationToken reports whether word is an abbreviation with its full
// stop, not a run of full stops.
func isAbbreviationToken(word string) bool {
	return strings.HasSuffix(word, ".") && hasLetter(word)
}

// abbreviationEnds reports whether a sentence ends at an abbreviation, by the
// word after it: "in the U.S. The talks" but "the U.S. President". A title or
// an initial never ends one.
func (s *splitter) abbreviationEnds(word, following string, marked bool) bool {
	stem := strings.ToLower(strings.TrimSuffix(word, "."))
	if titles[stem] && !abbreviated[stem] || len(word) == 2 {
		return false
	}
	if !isCapitalised(following) {
		return false
	}
	return marked || starters[strings.ToLower(following)]
}

// speechReach is how many tokens a speaker may take before the verb of saying,
// as in `"Why?" President Donald Trump asked.`
const speechReach = 5

// speechFollows reports whether a capitalised name and a verb of saying start
// at token i.
func (s *splitter) speechFollows(i int) bool {
	for j := i; j < i+speechReach && j < len(s.tokens); j++ {
		word := s.word(j)
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
