package english

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"kg/extract/nlp"
	"kg/graph"
)

// timeCondition is when something has to have happened: "in 2019", "since
// March 2020", "on Tuesday".
type timeCondition struct {
	prep  string // "in", "since", "before"; "" for "yesterday"
	words string // as typed
	value string // 2019, 2020-03 or 2020-03-05; "" where the words do not tell the year
}

func (t timeCondition) String() string { return strings.TrimSpace(t.prep + " " + t.words) }

var (
	timePrepositions = set("in on since before after until during by from at")
	calendarWord     = regexp.MustCompile(`(?i)^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tonight|week|month|year|morning|afternoon|evening|night|noon|midnight|spring|summer|autumn|winter|(january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|\d{1,2} (january|february|march|april|may|june|july|august|september|october|november|december)|(1[5-9]|20)\d\d|(1[5-9]|20)\d\d-\d\d(-\d\d)?)$`)
	isoPrefix        = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

// timeOf reads a phrase with its preposition as a time.
func timeOf(prep string, words []word) (timeCondition, bool) {
	if !timePrepositions[prep] && prep != "" || len(words) == 0 || len(words) > 5 {
		return timeCondition{}, false
	}
	for _, w := range words {
		isTime := calendarWord.MatchString(w.lower) && (w.lower != "may" && w.lower != "march" || w.isName())
		if !isTime && !timeFillers[w.lower] && !isDayNumber(w.lower) {
			return timeCondition{}, false
		}
	}
	if !slices.ContainsFunc(words, func(w word) bool { return calendarWord.MatchString(w.lower) }) {
		return timeCondition{}, false
	}
	t := timeCondition{prep: prep, words: textOf(words)}
	if isoPrefix.MatchString(t.words) {
		t.value = t.words
	} else if value, ok := nlp.ResolveDate(t.words, time.Time{}); ok && isoPrefix.MatchString(value) && !strings.HasPrefix(value, "0") {
		t.value = value
	}
	return t, true
}

var timeFillers = set("last next this early late the of")

func isDayNumber(lower string) bool {
	digits := strings.TrimRight(lower, "sthndr")
	return len(digits) > 0 && len(digits) <= 2 && strings.Trim(digits, "0123456789") == ""
}

// How well a statement fits a time. Where it does not say when, the day of its
// article is a weaker witness: articles also tell of what was long before.
const (
	fitTime      = 1.0
	fitPublished = 0.75
)

// fits returns how well a statement's times, or else its article's day, fit;
// said is whether the words of the condition stand in the statement's clause.
func (t timeCondition) fits(when []string, published string, said bool) float64 {
	if t.value == "" {
		return t.fitsWords(when, said)
	}
	best, dated := 0.0, false
	for _, w := range when {
		w = stretched(w)
		if first, _, _ := strings.Cut(w, "/"); isoPrefix.MatchString(first) {
			dated = true
			if t.holds(w) {
				best = fitTime
			}
		}
	}
	if !dated && isoPrefix.MatchString(published) && t.holds(published) {
		return fitPublished
	}
	return best
}

// stretched returns a time of which one side is meant, "since 2019" or "until 2007",
// as a stretch of time with an open end.
func stretched(when string) string {
	bound, date, found := strings.Cut(when, " ")
	switch {
	case !found || !isoPrefix.MatchString(date):
		return when
	case bound == "since":
		return date + "/" + openEnd[:len(date)]
	case bound == "until":
		return openBeginning[:len(date)] + "/" + date
	}
	return when
}

// The ends of a stretch of time of which one is not told.
const (
	openBeginning = "0001-01-01"
	openEnd       = "9999-12-31"
)

// holds compares a date with that of the condition, on as many digits as both have.
// A stretch of time ("2019-06-04/2019-06-05") need only share a day with it.
func (t timeCondition) holds(date string) bool {
	first, last, isPeriod := strings.Cut(date, "/")
	if isPeriod && (t.prep == "since" || t.prep == "from" || t.prep == "after") {
		return t.holds(last)
	}
	date = first
	n := min(len(date), len(t.value))
	a, b := date[:n], t.value[:n]
	switch t.prep {
	case "since", "from":
		return a >= b
	case "after":
		return a > b || a == b && len(date) > len(t.value) && date > t.value+"-99"
	case "before", "until", "by":
		return a < b || t.prep != "before" && a == b
	}
	return (a == b || isPeriod && a < b && b <= last[:n]) && len(date) >= len(t.value)
}

// fitsWords compares a time without a year: with the words of the clause, or
// with the day of the week or the month of a date.
func (t timeCondition) fitsWords(when []string, said bool) float64 {
	if said {
		return fitTime
	}
	for _, w := range when {
		day, err := time.Parse(time.DateOnly, w)
		if err == nil && (strings.EqualFold(t.words, day.Weekday().String()) || strings.EqualFold(t.words, day.Month().String())) {
			return fitTime
		}
	}
	return 0
}

// containsFolded reports whether the words of part stand in text, one after the other.
func containsFolded(text, part string) bool {
	return strings.Contains(" "+graph.FoldName(text)+" ", " "+graph.FoldName(part)+" ")
}
