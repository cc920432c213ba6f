package nlp

import (
	"fmt"
	"strings"
	"time"
)

// ResolveDate returns the value of a date expression in ISO 8601, as precise as
// the expression is: "2025-09-04", "2025-08", "2025". A leading preposition is
// passed over. Relative expressions ("Thursday", "late last month", "three days
// ago") are reckoned from ref, the day of the article; with a zero ref only
// absolute ones resolve. A weekday is the last such day up to ref, as news
// means it, unless "next" or "coming" stands before it. A time of day, a season
// or a decade has no such value: ok is false.
func ResolveDate(expr string, ref time.Time) (value string, ok bool) {
	return resolveWords(dateWords(expr), ref)
}

// ResolveComingDate is [ResolveDate] for what is yet to happen: of a weekday or
// a month by itself ("will meet on Friday", "will open in October") it is the
// first one after ref; the month of ref itself is that month.
func ResolveComingDate(expr string, ref time.Time) (value string, ok bool) {
	words := dateWords(expr)
	if len(words) != 1 || ref.IsZero() {
		return resolveWords(words, ref)
	}
	if _, isWeekday := weekdays[words[0]]; isWeekday {
		words = []string{"next", words[0]}
	} else if month := months[words[0]]; month == int(ref.Month()) {
		return monthNear(month, 0, ref), true
	} else if month > 0 {
		return monthNear(month, 1, ref), true
	}
	return resolveWords(words, ref)
}

func resolveWords(words []string, ref time.Time) (string, bool) {
	if len(words) == 0 {
		return "", false
	}
	for _, resolve := range dateResolvers {
		if value, ok := resolve(words, ref); ok {
			return value, true
		}
	}
	return "", false
}

// dateResolvers are tried in order; the words are in lower case and without
// prepositions, articles and commas.
var dateResolvers = []func(words []string, ref time.Time) (string, bool){
	resolveFigures,
	resolveCalendar,
	resolveWeekOf,
	resolveNamedDay,
	resolveYear,
	resolveNearDay,
	resolveDistance,
	resolveWeekday,
	resolveUnit,
	resolveMonth,
}

const (
	dayLayout   = "2006-01-02"
	monthLayout = "2006-01"
	yearLayout  = "2006"
)

// passedOver are words that don't change which date is meant.
var passedOver = wordSet(`on in at by since until till during from before after through about around of the early late
	earlier later mid beginning end start middle , exactly only just`)

// dateWords returns the words of expr that matter, in lower case. A time of day
// after or before a date is left out.
func dateWords(expr string) []string {
	var words []string
	for _, t := range tokenize(expr) {
		word := strings.ToLower(t.In(expr))
		switch {
		case passedOver[word] || word == "-":
			continue
		case isClock(word) || partsOfDay[word] || zones[word]:
			continue
		}
		words = append(words, strings.TrimPrefix(word, "mid-"))
	}
	for len(words) > 1 && dayParts[words[len(words)-1]] && words[0] != "last" && words[0] != "this" {
		words = words[:len(words)-1]
	}
	return words
}

func formatDay(year, month, day int) (string, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", false // 31 February
	}
	return t.Format(dayLayout), true
}

