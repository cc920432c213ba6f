package data

import (
	"errors"
	"sync"
)

// Place is a city, region, continent, water or federal state, or a country's
// capital.
type Place struct {
	Name       string
	IRI        string   // what follows "kg:"
	Kind       string   // city, region, continent, state, island, water, building, planet, galaxy
	Country    string   // Name of its [Country]; empty where there is none or several
	Names      []string // every name, Name first
	Adjectives []string // adjectives and demonyms; may be empty
}

type placeTable struct {
	all           []*Place
	byName, byAdj map[string]*Place
	err           error
}

var places = sync.OnceValue(loadPlaces)

func loadPlaces() *placeTable {
	t := &placeTable{byName: map[string]*Place{}, byAdj: map[string]*Place{}}
	rows, err := readLexicon("places.tsv", 6)
	errs := []error{err}
	for _, r := range rows {
		p := &Place{
			Name: r.cols[0], IRI: iriName(r.cols[1], r.cols[0]), Kind: r.cols[2], Country: r.cols[3],
			Names: append([]string{r.cols[0]}, r.list(4)...), Adjectives: r.list(5),
		}
		if _, known := countries().byName[key(p.Country)]; p.Country != "" && !known {
			errs = append(errs, r.errorf("%q is no country of countries.tsv", p.Country))
		}
		if _, taken := t.byName[key(p.Name)]; taken {
			errs = append(errs, r.errorf("%q stands twice", p.Name))
		}
		t.add(p)
	}
	t.addCapitals()
	t.err = errors.Join(errs...)
	return t
}

func (t *placeTable) add(p *Place) {
	t.all = append(t.all, p)
	index(t.byName, p, p.Names...)
	index(t.byAdj, p, p.Adjectives...)
}

// addCapitals adds the capitals that have no line of their own.
func (t *placeTable) addCapitals() {
	for _, c := range Countries() {
		if _, known := t.byName[key(c.Capital)]; c.Capital == "" || known {
			continue
		}
		t.add(&Place{Name: c.Capital, IRI: iriName("", c.Capital), Kind: "city", Country: c.Name, Names: c.Capitals})
	}
}

// PlaceNamed returns the place, other than a country, that has the name,
// whatever its case and with or without "the".
func PlaceNamed(name string) (*Place, bool) {
	p, ok := lookup(places().byName, name)
	return p, ok
}

// PlaceOf returns the place, other than a country, whose adjective or demonym
// word is ("European", "Texans").
func PlaceOf(word string) (*Place, bool) {
	p, ok := lookup(places().byAdj, word)
	return p, ok
}
