package nlp

import "strings"

// months and their usual short forms.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}

// weekdays are counted from Sunday, as by package time.
var weekdays = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun.": 0, "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5, "sat.": 6,
}

var (
	seasons       = wordSet("spring summer autumn fall winter")
	timeUnits     = wordSet("day days week weeks month months year years decade decades century centuries hour hours minute minutes weekend weekends fortnight")
	dayParts      = wordSet("morning afternoon evening night")
	nearDays      = wordSet("yesterday today tomorrow tonight")
	relatives     = wordSet("last next this past previous coming following")
	timeModifiers = wordSet("early late mid earlier later")
	yearContexts  = wordSet("in since of by from until till during before after to and early late mid year circa around through between for - – ( ,")
)

// date matches a date, a stretch of time or a time of day: "Thursday", "September 4,
// 2025", "late last month", "June 4–5", "three days ago", "the 1990s" without its
// article, "2:00 PM".
func (e expressions) date(i int) int {
	if end := e.days(i); end > i {
		return end
	}
	if end := e.dateAlone(i); end > i {
		return e.rangeEnd(i, end)
	}
	return 0
}

// dateAlone matches a date that is no range.
func (e expressions) dateAlone(i int) int {
	start := i
	if timeModifiers[e.word(i)] {
		i++
		if e.word(i) == "-" {
			i++
		}
	}
	for _, match := range []func(expressions, int) int{
		expressions.relativeDate, expressions.distance, expressions.edge, expressions.period, expressions.weekOf,
		expressions.namedDay,
		expressions.weekday, expressions.monthFirst,
		expressions.dayFirst, expressions.figures, expressions.clock,
	} {
		if end := match(e, i); end > i {
			return end
		}
	}
	if end := e.year(i, i > start); end > i {
		return end
	}
	return 0
}

// relativeDate matches "yesterday evening", "last week", "this summer", "the day
// before yesterday" without its article.
func (e expressions) relativeDate(i int) int {
	if e.word(i) == "day" && (e.word(i+1) == "before" && e.word(i+2) == "yesterday" || e.word(i+1) == "after" && e.word(i+2) == "tomorrow") {
		return i + 3
	}
	if nearDays[e.word(i)] {
		return e.withDayPart(i + 1)
	}
	if e.word(i) == "the" && relatives[e.word(i+1)] && timeUnits[e.word(i+2)] {
		return 0
	}
	if !relatives[e.word(i)] {
		return 0
	}
	next := e.word(i + 1)
	_, isWeekday := weekdays[next]
	_, isMonth := months[next]
	switch {
	case dayParts[next] || seasons[next]:
		return i + 2
	case timeUnits[next] && !strings.HasSuffix(next, "s") && next != "hour" && next != "minute" && next != "day":
		return i + 2
	case isWeekday:
		return e.withDayPart(i + 2)
	case isMonth && isCapitalised(e.d.Word(i+1)):
		return i + 2
	}
	return 0
}

func (e expressions) withDayPart(i int) int {
	if dayParts[e.word(i)] {
		return i + 1
	}
	return i
}

// weekOf matches "week of 3 March".
func (e expressions) weekOf(i int) int {
	if e.word(i) != "week" || e.word(i+1) != "of" {
		return 0
	}
	if end := e.dayFirst(i + 2); end > i {
		return end
	}
	if isMonthDay(e.word(i + 3)) {
		return e.monthFirst(i + 2)
	}
	return 0
}

// distance matches "three days ago", "a year ago", "two weeks later".
func (e expressions) distance(i int) int {
	if e.word(i) == "half" && e.word(i+1) == "a" && e.word(i+2) == "year" && e.word(i+3) == "ago" {
		return i + 4
	}
	end := e.number(i)
	if end == i && (e.word(i) == "a" || e.word(i) == "an") {
		end = i + 1
	}
	if end == i || !timeUnits[e.word(end)] {
		return 0
	}
	switch e.word(end + 1) {
	case "ago", "earlier", "later":
		return end + 2
	}
	return 0
}

