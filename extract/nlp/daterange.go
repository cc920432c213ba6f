package nlp

import (
	"slices"
	"strings"
	"time"
)

// between joins the first and the last day, month or year of a stretch of time, as
// ISO 8601 writes it: "2025-06-04/2025-06-05".
func between(first, last string) string { return first + "/" + last }

// resolveRange resolves "June 4–5", "between 3 and 5 May", "28 June to 3 July 2024",
// "1997 to 2010", "2019-20", "Monday to Friday". Both ends are equally precise, and
// what one of them leaves out, the other tells. Ends without a year are reckoned as
// they are alone, the one that is farther from ref by the other. "3 and 5 May" are
// two days.
func resolveRange(expr string, ref time.Time, coming bool) (string, bool) {
	words := rangeWordsOf(expr)
	at := slices.IndexFunc(words, func(w string) bool { return dateJoints[w] || w == "and" })
	if at <= 0 || at == len(words)-1 || words[at] == "and" && !hasPrefixFold(expr, "between ") {
		return "", false
	}
	left, right := complete(words[:at], words[at+1:])
	var first, last string
	if coming {
		first = resolveAlone(left, ref, coming)
		last = resolveAlone(right, dayOf(first, ref), coming)
	} else {
		last = resolveAlone(right, ref, coming)
		first = resolveAlone(left, dayOf(last, ref), coming)
	}
	if len(first) != len(last) || strings.Contains(first, "/") {
		return "", false
	}
	if first > last {
		first = yearBefore(first)
	}
	return between(first, last), first != "" && first < last
}

// dateJoints stand between the ends of a stretch of time.
var dateJoints = wordSet("to until till through - – —")

// rangeWordsOf returns the words of expr with what joins them. A preposition at its
// beginning joins nothing.
func rangeWordsOf(expr string) []string {
	var words []string
	for _, t := range tokenize(expr) {
		word := strings.ToLower(t.In(expr))
		if dateJoints[word] && len(words) > 0 || !passedOver[word] && !dateJoints[word] && word != "between" {
			words = append(words, strings.TrimPrefix(word, "mid-"))
		}
	}
	return words
}

// complete gives either end of a stretch of time what it shares with the other: the
// month before the first ("June 4–5") or behind the last ("3 to 5 May 2024"), the
// year, and the century ("2019–20").
func complete(left, right []string) (first, last []string) {
	switch {
	case len(left) == 1 && len(right) == 1 && isYear(left[0]) && len(right[0]) == 2 && isDigits(right[0]):
		return left, []string{left[0][:2] + right[0]}
	case len(left) == 1 && isMonthDay(left[0]) && len(right) > 1 && isMonthDay(right[0]):
		return append(slices.Clone(left), right[1:]...), right
	case len(left) == 2 && months[left[0]] > 0 && isMonthDay(left[1]) && isMonthDay(right[0]) && (len(right) == 1 || isYear(right[1])):
		right = append([]string{left[0]}, right...)
	}
	return withYearOf(left, right), right
}

// withYearOf returns words with the year that those of other end in, if they have
// none of their own.
func withYearOf(words, other []string) []string {
	year := other[len(other)-1]
	if !isYear(year) || len(other) == 1 || isYear(words[len(words)-1]) {
		return words
	}
	return append(slices.Clone(words), year)
}

// resolveAlone is the value of one end, and empty if it has none.
func resolveAlone(words []string, ref time.Time, coming bool) string {
	if coming {
		words = comingWords(words, ref)
	}
	value, _ := resolveWords(words, ref)
	return value
}

// dayOf returns the first day of value, a day, a month or a year, and ref if it is
// none of these.
func dayOf(value string, ref time.Time) time.Time {
	for _, layout := range []string{dayLayout, monthLayout, yearLayout} {
		if t, err := time.Parse(layout, value); err == nil {
			return t
		}
	}
	return ref
}

// yearBefore returns the same day or month a year earlier: "28 December to 3 January
// 2025" begins in 2024. Of a year it is empty.
func yearBefore(value string) string {
	for _, layout := range []string{dayLayout, monthLayout} {
		if t, err := time.Parse(layout, value); err == nil {
			return t.AddDate(-1, 0, 0).Format(layout)
		}
	}
	return ""
}
