package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordSet makes a set of the words of a list separated by white space.
func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isASCIIDigit(b byte) bool { return '0' <= b && b <= '9' }

func isASCIILetters(s string) bool {
	for i := range len(s) {
		if !isASCIILetter(s[i]) {
			return false
		}
	}
	return s != ""
}

func isDigits(s string) bool {
	for i := range len(s) {
		if !isASCIIDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// cutAny returns s up to the first of the characters in chars.
func cutAny(s, chars string) string {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return s[:i]
	}
	return s
}

// isCapitalised reports whether word starts with a capital letter.
func isCapitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// isCaseless reports whether word begins with a letter that is neither small nor
// a capital, as those of Devanagari and Hebrew are.
func isCaseless(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Lo, r)
}

// isAllCaps reports whether word has letters and all of them are capitals.
func isAllCaps(word string) bool {
	capital := false
	for _, r := range word {
		if r != unicode.ToUpper(r) {
			return false
		}
		capital = capital || r != unicode.ToLower(r)
	}
	return capital
}

// hasLetter reports whether word has a letter.
func hasLetter(word string) bool { return strings.IndexFunc(word, unicode.IsLetter) >= 0 }

// capitalise returns word with its first letter as a capital.
func capitalise(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

// isSingleSpaced reports whether no white space is in text but single spaces.
func isSingleSpaced(text string) bool {
	space := false
	for _, r := range text {
		again := space
		if space = unicode.IsSpace(r); space && (again || r != ' ') {
			return false
		}
	}
	return true
}
