package nlp

import "kg/extract/nlp/internal/neural"

// tagging is a sentence while its tags are being made.
type tagging struct {
	words []string
	sides []quoteSide
	glued []bool // no white space before the word
	seen  casing // how the document writes its words

	headline bool // nearly all words are capitalised
}

// correct applies the corrections of tagRules to the tags of a sentence.
func (t *tagging) correct(said []neural.Word) {
	t.headline = t.isHeadline()
	for _, rule := range tagRules {
		for i := range t.words {
			if fixed := rule(t, i, said); fixed != "" && fixed != said[i].XPOS {
				said[i].XPOS, said[i].UPOS = fixed, universal[fixed]
			}
		}
	}
}

// isHeadline reports whether the words are capitalised as in a headline: three
// or more long ones, and none small but those that headlines write small.
func (t *tagging) isHeadline() bool {
	upper, lower := 0, 0
	for _, word := range t.words {
		switch {
		case !hasLetter(word) || isClitic(word):
		case !isCapitalised(word):
			if !headlineSmall[word] {
				lower++
			}
		case len(word) > 3:
			upper++
		}
	}
	if n := len(t.words); n > 0 && t.words[n-1] == "." && lower > 0 {
		return false
	}
	return upper >= 3 && lower*headlineShare <= upper
}

// headlineShare: one other small word in so many capitalised ones is a slip.
const headlineShare = 8

// headlineSmall are the words that headlines in capitals write small.
var headlineSmall = wordSet("a an the of in on at to for and or but nor by as with from up off out over into via vs v per after amid about than if")

// openerReach is how many marks may stand between the start of a sentence and
// its first word.
const openerReach = 8

// opens reports whether word i starts the sentence, a quotation or a
// parenthesis in it, so that its capital says nothing.
func (t *tagging) opens(i int) bool {
	for j := i - 1; j >= 0 && j > i-openerReach; j-- {
		switch word := t.words[j]; {
		case t.sides[j] == opening, openerMarks[word]:
			return true
		case hasLetter(word) || innerMarks[word] || startsWithDigit(word):
			return false
		}
	}
	return i < openerReach
}

var (
	openerMarks = wordSet(": ( [ — -- • *")
	innerMarks  = wordSet(", / - $ ' % ) ]")
)
