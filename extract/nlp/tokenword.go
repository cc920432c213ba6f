package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanClitic finds the clitic of a word that the other recognisers don't take
// with it: "'s" of "2017's", "X7-12c's", "U.S.'s", and of "Kenya 's", as tools
// write that set spaces between tokens.
func scanClitic(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	before := runeBefore(text, len(strings.TrimRight(text[:at], " ")))
	if !isApostrophe(r) || !isWordRune(before) && before != '.' {
		return 0
	}
	n := size + wordRunes(text[at+size:])
	if !isClitic(text[at:at+n]) || n == size {
		return 0
	}
	return n
}

// elisions are words that begin with an apostrophe.
var elisions = wordSet("em til till tis twas cause bout cuz n neath tween")

// scanElision finds "'em", "'til", "'90s".
func scanElision(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if !isApostrophe(r) && r != '‘' {
		return 0
	}
	n := wordRunes(text[at+size:])
	word := text[at+size : at+size+n]
	if elisions[strings.ToLower(word)] || (n == 3 && isDigits(word[:2]) && word[2] == 's') {
		return size + n
	}
	return 0
}

// scanWord finds a word with the apostrophes and prefixes that belong to it:
// "Élysée", "O'Brien", "it's" (cut later), "co-chaired", "Amazon.com".
func scanWord(text string, at int) int {
	n := wordRunes(text[at:])
	for n > 0 {
		more := apostropheTail(text[at:], n)
		if more == 0 {
			more = prefixTail(text[at:], n)
		}
		if more == 0 {
			more = domainTail(text[at:], n)
		}
		if more == 0 {
			more = ampersandTail(text[at:], n)
		}
		if more == 0 {
			return n
		}
		n += more
	}
	return 0
}

// wordRunes returns the length of the word runes that s starts with.
func wordRunes(s string) int {
	for i, r := range s {
		if !isWordRune(r) {
			return i
		}
	}
	return len(s)
}

// apostropheTail returns the length of "'x…" after the first n bytes of s.
func apostropheTail(s string, n int) int {
	r, size := utf8.DecodeRuneInString(s[n:])
	if !isApostrophe(r) || !unicode.IsLetter(runeBefore(s, n)) && !unicode.IsDigit(runeBefore(s, n)) {
		return 0
	}
	if !unicode.IsLetter(runeAt(s, n+size)) {
		return 0
	}
	return size + wordRunes(s[n+size:])
}

// prefixes are bound forms: a hyphen after one does not end the word. The
// treebanks take them from a list of the Linguistic Data Consortium.
var prefixes = wordSet(`a agro ante anti arch be bi bio co con contra counter cross cyber de dis e eco
	electro em en extra ex fore geo hemi hyper hypo in infra inter intra macro mal mega meta micro mid
	mini mis mono multi neo non o over paleo pan para peri post pre pro proto pseudo psycho quasi re
	semi socio sub super supra techno tele trans tri turbo u ultra un under uni vice x`)

// prefixTail returns the length of "-x…" where the first n bytes of s are a prefix.
func prefixTail(s string, n int) int {
	if n+1 >= len(s) || s[n] != '-' || n > longestPrefix || !prefixes[strings.ToLower(s[:n])] {
		return 0
	}
	if len(s[:n]) == 1 && s[:n] != strings.ToLower(s[:n]) && s[:n] != "E" && s[:n] != "X" {
		return 0
	}
	more := wordRunes(s[n+1:])
	if more == 0 {
		return 0
	}
	return 1 + more
}

// longestPrefix is the length of "electro" and "counter", the longest prefixes.
const longestPrefix = 7

// ampersandTail returns the length of "&T" after "AT": single capitals only.
func ampersandTail(s string, n int) int {
	if n > 3 || n+1 >= len(s) || s[n] != '&' || s[:n] != strings.ToUpper(s[:n]) {
		return 0
	}
	more := wordRunes(s[n+1:])
	if more == 0 || more > 3 || s[n+1:n+1+more] != strings.ToUpper(s[n+1:n+1+more]) {
		return 0
	}
	return 1 + more
}
