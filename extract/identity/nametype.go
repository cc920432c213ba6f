package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// nameType returns what kind of thing a name stands for, and its entry in the
// lexicons. The lexicons come first for places and organisations, unless a title
// or the name finder says that it is a person; cues in the name only where the
// name finder could not tell.
func nameType(c *collector, m *mention) (nlp.EntityType, *known) {
	if m.type_ == nlp.Person && m.role != nil {
		return nlp.Person, nil
	}
	if t, ok := data.TypeOfName(m.name); ok && isCapitalised(m.name) {
		return nlp.EntityType(t), lookup(m.name, nlp.EntityType(t))
	}
	if k := lookup(m.name, m.type_); k != nil {
		return k.type_, k
	}
	if k := lookupQualified(m.name, m.type_); k != nil {
		return k.type_, k
	}
	if m.type_ != nlp.Thing && m.type_ != "" {
		return m.type_, nil
	}
	return typeByCues(m), nil
}

// lookup finds a name in the lexicons. A person's name is looked up only among
// countries, which are hardly ever surnames, and a minor place is found only where the
// name finder says that the name is a place's: Pereira is a city and a surname. Of two
// words or more, of which the first is no given name, a name is nobody's surname; and
// what holds digits or is in capitals throughout is no place's.
func lookup(name string, t nlp.EntityType) *known {
	if t == nlp.Person && isLongName(name) {
		t = nlp.Place
		if _, ok := data.OrganizationNamed(name); ok {
			t = nlp.Organization
		}
	}
	if c, ok := data.CountryNamed(name); ok {
		return &known{name: c.Name, iri: kgPrefix + c.IRI, type_: nlp.Place, country: c.Name, isCountry: true, isIsland: slices.Contains(islandCountries, c.Name)}
	}
	if t == nlp.Person {
		return nil
	}
	if o, ok := data.OrganizationNamed(name); ok && (t != nlp.Place || strings.ContainsAny(name, "0123456789") || acronym(name) != "") {
		return &known{name: o.Name, iri: kgPrefix + o.IRI, type_: nlp.Organization, of: o.Of}
	}
	if p, ok := data.PlaceNamed(name); ok && (!p.Minor || t == nlp.Place) {
		return &known{name: p.Name, iri: kgPrefix + p.IRI, type_: nlp.Place, country: p.Country, isCity: p.Kind == "city", isState: p.Kind == "state", isIsland: p.Kind == "island"}
	}
	return nil
}

// isElsewhere reports whether an organisation belongs to another country than that
// of an ID: the "Maldivian Democratic Party" is not that of the United States.
func (k *known) isElsewhere(country string) bool {
	own := countryAmong(k.of)
	return k.type_ == nlp.Organization && own != "" && iriOfName(own) != country
}

// isLongName reports whether a name has two words or more, the first of which is
// nobody's given name.
func isLongName(name string) bool {
	first, _, long := strings.Cut(name, " ")
	_, isGiven := data.FirstName(first)
	return long && !isGiven
}

// lookupQualified finds a name that a country or its adjective stands before, or
// that is said to be of one: "U.S. Federal Bureau of Investigation", "Spanish
// Canary Islands", "Islamic Revolutionary Guard Corps of Iran". What is left has
// to be of two words or more: "Pakistani Taliban" is not "Taliban".
func lookupQualified(name string, t nlp.EntityType) *known {
	words := strings.Fields(name)
	for n := 1; n <= 2 && n+2 <= len(words); n++ {
		if countryIRI(words[:n]) != "" {
			if k := lookup(strings.Join(words[n:], " "), t); k != nil && !k.isCountry && !k.isElsewhere(countryIRI(words[:n])) {
				return k
			}
		}
	}
	if _, of, ok := cutOf(words); ok && len(words)-len(of) > 2 && countryIRI(of) != "" {
		if k := lookup(strings.Join(words[:len(words)-len(of)-1], " "), t); k != nil && k.type_ == nlp.Organization {
			return k
		}
	}
	return nil
}

// typeByCues tells the kind of a name from its words; Thing where they do not say.
func typeByCues(m *mention) nlp.EntityType {
	last := m.words[len(m.words)-1]
	if t, ok := data.TypeOfLastWord(last); ok && len(m.words) > 1 {
		return nlp.EntityType(t)
	}
	if _, ok := data.FirstName(m.words[0]); ok && len(m.words) > 1 && len(m.words) <= maxPersonWords {
		return nlp.Person
	}
	if t, ok := data.TypeOfFirstWord(m.words[0]); ok && len(m.words) > 1 {
		return nlp.EntityType(t)
	}
	if m.plural && isDemonym(m.name) {
		return nlp.Group
	}
	return nlp.Thing
}

// maxPersonWords is the longest name that a given name at its front makes a
// person's.
const maxPersonWords = 4

func isDemonym(name string) bool {
	if _, ok := data.CountryOf(name); ok {
		return true
	}
	_, ok := data.PlaceOf(name)
	return ok
}
