package nlp

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3"
	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/token"

	"kg/extract/nlp/internal/neural"
)

// benchText is news-like text of at least n bytes, in lines of a paragraph each.
func benchText(n int) string {
	const paragraph = "The mayor of Narvik, Ida Berg, told Fjord News on Monday that 300 ships had left the port. " +
		"“We can't wait,” she said, adding that the $1.4bn harbour would open late next month. " +
		"Critics, led by the Coastal Union, may still go to court over the French-led project.\n"
	return strings.Repeat(paragraph, n/len(paragraph)+1)
}

func BenchmarkAnalyze(b *testing.B) {
	for _, size := range []int{1_000, 100_000, 10_000_000} {
		text := benchText(size)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			tokens := 0
			for b.Loop() {
				tokens += len(analyzer().Analyze(text).Tokens)
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// BenchmarkSplit is the part that sees the text whole: time and memory grow with
// its length.
func BenchmarkSplit(b *testing.B) {
	for _, size := range []int{1_000, 100_000, 10_000_000} {
		text := benchText(size)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				spans := tokenize(text)
				splitSentences(text, text, spans, quoteSides(text, spans), analyzer().splitter)
			}
		})
	}
}

// BenchmarkProse is the same text through the library alone, with its names.
func BenchmarkProse(b *testing.B) {
	text := benchText(100_000)
	b.SetBytes(int64(len(text)))
	tokens := 0
	for b.Loop() {
		d, err := prose.NewDocument(text)
		if err != nil {
			b.Fatal(err)
		}
		tokens += len(d.Tokens())
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// The layers by themselves.

func BenchmarkTokens(b *testing.B) {
	text := benchText(100_000)
	benchLayer(b, len(tokenize(text)), func() { tokenize(text) })
}

func BenchmarkSentences(b *testing.B) {
	text := benchText(100_000)
	spans := tokenize(text)
	sides := quoteSides(text, spans)
	benchLayer(b, len(spans), func() { splitSentences(text, text, spans, sides, analyzer().splitter) })
}

// BenchmarkNetwork is tags, names and trees, sentence by sentence.
func BenchmarkNetwork(b *testing.B) {
	sentences, tokens := benchSentences(100_000)
	said := make([]neural.Word, tokens)
	benchLayer(b, tokens, func() {
		for _, words := range sentences {
			analyzer().network.Analyze(words, said)
		}
	})
}

func BenchmarkLemmas(b *testing.B) {
	d := analyzer().Analyze(benchText(100_000))
	benchLayer(b, len(d.Tokens), func() {
		for i, token := range d.Tokens {
			LemmaOf(d.Word(i), token.XPOS)
		}
	})
}

func BenchmarkNames(b *testing.B) {
	text := benchText(100_000)
	d := analyzer().Analyze(text)
	spans := tokenize(text)
	sides := quoteSides(text, spans)
	seen := countCasing(wordsOf(text, spans), sides, parsedParts(d.Sentences))
	labels := slices.Repeat([]string{"O"}, len(d.Tokens))
	benchLayer(b, len(d.Tokens), func() { findNames(d, sides, seen, labels) })
}

// BenchmarkTaggerOfProse is the tagger of the library, Penn tags alone.
func BenchmarkTaggerOfProse(b *testing.B) {
	sentences, tokens := benchSentences(100_000)
	tagger, err := tag.New()
	if err != nil {
		b.Fatal(err)
	}
	var words []token.Token
	benchLayer(b, tokens, func() {
		for _, s := range sentences {
			words = words[:0]
			for _, w := range s {
				words = append(words, token.Token{Text: w})
			}
			tagger.TagTokens(words)
		}
	})
}

// benchLayer measures what a layer does with as many tokens.
func benchLayer(b *testing.B, tokens int, layer func()) {
	b.ReportAllocs()
	for b.Loop() {
		layer()
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// benchSentences are the words of the sentences of benchText.
func benchSentences(n int) (sentences [][]string, tokens int) {
	text := benchText(n)
	spans := tokenize(text)
	words := wordsOf(text, spans)
	for _, s := range splitSentences(text, text, spans, quoteSides(text, spans), analyzer().splitter) {
		sentences = append(sentences, words[s.Tokens.First:s.Tokens.End])
	}
	return sentences, len(words)
}

// BenchmarkNew is what a start costs before the first text is read.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