func formatWeek(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
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

// resolveNearDay resolves "yesterday", "this morning", "last night", "the day
// before yesterday", of which "before" is passed over.
func resolveNearDay(words []string, ref time.Time) (string, bool) {
	if ref.IsZero() {
		return "", false
	}
	days := 0
	switch strings.Join(words, " ") {
	case "day yesterday":
		days = -2
	case "day tomorrow":
		days = 2
	case "yesterday", "last night", "last evening":
		days = -1
	case "today", "tonight", "this morning", "this afternoon", "this evening":
	case "tomorrow":
		days = 1
	default:
		return "", false
	}
	return ref.AddDate(0, 0, days).Format(dayLayout), true
}

// resolveDistance resolves "three days ago", "a year ago", "half a year ago".
func resolveDistance(words []string, ref time.Time) (string, bool) {
	n := len(words)
	if ref.IsZero() || n < 3 || words[n-1] != "ago" {
		return "", false
	}
	if strings.Join(words, " ") == "half a year ago" {
		return before(ref, 6, "month")
	}
	count := 1.0
	if first := words[0]; first != "a" && first != "an" || n > 3 {
		value, ok := NumberValue(strings.Join(words[:n-2], " "))
		if !ok || value != float64(int(value)) || value > maxDistance {
			return "", false
		}
		count = value
	}
	return before(ref, int(count), words[n-2])
}

// maxDistance keeps "N days ago" within the years a date can be written with.
const maxDistance = 2000

// before returns the day, month or year that lies count units before ref, as
// precise as the unit.
func before(ref time.Time, count int, unit string) (string, bool) {
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		return ref.AddDate(0, 0, -count).Format(dayLayout), true
	case "week":
		return ref.AddDate(0, 0, -7*count).Format(dayLayout), true
	case "month":
		return firstOfMonth(ref).AddDate(0, -count, 0).Format(monthLayout), true
	case "year":
		if ref.Year() <= count {
			return "", false
		}
		return fmt.Sprintf("%04d", ref.Year()-count), true
	}
	return "", false
}

// firstOfMonth keeps the arithmetic of months from spilling over: a month
// before 31 July is June, not 1 July.
func firstOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// resolveWeekday resolves "Thursday", "last Thursday", "next Monday".
func resolveWeekday(words []string, ref time.Time) (string, bool) {
	weekday, ok := weekdays[words[len(words)-1]]
	if !ok || ref.IsZero() || len(words) > 2 {
		return "", false
	}
	back := (int(ref.Weekday()) - weekday + 7) % 7
	if len(words) == 2 {
		switch words[0] {
		case "next", "coming", "following":
			return ref.AddDate(0, 0, 7-back).Format(dayLayout), true
		case "last", "past", "previous":
			if back == 0 {
				back = 7
			}
		case "this":
		default:
			return "", false
		}
	}
	return ref.AddDate(0, 0, -back).Format(dayLayout), true
}

// unitOffsets are how many months, years and the like lie between ref and what
// is meant.
var unitOffsets = map[string]int{"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

// resolveUnit resolves "last month", "this year", "next week". A week has the
// form 2025-W36 of ISO 8601, and a weekend that of the week it ends; a season
// has the year it falls in.
func resolveUnit(words []string, ref time.Time) (string, bool) {
	if ref.IsZero() || len(words) != 2 {
		return "", false
	}
	offset, ok := unitOffsets[words[0]]
	if !ok {
		return "", false
	}
	switch unit := words[1]; {
	case unit == "week" || unit == "weekend":
		return formatWeek(ref.AddDate(0, 0, 7*offset)), true
	case unit == "month":
		return firstOfMonth(ref).AddDate(0, offset, 0).Format(monthLayout), true
	case unit == "year" || seasons[unit]:
		return fmt.Sprintf("%04d", ref.Year()+offset), true
	case months[unit] > 0:
		return monthNear(months[unit], offset, ref), true
	}
	return "", false
}

// monthNear returns the last (-1), nearest past (0) or next (1) such month.
func monthNear(month, offset int, ref time.Time) string {
	year := ref.Year()
	switch {
	case offset > 0 && month <= int(ref.Month()):
		year++
	case offset < 0 && month >= int(ref.Month()):
		year--
	}
	return fmt.Sprintf("%04d-%02d", year, month)
}

// resolveMonth resolves "March": the last one up to ref.
func resolveMonth(words []string, ref time.Time) (string, bool) {
	month := months[words[0]]
	if len(words) != 1 || month == 0 || ref.IsZero() {
		return "", false
	}
	year := ref.Year()
	if month > int(ref.Month()) {
		year--
	}
	return fmt.Sprintf("%04d-%02d", year, month), true
}
