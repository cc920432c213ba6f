package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/data"
)

// typeRules say what kind of thing a name stands for. They are tried in order;
// the first that gives a type decides.
var typeRules = []struct {
	strength
	typ func(*nameFinder, Range) EntityType
}{
	{known, (*nameFinder).typeByLexicon},
	{known, (*nameFinder).typeOfDemonym},
	{declared, (*nameFinder).typeByHonorific},
	{cued, (*nameFinder).typeByLastWord},
	{cued, (*nameFinder).typeByFirstWord},
	{cued, (*nameFinder).typeByGivenName},
	{cued, (*nameFinder).typeByApposition},
	{hinted, (*nameFinder).typeByContext},
	{guessed, (*nameFinder).typeByHead},
	{guessed, (*nameFinder).typeByLooks},
}

// typeOf returns the type of the name in r, and how sure it is. The empty type
// means that r is no name.
func (f *nameFinder) typeOf(r Range) (EntityType, strength) {
	for _, rule := range typeRules {
		if typ := rule.typ(f, r); typ != "" {
			return typ, rule.strength
		}
	}
	return "", guessed
}

func (f *nameFinder) typeByLexicon(r Range) EntityType {
	text := f.text(r)
	if typ, ok := lexiconType(text); ok {
		return typ
	}
	if bare, ok := strings.CutPrefix(text, "The "); ok {
		typ, _ := lexiconType(bare)
		return typ
	}
	if _, ok := data.CountryNamed(f.word(r.First)); ok && r.Len() > 1 {
		typ, _ := lexiconType(f.text(Range{r.First + 1, r.End}))
		return typ // "US Supreme Court"
	}
	return ""
}

// typeOfDemonym: "Ukrainians" are a group; the bare adjective ("Ukrainian") is
// no name by itself.
func (f *nameFinder) typeOfDemonym(r Range) EntityType {
	if last := f.lower(r.End - 1); r.Len() == 1 && creeds[singular(last)] && !creeds[last] {
		return Group
	}
	if r.Len() > 2 || !isDemonym(f.word(r.End-1)) || r.Len() == 2 && !isDemonym(f.text(r)) {
		return ""
	}
	return Group
}

// isAdjective reports whether r is the adjective of a country or place with the
// noun it belongs to ("Ukrainian territory"), which is no name.
func (f *nameFinder) isAdjective(r Range) bool {
	if !isDemonym(f.word(r.End-1)) || r.Len() > 2 {
		return false
	}
	if f.xpos(r.End-1) == "JJ" {
		return true
	}
	next := f.xpos(r.End)
	return f.xpos(r.End-1) != "NNPS" && (next == "NN" || next == "NNS" || next == "JJ" || next == "HYPH")
}

// honorifics stand before the names of persons.
var honorifics = wordSet("mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady madame monsieur herr judge")

func (f *nameFinder) typeByHonorific(r Range) EntityType {
	if honorifics[f.lower(r.First-1)] {
		return Person
	}
	last := f.word(r.End - 1)
	if last == "Jr." || last == "Sr." || last == "Jr" {
		return Person
	}
	return ""
}

// typeByLastWord: "Mekong River" is a place, "Acme Corp" an organisation.
func (f *nameFinder) typeByLastWord(r Range) EntityType {
	last := r.End - 1
	for i := r.First; i < r.End; i++ {
		if word := f.lower(i); i > r.First && (word == "of" || word == "for") {
			last = i - 1
			break
		}
	}
	for last > r.First && (hasDigit(f.word(last)) || isRoman(f.word(last))) {
		last--
	}
	_, given := data.FirstName(f.word(r.First))
	if r.Len() == 1 || r.Len() == 2 && given && surnameCues[f.lower(last)] {
		return ""
	}
	typ, _ := data.TypeOfLastWord(f.word(last))
	return EntityType(typ)
}

// surnameCues are cues that are frequent surnames too: "Emma Day", "Jude Law".
var surnameCues = wordSet("day law woods banks marsh rivers bush")

// typeByFirstWord: "University of Oslo", "Mount Etna".
func (f *nameFinder) typeByFirstWord(r Range) EntityType {
	if r.Len() == 1 {
		return ""
	}
	if typ, ok := data.TypeOfFirstWord(f.word(r.First)); ok {
		return EntityType(typ)
	}
	if typ, _ := data.TypeOfLastWord(f.word(r.First)); typ == string(Place) && r.Len() == 2 {
		return Place // "River Glomma"
	}
	return ""
}

