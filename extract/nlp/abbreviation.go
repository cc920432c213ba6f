package nlp

import (
	"strings"
	"unicode"
)

// titles are abbreviations that stand before a name: they don't end a sentence.
var titles = wordSet(`mr mrs ms messrs dr prof gen sen rep gov lt col sgt maj capt cmdr brig adm cpl pvt rev hon
	pres supt det insp st mt ft fr sr`)

// abbreviated are other words that keep their full stop. They end a sentence if
// what follows reads like the start of one.
var abbreviated = wordSet(`inc corp co ltd llc plc bros jr sr esq etc al vs v approx dept univ assn ave blvd
	rd hwy bldg est cf viz ca ed eds jan feb aug sept oct nov dec mon tues tue wed thurs thu fri
	min max govt intl natl ph.d`)

// leading are abbreviations that lead on to what they announce: "e.g. Oslo".
var leading = wordSet("e.g i.e eg ie cf viz ca c v vs")

// numbered are abbreviations only before a number: "No. 10", "Vol. 2", "Art. 5".
var numbered = wordSet("no nos vol art fig figs sec ch pp p par ver apr jun jul mar sat sun")

// capitalOnly are abbreviations only when capitalised: "Co." but "co".
var capitalOnly = wordSet("co ed fr ft mt st gen sen rep gov col adm rev hon pres det jan feb aug sept oct nov dec mon wed fri sat sun max min")

// scanAbbreviation finds a word whose full stop belongs to it: "U.S.", "a.m.",
// "J.", "Jr.", "No." before a number.
func scanAbbreviation(text string, at int) int {
	s := text[at:]
	if n := dottedLetters(s); n > 0 {
		return n
	}
	n := wordRunes(s)
	if n == 0 || n > longestAbbreviation || n >= len(s) || s[n] != '.' {
		return 0
	}
	if n+1 < len(s) && s[n+1] == '.' {
		return 0
	}
	if isInitial(text, at, n) || isAbbreviation(s[:n], s[n+1:]) {
		return n + 1
	}
	return 0
}

// longestAbbreviation is the length of "approx", "messrs" and "thurs" and one to spare.
const longestAbbreviation = 7

// dottedLetters returns the length of two or more single letters with full
// stops ("U.S.", "a.m.", "Ph.D."), and 0 where there are none.
func dottedLetters(s string) int {
	if strings.HasPrefix(s, "Ph.D.") {
		return len("Ph.D.")
	}
	n := 0
	for n+1 < len(s) && isASCIILetter(s[n]) && s[n+1] == '.' {
		n += 2
	}
	if n < 4 {
		return 0
	}
	if n < len(s) && isASCIILetter(s[n]) && wordRunes(s[n:]) == 1 && n+1 < len(s) && s[n+1] != '.' {
		return n + 1 // "U.S.A" without its last full stop
	}
	return n
}

// isInitial reports whether the single capital at text[at:] abbreviates a
// name: "J. Smith", "George W. Bush", but not "Plan B. The" or "vitamin C."
func isInitial(text string, at, n int) bool {
	letter := text[at : at+n]
	if letter == "I" || !isAllCaps(letter) || len([]rune(letter)) != 1 || isWordRune(runeBefore(text, at)) {
		return false
	}
	rest := strings.TrimLeft(text[at+n+1:], " \u00a0")
	next := rest[:wordRunes(rest)]
	if !isCapitalised(next) {
		return false
	}
	return !has(starters, next)
}

func isAbbreviation(word, rest string) bool {
	lower := strings.ToLower(word)
	if capitalOnly[lower] && !isCapitalised(word) {
		return false
	}
	if numbered[lower] {
		return unicode.IsDigit(runeAt(strings.TrimLeft(rest, " \u00a0"), 0))
	}
	if titles[lower] && !abbreviated[lower] {
		return strings.TrimLeft(rest, " \u00a0") != ""
	}
	return abbreviated[lower]
}

// starters are capitalised words that start a sentence rather than continue a
// name: words of closed classes, and common openers of news sentences.
var starters = wordSet(`the a an this that these those he she it they we i you his her its their our my your
	there here who what when where why how which while if as because since although though but and or so
	yet nor for in on at by from with without after before during under over between among despite
	according however meanwhile moreover therefore thus also then now once both each every some many most
	several all few no not one two three four five six seven eight nine ten another other such
	yesterday today tomorrow is are was were do does did has have had will would can could may might
	should must let's please thanks`)
