package data

import (
	"errors"
	"slices"
	"sync"
)

// Country is a state, past or present, or a land with its own adjective.
type Country struct {
	Name       string   // "United States"
	IRI        string   // what follows "kg:", "United_States"
	Names      []string // every name, Name first
	Adjective  string   // "American"; empty where there is none
	Adjectives []string // Adjective and the demonyms, singular and plural
	Capital    string   // "Washington"; empty where there is none
	Capitals   []string // every spelling of the capital, Capital first
	Offices    []string // usual offices of its leaders, most powerful first, lower case
}

// HasDemonym reports whether word names people of c and cannot be its bare
// adjective ("Germans", "Frenchman").
func (c *Country) HasDemonym(word string) bool {
	return word != c.Adjective && slices.Contains(c.Adjectives, word)
}

type countryTable struct {
	all                  []*Country
	byName, byAdj, byCap map[string]*Country
	err                  error
}

var countries = sync.OnceValue(loadCountries)

func loadCountries() *countryTable {
	t := &countryTable{byName: map[string]*Country{}, byAdj: map[string]*Country{}, byCap: map[string]*Country{}}
	rows, err := readLexicon("countries.tsv", 6)
	errs := []error{err}
	for _, r := range rows {
		c := newCountry(r)
		if other, taken := t.byName[key(c.Name)]; taken {
			errs = append(errs, r.errorf("%q is also a name of %s", c.Name, other.Name))
		}
		t.all = append(t.all, c)
		index(t.byName, c, c.Names...)
		index(t.byAdj, c, c.Adjectives...)
		index(t.byCap, c, c.Capitals...)
	}
	t.err = errors.Join(errs...)
	return t
}

func newCountry(r row) *Country {
	c := &Country{
		Name: r.cols[0], IRI: iriName(r.cols[1], r.cols[0]),
		Names:      append([]string{r.cols[0]}, r.list(2)...),
		Adjectives: r.list(3), Capitals: r.list(4), Offices: r.list(5),
	}
	if len(c.Adjectives) > 0 {
		c.Adjective = c.Adjectives[0]
	}
	if len(c.Capitals) > 0 {
		c.Capital = c.Capitals[0]
	}
	return c
}

// Countries returns all countries, in the order of the file.
func Countries() []*Country { return countries().all }

// CountryNamed returns the country that has the name or abbreviation, whatever
// its case and with or without "the"; an abbreviation only in capitals, so that
// "us" and "car" are none.
func CountryNamed(name string) (*Country, bool) {
	c, ok := lookup(countries().byName, name)
	if !ok || !hasUpper(name) && isAbbreviation(c.Names, name) {
		return nil, false
	}
	return c, true
}

// CountryOf returns the country whose adjective or demonym word is ("French",
// "Frenchmen").
func CountryOf(word string) (*Country, bool) {
	c, ok := lookup(countries().byAdj, word)
	return c, ok
}

// CountryOfCapital returns the country whose capital has the name ("Kiev").
func CountryOfCapital(name string) (*Country, bool) {
	c, ok := lookup(countries().byCap, name)
	return c, ok
}
