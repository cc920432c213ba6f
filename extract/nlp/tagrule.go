package nlp

import (
	"slices"
	"strings"

	"kg/data"
)

// tagRules correct the tags of the models by what these cannot see: the white
// space, the whole sentence, the document's other sentences and the lexicons. Each is applied
// to every word before the next rule; it returns the right Penn tag, or "" to
// leave the word as it is.
var tagRules = []func(t *tagging, i int) string{
	tagQuote,
	tagHyphen,
	tagCapital,
	tagHour,
	tagOpeningParticiple,
	tagFiniteVerb,
}

func (t *tagging) word(i int) string {
	if i < 0 || i >= len(t.lower) {
		return ""
	}
	return t.lower[i]
}

func (t *tagging) tag(i int) string {
	if i < 0 || i >= len(t.tags) {
		return ""
	}
	return t.tags[i]
}

// tagQuote: which end of a quotation a mark is follows from the marks before it.
func tagQuote(t *tagging, i int) string {
	switch t.sides[i] {
	case opening:
		return "``"
	case closing:
		return "''"
	}
	return ""
}

// tagHyphen: "long-term": a stroke that touches the words on both sides joins
// them, and another does not. Between figures it may be a range.
func tagHyphen(t *tagging, i int) string {
	if word := t.words[i]; word != "-" && word != "–" && word != "—" {
		return ""
	}
	joins := i > 0 && i+1 < len(t.words) && t.glued[i] && t.glued[i+1]
	switch {
	case joins && t.words[i] == "-" && hasLetter(t.words[i-1]) && hasLetter(t.words[i+1]):
		return "HYPH"
	case !joins && t.tags[i] == "HYPH":
		return ":"
	}
	return ""
}

// tagHour: "AM" and "PM" after figures are no names.
func tagHour(t *tagging, i int) string {
	if word := t.lower[i]; (word == "am" || word == "pm") && i > 0 && startsWithDigit(t.words[i-1]) {
		return "NN"
	}
	return ""
}

// tagCapital: a capital inside a sentence makes a proper noun of a noun that the
// document does not write small elsewhere, unless it is the adjective of a
// country ("French troops"). Where any word has a capital the word has to be
// known as a name. The capital of a country is one in small letters too ("kyiv").
func tagCapital(t *tagging, i int) string {
	if !isCapitalised(t.words[i]) {
		if isSmallCapital(t.words[i]) {
			return "NNP"
		}
		return ""
	}
	if isDemonym(t.words[i]) || creeds[t.lower[i]] || creeds[singular(t.lower[i])] {
		return t.demonym(i)
	}
	switch t.tags[i] {
	case "NN":
		if t.opens(i) || t.headline {
			return t.properOpener(i)
		}
		if t.seen[t.lower[i]].lower == 0 {
			return "NNP"
		}
	case "JJ", "VB":
		if t.opens(i) || t.headline {
			return t.properOpener(i)
		}
	}
	return ""
}

// properOpener: the document has the word with a capital inside its sentences,
// or a lexicon has it as a name and none as a noun.
func (t *tagging) properOpener(i int) string {
	counts := t.seen[t.lower[i]]
	if (counts.upper > counts.lower || isKnownName(t.words[i])) && !isCommonNoun(t.lower[i]) {
		return "NNP"
	}
	return ""
}

// demonym: "French" before a noun is an adjective, alone a noun; "Germans" are
// proper plurals.
func (t *tagging) demonym(i int) string {
	word := t.words[i]
	if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && word != "Swiss" {
		return "NNPS"
	}
	switch next := t.tag(i + 1); {
	case next == "NN", next == "NNS", next == "JJ", next == "HYPH", next == "VBN", next == "CC":
		return "JJ"
	case strings.HasPrefix(next, "NNP"):
		if _, ok := data.OfficeCalled(t.word(i + 1)); ok {
			return "JJ"
		}
		if _, ok := data.FirstName(t.words[i+1]); ok {
			return "JJ"
		}
		return "NNP"
	}
	if isDemonym(word) && !t.opens(i) {
		return "NNP"
	}
	return ""
}

// creeds are faiths, parties and directions, which behave like the adjectives
// of countries.
var creeds = wordSet(`jewish muslim christian catholic protestant buddhist hindu sunni shiite islamic islamist orthodox
	republican democratic conservative communist socialist soviet latino hispanic arab western eastern northern southern`)

// tagOpeningParticiple: "Asked if he would stay, Berg laughed": a past form that
// opens a sentence, without subject or object, is a participle if a clause of
// its own follows the comma.
func tagOpeningParticiple(t *tagging, i int) string {
	if t.tags[i] != "VBD" || !t.opens(i) || !isCapitalised(t.words[i]) {
		return ""
	}
	switch t.tag(i + 1) {
	case "IN", "TO", "WRB":
	default:
		return ""
	}
	comma := slices.Index(t.tags[i:], ",")
	if comma < 0 {
		return ""
	}
	switch t.tag(i + comma + 1) {
	case "NNP", "NNPS", "NN", "NNS", "PRP", "DT", "PRP$":
		if slices.ContainsFunc(t.tags[i+comma:], isFinite) {
			return "VBN"
		}
	}
	return ""
}

// tagFiniteVerb: a sentence that ends with a full stop and has no finite verb
// lost it to another tag. The first word that may be it is taken: a participle
// after a noun ("the talks, led by Oslo, aimed to end it"), or what looks like a
// noun after a subject.
func tagFiniteVerb(t *tagging, i int) string {
	if n := len(t.tags); n < 4 || t.tags[n-1] != "." && t.tags[n-1] != "''" || slices.ContainsFunc(t.tags, isFinite) {
		return ""
	}
	return t.lostVerb(i)
}

func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

func (t *tagging) lostVerb(i int) string {
	before, next := t.tag(i-1), t.tag(i+1)
	subject := before == "NN" || before == "NNS" || before == "NNP" || before == "NNPS"
	switch t.tags[i] {
	case "VBN":
		if (subject || before == "," || before == "RB" || before == "-RRB-") && i > 0 && t.word(i+1) != "by" {
			return "VBD"
		}
	case "NNS":
		if (before == "NN" || before == "NNP") && (next == "DT" || next == "TO" || next == "PRP$" || next == "RB" || next == "IN") && i > 1 {
			return "VBZ"
		}
	case "NN", "VB":
		if (before == "NNS" || before == "PRP") && (next == "DT" || next == "TO" || next == "PRP$" || next == "PRP") {
			return "VBP"
		}
	}
	return ""
}

var beForms = wordSet("be am is are was were been being 's 're 'm")

// universal is the part of speech of each tag that a rule gives.
var universal = map[string]string{
	"``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT", "NN": "NOUN", ":": "PUNCT", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ",
	"VBD": "VERB", "VBN": "VERB", "VBZ": "VERB", "VBP": "VERB",
}
