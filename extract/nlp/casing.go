package nlp

import (
	"unicode"
	"unicode/utf8"
)

// casing counts how a document writes its words where the grammar leaves the
// choice: inside sentences that are not headlines.
type casing struct{ words byName[caseCounts] }

type caseCounts struct{ upper, lower int }

// of returns the counts of a word in lower case.
func (c casing) of(lower string) caseCounts {
	if counts := c.words[lower]; counts != nil {
		return *counts
	}
	return caseCounts{}
}

// countCasing counts the words of the sentences by their lower-case form.
func countCasing(words []string, sides []quoteSide, parts []part) casing {
	c := casing{byName[caseCounts]{}}
	for _, u := range parts {
		r := u.Range
		t := tagging{words: words[r.First:r.End], sides: sides[r.First:r.End]}
		if u.dateline || u.furniture || t.isHeadline() {
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
	switch {
	case !isCapitalised(word):
		c.words.at(word).lower++
	case !opens:
		c.words.at(word).upper++
	}
}

// carelessShare is the share of a document's sentences that begin with a small letter
// where its names may do so too.
const carelessShare = 0.05

// isCareless reports whether the document leaves out capitals where they must be.
func isCareless(d *Document) bool {
	small := 0
	for _, s := range d.Sentences {
		if word := d.Word(s.Tokens.First); hasLetter(word) && isLower(word) {
			small++
		}
	}
	return small > 0 && float64(small) >= carelessShare*float64(len(d.Sentences))
}

// lowerWords returns the words of d in lower case. Those that are spelt otherwise
// there lie in one string.
func lowerWords(d *Document) []string {
	lowers := make([]string, len(d.Tokens))
	var spelt []byte
	for i := range lowers {
		if lowers[i] = d.Word(i); !isLower(lowers[i]) {
			spelt = appendLower(spelt, lowers[i])
		}
	}
	rest := string(spelt)
	for i, word := range lowers {
		if !isLower(word) {
			n := len(appendLower(spelt[:0], word))
			lowers[i], rest = rest[:n], rest[n:]
		}
	}
	return lowers
}

func isLower(word string) bool {
	for _, r := range word {
		if r != unicode.ToLower(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}

func appendLower(dst []byte, word string) []byte {
	for _, r := range word {
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// has reports whether set has word, whatever its capitals.
func has(set map[string]bool, word string) bool {
	var space [64]byte
	return set[string(appendLower(space[:0], word))]
}

// byName holds something for each name, whatever its capitals.
type byName[V any] map[string]*V

// at returns what m holds for name, the zero value at first.
func (m byName[V]) at(name string) *V {
	var space [64]byte
	key := appendLower(space[:0], name)
	v := m[string(key)]
	if v == nil {
		v = new(V)
		m[string(key)] = v
	}
	return v
}
