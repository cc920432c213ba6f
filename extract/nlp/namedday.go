package nlp

import "time"

// namedDays are the days of the year that English calls by a name. Days that
// move from year to year (Easter) are none of them.
var namedDays = []struct {
	name       []string
	month, day int
}{
	{[]string{"new", "year", "'s", "day"}, 1, 1},
	{[]string{"valentine", "'s", "day"}, 2, 14},
	{[]string{"may", "day"}, 5, 1},
	{[]string{"halloween"}, 10, 31},
	{[]string{"christmas", "eve"}, 12, 24},
	{[]string{"christmas", "day"}, 12, 25},
	{[]string{"boxing", "day"}, 12, 26},
	{[]string{"new", "year", "'s", "eve"}, 12, 31},
}

// movingDays are words that make another day of a weekday: "Good Friday" is not
// last Friday.
var movingDays = wordSet("good easter palm ash black bloody super holy maundy shrove")

// namedDay matches "New Year's Eve", "Christmas Day 2024".
func (e expressions) namedDay(i int) int {
	if i >= e.limit || !isCapitalised(e.d.Word(i)) {
		return 0
	}
	for _, day := range namedDays {
		if beginsWith(e.lowers[i:e.limit], day.name) {
			return e.withYear(i + len(day.name))
		}
	}
	return 0
}

// beginsWith reports whether words begin with those of a name, whatever their
// apostrophes look like.
func beginsWith(words, name []string) bool {
	if len(words) < len(name) {
		return false
	}
	for i, word := range name {
		if words[i] != word && (word != "'s" || words[i] != "’s") {
			return false
		}
	}
	return true
}

// resolveNamedDay resolves "Christmas Day": the one nearest to ref if no year is
// named.
func resolveNamedDay(words []string, ref time.Time) (string, bool) {
	year, words := cutRelativeYear(words, ref)
	if n := len(words); n > 1 && isYear(words[n-1]) {
		year, words = atoi(words[n-1]), words[:n-1]
	}
	for _, day := range namedDays {
		switch {
		case len(words) != len(day.name) || !beginsWith(words, day.name):
		case year > 0:
			return formatDay(year, day.month, day.day)
		case !ref.IsZero():
			return nearestDay(day.month, day.day, ref)
		}
	}
	return "", false
}
