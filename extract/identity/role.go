package identity

import (
	"slices"
	"strings"

	"kg/data"
)

// Role is an office that somebody holds.
type Role struct {
	Office string // singular, lower case: "president", "trade commissioner"
	Of     string // IRI of the country or organisation, "kg:France"; empty where unsaid
	Leader bool   // heads a state or its government
	Former bool   // held no more, or not yet
	Unique bool   // has one holder at a time where Of is said
}

// Matches reports whether whoever holds r is described by o as well: the same
// office of the same country or organisation, or a head of state or government
// and its "leader". Of two offices of which neither says whose they are only the
// names are compared. An office held no more matches nothing.
func (r Role) Matches(o Role) bool {
	if r.Former || o.Former || r.Of != o.Of {
		return false
	}
	return r.Office == o.Office || r.Leader && o.Leader && (r.Office == leader || o.Office == leader)
}

// leader is the office that every head of state or government holds.
const leader = "leader"

// ParseRole reads a title or role: "French President", "president of France",
// "Niger's president", "US Presidential Special Envoy", "former UN envoy".
// Text without an office gives false.
func ParseRole(text string) (Role, bool) {
	words, former := roleWords(text)
	if head, of, ok := cutOf(words); ok {
		if r, found := officeAtEnd(head); found && r.Of == "" {
			r.Of, r.Former = partyIRI(of), former
			return r.settled(), true
		}
	}
	r, ok := officeAtEnd(words)
	r.Former = former
	return r.settled(), ok
}

// roleWords splits text into words without determiner and without "former",
// "acting" and the like; former says whether the office is held no more.
func roleWords(text string) (words []string, former bool) {
	for _, w := range strings.Fields(roleMarks.Replace(text)) {
		lower := strings.ToLower(w)
		rest, ex := strings.CutPrefix(strings.TrimPrefix(lower, "then-"), "ex-")
		ex = ex || strings.HasPrefix(lower, "then-")
		switch {
		case ex:
			former = true
			words = append(words, w[len(w)-len(rest):])
		case slices.Contains([]string{"former", "ex", "onetime", "late", "then", "incoming", "deposed", "ousted"}, lower):
			former = true
		case lower == "'s" && len(words) > 0:
			words[len(words)-1] += "'s"
		case len(words) == 0 && slices.Contains([]string{"the", "a", "an", "its", "their", "his", "her", "our", "current", "acting", "new", "newly-elected", "outgoing", "incumbent", "longtime"}, lower):
		default:
			words = append(words, w)
		}
	}
	return words, former
}

var roleMarks = strings.NewReplacer("’", "'", ",", " , ", `"`, " ", "“", " ", "”", " ")

// cutOf splits "president of France" at the "of" (or "for", "to") that is no
// part of the office's own name, as in "minister of defence".
func cutOf(words []string) (head, of []string, ok bool) {
	for i := len(words) - 2; i > 0; i-- {
		if _, isOffice := data.OfficeCalled(strings.Join(words[:i], " ")); !isOffice && i != firstOf(words) {
			continue
		}
		if w := strings.ToLower(words[i]); w == "of" || w == "for" || w == "to" {
			return words[:i], words[i+1:], true
		}
	}
	return nil, nil, false
}

func firstOf(words []string) int {
	return slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, "of") })
}

// officeAtEnd finds the longest office at the end of words and whose it is.
func officeAtEnd(words []string) (Role, bool) {
	for n := min(data.LongestOffice(), len(words)); n > 0; n-- {
		office, ok := data.OfficeCalled(strings.Join(words[len(words)-n:], " "))
		if !ok {
			continue
		}
		iri, middle := partyBefore(words[:len(words)-n])
		if slices.ContainsFunc(middle, func(w string) bool { return linking[w] }) {
			return Role{}, false // "the biggest setback for President"
		}
		r := Role{Office: office.Name, Of: iri, Leader: office.Leader, Unique: hasOneHolder(office)}
		if len(middle) > 0 {
			r.Office = strings.ToLower(strings.Join(middle, " ")) + " " + office.Name
			r.Leader = false
		}
		return r, true
	}
	return Role{}, false
}

// linking are words that no office has in its middle.
var linking = map[string]bool{"of": true, "for": true, "to": true, "by": true, "with": true, "from": true, "against": true, "on": true, "at": true}

// settled drops what only an office of a country can be.
func (r Role) settled() Role {
	if r.Leader && r.Of != "" && !isCountryIRI(r.Of) {
		r.Leader = false
	}
	return r
}

// hasOneHolder reports whether a country has one holder of the office at a time.
func hasOneHolder(o *data.Office) bool {
	return o.Leader || strings.HasSuffix(o.Name, " minister") || strings.HasSuffix(o.Name, " secretary") ||
		o.Name == "secretary of state" || o.Name == "attorney general"
}
