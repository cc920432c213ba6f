package nlp

import "strings"

// days matches "4–5 June" and, after "from" or "between", "4 to 5 June" and "4 and 5
// June".
func (e expressions) days(i int) int {
	if !isMonthDay(e.word(i)) || !e.joins(i, i+1) {
		return 0
	}
	return e.dayFirst(i + 2)
}

// rangeEnd returns the end of the range that the date from start to end begins:
// "June 4–5", "1997–2010", "2019-20" and, after "from" or "between", "June 4 to July
// 3", "Monday to Friday", "1997 and 2010". It is end where none does.
func (e expressions) rangeEnd(start, end int) int {
	if !e.joins(start, end) || isClock(e.word(start)) {
		return end
	}
	next := end + 1
	if timeModifiers[e.word(next)] {
		next++
	}
	day, year := isMonthDay(e.word(end-1)), isYear(e.word(end-1))
	for _, match := range []func(expressions, int) int{expressions.weekday, expressions.monthFirst, expressions.dayFirst} {
		if more := match(e, next); more > next {
			return more
		}
	}
	switch word := e.word(next); {
	case isYear(word) && year, year && isDigits(word) && len(word) == 2 && e.touches(end) && word > e.word(end - 1)[2:]:
		return next + 1
	case isMonthDay(word) && day && e.isMonth(end-2) && !strings.HasPrefix(e.tag(next+1), "N"):
		return e.withYear(next + 1)
	}
	return end
}

// joins reports whether token joint makes the date that begins at start the first end
// of a range: a dash without spaces, "to" after "from" unless something is moved, and
// "and" after "between".
func (e expressions) joins(start, joint int) bool {
	before := e.word(start - 1)
	if before == "the" || timeModifiers[before] {
		before = e.word(start - 2)
	}
	switch e.word(joint) {
	case "-", "–", "—":
		return e.touches(joint)
	case "to", "until", "till", "through":
		return before == "from" && !e.isMoved(start)
	case "and":
		return before == "between"
	}
	return false
}

// touches reports whether no white space stands around token i.
func (e expressions) touches(i int) bool {
	t := e.d.Tokens
	return i > 0 && i+1 < e.limit && t[i-1].End == t[i].Begin && t[i].End == t[i+1].Begin
}

// isMoved reports whether the date at i is where something was before: "The vote was
// moved from Monday to Friday".
func (e expressions) isMoved(i int) bool {
	for steps := 0; i >= 0 && steps < 3; steps++ {
		if moving[e.d.Tokens[i].Lemma] {
			return true
		}
		i = e.d.Tokens[i].Head
	}
	return false
}

var moving = wordSet("move postpone delay shift push change bring defer reschedule")

// edge matches "end of the year", "start of next week", "later in the week".
func (e expressions) edge(i int) int {
	next := i + 1
	switch e.word(i) {
	case "end", "start", "beginning", "middle", "close":
		if e.word(next) != "of" {
			return 0
		}
	case "early", "late", "earlier", "later":
		if e.word(next) != "in" {
			return 0
		}
	default:
		return 0
	}
	next++
	if e.word(next) == "the" && longUnits[e.word(next+1)] && e.word(next+2) != "of" {
		return next + 2
	}
	if end := e.relativeDate(next); end > next {
		return end
	}
	return 0
}

// period matches "second quarter of 2024", "Q3 2024", "weekend", "19th century",
// "past five years", "spring of 2022", each without its article.
func (e expressions) period(i int) int {
	word := e.word(i)
	switch _, isPart := partsOfYear[word]; {
	case isPart && isAllCaps(e.d.Word(i)[:1]):
		return e.ofYear(i + 1)
	case isPart:
		return 0
	case word == "weekend":
		return e.weekend(i)
	case seasons[word]:
		return e.needsYear(i + 1)
	}
	if _, ok := partsOfYear[word+" "+e.word(i+1)]; ok {
		return e.needsYear(i + 2)
	}
	if _, ok := centuryNumber(word); ok && e.word(i+1) == "century" {
		return i + 2
	}
	if _, ok := unitOffsets[word]; ok && word != "this" {
		if end := e.plainNumber(i + 1); end > i+1 && timeUnits[e.word(end)] {
			return end + 1
		}
		if e.word(i+1) == "decade" || e.word(i+1) == "quarter" && e.tag(i+2) != "NN" {
			return i + 2
		}
	}
	return 0
}

// weekend matches "weekend" where a preposition of time and "the" stand before it,
// and "weekend of 7 June".
func (e expressions) weekend(i int) int {
	if e.word(i-1) != "the" || !weekendPrepositions[e.word(i-2)] {
		return 0
	}
	if e.word(i+1) != "of" {
		return i + 1
	}
	return max(e.dayFirst(i+2), e.monthFirst(i+2))
}

var weekendPrepositions = wordSet("over on at during before after by since")

// ofYear returns the end of the year behind a period that ends at i, with or without
// "of", and i where there is none.
func (e expressions) ofYear(i int) int {
	at := i
	if e.word(at) == "of" {
		at++
	}
	if isYear(e.word(at)) {
		return at + 1
	}
	if at > i && e.word(at) == "the" && e.word(at+1) == "year" {
		return at + 2
	}
	return e.relativeYear(i)
}

// needsYear is [expressions.ofYear], and 0 where no year follows.
func (e expressions) needsYear(i int) int {
	if end := e.ofYear(i); end > i {
		return end
	}
	return 0
}
