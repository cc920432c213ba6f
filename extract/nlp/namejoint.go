package nlp

import (
	"strings"

	"kg/data"
)

// particles join the parts of a name: "Anna van der Berg", "Karim el-Tayeb".
var particles = wordSet(`de da del della degli dei di do dos das du la le van von vom der den ter zu zum zur af av bin bint
	ibn al el ould ole arap wa y e`)

// joint returns the end of the run if the tokens at end join it to another name
// word, or end.
func (f *nameFinder) joint(first, end int) int {
	word := f.lower(end)
	switch {
	case word == "&" && f.isNameWord(end+1):
		return end + 2
	case f.word(end) == "i" && f.isNameWord(end+1) && f.isNameWord(end-1):
		return end + 2 // "Ferrer i Bosch"
	case capitalPrepositions[f.word(end)] && f.isBody(end-1) && isCapitalised(f.word(end+1)):
		return end + 2
	case (word == "-" || word == "–") && f.adjacent(end-1) && f.adjacent(end):
		return f.hyphen(first, end)
	case word == "of" && isYear(f.word(end+1)) && f.isLaw(end-1):
		return end + 2
	case isYear(word) && f.isLaw(end-1) && f.xpos(end+1) != "NNS":
		return end + 1 // "Equality Act 2010"
	case isElided(f.word(end)):
		return end + 1
	case (word == "of" || word == "for") && f.opensOf(first, end):
		return f.afterOf(end)
	case word == "and" && f.isNameWord(end+1) && (f.opensAnd(first, end) || f.namesFields(first, end)):
		return end + 2
	case particles[word] && f.isNameWord(end+1):
		return end + 2
	case particles[word] && particles[f.lower(end+1)] && f.isNameWord(end+2):
		return end + 3
	case (particles[word] || izafets[word]) && f.word(end+1) == "-" && isCapitalised(f.word(end+2)):
		return end + 3
	case word == "," && (f.word(end+1) == "Jr." || f.word(end+1) == "Sr." || companyForms[f.word(end+1)]):
		return end + 2
	case f.xpos(end) == "POS" && (possessors[f.lower(end-1)] || saintly[f.lower(first)]) && f.isNameWord(end+1):
		return end + 2
	case f.xpos(end) == "CD" && f.numbersName(end):
		return end + 1
	}
	return end
}

// companyForms stand after the name of a company, with a comma or without:
// "Narvex, Inc.".
var companyForms = wordSet("Inc Inc. Ltd Ltd. LLC LLP L.L.C. L.P. Corp. PLC")

// possessors are the plurals that begin names: "People's Republic", "Women's
// World Cup".
var possessors = wordSet(`people women men children workers veterans teachers farmers writers bishop queen king prince st prosecutor prosecutors attorney lawyers
	nurses doctors students miners journalists magistrates taxpayers seamen seafarers sailors pilots officers lawyers drivers dockers
	fishermen musicians actors artists parents tenants pensioners consumers employers manufacturers publishers growers producers
	builders engineers firefighters mothers girls boys merchants traders exporters players footballers judges physicians surgeons
	pharmacists scientists travellers citizens prisoners reporters editors bankers brewers bakers`)

// saintly opens the name of a saint, after whom places are called: "St. Mark's Square".
var saintly = wordSet("st. st saint")

// hyphen joins "Al-Qaeda", "Jean-Pierre", "COVID-19", "Kim Min-ho", but not "US-led".
func (f *nameFinder) hyphen(first, end int) int {
	next := f.word(end + 1)
	if after := f.izafet(end + 1); after > end {
		return after
	}
	if end-first == 2 && asianSurnames[f.lower(first)] && f.xpos(end+1) != "VBN" && isSyllable(next) {
		return end + 2
	}
	if f.xpos(end+1) == "NNP" && f.xpos(end-1) == "NNP" && isLower(next) && !notNames[next] {
		return end + 2
	}
	if isCapitalised(next) && !notNames[strings.ToLower(next)] || isDigits(next) || hasDigit(next) {
		_, left := data.CountryNamed(f.word(end - 1))
		_, right := data.CountryNamed(f.text(Range{end + 1, max(f.lexiconEnd(end+1), end+2)}))
		if left && right {
			return end
		}
		return end + 2
	}
	return end
}

