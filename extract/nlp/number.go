package nlp

import "strings"

// scanNumber finds a number, time, date or code that starts with a digit:
// "1,000", "1.4" of "$1.4bn", "2:00", "2:05.45", "11-20-2000", "2025-09-04",
// "9/11", "19th", "1970s", "3D". A unit written onto it is the next token.
func scanNumber(text string, at int) int {
	if text[at] < '0' || text[at] > '9' {
		return 0
	}
	s := text[at:]
	n := digitsWith(s, 0)
	letters := wordRunes(s[n:])
	switch {
	case letters == 0:
		return n + dateTail(s, n)
	case units[strings.ToLower(s[n:n+letters])] || money(text, at, s[n:n+letters]):
		return n
	}
	return n + letters
}

// units are written onto numbers and split from them.
var units = wordSet("am pm bn tn mn km kg cm mm ft lb lbs mph kmh kph gb mb kb hz khz mhz ghz kw mw gw min mins hrs hr k m mg ml sq yd")

// money reports whether unit is "b" or "t" after an amount with a currency sign.
func money(text string, at int, unit string) bool {
	before := runeBefore(text, at)
	return (before == '$' || before == '£' || before == '€') && (strings.EqualFold(unit, "b") || strings.EqualFold(unit, "t"))
}

// digitsWith returns the length of the digits at s[n:], with single separators
// between digits.
func digitsWith(s string, n int) int {
	for n < len(s) {
		switch {
		case isASCIIDigit(s[n]):
			n++
		case strings.IndexByte(".,:/", s[n]) >= 0 && n+1 < len(s) && isASCIIDigit(s[n+1]):
			n++
		default:
			return n
		}
	}
	return n
}

// dateTail returns the length of the rest of a date, telephone number or code:
// two or more groups after hyphens, or three digits and four ("555-0123").
// "2019-20" and "5-10" are ranges and stay apart.
func dateTail(s string, n int) int {
	end, groups := n, 0
	for end+1 < len(s) && s[end] == '-' && isASCIIDigit(s[end+1]) {
		end++
		for end < len(s) && isASCIIDigit(s[end]) {
			end++
		}
		groups++
	}
	if groups >= 2 || groups == 1 && n == 3 && end-n-1 == 4 {
		return end - n
	}
	return 0
}