// typeByGivenName: a known given name makes a person, as does an initial in the
// middle.
func (f *nameFinder) typeByGivenName(r Range) EntityType {
	first := f.word(r.First)
	if _, ok := data.FirstName(first); ok && r.Len() <= longestPerson && (!isAllCaps(first) || f.titled) {
		return Person
	}
	for i := r.First; i < r.End-1; i++ {
		word := f.word(i)
		if len(word) == 2 && word[1] == '.' && r.Len() <= longestPerson {
			return Person
		}
	}
	return ""
}

// longestPerson is the most tokens a person's name has, with particles and hyphens.
const longestPerson = 6

// appositionReach is how many words an apposition may put before its noun.
const appositionReach = 6

// typeByApposition reads what the text says the name is: "Nordlys, the Norwegian
// shipping company, …", "Nordlys is a company".
func (f *nameFinder) typeByApposition(r Range) EntityType {
	i := r.End
	if f.word(i) != "," && f.lower(i) != "is" && f.lower(i) != "was" {
		return ""
	}
	if article := f.lower(i + 1); article != "a" && article != "an" && article != "the" {
		return ""
	}
	for j := i + 2; j <= i+1+appositionReach; j++ {
		switch f.xpos(j) {
		case "NN":
			if next := f.xpos(j + 1); next != "NN" && next != "NNS" && next != "NNP" && next != "HYPH" {
				return typeOfNoun(f.lower(j))
			}
		case "JJ", "JJS", "NNP", "POS", "HYPH", "CD", "VBN", "VBG", "RB", "RBS", "NNS":
		default:
			return ""
		}
	}
	return ""
}

// typeOfNoun returns what a common noun or an office says of its bearer.
func typeOfNoun(noun string) EntityType {
	if _, ok := data.OfficeCalled(noun); ok {
		return Person
	}
	n, _ := data.NounOf(noun)
	return EntityType(n.Type)
}

// typeByContext reads the words around a name: a title before it, an age after
// it, a verb that persons do, a preposition of place.
func (f *nameFinder) typeByContext(r Range) EntityType {
	before, after := f.lower(r.First-1), f.lower(r.End)
	if office, ok := data.OfficeCalled(before); ok && office.Title {
		return Person
	}
	if noun, ok := data.NounOf(before); ok && f.xpos(r.First-1) != "NNS" {
		return EntityType(noun.Type)
	}
	switch {
	case after == "," && isDigits(f.word(r.End+1)) && len(f.word(r.End+1)) == 2:
		return Person
	case before == "," && r.Len() == 1 && !isAcronym(f.word(r.First)) && f.placeEndsAt(r.First-1):
		return Place
	case companyNouns[f.afterName(r)]:
		return Organization
	case after == "'s" && personNouns[f.lower(r.End+1)]:
		return Person
	case before == "of" && f.placeNoun(r.First-2):
		return Place
	case speechVerbs[after] || f.lower(r.First-2) == "according" && before == "to":
		return f.speaker(r)
	case speechVerbs[before] && f.xpos(r.First-1) == "VBD":
		return f.speaker(r)
	case personVerbs[after] || after == "," && (f.lower(r.End+1) == "who" || f.lower(r.End+1) == "whose") || after == "who":
		return Person
	}
	return f.placeByPreposition(r, before, after)
}

// afterName returns the word after a name, with "'s" passed over.
func (f *nameFinder) afterName(r Range) string {
	if f.xpos(r.End) == "POS" {
		return f.lower(r.End + 1)
	}
	return f.lower(r.End)
}

// companyNouns follow the names of bodies, personNouns those of persons.
var (
	companyNouns = wordSet(`spokesman spokeswoman spokesperson spokespeople shares stock ceo cfo employees staff subsidiary
		customers shareholders executives headquarters`)
	personNouns = wordSet(`wife husband son daughter mother father brother sister family widow death birthday lawyer lawyers
		career children parents friend friends girlfriend boyfriend face body voice`)
)

// placeNoun reports whether the noun at i stands for a place: "the town of".
func (f *nameFinder) placeNoun(i int) bool {
	noun, ok := data.NounOf(f.lower(i))
	return ok && noun.Type == string(Place)
}

// typeByHead reads the common noun that the name modifies: "the Narvik
// power plant", "the Nordlys movement".
func (f *nameFinder) typeByHead(r Range) EntityType {
	head := r.End
	if f.xpos(head) != "NN" {
		return ""
	}
	if f.xpos(head+1) == "NN" {
		head++
	}
	switch noun, _ := data.NounOf(f.lower(head)); EntityType(noun.Type) {
	case Place:
		return Place
	case Organization:
		return Organization
	case Event:
		return Place
	case Law, Product, Work:
		return EntityType(noun.Type)
	}
	return ""
}

