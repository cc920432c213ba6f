package nlp

import (
	"slices"
	"strings"

	"kg/data"
)

// isKnownName reports whether the lexicons have word as the name of a place,
// organisation, country or person, or as the adjective of a place.
func isKnownName(word string) bool {
	if typ, _ := lexiconType(word); typ != "" {
		return true
	}
	_, given := data.FirstName(word)
	return given || isDemonym(word)
}

// isDemonym reports whether word is the adjective of a country or place, or
// names its people.
func isDemonym(word string) bool {
	_, country := data.CountryOf(word)
	_, place := data.PlaceOf(word)
	return country || place
}

// lexiconType returns the type of a name that the lexicons hold. A single word
// is an organisation only as the lexicon writes it: "LET" is not "Let". A minor
// place says nothing: Pereira is a city and a surname.
func lexiconType(name string) (EntityType, bool) {
	if _, ok := data.CountryNamed(name); ok {
		return Place, true
	}
	if p, ok := data.PlaceNamed(name); ok && !p.Minor {
		return Place, true
	}
	if o, ok := data.OrganizationNamed(name); ok && (strings.Contains(name, " ") || slices.Contains(o.Names, name)) {
		return Organization, true
	}
	return "", false
}

// isSmallCapital reports whether word is a country or its capital written small
// ("kyiv"), and no common word.
func isSmallCapital(word string) bool {
	if len(word) < 4 || isCapitalised(word) || smallHomographs[word] {
		return false
	}
	_, capital := data.CountryOfCapital(word)
	country, ok := data.CountryNamed(word)
	return capital || ok && strings.EqualFold(country.Name, word)
}

// smallHomographs are common words that are also countries or capitals.
var smallHomographs = wordSet("male turkey china chad jordan guinea victoria georgia road")

// IsDemonym reports whether word is the adjective of a country or another place
// that the lexicons know ("French", "Parisian").
func IsDemonym(word string) bool { return isCapitalised(word) && isDemonym(word) }

// IsNationality reports whether word is the adjective of a country ("French").
func IsNationality(word string) bool {
	_, ok := data.CountryOf(word)
	return ok && isCapitalised(word)
}

// IsCountry reports whether name is the name of a country ("France", "US").
func IsCountry(name string) bool {
	_, ok := data.CountryNamed(name)
	return ok && isCapitalised(name)
}

// creeds are faiths, parties and directions, which behave like the adjectives
// of countries.
var creeds = wordSet(`jewish muslim christian catholic protestant buddhist hindu sunni shiite islamic islamist orthodox
	republican democratic conservative communist socialist soviet latino hispanic arab western eastern northern southern`)

var beForms = wordSet("be am is are was were been being 's 're 'm")
