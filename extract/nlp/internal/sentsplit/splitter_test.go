package sentsplit

import (
	"math/rand/v2"
	"strings"
	"testing"

	"kg/extract/nlp/internal/perceptron"
)

// textOf makes a text of words with single spaces; "¶" before a word stands for
// a line break, "+" for no space.
func textOf(words string) *Text {
	var tokens []Token
	for word := range strings.FieldsSeq(words) {
		gap := Space
		if rest, ok := strings.CutPrefix(word, "¶"); ok || len(tokens) == 0 {
			word, gap = rest, Break
		} else if rest, ok := strings.CutPrefix(word, "+"); ok {
			word, gap = rest, Glued
		}
		token := Of(word)
		token.Gap, token.Mark = gap, marks[word]
		tokens = append(tokens, token)
	}
	return NewText(tokens)
}

var marks = map[string]Mark{".": Stop, "!": Shout, "...": Dots, "Inc.": Short, "Mr.": Title, "J.": Letter,
	")": Closer, "”": Closer, "(": Opener, "“": Opener, ":": Colon, ",": Comma}

// pieces are words of every mark and casing, some of which begin a line.
var pieces = []string{"it", "Berg", "OSLO", "3", ".", "+.", "!", "...", "Inc.", "Mr.", "J.", ")", "”", "(", "“", ":", ",", "¶it", "¶Berg", "¶."}

// eager ends a sentence nearly wherever it may: it has learnt that from every
// piece beside every other.
func eager() *perceptron.Model {
	learner := perceptron.NewLearner(Classes)
	for _, a := range pieces {
		for _, b := range pieces {
			learner.Step()
			learner.Update(textOf(a+" "+b).Features(nil, 0, 0), End, 1)
		}
	}
	return learner.Model(1)
}

// The gaps where a sentence may end are marked "|", those where one must "||".
func TestCandidates(t *testing.T) {
	for _, want := range []string{
		"It | sank +. | Nobody | drowned +.",
		"It | sank +. +” | He | left",           // what closes belongs to what it closes
		"Mr. Berg | left",                       // a title goes on
		"Fjord | Inc. said | so",                // a small letter goes on after an abbreviation
		"Fjord | Inc. | It | grew",              // a capital may not
		"It | sank || Nobody | drowned",         // a line ends
		"It | sank +, | we | heard | ( | so +)", // not before a comma or a bracket that closes
		"It +'s | late",                         // a word is not cut
	} {
		var words []string
		for word := range strings.FieldsSeq(want) {
			if word != "|" && word != "||" {
				words = append(words, word)
			}
		}
		plain := strings.ReplaceAll(strings.ReplaceAll(want, "|| ", "¶"), "| ", "")
		text := textOf(plain)
		var got []string
		for i, word := range words {
			got = append(got, word)
			switch {
			case i+1 == len(words):
			case text.LineEnds(i):
				got = append(got, "||")
			case text.Candidate(i):
				got = append(got, "|")
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, " "), want)
		}
	}
}

// Whatever the text and the model: the last token ends a sentence, as does the
// last of each line, and no sentence ends where none may.
func TestEnds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	inLine := 0 // sentences that the eager model ended inside a line
	for m, model := range []*perceptron.Model{eager(), perceptron.NewLearner(Classes).Model(1)} {
		for range 300 {
			words := make([]string, 1+random.IntN(30))
			for i := range words {
				words[i] = pieces[random.IntN(len(pieces))]
			}
			text := textOf(strings.Join(words, " "))
			ends := Ends(text, model)
			for i, end := range ends {
				if end && !text.LineEnds(i) {
					if inLine++; m == 1 {
						t.Fatalf("%q: a model that learnt nothing ends a sentence after token %d", words, i)
					}
				}
				switch {
				case text.LineEnds(i) != (i+1 == len(ends) || text.Tokens[i+1].Gap == Break):
					t.Fatalf("%q: the line of token %d ends elsewhere", words, i)
				case text.LineEnds(i) && !end:
					t.Fatalf("%q: a line ends after token %d, and no sentence", words, i)
				case end && !text.LineEnds(i) && !text.Candidate(i):
					t.Fatalf("%q: a sentence ends after token %d, where none may", words, i)
				}
			}
		}
	}
	if inLine == 0 {
		t.Error("the eager model ended no sentence inside a line")
	}
	if got := Ends(NewText(nil), eager()); len(got) != 0 {
		t.Errorf("%v in a text without tokens", got)
	}
}
