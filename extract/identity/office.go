package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// Tenure says when an office is held, by the words that stand before or behind it.
type Tenure int

// The tenures.
const (
	HeldNow   Tenure = iota // "president", "acting president"
	HeldOnce                // "former president", "then president"
	HeldLater               // "president-elect", "incoming president"
)

// Office is an office of a place or a body, whoever holds it.
type Office struct {
	Name   string // "President of France"
	ID     string // "kg:President_of_France"
	Tenure Tenure
}

// OfficeOf returns the office that a role in lower case is ("former president"), of the
// place or body that it belongs to and, of an envoy, to where; either may be nil. Its name
// has no word for who holds it when, nor the gender of the holder. Limit: what is no office
// ("critic", "brother") or of no named place or body has none.
func OfficeOf(role string, of, to *Entity) (Office, bool) {
	words, tenure := tenureOf(strings.Fields(role))
	if len(words) == 0 || len(words) > longestOffice || slices.ContainsFunc(words, namesLand) || of == nil && to == nil || !carriesOffice(of) || !carriesOffice(to) {
		return Office{}, false
	}
	words = genderless(words)
	last := words[len(words)-1]
	if officeEnding(words) == nil || relative[last] || last == "ambassador" && to == nil || isDepartments(words, of) {
		return Office{}, false
	}
	o := Office{Name: strings.Join(words, " "), Tenure: tenure}
	o.Name = strings.ToUpper(o.Name[:1]) + o.Name[1:]
	local := o.Name
	for _, part := range []struct {
		preposition string
		whole       *Entity
	}{{" of ", of}, {" to ", to}} {
		if part.whole != nil {
			o.Name += part.preposition + articleOf(part.whole) + part.whole.Name
			local += part.preposition + articleOf(part.whole) + strings.TrimPrefix(part.whole.ID, kgPrefix)
		}
	}
	o.ID = EntityIRI(local)
	return o, true
}

// longestOffice is how many words are told of an office before whose it is: those of more
// hold the name of something else, "Supreme National Security Council secretary".
const longestOffice = 4

// namesLand reports whether a word of a role is the name or the adjective of a land, besides
// whose the office is.
func namesLand(word string) bool {
	first := strings.ToUpper(word[:1]) + word[1:]
	_, land := data.CountryNamed(first)
	_, adjective := data.CountryOf(first)
	return land || adjective || strings.Contains(word, ".")
}

// isDepartments reports whether the office is that of the head of a department, which many
// lands have: "minister of Home Affairs".
func isDepartments(words []string, of *Entity) bool {
	last := words[len(words)-1]
	return len(words) == 1 && (last == "minister" || last == "secretary") && of != nil && of.Type != nlp.Place
}

// carriesOffice reports whether e may be what an office is of: a place or a body that has
// a name. Nil may.
func carriesOffice(e *Entity) bool {
	if e == nil {
		return true
	}
	named := slices.ContainsFunc(e.Mentions, func(m Mention) bool { return m.Form == FormName }) || e.IsCountry
	return named && (e.Type == nlp.Place || e.Type == nlp.Organization || e.Type == nlp.Group || e.Type == nlp.Thing)
}

// tenureOf takes off the words of a role that say when, how long or as which in a row of
// holders somebody has it.
func tenureOf(words []string) ([]string, Tenure) {
	tenure := HeldNow
	for len(words) > 0 {
		first := words[0]
		if rest, ok := strings.CutPrefix(first, "ex-"); ok {
			words, tenure = append([]string{rest}, words[1:]...), HeldOnce
			continue
		}
		if rest, ok := strings.CutPrefix(first, "then-"); ok {
			words, tenure = append([]string{rest}, words[1:]...), HeldOnce
			continue
		}
		t, ok := tenureWords[first]
		which := first == "first" && len(words) > 1 && tenureWords[words[1]] == HeldNow && isTenureWord(words[1])
		if !ok && !isOrdinal(first) && !which {
			break
		}
		if t != HeldNow {
			tenure = t
		}
		words = words[1:]
	}
	if n := len(words); n > 0 {
		for _, end := range []string{"-elect", "-designate"} {
			if rest, ok := strings.CutSuffix(words[n-1], end); ok {
				return append(slices.Clone(words[:n-1]), rest), HeldLater
			}
		}
		if n > 1 && (words[n-1] == "elect" || words[n-1] == "designate") {
			return words[:n-1], HeldLater
		}
	}
	return words, tenure
}

