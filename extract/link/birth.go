package link

import (
	"regexp"
	"strconv"
	"strings"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// birthsOf returns the years of birth of an article's people, by their IRIs: those
// of the facts, else those that their ages give.
//
// "Ana Reyes was born in Cusco in 1970"; "John Hall, 45, …" and "45-year-old John
// Hall" in an article of 2025.
// Limit: of an article without a day an age says nothing, and one of several ages
// of a person is the first.
func birthsOf(x *extract.Extraction) map[string]int {
	births := map[string]int{}
	for _, f := range x.Facts {
		if f.Subject.Type == nlp.Person && f.Modality == clause.Asserted && strings.HasPrefix(f.Relation.ID, "rel:is-born") {
			if year := yearOf(f); year != 0 && births[f.Subject.ID] == 0 {
				births[f.Subject.ID] = year
			}
		}
	}
	if x.Article.Published.IsZero() {
		return births
	}
	for _, e := range x.Entities {
		for _, m := range e.Mentions {
			if e.Type != nlp.Person || m.Form != "name" || births[e.ID] != 0 {
				continue
			}
			if age := ageBeside(x.Article.Text, m); age != 0 {
				births[e.ID] = x.Article.Published.Year() - age
			}
		}
	}
	return births
}

// yearOf returns the year of a fact's time, or of its object; 0 where there is none.
func yearOf(f extract.Fact) int {
	for _, c := range f.Context {
		if c.Type == nlp.Date {
			return leadingYear(c.Value)
		}
	}
	return leadingYear(f.Object.Value)
}

func leadingYear(date string) int {
	if len(date) < 4 {
		return 0
	}
	year, err := strconv.Atoi(date[:4])
	if err != nil || year < 1000 {
		return 0
	}
	return year
}

var (
	ageBehind = regexp.MustCompile(`^, (?:aged )?(\d{1,2}),`)
	ageBefore = regexp.MustCompile(`\b(\d{1,2})-year-old $`)
)

// ageBeside returns the age that stands directly behind or before a name, else 0.
func ageBeside(text string, m extract.Mention) int {
	if m.End > len(text) || m.Begin > len(text) {
		return 0
	}
	for _, found := range [][]string{
		ageBehind.FindStringSubmatch(text[m.End:min(len(text), m.End+16)]),
		ageBefore.FindStringSubmatch(text[max(0, m.Begin-16):m.Begin]),
	} {
		if found != nil {
			age, _ := strconv.Atoi(found[1]) // two digits
			return age
		}
	}
	return 0
}
