package nlp

// upos returns the Universal part of speech of word i, from its Penn tag and
// the words around it.
func (t *tagging) upos(i int) string {
	word, xpos := t.lower[i], t.tags[i]
	switch xpos {
	case "RB":
		if word == "not" || word == "n't" || word == "nt" {
			return "PART"
		}
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		return t.verbClass(i)
	case "DT":
		if demonstratives[word] && !t.beforeNoun(i+1) {
			return "PRON"
		}
	case "WDT":
		if word == "that" || !t.beforeNoun(i+1) {
			return "PRON"
		}
	case "IN":
		return t.prepositionClass(i)
	case "NN":
		if word == "%" || word == "#" {
			return "SYM"
		}
		if indefinites[word] {
			return "PRON"
		}
	}
	if upos, ok := universal[xpos]; ok {
		return upos
	}
	return "PUNCT"
}

// universal maps the Penn tags that always have the same part of speech.
var universal = map[string]string{
	"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
	"JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
	"MD": "AUX", "DT": "DET", "PDT": "DET", "WDT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
	"EX": "PRON", "CC": "CCONJ", "CD": "NUM", "TO": "PART", "POS": "PART", "RP": "ADP", "UH": "INTJ",
	"$": "SYM", "SYM": "SYM", "#": "SYM", "FW": "X", "LS": "X", "ADD": "X", "GW": "X", "AFX": "X",
}

var (
	demonstratives = wordSet("this that these those")
	indefinites    = wordSet(`something anything nothing everything someone anyone everyone somebody anybody nobody
		everybody none`)
)

// beforeNoun reports whether a noun, or a word that leads to one, stands at i.
func (t *tagging) beforeNoun(i int) bool {
	switch t.tag(i) {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "CD", "VBN", "VBG":
		return true
	case "``":
		return t.beforeNoun(i + 1)
	}
	return false
}

// verbClass tells auxiliaries from verbs: "be" is one unless it says that
// something exists, "have" before a participle, "do" before a base form.
func (t *tagging) verbClass(i int) string {
	switch LemmaOf(t.words[i], t.tags[i]) {
	case "be":
		if t.tag(i-1) == "EX" || t.tag(i+1) == "EX" || t.tag(i-2) == "EX" && (t.tag(i-1) == "MD" || t.tag(i-1) == "RB" || haveForms[t.word(i-1)]) {
			return "VERB"
		}
		return "AUX"
	case "have":
		if t.leadsTo(i, "VBN", "VBD") {
			return "AUX"
		}
	case "do":
		if t.tags[i] != "VBG" && t.tags[i] != "VBN" && t.leadsTo(i, "VB", "VBP") {
			return "AUX"
		}
	}
	return "VERB"
}

// auxiliaryReach is how far a subject and adverbs may part an auxiliary from its verb.
const auxiliaryReach = 5

// leadsTo reports whether a verb with one of the tags follows word i, with only
// adverbs and a subject between.
func (t *tagging) leadsTo(i int, tags ...string) bool {
	for j := i + 1; j < len(t.tags) && j <= i+auxiliaryReach; j++ {
		for _, tag := range tags {
			if t.tags[j] == tag {
				return true
			}
		}
		switch t.tags[j] {
		case "RB", "PRP":
		case "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "EX":
			if i > 0 && t.tags[j] != "EX" && !t.inverted(i) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// inverted reports whether a subject may follow the auxiliary at i: in a
// question or after a negation.
func (t *tagging) inverted(i int) bool {
	before := t.tag(i - 1)
	return before == "WRB" || before == "WP" || before == "," || before == "``" || before == "CC" || before == "RB" || before == "WDT"
}

// prepositionClass tells subordinators from prepositions.
func (t *tagging) prepositionClass(i int) string {
	word := t.word(i)
	switch {
	case subordinators[word]:
		return "SCONJ"
	case t.tag(i+1) == "VBG" && !t.beforeNoun(i+2) || t.tag(i+1) == "VBG" && word != "of" && word != "in" && word != "for":
		return "SCONJ"
	case clauseOpeners[word] && t.clauseFollows(i+1):
		return "SCONJ"
	}
	return "ADP"
}

var (
	subordinators = wordSet("if because although though whether unless whereas while that lest cause")
	clauseOpeners = wordSet("as since until till after before than like so once except for")
)

// clauseReach is how many words a subject may take.
const clauseReach = 6

// clauseFollows reports whether a subject and its finite verb start at i.
func (t *tagging) clauseFollows(i int) bool {
	for j := i; j < len(t.tags) && j < i+clauseReach; j++ {
		switch tag := t.tags[j]; {
		case isFinite(tag):
			return j > i
		case tag == "," || tag == "." || tag == ":" || tag == "CC" || tag == "TO":
			return false
		case tag == "WDT" || tag == "WP":
			return false
		}
	}
	return false
}
