package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/extract/nlp/internal/neural"
)

// tagRules correct the tags of the network by what it cannot see: white space,
// the quotations of the whole document and the lexicons. Each is applied to
// every word before the next rule; it returns the right Penn tag, or "" to leave
// the word as it is.
var tagRules = []func(t *tagging, i int, said []neural.Word) string{
	tagQuote,
	tagHyphen,
	tagAddress,
	tagSmallCapital,
	tagUnknownName,
	tagFile,
	tagPicture,
	tagOpeningParticiple,
}

// tagQuote: which end of a quotation a mark is follows from the marks before it.
func tagQuote(t *tagging, i int, _ []neural.Word) string {
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
func tagHyphen(t *tagging, i int, said []neural.Word) string {
	if word := t.words[i]; word != "-" && word != "–" && word != "—" {
		return ""
	}
	joins := i > 0 && i+1 < len(t.words) && t.glued[i] && t.glued[i+1]
	switch {
	case joins && t.words[i] == "-" && hasLetter(t.words[i-1]) && hasLetter(t.words[i+1]):
		return "HYPH"
	case !joins && said[i].XPOS == "HYPH":
		return ":"
	}
	return ""
}

// tagAddress: "desk@fjord.example", "https://fjord.example" and "@fjord" are
// addresses, whatever words they are made of.
func tagAddress(t *tagging, i int, _ []neural.Word) string {
	if word := t.words[i]; isAddress(word) {
		return "ADD"
	}
	return ""
}

// tagSmallCapital: a country and its capital are names in small letters too
// ("kyiv").
func tagSmallCapital(t *tagging, i int, _ []neural.Word) string {
	if isSmallCapital(t.words[i]) {
		return "NNP"
	}
	return ""
}

// tagUnknownName: a word that the network never saw and guesses by its letters,
// with a capital that its place in the sentence does not explain, is a name; so
// is the word at another place of the document ("Lindqvist left."). Words in
// capitals are abbreviations of anything.
func tagUnknownName(t *tagging, i int, said []neural.Word) string {
	word := t.words[i]
	if said[i].Known || !isCapitalised(word) || isAllCaps(word) || t.headline {
		return ""
	}
	opens := t.opens(i)
	if counts := t.seen.of(strings.ToLower(word)); opens && counts.upper <= counts.lower {
		return ""
	}
	switch said[i].XPOS {
	case "NN", "VB", "RB", "FW", "UH":
		return "NNP"
	case "JJ": // elsewhere it may be of a name, as "Peruvian" is
		if opens {
			return "NNP"
		}
	case "VBG", "VBN", "VBD", "VBZ", "VBP": // "between Straubing and Plattling"
		if !opens {
			return "NNP"
		}
	}
	return ""
}

// tagFile: "ReportForBerg.pdf" is the common name of a file.
func tagFile(t *tagging, i int, _ []neural.Word) string {
	if isFileName(t.words[i]) {
		return "NN"
	}
	return ""
}

// tagPicture: a drawn sign or an emoji is no word; "°" and "™" are read out.
func tagPicture(t *tagging, i int, _ []neural.Word) string {
	if r, _ := utf8.DecodeRuneInString(t.words[i]); r >= firstPicture && unicode.Is(unicode.So, r) {
		return "NFP"
	}
	return ""
}

// firstPicture begins the blocks of drawn signs (Miscellaneous Technical).
const firstPicture = '\u2300'

// tagOpeningParticiple: "Asked if he would stay, Berg laughed": a past form that
// opens a sentence, without subject or object, is a participle if what it hangs
// on follows the comma.
func tagOpeningParticiple(t *tagging, i int, said []neural.Word) string {
	if said[i].XPOS != "VBD" || said[i].Rel != "advcl" || said[i].Head < i || !t.opens(i) || i+1 == len(said) {
		return ""
	}
	switch said[i+1].XPOS {
	case "IN", "TO", "WRB":
		return "VBN"
	}
	return ""
}

// universal is the part of speech of each tag that a rule gives.
var universal = map[string]string{"``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT", ":": "PUNCT", "NN": "NOUN", "NNP": "PROPN", "ADD": "PROPN", "NFP": "SYM", "VBN": "VERB"}
