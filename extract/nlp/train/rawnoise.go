package main

import (
	"math/rand/v2"
	"strings"
)

// How documents come that no treebank has cleaned. Each is applied, to a share
// of the documents, to a copy, which is trained on beside them.
var rawNoises = []struct {
	share float64
	apply func(*rawDocument, *rand.Rand)
}{
	{0.2, sloppy},
	{0.05, func(d *rawDocument, _ *rand.Rand) { d.rewrite(strings.ToLower) }},
	{0.05, func(d *rawDocument, _ *rand.Rand) { d.rewrite(strings.ToUpper) }},
	{0.15, func(d *rawDocument, _ *rand.Rand) { d.rewrite(curled) }},
	{0.15, func(d *rawDocument, _ *rand.Rand) { d.rewrite(straightQuotes.Replace) }},
	{0.3, named},
}

var (
	curlyQuotes    = strings.NewReplacer(` "`, " “", `"`, "”", "'", "’", "``", "“", "''", "”")
	straightQuotes = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'")
)

// curled returns text with curly quotation marks; one at its start opens.
func curled(text string) string { return strings.TrimPrefix(curlyQuotes.Replace(" "+text), " ") }

// withRawNoise returns the documents and the noisy copies.
func withRawNoise(documents []*rawDocument, random *rand.Rand) []*rawDocument {
	var out []*rawDocument
	for _, d := range documents {
		out = append(out, d)
		for _, n := range rawNoises {
			if random.Float64() >= n.share {
				continue
			}
			c := &rawDocument{sentences: append([]rawSentence(nil), d.sentences...)}
			n.apply(c, random)
			out = append(out, c)
		}
	}
	return out
}

func (d *rawDocument) rewrite(form func(string) string) {
	for i := range d.sentences {
		d.sentences[i].text = form(d.sentences[i].text)
	}
}

// What happens to sentences in a sloppy document, in what share of them.
const (
	unspaced      = 0.05 // no space after the full stop
	unspacedQuote = 0.5  // the same before a quotation: `a deal."I think`
	doubleSpaced  = 0.1
	unstopped     = 0.01 // no full stop
)

func sloppy(d *rawDocument, random *rand.Rand) {
	for i := range d.sentences {
		s := &d.sentences[i]
		quoted := i+1 < len(d.sentences) && strings.HasPrefix(d.sentences[i+1].text, `"`)
		switch chance := random.Float64(); {
		case endsInMark(s.text) && (chance < unspaced || quoted && chance < unspacedQuote):
			s.gap = ""
		case chance > 1-doubleSpaced && s.gap == " ":
			s.gap = "  "
		case chance > 1-doubleSpaced-unstopped && s.gap == " ":
			s.text = strings.TrimSuffix(s.text, ".")
		}
	}
}

func endsInMark(text string) bool {
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, `"`)
}

// markedNames is in what share of its sentences a document has a name with a mark of
// its own.
const markedNames = 0.1

// named gives names inside sentences a mark, as "Yahoo!" and "Guess?" have one.
func named(d *rawDocument, random *rand.Rand) {
	for i := range d.sentences {
		if random.Float64() >= markedNames {
			continue
		}
		words := strings.Split(d.sentences[i].text, " ")
		if len(words) < 4 {
			continue
		}
		at := 1 + random.IntN(len(words)-3)
		for at < len(words)-2 && !isNameAlone(words[at]) {
			at++
		}
		if isNameAlone(words[at]) {
			words[at] += markOf(random)
			d.sentences[i].text = strings.Join(words, " ")
		}
	}
}

func markOf(random *rand.Rand) string {
	if random.IntN(4) == 0 {
		return "?"
	}
	return "!"
}

// isNameAlone reports whether a word is a capital with small letters behind.
func isNameAlone(word string) bool {
	return len(word) > 2 && 'A' <= word[0] && word[0] <= 'Z' && strings.Trim(word[1:], "abcdefghijklmnopqrstuvwxyz") == ""
}