// izafet returns the end of "e-Islam" or "ul-Haq" behind a hyphen, which join names in
// Persian and Arabic, be they one token or three, or 0.
func (f *nameFinder) izafet(i int) int {
	if link, name, ok := strings.Cut(f.word(i), "-"); ok && izafets[link] && isCapitalised(name) {
		return i + 1
	}
	if izafets[f.word(i)] && f.hyphenated(i+1) && isCapitalised(f.word(i+2)) {
		return i + 3
	}
	return 0
}

var izafets = wordSet("e i ul ur ud us uz")

// asianSurnames are frequent surnames of Koreans and Taiwanese, whose given names have
// two syllables: "Kim Min-ho", "Lin Chia-hao".
var asianSurnames = wordSet(`kim lee park pak choi choe jung jeong kang cho jo yoon yun jang lim im han oh seo suh shin
	sin kwon hwang ahn song ryu yoo hong moon yang bae baek heo nam noh roh ko koh koo son sohn joo woo sung cha chung
	chae won ri yi lin wang chen chang huang wu liu tsai hsu cheng hsieh kuo hung chiu tseng liao lai chou yeh su lu
	chiang ho lo kao hsiao pan chien chu peng wei tsao`)

// isElided reports whether word is a name with a short particle before it:
// "(Cortina) d'Ampezzo".
func isElided(word string) bool {
	for _, particle := range []string{"d'", "d’", "l'", "l’"} {
		if name, ok := strings.CutPrefix(word, particle); ok && isCapitalised(name) {
			return true
		}
	}
	return false
}

// isSyllable reports whether word may be the second syllable of such a name.
func isSyllable(word string) bool {
	return word != "" && len(word) <= 5 && isLower(word) && hasLetter(word) && !hasDigit(word)
}

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }

// opensOf reports whether the run from first to end may go on with "of": its
// last word is a common noun that names are made with, as in "Bank of England",
// "Gulf of Mexico", not a person or place.
func (f *nameFinder) opensOf(first, end int) bool {
	last := f.word(end - 1)
	if !isCapitalised(last) || companyForms[last] {
		return false
	}
	if _, ok := data.OfficeCalled(last); ok {
		return false
	}
	_, firstCue := data.TypeOfFirstWord(last)
	_, lastCue := data.TypeOfLastWord(last)
	_, noun := data.NounOf(last)
	if regions[strings.ToLower(last)] && end-first > 1 && !isPartOfPlace(f.word(end-2)) && f.landFollows(end+1) {
		return false
	}
	if f.lower(end) == "for" {
		typ, _ := data.TypeOfLastWord(last)
		return typ == "Organization" || last == "Campaign" || last == "Prize" || last == "Award" || last == "Medal"
	}
	return firstCue || lastCue || noun || ofNouns[strings.ToLower(last)]
}

// regions are parts of a country that have a name without it: "the Magway Region of
// Myanmar" are two places.
var regions = wordSet("region province district county governorate prefecture oblast mountains valley peninsula municipality department")

// landFollows reports whether a country or federal state starts at token i.
func (f *nameFinder) landFollows(i int) bool {
	return isCapitalised(f.word(i)) && isStateOrLand(f.text(Range{i, max(f.lexiconEnd(i), i+1)}))
}

// ofNouns are other nouns that begin names with "of".
var ofNouns = wordSet("isle house statue lord lords game tower game games coalition board dome city state states horn cape knights order sons daughters wall art museum")