// weekday matches "Thursday", "Monday night", "Wednesday, 10 July 2019", "Monday of
// last week", but not the day of "Good Friday".
func (e expressions) weekday(i int) int {
	if _, ok := weekdays[e.word(i)]; !ok || !isCapitalised(e.d.Word(i)) || movingDays[e.word(i-1)] && isCapitalised(e.d.Word(i-1)) {
		return 0
	}
	next := i + 1
	if e.word(next) == "," {
		next++
	}
	if end := e.monthFirst(next); end > next+1 {
		return end
	}
	if end := e.dayFirst(next); end > next {
		return end
	}
	week := next
	if e.word(week) == "of" {
		week++
	}
	if _, ok := unitOffsets[e.word(week)]; ok && e.word(week+1) == "week" {
		return week + 2
	}
	return e.withDayPart(i + 1)
}

// monthFirst matches "September", "September 2025", "Sept. 4", "September 4th,
// 2025", "September last year".
func (e expressions) monthFirst(i int) int {
	if !e.isMonth(i) || e.isPersonal(i) {
		return 0
	}
	if isYear(e.word(i + 1)) {
		return i + 2
	}
	if !isMonthDay(e.word(i + 1)) {
		return e.relativeYear(i + 1)
	}
	return e.withYear(i + 2)
}

// withYear returns the end of the year that follows a day and month ending at i,
// with or without a comma, and i where none does.
func (e expressions) withYear(i int) int {
	switch {
	case e.word(i) == "," && isYear(e.word(i+1)):
		return i + 2
	case isYear(e.word(i)):
		return i + 1
	}
	return e.relativeYear(i)
}

// relativeYear returns the end of "last year" or "of this year" at i, and i
// where there is none.
func (e expressions) relativeYear(i int) int {
	at := i
	if e.word(at) == "of" {
		at++
	}
	if _, ok := unitOffsets[e.word(at)]; ok && e.word(at+1) == "year" {
		return at + 2
	}
	return i
}

// isMonth reports whether token i is a month, "mid-November" being one, and not
// the verb "may" or "march".
func (e expressions) isMonth(i int) bool {
	word, mid := strings.CutPrefix(e.word(i), "mid-")
	if mid {
		return months[word] > 0
	}
	if _, ok := months[word]; !ok || !isCapitalised(e.d.Word(i)) {
		return false
	}
	if word != "may" && word != "march" && word != "mar" && word != "dec" && word != "sun" {
		return true
	}
	return e.tag(i) == "NNP" || isMonthDay(e.word(i+1)) || isYear(e.word(i+1))
}

// dayFirst matches "4 September", "4th of September, 2025".
func (e expressions) dayFirst(i int) int {
	if !isMonthDay(e.word(i)) {
		return 0
	}
	month := i + 1
	if e.word(month) == "of" {
		month++
	}
	if !e.isMonth(month) {
		return 0
	}
	return e.withYear(month + 1)
}

// figures matches "2025-09-04", "9/11/2001".
func (e expressions) figures(i int) int {
	if _, ok := figureDate(e.word(i)); ok {
		return i + 1
	}
	return 0
}

// year matches "2014" where the words around it make it one, "1990s" and
// "mid-2014".
func (e expressions) year(i int, modified bool) int {
	word := e.word(i)
	if isDecade(word) || strings.HasPrefix(word, "mid-") && (isYear(word[4:]) || isDecade(word[4:])) {
		return i + 1
	}
	if !isYear(word) {
		return 0
	}
	before := e.word(i - 1)
	plural := e.tag(i+1) == "NNS"
	if modified || yearContexts[before] && !plural || before == "" && e.word(i+1) == "" {
		return i + 1
	}
	return 0
}

// isYear reports whether word is a year between 1500 and 2100.
func isYear(word string) bool {
	return len(word) == 4 && isDigits(word) && word >= "1500" && word <= "2100"
}

// isDecade reports whether word is "1990s" or "'90s".
func isDecade(word string) bool {
	stem, ok := strings.CutSuffix(word, "s")
	if !ok {
		return false
	}
	if rest, short := strings.CutPrefix(strings.ReplaceAll(stem, "’", "'"), "'"); short {
		return len(rest) == 2 && isDigits(rest) && rest[1] == '0'
	}
	return isYear(stem) && strings.HasSuffix(stem, "0")
}

// isMonthDay reports whether word is a day of a month: "4", "04", "4th".
func isMonthDay(word string) bool {
	n, ok := monthDay(word)
	return ok && n >= 1 && n <= 31
}

func monthDay(word string) (int, bool) {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		word = strings.TrimSuffix(word, suffix)
	}
	if len(word) == 0 || len(word) > 2 || !isDigits(word) {
		return 0, false
	}
	return atoi(word), true
}
