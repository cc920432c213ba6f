package nlp

import (
	"fmt"
	"strings"
)

var (
	partsOfDay = wordSet("am pm a.m. p.m. a.m p.m")
	zones      = wordSet("gmt utc bst cet cest est edt et pst pdt pt ist msk jst")
)

// ParseClock returns the value of a time of day: "14:00" and "GMT" for "2:00 PM
// GMT". The zone is in capitals and empty where none is named. A clock time
// without "a.m." or "p.m." is taken as it stands.
func ParseClock(expr string) (clock, zone string, ok bool) {
	hour, minute, half := -1, 0, ""
	for _, t := range tokenize(expr) {
		word := strings.ToLower(t.In(expr))
		switch {
		case word == "noon" || word == "midday":
			hour, ok = 12, true
		case word == "midnight":
			hour, ok = 0, true
		case isClock(word):
			h, m, _ := strings.Cut(word, ":")
			hour, minute, ok = atoi(h), atoi(m), true
		case isDigits(word) && len(word) <= 2:
			hour = atoi(word)
		case partsOfDay[word]:
			half, ok = word[:1], hour >= 0
		case zones[word]:
			zone = strings.ToUpper(word)
		}
	}
	if half != "" && hour > 12 || hour > 24 {
		return "", "", false
	}
	switch {
	case half == "p" && hour < 12:
		hour += 12
	case half == "a" && hour == 12:
		hour = 0
	}
	if !ok {
		return "", "", false
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), zone, true
}

// clock matches "2:00 PM", "6 a.m.", "12:00 GMT", "noon".
func (e expressions) clock(i int) int {
	word := e.word(i)
	if word == "noon" || word == "midnight" {
		return i + 1
	}
	if !isClock(word) && !(isDigits(word) && len(word) <= 2 && partsOfDay[e.word(i+1)]) {
		return 0
	}
	end := i + 1
	if partsOfDay[e.word(end)] {
		end++
	}
	if zones[e.word(end)] {
		end++
	}
	return end
}

// isClock reports whether word is a time of day, "14:05".
func isClock(word string) bool {
	hour, minute, ok := strings.Cut(word, ":")
	return ok && isDigits(hour) && isDigits(minute) && len(hour) <= 2 && len(minute) == 2 && atoi(hour) <= 24 && atoi(minute) < 60
}
