package nlp

import (
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
