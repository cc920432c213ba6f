package nlp

import (
	"strings"
	"testing"
)

func TestEmphasisAsQuotes(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The ship *Aurora Nord* sank.", `The ship " Aurora Nord " sank .`},
		{"*Aurora* sank, and **Nord** rose.", `" Aurora " sank , and " Nord " rose .`},
		{"It has 3 * 4 * 5 parts.", "It has 3 * 4 * 5 parts ."},
		{"See the note* below.", "See the note * below ."},
		{"* The ship sank.", "* The ship sank ."},
		{"A *mark without a partner.", "A * mark without a partner ."},
	}
	for _, tt := range tests {
		spans := tokenize(tt.text)
		words := wordsOf(tt.text, spans)
		before := strings.Join(words, " ")
		got := emphasisAsQuotes(words, spans, []Sentence{{Tokens: Range{0, len(spans)}}})
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, strings.Join(got, " "), tt.want)
		}
		if strings.Join(words, " ") != before {
			t.Errorf("%s: the words are changed", tt.text)
		}
	}
}
