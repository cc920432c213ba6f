package nlp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3"
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
