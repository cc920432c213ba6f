package nlp

import (
	"fmt"
	"strings"
	"time"
)

func formatDay(year, month, day int) (string, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", false // 31 February
	}
	return t.Format(dayLayout), true
}

// resolveFigures resolves "2025-09-04" and "25/12/2024".
func resolveFigures(words []string, _ time.Time) (string, bool) {
	if len(words) != 1 {
		return "", false
	}
	return figureDate(words[0])
}

// figureDate resolves a date in figures: with the year first, or with slashes
// where only one order of day and month is possible.
func figureDate(word string) (string, bool) {
	if !startsWithDigit(word) || len(word) > len(dayLayout) {
		return "", false
	}
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 {
		return "", false
	}
	for _, p := range parts {
		if !isDigits(p) {
			return "", false
		}
	}
	a, b, c := atoi(parts[0]), atoi(parts[1]), atoi(parts[2])
	switch {
	case isYear(parts[0]):
		return formatDay(a, b, c)
	case !isYear(parts[2]):
		return "", false
	case a > 12:
		return formatDay(c, b, a)
	case b > 12 || a == b:
		return formatDay(c, a, b)
	}
	return "", false
}

// resolveCalendar resolves "September 4, 2025", "4 September", "Thursday
// September 4", "September 2025", "September last year". A day without a year
// is the one nearest to ref.
func resolveCalendar(words []string, ref time.Time) (string, bool) {
	if _, ok := weekdays[words[0]]; ok && len(words) > 1 {
		words = words[1:]
	}
	month, day := 0, 0
	year, words := cutRelativeYear(words, ref)
	for _, word := range words {
		switch n, isDay := monthDay(word); {
		case months[word] > 0 && month == 0:
			month = months[word]
		case isYear(word) && year == 0:
			year = atoi(word)
		case isDay && day == 0:
			day = n
		default:
			return "", false
		}
	}
	switch {
	case month == 0 || day == 0 && year == 0:
		return "", false
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month), true
	case year > 0:
		return formatDay(year, month, day)
	case ref.IsZero():
		return "", false
	}
	return nearestDay(month, day, ref)
}

// cutRelativeYear returns the year that words end in when it is "last year" or
// the like, and the words before it. Without one, or without ref, the year is 0
// and words are as they were.
func cutRelativeYear(words []string, ref time.Time) (year int, rest []string) {
	n := len(words)
	if n < 3 || words[n-1] != "year" || ref.IsZero() {
		return 0, words
	}
	offset, ok := unitOffsets[words[n-2]]
	if !ok {
		return 0, words
	}
	return ref.Year() + offset, words[:n-2]
}

// nearestDay returns the day of a month in the year that brings it nearest to ref.
func nearestDay(month, day int, ref time.Time) (string, bool) {
	best, found := time.Time{}, false
	for year := ref.Year() - 1; year <= ref.Year()+1; year++ {
		t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if t.Day() == day && (!found || t.Sub(ref).Abs() < best.Sub(ref).Abs()) {
			best, found = t, true
		}
	}
	return best.Format(dayLayout), found
}

// resolveWeekOf resolves "the week of 3 March": the week in which the day lies.
func resolveWeekOf(words []string, ref time.Time) (string, bool) {
	if words[0] != "week" || len(words) < 3 {
		return "", false
	}
	value, ok := resolveCalendar(words[1:], ref)
	day, err := time.Parse(dayLayout, value)
	if !ok || err != nil {
		return "", false
	}
	return formatWeek(day), true
}

// resolveYear resolves "2014" and "the year 2014".
func resolveYear(words []string, _ time.Time) (string, bool) {
	last := words[len(words)-1]
	if len(words) == 1 && isYear(last) || len(words) == 2 && words[0] == "year" && isYear(last) {
		return last, true
	}
	return "", false
}
