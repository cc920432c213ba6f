package nlp

import "strings"

// casing counts how a document writes its words where the grammar leaves the
// choice: inside sentences that are not headlines.
type casing map[string]struct{ upper, lower int }

// countCasing counts the words of the sentences by their lower-case form.
func countCasing(words []string, sides []quoteSide, sentences []Sentence) casing {
	c := make(casing)
	for _, s := range sentences {
		r := s.Tokens
		t := tagging{words: words[r.First:r.End], sides: sides[r.First:r.End]}
		if t.isHeadline() {
			continue
		}
		for i, word := range t.words {
			if hasLetter(word) {
				c.count(word, t.opens(i))
			}
		}
	}
	return c
}

// count adds an occurrence of word; where it opens a sentence its capital says
// nothing.
func (c casing) count(word string, opens bool) {
	key := strings.ToLower(word)
	counts := c[key]
	switch {
	case !isCapitalised(word):
		counts.lower++
	case !opens:
		counts.upper++
	default:
		return
	}
	c[key] = counts
}
