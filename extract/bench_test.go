package extract

import (
	"strings"
	"testing"

	"kg/extract/clause"
	"kg/extract/identity"
)

// benchArticle is news-like text in paragraphs.
var benchArticle = strings.Repeat("The mayor of Narvik, Ida Berg, told Fjord News on Monday that 300 ships had left the port. "+
	"“We can't wait,” she said, adding that the $1.4bn harbour would open late next month. "+
	"Talks between Norway and Sweden in Oslo, led by the Coastal Union, may still end in court.\n", 100)

// BenchmarkLanguageCore and those below it share out the time of an extraction:
// what stands above the core is to cost a quarter of it at most.
func BenchmarkLanguageCore(b *testing.B) {
	x := extractorFor(b)
	a := NewArticle("bench.txt", benchArticle, Meta{})
	for b.Loop() {
		x.Analyze(a)
	}
}

func BenchmarkClauses(b *testing.B) {
	x := extractorFor(b)
	doc := x.Analyze(NewArticle("bench.txt", benchArticle, Meta{}))
	for b.Loop() {
		clause.Extract(doc)
	}
}

func BenchmarkIdentity(b *testing.B) {
	x := extractorFor(b)
	doc := x.Analyze(NewArticle("bench.txt", benchArticle, Meta{}))
	props := clause.Extract(doc)
	for b.Loop() {
		identity.Resolve(doc, props, "bench")
	}
}

func extractorFor(b *testing.B) *Extractor {
	b.Helper()
	x, err := New()
	if err != nil {
		b.Fatal(err)
	}
	return x
}
