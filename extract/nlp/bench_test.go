package nlp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3"
	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/token"
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
				splitSentences(text, spans, quoteSides(text, spans), analyzer().splitter)
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

// benchSentences are the words of the sentences of benchText.
func benchSentences(n int) (sentences [][]string, tokens int) {
	text := benchText(n)
	spans := tokenize(text)
	for _, s := range splitSentences(text, spans, quoteSides(text, spans), analyzer().splitter) {
		var words []string
		for _, span := range spans[s.Tokens.First:s.Tokens.End] {
			words = append(words, span.In(text))
		}
		sentences = append(sentences, words)
		tokens += len(words)
	}
	return sentences, tokens
}

// The layers by themselves, beside the tagger of the library.

func BenchmarkTagger(b *testing.B) {
	sentences, tokens := benchSentences(100_000)
	xpos, upos := make([]string, tokens), make([]string, tokens)
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range sentences {
			analyzer().tagger.Tag(words, xpos[:len(words)], upos[:len(words)])
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTaggerOfProse(b *testing.B) {
	sentences, tokens := benchSentences(100_000)
	tagger, err := tag.New()
	if err != nil {
		b.Fatal(err)
	}
	var words []token.Token
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			words = words[:0]
			for _, w := range s {
				words = append(words, token.Token{Text: w})
			}
			tagger.TagTokens(words)
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkParser(b *testing.B) {
	sentences, tokens := benchSentences(100_000)
	xpos, upos := make([][]string, len(sentences)), make([][]string, len(sentences))
	for i, words := range sentences {
		xpos[i], upos[i] = make([]string, len(words)), make([]string, len(words))
		analyzer().tagger.Tag(words, xpos[i], upos[i])
	}
	heads, rels := make([]int, tokens), make([]string, tokens)
	b.ReportAllocs()
	for b.Loop() {
		for i, words := range sentences {
			analyzer().parser.Parse(words, xpos[i], upos[i], heads[:len(words)], rels[:len(words)])
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkNew is what a start costs before the first text is read.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
