package nlp

import (
	"strings"

	"kg/data"
)

// tagRules correct the tags of the model where English grammar is surer than
// its statistics. Each is applied to every word before the next rule; it
// returns the right tag, or "" to leave the word as it is.
var tagRules = []func(t *tagging, i int) string{
	tagPunctuation,
	tagForm,
	tagCapital,
	tagInfinitive,
	tagBareVerb,
	tagParticiple,
	tagReducedPassive,
	tagPastTense,
	tagProgressive,
	tagThat,
	tagAboutNumber,
	tagParticle,
	tagPlural,
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

// tagPunctuation: a mark has the tag of its shape; a hyphen between words is
// HYPH, between figures SYM.
func tagPunctuation(t *tagging, i int) string {
	switch t.sides[i] {
	case opening:
		return "``"
	case closing:
		return "''"
	}
	word := t.words[i]
	if hasLetter(word) {
		return ""
	}
	if fixed, ok := punctuationTags[word]; ok {
		return fixed
	}
	switch {
	case word == "-" || word == "–":
		return t.dash(i)
	case isCurrencySign(word):
		return "$"
	case strings.Trim(word, ".") == "", strings.Trim(word, "-") == "":
		return ":"
	case strings.Trim(word, "!?") == "":
		return "."
	case strings.Trim(word, "*=_~#+•·") == "" && len(word) > 1:
		return "NFP"
	case startsWithDigit(word):
		return "CD"
	}
	return ""
}

var punctuationTags = map[string]string{
	".": ".", "!": ".", "?": ".", "。": ".", ",": ",", ":": ":", ";": ":", "…": ":", "—": ":",
	"(": "-LRB-", "[": "-LRB-", "{": "-LRB-", "<": "-LRB-", ")": "-RRB-", "]": "-RRB-", "}": "-RRB-", ">": "-RRB-",
	"/": "SYM", "+": "SYM", "=": "SYM", "*": "NFP", "•": "NFP", "·": "NFP", "%": "NN", "#": "NN", "&": "CC",
}

func (t *tagging) dash(i int) string {
	between := i > 0 && i+1 < len(t.words)
	switch {
	case between && startsWithDigit(t.words[i-1]) && startsWithDigit(t.words[i+1]):
		return "SYM"
	case between && t.glued[i] && t.glued[i+1]:
		return "HYPH"
	case !between && i == 0:
		return "NFP"
	}
	return ":"
}

// tagForm: words whose form has one tag only.
func tagForm(t *tagging, i int) string {
	word := t.word(i)
	if fixed, ok := formTags[word]; ok {
		return fixed
	}
	switch {
	case isSmallCapital(t.words[i]):
		return "NNP"
	case strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word[1:], "@"):
		return "ADD"
	case word == "let" && t.word(i+1) == "'s":
		return "VB"
	case word == "'s" && t.word(i-1) == "let":
		return "PRP"
	case word == "do" && t.tag(i+1) == "PRP" && t.tag(i-1) != "MD" && t.word(i-1) != "to":
		return "VBP"
	case word == "so" && t.word(i-1) == "," && t.word(i+1) != "that":
		return "RB"
	case word == "no" && t.word(i+1) == "," && t.opens(i):
		return "UH"
	}
	return ""
}

var formTags = map[string]string{
	"i": "PRP", "he": "PRP", "she": "PRP", "it": "PRP", "they": "PRP", "we": "PRP", "you": "PRP",
	"me": "PRP", "him": "PRP", "them": "PRP", "himself": "PRP", "herself": "PRP", "themselves": "PRP", "itself": "PRP",
	"n't": "RB", "not": "RB", "'ve": "VBP", "'re": "VBP", "'m": "VBP", "'ll": "MD",
	"the": "DT", "of": "IN", "and": "CC", "or": "CC", "their": "PRP$", "my": "PRP$", "its": "PRP$", "your": "PRP$", "our": "PRP$",
	"am": "VBP", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "been": "VBN", "has": "VBZ",
	"could": "MD", "would": "MD", "should": "MD", "must": "MD",
	"mr.": "NNP", "mrs.": "NNP", "ms.": "NNP", "dr.": "NNP",
	"please": "UH", "yes": "UH", "oh": "UH", "hello": "UH", "thanks": "NN",
	"who": "WP", "whom": "WP", "what": "WP", "whose": "WP$", "because": "IN", "if": "IN",
	"a.m.": "NN", "p.m.": "NN", "pm": "NN",
}

