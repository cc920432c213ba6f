package identity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/data"
)

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
