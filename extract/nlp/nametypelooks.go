package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/data"
)

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