// tagCapital: a capital inside a sentence makes a proper noun, unless it is the
// adjective of a country ("French troops").
func tagCapital(t *tagging, i int) string {
	if !isCapitalised(t.words[i]) {
		if t.tags[i] == "NNP" && t.seen[t.lower[i]].upper == 0 && isCommonNoun(t.lower[i]) {
			return "NN"
		}
		return ""
	}
	if isDemonym(t.words[i]) || creeds[t.lower[i]] || creeds[singular(t.lower[i])] {
		return t.demonym(i)
	}
	if t.opens(i) || t.headline {
		if t.isName(i) && (t.tags[i] == "NN" || t.tags[i] == "JJ" || t.tags[i] == "VB") && !isCommonNoun(t.lower[i]) {
			return "NNP"
		}
		return ""
	}
	if t.tags[i] == "NN" && t.seen[t.lower[i]].lower == 0 {
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

// tagInfinitive: "to" is TO before a verb, and a preposition elsewhere.
func tagInfinitive(t *tagging, i int) string {
	if t.word(i) != "to" {
		return ""
	}
	next := i + 1
	for t.tag(next) == "RB" || t.tag(next) == "``" {
		next++
	}
	switch t.tag(next) {
	case "VB", "VBP":
		return "TO"
	case ".", ",", ":", "":
		if strings.HasPrefix(t.tag(i-1), "VB") {
			return "TO"
		}
	}
	return "IN"
}

// tagBareVerb: after "to", a modal or "do" a verb stands in its base form.
func tagBareVerb(t *tagging, i int) string {
	if tag := t.tags[i]; tag != "VBP" && tag != "NN" && tag != "VBD" {
		return ""
	}
	before := i - 1
	for t.tag(before) == "RB" && before > 0 {
		before--
	}
	switch {
	case t.tag(before) == "TO" && t.tags[i] == "VBP", t.tag(before) == "MD" && t.tags[i] != "VBD":
		return "VB"
	case t.tags[i] == "VBP" && t.asks(i):
		return "VB"
	case before < i-1 && (t.word(before) == "do" || t.word(before) == "does" || t.word(before) == "did"):
		return "VB"
	}
	return ""
}

// asks reports whether word i is the verb of a question whose auxiliary stands
// before the subject: "What can they say", "Do they know".
func (t *tagging) asks(i int) bool {
	if t.tag(i-1) != "PRP" || i < 2 {
		return false
	}
	word := t.word(i - 2)
	opens := i == 2
	if !opens {
		before := t.tag(i - 3)
		opens = before == "WP" || before == "WRB" || before == "``" || before == "," || before == "RB" || before == "CC"
	}
	return opens && (t.tag(i-2) == "MD" || word == "do" || word == "did" || word == "does")
}

// auxiliary returns the lower-case auxiliary before word i, with adverbs
// between them passed over, or "".
func (t *tagging) auxiliary(i int) string {
	before := i - 1
	for before > 0 && (t.tag(before) == "RB" || t.tag(before) == "RBR") {
		before--
	}
	word := t.word(before)
	if beForms[word] || haveForms[word] {
		return word
	}
	return ""
}

var (
	beForms   = wordSet("be am is are was were been being 's 're 'm")
	haveForms = wordSet("have has had having 've")
)

// tagParticiple: after "have" or "be" a past form is a participle; so is an
// adjective in -ed with an agent ("co-chaired by") or a manner ("widely used").
func tagParticiple(t *tagging, i int) string {
	switch t.tags[i] {
	case "VBD":
		if t.auxiliary(i) != "" {
			return "VBN"
		}
	case "JJ":
		if !strings.HasSuffix(t.lower[i], "ed") {
			return ""
		}
		if t.word(i+1) == "by" || t.tag(i-1) == "RB" && strings.HasSuffix(t.word(i-1), "ly") {
			return "VBN"
		}
	}
	return ""
}

// tagReducedPassive: "the bridge damaged by floods was closed": a past form
// after a noun and before an agent is a participle if the clause has its verb.
func tagReducedPassive(t *tagging, i int) string {
	if t.tags[i] != "VBD" || t.word(i+1) != "by" || t.tag(i+2) == "CD" || !strings.HasPrefix(t.tag(i-1), "NN") {
		return ""
	}
	if t.finite > 1 {
		return "VBN"
	}
	return ""
}

func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// tagPastTense: a participle right after its subject and before its object is
// the past tense: "the attack killed 15 people", "she left the party".
func tagPastTense(t *tagging, i int) string {
	if t.tags[i] != "VBN" || t.auxiliary(i) != "" {
		return ""
	}
	switch before := t.tag(i - 1); {
	case before == "PRP" && !beForms[t.word(i-2)] && !haveForms[t.word(i-2)], before == "WDT", before == "WP":
		return "VBD"
	case strings.HasPrefix(before, "NN") && t.startsObject(i+1) && !haveForms[t.word(i-2)]:
		return "VBD"
	}
	return ""
}

// startsObject reports whether a noun phrase starts at word i.
func (t *tagging) startsObject(i int) bool {
	switch t.tag(i) {
	case "DT", "PRP", "PRP$", "CD", "NNP", "$":
		return true
	}
	return t.word(i) == "at" && t.word(i+1) == "least" || t.word(i) == "more" && t.word(i+1) == "than"
}

// tagProgressive: "is closely watching how …": after "be" a form in -ing with
// an object is a verb.
func tagProgressive(t *tagging, i int) string {
	if t.tags[i] != "JJ" && t.tags[i] != "NN" || !strings.HasSuffix(t.lower[i], "ing") || !beForms[t.auxiliary(i)] {
		return ""
	}
	switch t.tag(i + 1) {
	case "DT", "PRP", "PRP$", "NNP", "WRB", "WP", "TO", "RP", "JJ":
		return "VBG"
	}
	return ""
}

// tagThat: after a noun and before a verb "that" is a relative pronoun, as it
// is before a pronoun unless the noun takes a clause ("the fact that they").
// Before a noun it is a determiner.
func tagThat(t *tagging, i int) string {
	if t.word(i) != "that" {
		return ""
	}
	before, next := t.tag(i-1), t.tag(i+1)
	noun := before == "NN" || before == "NNS"
	switch {
	case noun && (strings.HasPrefix(next, "VB") || next == "MD"):
		return "WDT"
	case noun && next == "PRP" && !clauseNouns[LemmaOf(t.words[i-1], before)]:
		return "WDT"
	case before == "IN" && (next == "NN" || next == "CD") && t.word(i-1) != "so" && t.word(i-1) != "in":
		return "DT"
	case before == "VBG" && next == "NN":
		return "DT"
	}
	return ""
}

// clauseNouns take a clause with "that".
var clauseNouns = wordSet(`fact claim report news belief hope idea evidence sign possibility statement view fear
	concern suggestion allegation assertion notion conclusion doubt feeling indication promise proof proposal warning
	speculation argument announcement confirmation agreement understanding assumption impression point condition way
	time day moment year chance assurance risk`)

// tagAboutNumber: "over 50 years", "some 30 countries", "about 900": adverbs.
// "Some" and "more than" keep their tags in the treebanks.
func tagAboutNumber(t *tagging, i int) string {
	if t.tags[i] != "IN" || t.tag(i+1) != "CD" && t.tag(i+1) != "$" {
		return ""
	}
	switch t.word(i) {
	case "about", "over", "around", "under":
		if t.word(i) == "about" || beForms[t.word(i-1)] || !strings.HasPrefix(t.tag(i-1), "VB") && t.tag(i+1) == "CD" && !isYear(t.word(i+1)) {
			return "RB"
		}
	}
	return ""
}

// tagParticle: after a verb "out", "up", "off" and "away" are particles; "on",
// "in", "over" and "down" where nothing follows that they could govern.
func tagParticle(t *tagging, i int) string {
	if t.tags[i] != "IN" && t.tags[i] != "RB" {
		return ""
	}
	verb := strings.HasPrefix(t.tag(i-1), "VB") && !beForms[t.word(i-1)]
	word, next := t.word(i), t.tag(i+1)
	ends := next == "." || next == "," || next == ":" || next == "" || next == "CC" || next == "''"
	switch {
	case verb && (word == "out" || word == "up" || word == "off") && t.word(i+1) != "of":
		return "RP"
	case ends && verb && (word == "on" || word == "in" || word == "over" || word == "down"):
		return "RP"
	case ends && t.tags[i] == "IN" && clauseEnders[word] && !strings.HasPrefix(t.tag(i-1), "VB"):
		return "RB"
	}
	return ""
}

// clauseEnders are prepositions that are adverbs at the end of a clause.
var clauseEnders = wordSet("before around outside inside above below since on over along")

// tagPlural: "United Nations", "Armed Forces": a capitalised plural of a common
// noun is NNPS.
func tagPlural(t *tagging, i int) string {
	if t.tags[i] != "NNP" || !strings.HasSuffix(t.lower[i], "s") || hasAnySuffix(t.lower[i], "ss", "us", "is", "'s") {
		return ""
	}
	if isAllCaps(t.words[i]) {
		return ""
	}
	one := singular(t.lower[i])
	if one != t.lower[i] && (isCommonNoun(one) || properPlurals[t.lower[i]]) {
		return "NNPS"
	}
	return ""
}

var properPlurals = wordSet(`states nations islands olympics games forces affairs services rights sciences studies arts
	netherlands philippines emirates balkans alps andes himalayas bahamas maldives`)

// tagFiniteVerb: a sentence that ends with a full stop and has no finite verb
// lost it to another tag. The first word that may be it is taken: a participle
// after a noun, or what looks like a plural after a singular subject.
func tagFiniteVerb(t *tagging, i int) string {
	if len(t.tags) < 4 || t.tags[len(t.tags)-1] != "." && t.tags[len(t.tags)-1] != "''" {
		return ""
	}
	if t.finite > 0 {
		return ""
	}
	return t.lostVerb(i)
}

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
