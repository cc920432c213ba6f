package nlp

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// Time grows with the length of a text and no faster, even where all of it is one
// sentence, one name or one quotation that is never closed. The network, which sees
// a bounded part at a time, is left out.
func TestTimeGrowsWithTheText(t *testing.T) {
	const small, times, slack = 500, 8, 3 // quadratic time would be 64 times as long, not 8
	for _, piece := range []string{
		"Berg ", `"Berg `, "“Berg ", "(Berg ", "Berg, ", "Berg and ", "Berg of ", "the Berg ", "Berg President ", "• ", "* berg ", "- ",
		"from 3 to 5 May ", "between 3 and ", "1990-", "early ", "last ", "$1 ", "five and ", "A. ", "Yahoo! ", "firms such as Berg, ",
		"http://a ", "a@b.no ", "' ", "Berg's ", "berg-", "Øø", "\n", "said ", "of the ", "Mr. ", "1. ", "U.S. ", "... ",
	} {
		t.Run(strings.TrimSpace(piece), func(t *testing.T) {
			short := withoutNetwork(strings.Repeat(piece, small) + "President Lund.")
			long := withoutNetwork(strings.Repeat(piece, small*times) + "President Lund.")
			if floor := 200 * time.Microsecond; long > slack*times*max(short, floor) {
				t.Errorf("%v for %d pieces, %v for %d", short, small, long, small*times)
			}
		})
	}
}

// withoutNetwork returns the time of the processor that the layers beside the network
// take for text, the least of several.
func withoutNetwork(text string) time.Duration {
	best := time.Hour
	for range 2 {
		begin := processorTime()
		spans := tokenize(text)
		sides := quoteSides(text, spans)
		sentences := splitSentences(text, text, spans, sides, analyzer().splitter)
		d := &Document{Text: text, Sentences: sentences}
		for _, s := range spans {
			token := Token{Span: s, XPOS: "NN", Head: -1}
			switch word := s.In(text); {
			case isCapitalised(word):
				token.XPOS = "NNP"
			case startsWithDigit(word):
				token.XPOS = "CD"
			case !hasLetter(word):
				token.XPOS = word
			}
			token.Lemma = LemmaOf(s.In(text), token.XPOS)
			d.Tokens = append(d.Tokens, token)
		}
		words := wordsOf(text, spans)
		findDatelines(words, sentences)
		seen := countCasing(words, sides, parsedParts(sentences))
		findNames(d, sides, seen, make([]string, len(words)))
		best = min(best, processorTime()-begin)
	}
	return best
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
