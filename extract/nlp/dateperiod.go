package nlp

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// periodResolvers resolve what is longer than a day, a month or a year and has no
// shorter form in ISO 8601 than its first and last.
var periodResolvers = []func(words []string, ref time.Time) (string, bool){
	resolvePartOfYear,
	resolveSeason,
	resolveWeekend,
	resolveDecade,
	resolveCentury,
	resolveSpan,
}

func resolvePeriod(words []string, ref time.Time) (string, bool) {
	for _, resolve := range periodResolvers {
		if value, ok := resolve(words, ref); ok {
			return value, true
		}
	}
	return "", false
}

// partsOfYear are quarters and halves, by their first and their last month.
var partsOfYear = map[string][2]int{
	"first quarter": {1, 3}, "second quarter": {4, 6}, "third quarter": {7, 9}, "fourth quarter": {10, 12},
	"1st quarter": {1, 3}, "2nd quarter": {4, 6}, "3rd quarter": {7, 9}, "4th quarter": {10, 12},
	"final quarter": {10, 12}, "last quarter": {10, 12},
	"q1": {1, 3}, "q2": {4, 6}, "q3": {7, 9}, "q4": {10, 12},
	"first half": {1, 6}, "second half": {7, 12}, "1st half": {1, 6}, "2nd half": {7, 12}, "h1": {1, 6}, "h2": {7, 12},
}

// resolvePartOfYear resolves "second quarter of 2024", "Q3 2024", "first half of last
// year", "Q2", and "last quarter", the one before that of ref. A quarter or half
// without a year may be one of a match, unless it is written Q or H.
func resolvePartOfYear(words []string, ref time.Time) (string, bool) {
	if offset, ok := unitOffsets[words[0]]; ok && len(words) == 2 && words[1] == "quarter" && !ref.IsZero() {
		first := time.Date(ref.Year(), (ref.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 3*offset, 0)
		return between(first.Format(monthLayout), first.AddDate(0, 2, 0).Format(monthLayout)), true
	}
	n := 2
	part, ok := partsOfYear[words[0]]
	if ok {
		n = 1
	} else if len(words) > 1 {
		part, ok = partsOfYear[words[0]+" "+words[1]]
	}
	if !ok {
		return "", false
	}
	year, ok := yearOf(words[n:], ref)
	if !ok && n == 1 && len(words) == 1 && !ref.IsZero() {
		if year, ok = ref.Year(), true; part[0] > int(ref.Month()) {
			year--
		}
	}
	return between(fmt.Sprintf("%04d-%02d", year, part[0]), fmt.Sprintf("%04d-%02d", year, part[1])), ok
}

// yearOf returns the year that words name: "2024", "last year", "year" as in "the
// first half of the year".
func yearOf(words []string, ref time.Time) (int, bool) {
	switch {
	case len(words) == 1 && isYear(words[0]):
		return atoi(words[0]), true
	case ref.IsZero() || len(words) == 0 || words[len(words)-1] != "year":
		return 0, false
	case len(words) == 1:
		return ref.Year(), true
	}
	offset, ok := unitOffsets[words[0]]
	return ref.Year() + offset, ok && len(words) == 2
}

// resolveSeason resolves "spring 2022" and "spring of last year" to the year: which
// months they are depends on where one lives.
func resolveSeason(words []string, ref time.Time) (string, bool) {
	if !seasons[words[0]] {
		return "", false
	}
	year, ok := yearOf(words[1:], ref)
	return fmt.Sprintf("%04d", year), ok
}

// resolveWeekend resolves "the weekend", the last one that had begun by ref, "last
// weekend" and "the weekend of 7 June".
func resolveWeekend(words []string, ref time.Time) (string, bool) {
	at := slices.Index(words, "weekend")
	switch {
	case at < 0:
		return "", false
	case at == 0 && len(words) > 2:
		value, _ := resolveCalendar(words[1:], ref)
		day, err := time.Parse(dayLayout, value)
		return weekendOf(day), err == nil
	case ref.IsZero() || at != len(words)-1:
		return "", false
	case at == 0:
		return weekendOf(ref.AddDate(0, 0, -5)), true
	}
	offset, ok := unitOffsets[words[0]]
	return weekendOf(ref.AddDate(0, 0, 7*offset)), ok && at == 1
}

// weekendOf returns the Saturday and the Sunday of the week of t, which begins on a
// Monday.
func weekendOf(t time.Time) string {
	saturday := monday(t).AddDate(0, 0, 5)
	return between(saturday.Format(dayLayout), saturday.AddDate(0, 0, 1).Format(dayLayout))
}

// resolveDecade resolves "1990s", "'90s", which are the last ones that had begun by
// ref, "this decade", and "1800s", which is a century.
func resolveDecade(words []string, ref time.Time) (string, bool) {
	year, years := 0, 10
	switch stem, plural := strings.CutSuffix(strings.TrimLeft(words[0], "'’"), "s"); {
	case len(words) == 2 && words[0] == "this" && words[1] == "decade" && !ref.IsZero():
		year = ref.Year() / 10 * 10
	case len(words) > 1 || !plural || !isDecade(words[0]):
		return "", false
	case len(stem) == 4:
		if year = atoi(stem); year%100 == 0 && year < 2000 {
			years = 100
		}
	case ref.IsZero():
		return "", false
	default:
		if year = ref.Year()/100*100 + atoi(stem); year > ref.Year() {
			year -= 100
		}
	}
	return between(fmt.Sprintf("%04d", year), fmt.Sprintf("%04d", year+years-1)), true
}

// ordinalCenturies are the centuries that texts write out.
var ordinalCenturies = map[string]int{
	"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}

// resolveCentury resolves "19th century" and "last century".
func resolveCentury(words []string, ref time.Time) (string, bool) {
	if len(words) != 2 || words[1] != "century" {
		return "", false
	}
	n, ok := centuryNumber(words[0])
	if offset, relative := unitOffsets[words[0]]; relative && !ref.IsZero() {
		n, ok = (ref.Year()+99)/100+offset, true
	}
	return between(fmt.Sprintf("%04d", 100*n-99), fmt.Sprintf("%04d", 100*n)), ok && n > 0
}

// centuryNumber returns 19 for "19th" and "nineteenth".
func centuryNumber(word string) (int, bool) {
	if n := ordinalCenturies[word]; n > 0 {
		return n, true
	}
	n, ok := monthDay(word)
	return n, ok && !isDigits(word) && n > 0 && n <= 21
}

// resolveSpan resolves "past five years", "last 24 hours", "past week", "next two
// months": up to ref or from it, as precise as the unit. "Last year" is a year.
func resolveSpan(words []string, ref time.Time) (string, bool) {
	n := len(words)
	way, ok := unitOffsets[words[0]]
	if !ok || way == 0 || n < 2 || ref.IsZero() {
		return "", false
	}
	count := 1.0
	if n > 2 {
		if count, ok = NumberValue(strings.Join(words[1:n-1], " ")); !ok || count != float64(int(count)) || count > maxDistance {
			return "", false
		}
	} else if words[0] != "past" && words[1] != "decade" {
		return "", false
	}
	unit := strings.TrimSuffix(words[n-1], "s")
	if unit == "hour" {
		unit, count = "day", float64((int(count)+23)/24)
	}
	now, ok := before(ref, 0, unit)
	far, reached := before(ref, -way*int(count), unit)
	return between(min(now, far), max(now, far)), ok && reached && now != far && len(now) == len(far)
}
