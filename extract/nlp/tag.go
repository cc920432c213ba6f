package nlp

import (
	"strings"

	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/token"
)

// tagging is a sentence while its tags are being made.
type tagging struct {
	words []string
	lower []string // the words in lower case, with straight apostrophes
	sides []quoteSide
	glued []bool // no white space before the word
	seen  casing // how the document writes its words
	tags  []string

	headline bool // nearly all words are capitalised
	finite   int  // how many finite verbs there are
}

// tagSentence fills in the Penn tags of a sentence: those of the model, then
// the corrections of tagRules.
func tagSentence(tagger *tag.Tagger, t *tagging) {
	t.lower = make([]string, len(t.words))
	for i, word := range t.words {
		t.lower[i] = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	}
	t.headline = t.isHeadline()
	t.tags = t.model(tagger, t.words)
	t.openers(tagger)
	for _, tag := range t.tags {
		t.finite += finiteCount(tag)
	}
	for _, rule := range tagRules {
		for i := range t.words {
			if fixed := rule(t, i); fixed != "" {
				t.finite += finiteCount(fixed) - finiteCount(t.tags[i])
				t.tags[i] = fixed
			}
		}
	}
}

func finiteCount(tag string) int {
	if isFinite(tag) {
		return 1
	}
	return 0
}

// model returns the tags of the model for words, which stand in the places of
// the sentence's own.
func (t *tagging) model(tagger *tag.Tagger, words []string) []string {
	tokens := make([]token.Token, len(words))
	for i, word := range words {
		tokens[i].Text = modelForm(word, t.sides[i])
	}
	tagger.TagTokens(tokens)
	tags := make([]string, len(words))
	for i := range tokens {
		tags[i] = tokens[i].Tag
	}
	return tags
}

// modelForm returns word as the model was trained on it: quotation marks and
// brackets as in the Penn Treebank, straight apostrophes.
func modelForm(word string, side quoteSide) string {
	switch {
	case side == opening:
		return "``"
	case side == closing:
		return "''"
	case strings.Contains(word, "’"):
		return strings.ReplaceAll(word, "’", "'")
	}
	if form, ok := modelForms[word]; ok {
		return form
	}
	return word
}

var modelForms = map[string]string{
	"[": "(", "{": "(", "]": ")", "}": ")", "—": "--", "–": "--", "…": "...",
	"!": ".", "?": ".", "!!": ".", "??": ".", "!!!": ".", "?!": ".",
}

// openers tags again the words that only their place may have capitalised: the
// first of a sentence and of a quotation, and all of a headline. They are shown
// to the model in lower case; its answer counts unless the word is a name.
func (t *tagging) openers(tagger *tag.Tagger) {
	words := make([]string, len(t.words))
	changed := false
	for i, word := range t.words {
		words[i] = word
		if (t.headline || t.opens(i)) && isCapitalised(word) && t.lower[i] != "i" && !t.isName(i) {
			words[i], changed = t.lower[i], true
		}
	}
	if !changed {
		return
	}
	for i, again := range t.model(tagger, words) {
		if words[i] == t.words[i] || t.tags[i] == again {
			continue
		}
		proper := strings.HasPrefix(t.tags[i], "NNP")
		unsure := again == "NN" || again == "JJ" || again == "NNS" && !t.knownLower(i)
		if proper && again == "RB" && !strings.HasSuffix(words[i], "ly") && !starters[words[i]] {
			continue // an unknown word: few adverbs look like nothing else
		}
		adjective := again == "JJ" && i+1 < len(t.words) && !isCapitalised(t.words[i+1]) && strings.HasPrefix(t.tag(i+1), "NN")
		if proper && unsure && !adjective && !t.knownLower(i) {
			continue
		}
		t.tags[i] = again
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

// isName reports whether word i is capitalised inside sentences of the document
// or known as a name.
func (t *tagging) isName(i int) bool {
	counts := t.seen[t.lower[i]]
	return counts.upper > counts.lower || isKnownName(t.words[i])
}

// knownLower reports whether word i is a common word: the document writes it
// small elsewhere, or a lexicon has it.
func (t *tagging) knownLower(i int) bool {
	return t.seen[t.lower[i]].lower > 0 || isCommonNoun(t.lower[i])
}
