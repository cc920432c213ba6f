package clause

import (
	"strings"
	"testing"
)

// TestHostsEnd: the clauses above a clause come to an end, so that what is
// inherited from them does. A circle would keep [Extract] for ever.
func TestHostsEnd(t *testing.T) {
	a := analyzer(t)
	for _, text := range []string{
		text,
		strings.Repeat("who said that ", 20) + "left.",
		"The man who, he said, she said, knew that who went said it left, stayed.",
		"He wanted to be asked to go to see who would say that to win to lose was to be.",
	} {
		doc := a.Analyze(text)
		quotes, told := quotesOf(doc), newReported(doc)
		for k := range doc.Sentences {
			s := parse(doc, k, quotes[k], told)
			for _, c := range s.clauses {
				steps := 0
				for h := c; h.host != nil; h = h.host {
					if steps++; steps > len(s.clauses) {
						t.Fatalf("the hosts of a clause go round in a circle: %q", text)
					}
				}
			}
		}
	}
}

// TestLongestSentence: what is no sentence takes no time and gives no facts,
// and the sentences beside it give theirs.
func TestLongestSentence(t *testing.T) {
	a := analyzer(t)
	long := "He said " + strings.Repeat("that he said ", 20*longestSentence) + "that he left."
	list := Extract(a.Analyze("Ana Pereira met Jonas Lindqvist.\n\n" + long)) // without the limit it takes hours
	if len(list) != 1 || list[0].Relation.Label != "meets" {
		t.Errorf("got %d propositions, want the one of the first sentence", len(list))
	}
}
