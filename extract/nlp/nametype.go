package nlp

import (
	"strings"

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
	{cued, (*nameFinder).typeByNumber},
	{cued, (*nameFinder).typeByGivenName},
	{cued, (*nameFinder).typeByFamilyName},
	{cued, (*nameFinder).typeByNoun},
	{cued, (*nameFinder).typeByApposition},
	{cued, (*nameFinder).typeByExample},
	{cued, (*nameFinder).typeByTrade},
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
	if _, ok := data.PlaceNamed(text); ok && isLower(text) {
		return Place // see lowerName
	}
	if arabicArticles[f.lower(r.First)] && r.Len() > 2 && f.hyphenated(r.First+1) {
		if _, ok := data.PlaceNamed(f.text(Range{r.First + 2, r.End})); ok {
			return Place // "An-Naqoura"
		}
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
	if typ, _ := data.TypeOfFirstWord(f.word(r.First + 1)); typ == string(Organization) && foreignArticles[f.lower(r.First)] {
		return Organization // "Le Courrier du Rhône"
	}
	if typ, ok := data.TypeOfFirstWord(f.word(r.First)); ok {
		return EntityType(typ)
	}
	if typ, _ := data.TypeOfLastWord(f.word(r.First)); typ == string(Place) && r.Len() == 2 {
		return Place // "River Glomma"
	}
	return ""
}

var foreignArticles = wordSet("le la el il o der die das")

// typeByNumber: a few letters, a hyphen and a number behind a maker's name are a product,
// "Mil Mi-17".
func (f *nameFinder) typeByNumber(r Range) EntityType {
	for i := r.First + 1; i+2 < r.End; i++ {
		if word := f.word(i); len(word) <= longestModel && hasLetter(word) && f.hyphenated(i+1) && startsWithDigit(f.word(i+2)) {
			return Product
		}
	}
	return ""
}

// longestModel is the longest word before the number of a model: "CRJ-700".
const longestModel = 3

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

// typeByFamilyName: what few names but those of families end with makes a person of
// several words ("Björk Jónsdóttir"), as does a hyphen in a given name of two syllables
// ("Park Min-jae").
func (f *nameFinder) typeByFamilyName(r Range) EntityType {
	if r.Len() < 2 || r.Len() > longestPerson || !isCapitalised(f.word(r.First)) || isAllCaps(f.word(r.First)) {
		return ""
	}
	if last := f.word(r.End - 1); hasAnySuffix(last, familyEndings...) && isCapitalised(last) {
		return Person
	}
	if r.Len() == 4 && f.hyphenated(r.End-2) && isLower(f.word(r.End-1)) && isCapitalised(f.word(r.First+1)) {
		return Person
	}
	return ""
}

var familyEndings = []string{"dóttir", "dottir", "sson", "ovich", "evich", "enko", "shvili", "oğlu", "oglu", "poulos", "escu", "yan", "wicz", "ović", "ević", "opoulou"}

// longestPerson is the most tokens a person's name has, with particles and hyphens.
const longestPerson = 6
