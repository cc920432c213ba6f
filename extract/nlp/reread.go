package nlp

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"kg/extract/nlp/internal/neural"
)

// standIn is a name that the network knows well.
const standIn = "Smith"

// read analyses the words of a sentence. Prepositions, pronouns and the like are few, and
// the network knows them all: where it takes a word with a capital that it has never seen
// for one, by its ending ("Okafor"), it reads the sentence once more with a common name in
// that word's place. So it does with "IS", which is no verb among words in small letters.
func (a *Analyzer) read(words []string, said []neural.Word) {
	a.network.Analyze(words, said)
	var again []string
	for i, w := range said {
		if (w.Known || !closedTags[w.XPOS] || !startsUpper(words[i])) && !isShouted(words, i) {
			continue
		}
		if again == nil {
			again = slices.Clone(words)
		}
		again[i] = standIn
	}
	if again == nil {
		return
	}
	known := make([]bool, len(said))
	for i, w := range said {
		known[i] = w.Known
	}
	a.network.Analyze(again, said)
	for i := range said {
		said[i].Known = known[i]
	}
}

// isShouted reports whether word i is "IS" between words in small letters.
func isShouted(words []string, i int) bool {
	return words[i] == "IS" && i > 0 && i+1 < len(words) && !isAllCaps(words[i-1]) && !isAllCaps(words[i+1])
}

// closedTags are the Penn tags of words of which there are few, and no new ones.
var closedTags = wordSet("IN CC DT PDT PRP PRP$ MD TO EX WDT WP WP$ WRB")

// startsUpper reports whether the word has four letters or more, the first a capital and
// the next not.
func startsUpper(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	return unicode.IsUpper(first) && unicode.IsLower(second) && utf8.RuneCountInString(word) > 3
}
