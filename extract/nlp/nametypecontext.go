package nlp

import (
	"strings"

	"kg/data"
)

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
	if typ := f.nounBefore(r); typ != "" {
		return typ
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

// typeByNoun reads the noun before a name, which calls it by what it is: "the newspaper
// Vecherny Kray". A single word may as well be the subject of what follows: "the company
// Berg founded".
func (f *nameFinder) typeByNoun(r Range) EntityType {
	if after := f.xpos(r.End); r.Len() == 1 && (strings.HasPrefix(after, "VB") || after == "MD") {
		return ""
	}
	if typ := f.nounBefore(r); typ != Group { // "the couple Ana Reyes and Ola Dahl"
		return typ
	}
	return ""
}

// nounBefore returns what the noun right before a name says it is. A group that has a
// name is a body, "the rights group Vesna", unless it is a people.
func (f *nameFinder) nounBefore(r Range) EntityType {
	before := f.lower(r.First - 1)
	noun, ok := data.NounOf(before)
	switch {
	case f.xpos(r.First-1) == "NNS" || sidesInTrade[before]:
		return ""
	case namedBodies[before] && f.lower(r.First-2) != "ethnic":
		return Organization
	case ok:
		return EntityType(noun.Type)
	}
	return ""
}

// namedBodies are nouns for groups and what is written or made by one, which stand
// before the names of bodies.
var namedBodies = wordSet("group band team gang crew website site portal watchdog")

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
		customers shareholders executives headquarters chairman chairwoman profit profits revenue revenues factory
		factories stores investors`)
	personNouns = wordSet(`wife husband son daughter mother father brother sister family widow death birthday lawyer lawyers
		career children parents friend friends girlfriend boyfriend face body voice`)
)

// typeByTrade finds companies: what can be bought, has a chief executive or is the
// agency of a dateline.
func (f *nameFinder) typeByTrade(r Range) EntityType {
	if f.hasExecutive(r) || f.isOwned(r) || f.isAgency(r) {
		return Organization
	}
	return ""
}

// sidesInTrade are as often companies as persons: "rival Norvik", "owner Ana Lund".
var sidesInTrade = wordSet("rival competitor partner owner buyer seller supplier sponsor host champion opponent winner leader member")

// isOwned reports whether the words before a name say that it can be bought:
// "shares in Norvik", "a bid for Norvik", "acquire Norvik".
func (f *nameFinder) isOwned(r Range) bool {
	switch f.lower(r.First - 1) {
	case "acquire", "acquires", "acquired", "acquiring":
		return true
	case "in":
		return holdings[f.lower(r.First-2)]
	case "of":
		return f.lower(r.First-2) == "takeover" || f.lower(r.First-2) == "acquisition"
	case "for":
		return f.lower(r.First-2) == "bid" || f.lower(r.First-2) == "offer"
	}
	return false
}

var holdings = wordSet("shares stake stakes stock investor investors shareholder shareholders")

// hasExecutive reports whether a chief executive or the like follows the name.
func (f *nameFinder) hasExecutive(r Range) bool {
	i := r.End
	if f.xpos(i) == "POS" {
		i++
	}
	return f.lower(i) == "chief" && (f.lower(i+1) == "executive" || f.lower(i+1) == "financial" || f.lower(i+1) == "operating")
}

// isAgency reports whether a name stands in the brackets of a dateline: "OSLO
// (Norwire) —".
func (f *nameFinder) isAgency(r Range) bool {
	return r.Len() <= 2 && f.word(r.First-1) == "(" && f.word(r.End) == ")" && isDash(f.word(r.End+1)) && r.First-f.first < datelineReach
}

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
