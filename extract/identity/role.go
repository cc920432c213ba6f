package identity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// ParseGroupRole reads a noun phrase that stands for the holders of two offices
// or more: "the leaders of France and the United Kingdom", "the French and
// British presidents". Whoever cannot be told one by one ("leaders of both
// countries", "European leaders") gives false.
func ParseGroupRole(text string) ([]Role, bool) {
	words, former := roleWords(text)
	if former {
		return nil, false
	}
	if roles, ok := coordinatedRoles(words); ok {
		return roles, true
	}
	head, of, ok := cutOf(words)
	parties := splitCoordination(of)
	if !ok {
		parties, head = adjectiveParties(words)
	}
	if len(parties) < 2 {
		return nil, false
	}
	return rolesOf(head, parties)
}

// rolesOf gives each party the office that head says in the plural.
func rolesOf(head []string, parties [][]string) ([]Role, bool) {
	office, ok := data.OfficeCalled(strings.Join(head, " "))
	if !ok || !isPluralOffice(office, head) || !hasOneHolder(office) {
		return nil, false
	}
	var roles []Role
	for _, p := range parties {
		iri := countryIRI(p)
		if iri == "" {
			return nil, false
		}
		roles = append(roles, Role{Office: office.Name, Of: iri, Leader: office.Leader, Unique: true})
	}
	return roles, true
}

// coordinatedRoles reads "the president of France and the chancellor of Germany".
func coordinatedRoles(words []string) ([]Role, bool) {
	var roles []Role
	for _, part := range splitCoordination(words) {
		r, ok := ParseRole(strings.Join(part, " "))
		if !ok || r.Of == "" || !r.Unique || isPlural(part) {
			return nil, false
		}
		roles = append(roles, r)
	}
	return roles, len(roles) > 1
}

// isPlural reports whether the office in words, before "of", is a plural.
func isPlural(words []string) bool {
	if head, _, ok := cutOf(words); ok {
		words = head
	}
	o, ok := data.OfficeCalled(words[len(words)-1])
	return ok && isPluralOffice(o, words[len(words)-1:])
}

func isPluralOffice(o *data.Office, words []string) bool {
	form := strings.ToLower(strings.Join(words, " "))
	return form != o.Name && (strings.HasSuffix(form, "s") || strings.HasSuffix(form, "men") || strings.Contains(form, "s of ") || strings.HasSuffix(form, "people"))
}

// roleWords splits text into words without determiner and without "former",
// "acting" and the like; former says whether the office is held no more.
func roleWords(text string) (words []string, former bool) {
	for _, w := range strings.Fields(roleMarks.Replace(text)) {
		lower := strings.ToLower(w)
		rest, ex := strings.CutPrefix(lower, "ex-")
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
		r := Role{Office: office.Name, Of: iri, Leader: office.Leader, Unique: hasOneHolder(office)}
		if len(middle) > 0 {
			r.Office = strings.ToLower(strings.Join(middle, " ")) + " " + office.Name
			r.Leader = false
		}
		return r, true
	}
	return Role{}, false
}

// partyBefore takes the longest country or organisation from the front of words,
// with lower-case words before it ("embattled French"), and returns what is left.
func partyBefore(words []string) (iri string, rest []string) {
	for start := range words {
		for n := len(words); n > start; n-- {
			if iri := knownIRI(words[start:n]); iri != "" {
				return iri, words[n:]
			}
		}
		if isCapitalised(words[start]) {
			break
		}
	}
	if n := possessorLength(words); n > 0 {
		return EntityIRI(strings.TrimSuffix(strings.Join(words[:n], " "), "'s")), words[n:]
	}
	if n := capitalised(words); n > 0 {
		return EntityIRI(strings.Join(words[:n], " ")), words[n:]
	}
	return "", words
}

// possessorLength is the number of words up to a genitive: 2 in "Mahan Air's boss".
func possessorLength(words []string) int {
	for i, w := range words {
		if strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "s'") {
			return i + 1
		}
	}
	return 0
}

// capitalised is the number of words at the front that are written as a name of
// more than one word or as an abbreviation.
func capitalised(words []string) int {
	n := 0
	for n < len(words) && isCapitalised(words[n]) {
		n++
	}
	if n > 1 || n == 1 && len(words[0]) > 1 && strings.ToUpper(words[0]) == words[0] {
		return n
	}
	return 0
}

func isCapitalised(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(c)
}

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

// partyIRI returns the IRI of the country or organisation that words name; what
// no lexicon knows only where it is written as a name.
func partyIRI(words []string) string {
	words = withoutThe(words)
	if iri := knownIRI(words); iri != "" {
		return iri
	}
	if len(words) == 0 || !isCapitalised(words[0]) || slices.ContainsFunc(words, func(w string) bool { return w == "and" || w == "," }) {
		return ""
	}
	return EntityIRI(strings.TrimSuffix(strings.Join(words, " "), "'s"))
}

// countryIRI returns the IRI of the country that words name, by its name, its
// adjective or its genitive.
func countryIRI(words []string) string {
	words = withoutThe(words)
	name := strings.TrimSuffix(strings.TrimSuffix(strings.Join(words, " "), "'s"), "'")
	if !isCapitalised(name) {
		return ""
	}
	if c, ok := data.CountryNamed(name); ok {
		return kgPrefix + c.IRI
	}
	if c, ok := data.CountryOf(name); ok {
		return kgPrefix + c.IRI
	}
	return ""
}

func withoutThe(words []string) []string {
	if len(words) > 0 && strings.EqualFold(words[0], "the") {
		return words[1:]
	}
	return words
}

// knownIRI returns the IRI of the country or organisation of the lexicons that
// words name.
func knownIRI(words []string) string {
	if iri := countryIRI(words); iri != "" {
		return iri
	}
	return organizationIRI(words)
}

func organizationIRI(words []string) string {
	name := strings.TrimSuffix(strings.Join(words, " "), "'s")
	if o, ok := data.OrganizationNamed(name); ok {
		return kgPrefix + o.IRI
	}
	return ""
}

func isCountryIRI(iri string) bool {
	return slices.ContainsFunc(data.Countries(), func(c *data.Country) bool { return kgPrefix+c.IRI == iri })
}

// splitCoordination splits words at commas and "and", and takes "both" and "the"
// off the parts.
func splitCoordination(words []string) [][]string {
	var parts [][]string
	var part []string
	for _, w := range slices.Concat(words, []string{"and"}) {
		switch strings.ToLower(w) {
		case ",", "and", "&":
			if len(part) > 0 {
				parts = append(parts, part)
			}
			part = nil
		case "the", "both":
			if len(part) > 0 {
				part = append(part, w)
			}
		default:
			part = append(part, w)
		}
	}
	return parts
}

// adjectiveParties splits "French and British presidents" into its parties and
// the office.
func adjectiveParties(words []string) (parties [][]string, head []string) {
	for n := min(data.LongestOffice(), len(words)-1); n > 0; n-- {
		head = words[len(words)-n:]
		if _, ok := data.OfficeCalled(strings.Join(head, " ")); ok {
			return splitCoordination(words[:len(words)-n]), head
		}
	}
	return nil, nil
}
