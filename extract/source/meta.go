package source

import (
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode"

	"kg/extract"
	"kg/extract/nlp"
)

// guessMeta reads the headline, the author and the day of publication off the first
// lines of a plain text, and the day off the file name where the lines have none.
func guessMeta(source, text string) extract.Meta {
	top := topLines(text)
	meta := extract.Meta{Title: headline(top)}
	author, rest := byline(top)
	meta.Author = author
	day, ok := dayInLines(top)
	if !ok {
		day, ok = dayOf(rest)
	}
	if !ok {
		day, ok = dayInName(filepath.Base(source))
	}
	if ok {
		meta.Published = day
	}
	return meta
}

// topCount is how many lines with text may hold the headline, a byline and the
// date before the article begins.
const topCount = 4

// line is a line of text without white space at its ends.
type line struct {
	text      string
	blankNext bool // a blank line, or nothing, follows
	last      bool // no text follows
}

// topLines returns the first lines that are not blank.
func topLines(text string) []line {
	text = strings.TrimPrefix(text, utf8Mark)
	var top []line
	blank := false
	for raw := range strings.Lines(text) {
		s := strings.TrimSpace(raw)
		if s == "" {
			blank = true
			continue
		}
		if n := len(top); n > 0 {
			top[n-1].blankNext, top[n-1].last = blank, false
		}
		if len(top) == topCount {
			return top
		}
		top = append(top, line{s, true, true})
		blank = false
	}
	return top
}

// Limits of a headline. The longest in common use have about 20 words; a
// sentence set apart at the top may be one if it is shorter still.
const (
	headlineWords = 25
	sentenceWords = 16
	headlineBytes = 250
)

// headline returns the first line if it reads like one: short and without a
// full stop, or a short sentence that a blank line sets apart. A date is none,
// nor is the only line there is.
func headline(top []line) string {
	if len(top) == 0 || top[0].last {
		return ""
	}
	first := top[0]
	first.text = strings.TrimSpace(strings.TrimLeft(first.text, "#")) // of Markdown
	words := len(strings.Fields(first.text))
	if words > headlineWords || len(first.text) > headlineBytes || !strings.ContainsFunc(first.text, unicode.IsLetter) {
		return ""
	}
	if _, ok := dayOf(first.text); ok {
		return ""
	}
	if endsSentence(first.text) && !(first.blankNext && words <= sentenceWords) {
		return ""
	}
	return first.text
}

// byWord opens a byline.
var byWord = regexp.MustCompile(`^(?i:(?:posted |written |published |words |text |story )?by)[: ]\s*`)

// behindNames is what may follow the names in a byline: the paper, the place, the day.
var behindNames = regexp.MustCompile(`\s*(?:[,|·•(]|\s[-–—]|\s(?i:in|on|at|for)\s)\s*`)

// byline returns the names in the byline below the headline, and what follows them.
func byline(top []line) (author, rest string) {
	for _, l := range top[min(1, len(top)):] {
		if byWord.MatchString(l.text) && nlp.IsFurniture(l.text) {
			names := authorOf(l.text)
			if end := behindNames.FindStringIndex(names); end != nil {
				return names[:end[0]], names[end[1]:]
			}
			return names, ""
		}
	}
	return "", ""
}

// authorOf returns a byline without the word that opens it.
func authorOf(byline string) string { return byWord.ReplaceAllString(byline, "") }

// endsSentence reports whether s ends with a full stop, which a headline does
// not; question and exclamation marks are found in headlines.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
}

// dayInLines returns the day that stands alone in one of the lines, or in the
// dateline that opens one ("LONDON, 4 September 2025 —").
func dayInLines(top []line) (time.Time, bool) {
	for _, l := range top {
		if day, ok := dayOf(l.text); ok {
			return day, true
		}
	}
	for _, l := range top {
		if m := dateline.FindStringSubmatch(l.text); m != nil {
			if day, ok := dayOf(m[1]); ok {
				return day, true
			}
		}
	}
	return time.Time{}, false
}

// dateline matches a place in capitals or in title case, the date, perhaps the
// agency, and a dash.
var dateline = regexp.MustCompile(`^\p{Lu}[\p{L} .,'’-]{1,60}?[,.]? +((?:\p{Lu}\p{Ll}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+\.?),? +\d{4}) *(?:\([^)]{1,40}\) *)?(?:--|[-–—])`)

// labels stand before a date in a line of its own.
var labels = regexp.MustCompile(`(?i)^(?:published|posted|updated|last updated|date|issued)(?: on| at)?:? +`)

// clocks follow a date in a line of its own.
var clocks = regexp.MustCompile(`(?i)(?:,| at| \||T)? *\d{1,2}:\d{2}(?::\d{2})? *(?:[ap]\.?m\.?)? *(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})?$`)

// longestDate is the length of "Last updated on Wednesday, 10 September 2025 at
// 10:00 a.m. CEST" and some to spare.
const longestDate = 80

// dayOf returns the day that s names if it names nothing else.
func dayOf(s string) (time.Time, bool) {
	if len(s) > longestDate {
		return time.Time{}, false
	}
	s = clocks.ReplaceAllString(labels.ReplaceAllString(strings.TrimSpace(s), ""), "")
	value, ok := nlp.ResolveDate(strings.TrimRight(s, ". "), time.Time{})
	if !ok {
		return time.Time{}, false
	}
	day, err := time.Parse(time.DateOnly, value)
	return day, err == nil
}

// nameDate finds an ISO date in a file name, apart from other figures.
var nameDate = regexp.MustCompile(`(?:^|[^0-9])(\d{4}-\d{2}-\d{2})(?:[^0-9]|$)`)

// dayInName returns the first ISO date in a file name.
func dayInName(name string) (time.Time, bool) {
	m := nameDate.FindStringSubmatch(name)
	if m == nil {
		return time.Time{}, false
	}
	day, err := time.Parse(time.DateOnly, m[1])
	return day, err == nil
}
