package nlp

import (
	"fmt"
	"strings"
	"time"
)

func formatWeek(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
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
	case "fortnight":
		return ref.AddDate(0, 0, -14*count).Format(dayLayout), true
	case "month":
		return firstOfMonth(ref).AddDate(0, -count, 0).Format(monthLayout), true
	case "year":
		year := ref.Year() - count
		return fmt.Sprintf("%04d", year), year > 0 && year < 10000
	case "decade":
		return before(ref, 10*count, "year")
	case "century", "centurie":
		return before(ref, 100*count, "year")
	}
	return "", false
}

// firstOfMonth keeps the arithmetic of months from spilling over: a month
// before 31 July is June, not 1 July.
func firstOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// resolveWeekday resolves "Thursday", "last Thursday", "this past Thursday", "next
// Monday", "Monday of last week".
func resolveWeekday(words []string, ref time.Time) (string, bool) {
	if len(words) == 3 && words[2] == "week" {
		return resolveDayOfWeek(words, ref)
	}
	if len(words) == 3 && words[0] == "this" && unitOffsets[words[1]] != 0 {
		words = words[1:]
	}
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

// resolveDayOfWeek resolves "Monday last week".
func resolveDayOfWeek(words []string, ref time.Time) (string, bool) {
	weekday, isDay := weekdays[words[0]]
	offset, ok := unitOffsets[words[1]]
	if !isDay || !ok || ref.IsZero() {
		return "", false
	}
	return monday(ref).AddDate(0, 0, 7*offset+(weekday+6)%7).Format(dayLayout), true
}

// monday returns the first day of the week of t.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// unitOffsets are how many months, years and the like lie between ref and what
// is meant.
var unitOffsets = map[string]int{"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

// resolveUnit resolves "last month", "this year", "next week". A week has the
// form 2025-W36 of ISO 8601; a season has the year it falls in.
func resolveUnit(words []string, ref time.Time) (string, bool) {
	if ref.IsZero() || len(words) != 2 {
		return "", false
	}
	offset, ok := unitOffsets[words[0]]
	if !ok {
		return "", false
	}
	switch unit := words[1]; {
	case unit == "week":
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
