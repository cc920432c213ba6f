package graph

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Event is a claim with its day.
type Event struct {
	Day   string `json:"day"`
	Dated bool   `json:"dated"` // the article says when; else it is the article's own day
	Claim
}

// EventsOf returns what is asserted or denied among claims, by day, of one day
// the newest article first. Each statement counts once; what somebody said does
// not, nor that somebody is named with his office.
func EventsOf(claims []Claim) []Event {
	events := []Event{}
	seen := map[string]bool{}
	sentences := make(map[string]string, len(claims)) // by claim
	for _, c := range claims {
		sentences[c.ID] = c.SentenceIRI
	}
	for _, c := range claims {
		if seen[c.ID] || c.Speaker != nil || c.IsQuotation() || c.Relation.IRI == relationPosition || c.Relation.IRI == relationHeld || c.Modality != "asserted" && c.Modality != "negated" || c.saysAgain(sentences) {
			continue
		}
		seen[c.ID] = true
		if day, dated := c.day(); day != "" {
			events = append(events, Event{day, dated, c})
		}
	}
	slices.SortStableFunc(events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), NewestFirst(a.Claim, b.Claim))
	})
	return events
}

// saysAgain reports whether c follows from another claim that is of the same
// sentence: who meets is met, once. It takes the sentences of claims by their IDs.
func (c Claim) saysAgain(sentences map[string]string) bool {
	return slices.ContainsFunc(c.DerivedFrom, func(from string) bool {
		sentence, known := sentences[from]
		return known && sentence == c.SentenceIRI
	})
}

// bound is the word before a date for which side of it is meant: "since 2019".
var bound = regexp.MustCompile(`^(since|until) `)

var dayOrMore = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

// day is when a claim holds, or begins to: as its sentence says, else the day of its
// article.
func (c Claim) day() (day string, dated bool) {
	for _, t := range c.When {
		if first, _, _ := strings.Cut(bound.ReplaceAllString(t.Name, ""), "/"); dayOrMore.MatchString(first) {
			return first, true
		}
	}
	return c.Published, false
}

// NewestFirst orders claims by the days of their articles, those of one day by
// their places in the articles.
func NewestFirst(a, b Claim) int {
	return cmp.Or(
		cmp.Compare(b.Published, a.Published), cmp.Compare(a.Article, b.Article),
		cmp.Compare(firstChar(a.SentenceIRI), firstChar(b.SentenceIRI)), cmp.Compare(a.ID, b.ID),
	)
}

// IsQuotation reports whether a claim is that somebody said these words.
func (c Claim) IsQuotation() bool { return isQuotation(c.Relation, c.Object) }

// IsQuotation reports whether a fact is that somebody said these words.
func (f Fact) IsQuotation() bool { return isQuotation(f.Relation, f.Object) }

func isQuotation(relation, object Term) bool {
	return relation.IRI == relationSays && object.IRI == "" && object.Name != ""
}

// Claims returns the statements of facts, each with what it states.
func Claims(facts []Fact) []Claim {
	var claims []Claim
	for _, f := range facts {
		for _, s := range f.Statements {
			claims = append(claims, Claim{f.Subject, f.Relation, f.Object, s})
		}
	}
	return claims
}
