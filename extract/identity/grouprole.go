package identity

import (
	"slices"
	"strings"

	"kg/data"
)

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
