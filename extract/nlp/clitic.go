package nlp

import "unicode/utf8"

// clitics are the endings that are words of their own. The apostrophe is
// written straight here and may be curly in the text.
var clitics = []string{"n't", "'s", "'ll", "'re", "'ve", "'m", "'d"}

// fused are words written as one that the treebanks cut in two: the length of
// the first part.
var fused = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3,
	"dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4,
	"havent": 4, "hasnt": 3, "hadnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6,
}

// appendSplit appends the token at span, cut where a clitic begins.
func appendSplit(tokens []Span, text string, span Span) []Span {
	if cut := cliticStart(span.In(text)); cut > 0 {
		return append(tokens, Span{span.Begin, span.Begin + cut}, Span{span.Begin + cut, span.End})
	}
	return append(tokens, span)
}

// cliticStart returns where the second part of word begins, or 0.
func cliticStart(word string) int {
	var space [64]byte
	if cut := fused[string(appendLower(space[:0], word))]; cut > 0 {
		return cut
	}
	for _, c := range clitics {
		if cut := suffixFold(word, c); cut > 0 {
			return cut
		}
	}
	return 0
}

// suffixFold returns where word ends with clitic, or 0. Case and the shape of
// the apostrophe don't count; "’" is three bytes.
func suffixFold(word, clitic string) int {
	at := len(word)
	for i := len(clitic) - 1; i >= 0; i-- {
		if at == 0 {
			return 0
		}
		r, size := utf8.DecodeLastRuneInString(word[:at])
		if clitic[i] == '\'' && !isApostrophe(r) || clitic[i] != '\'' && (r|0x20) != rune(clitic[i]) {
			return 0
		}
		at -= size
	}
	return at
}

// isClitic reports whether word is written onto the word before it.
func isClitic(word string) bool {
	for _, c := range clitics {
		if len(word) <= len(c)+2 && suffixFold(" "+word, c) == 1 {
			return true
		}
	}
	return word == "'" || word == "’"
}
