package nlp

import (
	"strings"
	"time"
)

// ResolveDate returns the value of a date expression in ISO 8601, as precise as
// the expression is: "2025-09-04", "2025-08", "2025", and of a stretch of time its
// first and last day, month or year, "2025-06-04/2025-06-05". A leading preposition
// is passed over, but for "between". Relative expressions ("Thursday", "late last
// month", "three days ago") are reckoned from ref, the day of the article; with a
// zero ref only absolute ones resolve. A weekday is the last such day up to ref, as
// news means it, unless "next" or "coming" stands before it. A time of day has no
// such value, nor has what is reckoned from another day than ref ("two days later"):
// ok is false.
func ResolveDate(expr string, ref time.Time) (value string, ok bool) {
	if value, ok = resolveRange(expr, ref, false); ok {
		return value, true
	}
	return resolveWords(dateWords(expr), ref)
}

// ResolveComingDate is [ResolveDate] for what is yet to happen: of a weekday, a
// weekend or a month by itself ("will meet on Friday", "will open in October") it is
// the first one after ref; the month or the weekend of ref itself is that one.
func ResolveComingDate(expr string, ref time.Time) (value string, ok bool) {
	if value, ok = resolveRange(expr, ref, true); ok {
		return value, true
	}
	return resolveWords(comingWords(dateWords(expr), ref), ref)
}

// comingWords returns words with what makes a weekday, a weekend or a month by
// itself the coming one.
func comingWords(words []string, ref time.Time) []string {
	if len(words) != 1 || ref.IsZero() {
		return words
	}
	word := words[0]
	_, isWeekday := weekdays[word]
	switch month := months[word]; {
	case isWeekday, month > 0 && month != int(ref.Month()):
		return []string{"next", word}
	case word == "weekend":
		return []string{"this", word}
	}
	return words
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
	resolvePeriod,
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
	earlier later mid beginning end start middle close , exactly only just`)

// edges of a year or a week make it that of ref: "the end of the year", "later in the
// week", where "the year" alone may be another.
var (
	edges     = wordSet("early late earlier later mid beginning end start middle close")
	longUnits = wordSet("week month quarter year decade century")
)

// dateWords returns the words of expr that matter, in lower case. A time of day
// after or before a date is left out.
func dateWords(expr string) []string {
	var words []string
	edge := false
	for _, t := range tokenize(expr) {
		word := strings.ToLower(t.In(expr))
		edge = edge || edges[word] || strings.HasPrefix(word, "mid-")
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
	if edge && len(words) == 1 && longUnits[words[0]] {
		return []string{"this", words[0]}
	}
	return words
}
