package nlp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// smallNumbers are the words for numbers below a hundred.
var smallNumbers = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scales multiply what stands before them. The short forms follow figures only.
var scales = map[string]float64{
	"dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}

// shortScales are written onto figures.
var shortScales = wordSet("k m mn mln b bn bln tn trn")

// parseFigure parses "1,000", "3.4" and "30".
func parseFigure(word string) (float64, bool) {
	if !startsWithDigit(word) || !isASCIIDigit(word[0]) {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(word, ",", ""), 64)
	return value, err == nil
}

func isCurrencySign(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return unicode.Is(unicode.Sc, last) && scanCurrency(strings.ToUpper(word), 0) == len(word)
}

// isNumberWord reports whether word, in lower case, is or begins a number.
func isNumberWord(word string) bool {
	if _, ok := smallNumbers[word]; ok {
		return true
	}
	if _, ok := parseFigure(word); ok {
		return true
	}
	return scales[word] > 0 && !shortScales[word]
}
