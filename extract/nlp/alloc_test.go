package nlp

import (
	"slices"
	"testing"
)

// In steady state a layer takes memory for a document, not for each token: the
// tables that hold the result, and a key for every new name; a lemma where the word is capitalised.
func TestLayersHardlyAllocate(t *testing.T) {
	text := benchText(20_000)
	d := analyzer().Analyze(text)
	spans := tokenize(text)
	sides := quoteSides(text, spans)
	seen := countCasing(wordsOf(text, spans), sides, parsedParts(d.Sentences))
	labels := slices.Repeat([]string{"O"}, len(d.Tokens))
	for _, layer := range []struct {
		name string
		most float64 // allocations a token
		run  func()
	}{
		{"tokens", 0.1, func() { tokenize(text) }},
		{"sentences", 0.1, func() { splitSentences(text, text, spans, sides, analyzer().splitter) }},
		{"names", 0.1, func() { findNames(d, sides, seen, labels) }},
		{"casing", 0.1, func() { countCasing(wordsOf(text, spans), sides, parsedParts(d.Sentences)) }},
		{"lemmas", 0.3, func() {
			for i, token := range d.Tokens {
				LemmaOf(d.Word(i), token.XPOS)
			}
		}},
	} {
		t.Run(layer.name, func(t *testing.T) {
			if got := testing.AllocsPerRun(3, layer.run) / float64(len(spans)); got > layer.most {
				t.Errorf("%.3f allocations a token, want %.1f at most", got, layer.most)
			}
		})
	}
}