// personVerbs are verbs whose subjects are people far more often than bodies.
var personVerbs = wordSet("resigned died married born smiled laughed retired graduated scored tweeted thinks thought felt wept himself herself")

// speaker: what speaks is a person, or a body with an abbreviation for a name.
func (f *nameFinder) speaker(r Range) EntityType {
	if r.Len() == 1 && isAcronym(f.word(r.First)) {
		return Organization
	}
	return Person
}

// placeEndsAt reports whether the name before token i is known as a place, as
// in "Houston, Texas".
func (f *nameFinder) placeEndsAt(i int) bool {
	if len(f.found) == 0 {
		return false
	}
	last := f.found[len(f.found)-1]
	return last.Tokens.End == i && last.Type == Place
}

// placeByPreposition: "in Narvik", "near Bakhmut", "from Narvik to Bodø".
func (f *nameFinder) placeByPreposition(r Range, before, after string) EntityType {
	if r.Len() > 2 || isAcronym(f.word(r.First)) {
		return ""
	}
	switch before {
	case "in", "near", "outside", "around", "throughout", "across":
		return Place
	case "at":
		if r.Len() == 1 {
			return Place
		}
	case "from", "to", "towards", "toward", "of", "into":
		if after == "," && f.nextIsPlace(r.End+1) {
			return Place
		}
	}
	if after == "," && f.nextIsPlace(r.End+1) {
		return Place
	}
	return ""
}

// nextIsPlace reports whether a name that the lexicons know as a place starts
// at token i, as after the comma of "Narvik, Norway".
func (f *nameFinder) nextIsPlace(i int) bool {
	if !isCapitalised(f.word(i)) {
		return false
	}
	end := max(f.lexiconEnd(i), i+1)
	typ, _ := lexiconType(f.text(Range{i, end}))
	return typ == Place
}

// isAcronym reports whether word is two to six capitals, perhaps with full
// stops or an "s".
func isAcronym(word string) bool {
	bare := strings.TrimSuffix(strings.ReplaceAll(word, ".", ""), "s")
	n := utf8.RuneCountInString(bare)
	return n >= 2 && n <= 6 && isAllCaps(bare)
}

// typeByLooks guesses from the form of the name and its place in the sentence:
// an acronym is an organisation, as is what takes an article; two or three
// plain words are a person, and so is one that acts.
func (f *nameFinder) typeByLooks(r Range) EntityType {
	word, before := f.word(r.First), f.lower(r.First-1)
	switch {
	case r.Len() == 1 && (isAcronym(word) || isCamelCase(word)):
		return Organization
	case r.Len() == 1 && hasAnySuffix(word, placeEndings...):
		return Place
	case r.Len() == 1 && hasAnySuffix(word, surnameEndings...):
		return Person
	case f.lower(r.First+1) == "&" || before == "the" && r.Len() > 1:
		return Organization
	case r.Len() >= 2 && r.Len() <= 3 && f.plainWords(r) && before != "the":
		return Person
	case r.Len() == 1 && before != "the" && f.acts(r):
		return Person
	}
	return Thing
}

// placeEndings and surnameEndings are the endings that many names of places and
// families share.
var (
	placeEndings = []string{"ville", "burg", "burgh", "bury", "stan", "land", "shire", "abad", "grad", "pur", "polis",
		"dorf", "stadt", "heim", "borough", "mouth", "ovka", "sk"}
	surnameEndings = []string{"sson", "ovich", "evich", "enko", "sky", "ski", "dze", "shvili", "escu", "poulos", "idis", "ov", "ova", "yev"}
)

// acts reports whether the name is the subject of a verb in the past or
// present.
func (f *nameFinder) acts(r Range) bool {
	next := r.End
	if f.xpos(next) == "RB" {
		next++
	}
	return f.xpos(next) == "VBD" || f.xpos(next) == "VBZ" && !beForms[f.lower(next)] || f.xpos(next) == "MD"
}

// isCamelCase reports whether word has a capital after a small letter, as brands
// do, other than in "McKay" and "MacLeod".
func isCamelCase(word string) bool {
	for _, prefix := range []string{"Mc", "Mac", "De", "Di", "Le", "La", "Van", "Fitz"} {
		word = strings.TrimPrefix(word, prefix)
	}
	small := false
	for _, r := range word {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// plainWords reports whether the words of r are capitalised with small letters
// after, with no figures and no common nouns among them.
func (f *nameFinder) plainWords(r Range) bool {
	for i := r.First; i < r.End; i++ {
		word := f.word(i)
		if !isCapitalised(word) || isAllCaps(word) || hasDigit(word) {
			return false
		}
		if _, noun := data.NounOf(word); noun {
			return false
		}
	}
	return true
}