// opensAnd reports whether the run from first to end may go on with "and": it
// names a body by its fields ("Department of Health and Human Services"), and
// neither side is a name of its own.
func (f *nameFinder) opensAnd(first, end int) bool {
	for i := first + 1; i < end; i++ {
		if word := f.lower(i); word == "of" || word == "for" {
			typ, _ := data.TypeOfFirstWord(f.word(i - 1))
			if typ == "" {
				typ, _ = data.TypeOfLastWord(f.word(i - 1))
			}
			return typ == "Organization" && !isKnownName(f.text(Range{i + 1, end})) &&
				f.lexiconEnd(end+1) == end+1 && !isKnownName(f.word(end+1))
		}
	}
	return false
}

// isBody reports whether token i ends the names of bodies, isLaw whether it ends those
// of laws.
func (f *nameFinder) isBody(i int) bool { return f.lastWordType(i) == Organization }
func (f *nameFinder) isLaw(i int) bool  { return f.lastWordType(i) == Law }

func (f *nameFinder) lastWordType(i int) EntityType {
	if !isCapitalised(f.word(i)) {
		return ""
	}
	typ, _ := data.TypeOfLastWord(f.word(i))
	return EntityType(typ)
}

// capitalPrepositions stand in the names of bodies as they are written there:
// "Movement Toward Dignity".
var capitalPrepositions = wordSet("Toward Towards Against Without For To")

// longestField is the most words that name a field of a body on either side of "and".
const longestField = 3

// namesFields reports whether the run from first to end and what follows "and" are the
// fields of one body: "the Progress and Justice Party", "the Norwegian Oil and Gas
// Workers Union". They stand behind "the", neither is a name that the lexicons know nor
// a body of its own, and a body's last word ends them.
func (f *nameFinder) namesFields(first, end int) bool {
	if f.lower(first-1) != "the" || end-first > longestField || f.titled {
		return false
	}
	for i := first; i < end; i++ {
		if f.lastWordType(i) != "" && !fields[f.lower(i)] || isKnownName(f.word(i)) && (i > first || !isDemonym(f.word(i))) {
			return false
		}
	}
	for i := end + 1; i <= end+longestField+1 && f.isNameWord(i) && !isKnownName(f.word(i)); i++ {
		if i > end+1 && f.isBody(i) {
			return true
		}
	}
	return false
}

// fields end the names of companies and name what other bodies are for.
var fields = wordSet("oil gas energy steel air petroleum securities aviation aerospace insurance television radio media")

// afterOf returns the end of "of X", "of the X", or end where no name follows.
func (f *nameFinder) afterOf(end int) int {
	next := end + 1
	if f.lower(next) == "the" {
		next++
	}
	if after := f.lexiconEnd(next); after > next {
		return after
	}
	if isCapitalised(f.word(next)) && (f.isNameWord(next) || f.xpos(next) != "PRP") && !notNames[f.lower(next)] {
		return next + 1
	}
	return end
}

// numbersName reports whether the number at i belongs to the name before it
// ("Boeing 737", "Apollo 11") and counts nothing.
func (f *nameFinder) numbersName(i int) bool {
	word := f.word(i)
	if !isDigits(word) && !isRoman(word) || len(word) > 4 || isYear(word) || f.opensScore(i) {
		return false
	}
	next := f.xpos(i + 1)
	return next != "NNS" && next != "NN" && next != "JJ" && next != "CD" && f.word(i+1) != "%"
}

// opensScore reports whether the number at i is the first of a score ("beat Lyon 2–0").
func (f *nameFinder) opensScore(i int) bool {
	dash := f.word(i + 1)
	short := len(f.word(i)) <= 2 && len(f.word(i+2)) <= 2 // "737-800" is no score
	return (dash == "–" || dash == "-" && short) && f.adjacent(i) && f.adjacent(i+1) && isDigits(f.word(i)) && isDigits(f.word(i+2))
}

// isRoman reports whether word is a Roman numeral as names carry it.
func isRoman(word string) bool { return word != "" && strings.Trim(word, "IVX") == "" }