func isTenureWord(word string) bool { _, ok := tenureWords[word]; return ok }

// tenureWords stand before an office and are no part of it.
var tenureWords = map[string]Tenure{
	"former": HeldOnce, "ex": HeldOnce, "then": HeldOnce, "late": HeldOnce, "onetime": HeldOnce, "one-time": HeldOnce, "previous": HeldOnce,
	"erstwhile": HeldOnce, "deposed": HeldOnce, "ousted": HeldOnce, "retired": HeldOnce,
	"incoming": HeldLater, "future": HeldLater, "next": HeldLater,
	"acting": HeldNow, "interim": HeldNow, "caretaker": HeldNow, "current": HeldNow, "new": HeldNow, "newly-elected": HeldNow, "incumbent": HeldNow,
	"outgoing": HeldNow, "sitting": HeldNow, "longtime": HeldNow, "long-time": HeldNow, "longest-serving": HeldNow, "embattled": HeldNow,
	"de": HeldNow, "facto": HeldNow, "first-ever": HeldNow, "female": HeldNow, "woman": HeldNow, "black": HeldNow, "elected": HeldNow, "youngest": HeldNow, "fellow": HeldNow, "veteran": HeldNow,
	"transitional": HeldNow, "also": HeldNow, "now": HeldNow, "own": HeldNow,
}

// isOrdinal reports whether a word counts holders: "11th prime minister". "First" and
// "second" are parts of offices ("first minister", "second secretary").
func isOrdinal(word string) bool {
	return word[0] >= '0' && word[0] <= '9' || word[0] == '-' || word == "third" || word == "fourth" || word == "fifth"
}

// genderless returns the words of a role with its office as the lexicon has it, or as it is
// called whoever holds it.
func genderless(words []string) []string {
	for n := min(data.LongestOffice(), len(words)); n > 0; n-- {
		at := len(words) - n
		office, ok := data.OfficeCalled(strings.Join(words[at:], " "))
		if !ok {
			continue
		}
		name := office.Name
		if any, gendered := anyHolder[name]; gendered {
			name = any
		}
		return append(slices.Clone(words[:at]), strings.Fields(name)...)
	}
	return words
}

// anyHolder are offices by the word that says nothing of who holds them.
var anyHolder = map[string]string{"chairman": "chair", "chairwoman": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson"}

// relative are the roles that somebody has only towards somebody else.
var relative = map[string]bool{
	"rival": true, "counterpart": true, "colleague": true, "countryman": true, "countrywoman": true, "predecessor": true, "successor": true,
	"neighbour": true, "neighbor": true, "resident": true, "critic": true, "host": true, "expert": true, "veteran": true, "student": true,
	"champion": true, "winner": true, "runner": true, "model": true, "actor": true, "actress": true, "writer": true, "author": true,
	"singer": true, "businessman": true, "businesswoman": true, "billionaire": true, "officer": true, "official": true, "aide": true,
}

// articleOf is the article that English sets before the name of some wholes. It goes by
// their IRI, since an office is to have one name wherever it is spoken of.
func articleOf(e *Entity) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(e.ID, kgPrefix), "_(")
	words := strings.Split(name, "_")
	last := words[len(words)-1]
	switch {
	case words[0] == "United", words[0] == "Republic", len(words) > 1 && (words[1] == "Republic" || bodyWords[last]), pluralLands[last]:
		return "the "
	}
	return ""
}

// bodyWords end names that have the article: "the Ports Authority".
var bodyWords = map[string]bool{
	"Republic": true, "Union": true, "Authority": true, "Agency": true, "Party": true, "Council": true, "Court": true, "Commission": true,
	"Committee": true, "Ministry": true, "Assembly": true, "Senate": true, "Movement": true, "Organization": true, "Organisation": true,
	"Federation": true, "Association": true, "Bank": true, "House": true, "Board": true, "Department": true, "Kingdom": true, "Corps": true,
}

// pluralLands are the lands whose names have the article.
var pluralLands = map[string]bool{"Netherlands": true, "Philippines": true, "Bahamas": true, "Maldives": true, "Gambia": true, "Islands": true}
