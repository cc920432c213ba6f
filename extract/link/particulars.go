package link

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kg/extract"
	"kg/extract/nlp"
)

// Particulars are what tells two events of one kind, place and day apart. Each is empty
// where an article does not say it, or says it in two ways.
type Particulars struct {
	Dead    string   `json:"n,omitempty"` // how many it killed: "15", or "15+" for at least as many
	Hour    string   `json:"h,omitempty"` // "14" of "2 p.m.", or "morning"
	Weapons []string `json:"a,omitempty"` // "drone", "knife", sorted
}

func (p Particulars) key() string {
	return strings.TrimSpace(p.Dead + " " + p.Hour + " " + strings.Join(p.Weapons, " "))
}

// Differ returns what speaks against two events with these particulars being one, in
// words.
// Limit: of an event still under way the numbers rise from one article to the next, so
// that a person has to tell.
func (p Particulars) Differ(o Particulars) []string {
	var list []string
	if differByToll(p.Dead, o.Dead) {
		list = append(list, fmt.Sprintf("one killed %s, the other %s", p.Dead, o.Dead))
	}
	if differByHour(p.Hour, o.Hour) {
		list = append(list, fmt.Sprintf("one was at another time of the day: %s, %s", p.Hour, o.Hour))
	}
	if len(p.Weapons) > 0 && len(o.Weapons) > 0 && !share(p.Weapons, o.Weapons) {
		list = append(list, fmt.Sprintf("they differ in how: %s, %s", strings.Join(p.Weapons, " and "), strings.Join(o.Weapons, " and ")))
	}
	return list
}

// differByToll reports whether two numbers of dead exclude each other.
func differByToll(a, b string) bool {
	x, atLeastX, okX := tollOf(a)
	y, atLeastY, okY := tollOf(b)
	switch {
	case !okX || !okY || atLeastX && atLeastY:
		return false
	case atLeastX:
		return y < x
	case atLeastY:
		return x < y
	}
	return x != y
}

func tollOf(dead string) (n int, atLeast, ok bool) {
	digits, atLeast := strings.CutSuffix(dead, "+")
	n, err := strconv.Atoi(digits)
	return n, atLeast, err == nil
}

// differByHour reports whether two times of a day are more than an hour apart, or in
// parts of it that do not meet.
func differByHour(a, b string) bool {
	x, okX := partsOfDay[a]
	y, okY := partsOfDay[b]
	if h, err := strconv.Atoi(a); err == nil {
		x, okX = [2]int{h - 1, h + 1}, true
	}
	if h, err := strconv.Atoi(b); err == nil {
		y, okY = [2]int{h, h}, true
	}
	return okX && okY && (x[1] < y[0] || y[1] < x[0])
}

// partsOfDay are the hours of the parts of a day. A night is of two days.
var partsOfDay = map[string][2]int{"morning": {4, 12}, "afternoon": {12, 18}, "evening": {17, 23}, "noon": {11, 13}, "dawn": {4, 8}}

// weaponWords say in the name of an event with what it was done.
var weaponWords = []string{"drone", "missile", "rocket", "knife", "gun", "bomb", "car", "truck", "grenade", "mortar", "artillery", "arson", "acid", "suicide", "sword", "axe"}

// weaponsIn returns the words for weapons in the name of an event.
func weaponsIn(name string) []string {
	var found []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' }) {
		if slices.Contains(weaponWords, strings.TrimSuffix(w, "s")) {
			found = append(found, strings.TrimSuffix(w, "s"))
		}
	}
	return found
}

// kills notes how many people an event killed, where a is a number of them.
func (s *sighting) kills(a extract.Argument) {
	text := a.Text
	if text == "" {
		text = a.Value
	}
	amount, ok := nlp.ParseAmount(text)
	if !ok || amount.Low != amount.High || amount.Low != float64(int(amount.Low)) {
		return
	}
	dead := strconv.Itoa(int(amount.Low))
	switch amount.Bound {
	case nlp.Exactly:
	case nlp.AtLeast, nlp.MoreThan:
		dead += "+"
	default:
		return
	}
	s.dead = append(s.dead, dead)
}

// hourIn returns the hour or the part of the day that a circumstance names.
func hourIn(c extract.Context) string {
	if c.Role != "time" {
		return ""
	}
	for _, w := range strings.Fields(strings.ToLower(c.Text)) {
		if _, ok := partsOfDay[strings.Trim(w, ".,")]; ok {
			return strings.Trim(w, ".,")
		}
	}
	if clock, _, ok := nlp.ParseClock(c.Text); ok {
		hour, _, _ := strings.Cut(clock, ":")
		return strings.TrimPrefix(hour, "0")
	}
	return ""
}

// particulars returns those that are told in one way.
func (s *sighting) particulars() Particulars {
	one := func(list []string) string {
		if list = set(list); len(list) == 1 {
			return list[0]
		}
		return ""
	}
	return Particulars{Dead: one(s.dead), Hour: one(s.hours), Weapons: set(s.weapons)}
}

// Happening is what is told of an event without a name, as far as it is.
type Happening struct {
	Kind         string
	Places, Days []string // IRIs and dates, sorted
	With         []string // who does it or takes part, IRIs, sorted
	Particulars
}

// HappeningOf returns what facts tell of the event of that name and IRI; false where it
// is of no kind that is compared.
func HappeningOf(name, iri string, facts []extract.Fact) (Happening, bool) {
	kind := kindOf(name)
	if kind == "" {
		return Happening{}, false
	}
	s := sighting{kind: kind, weapons: weaponsIn(name)}
	for _, f := range facts {
		switch {
		case !tells(f):
		case f.Subject.ID == iri:
			s.does(f)
		case f.Object.ID == iri:
			s.isDone(f)
		}
	}
	return Happening{Kind: kind, Places: set(s.places), Days: set(s.days), With: set(s.with), Particulars: s.particulars()}, true
}
