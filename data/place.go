package data

import (
	"errors"
	"strings"
	"sync"
)

// Place is a city, region, continent, water or federal state, or a country's
// capital.
type Place struct {
	Name       string
	IRI        string   // what follows "kg:"
	Kind       string   // city, region, continent, state, island, water, seat (of a government), planet, galaxy
	Country    string   // Name of its [Country]; empty where there is none or several
	Names      []string // every name, Name first
	Adjectives []string // adjectives and demonyms; may be empty
	Minor      bool     // one of the many of gazetteer.tsv, whose name may as well be a person's or a body's
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
		errs = append(errs, t.addRow(r, p))
	}
	errs = append(errs, t.addGazetteer())
	t.addCapitals()
	t.err = errors.Join(errs...)
	return t
}

// stateWords follow the name of a state or province where it is written in full:
// "Nangarhar Province".
var stateWords = []string{"Province", "State", "Region", "Oblast", "Governorate", "Prefecture", "District"}

// addGazetteer adds the places of gazetteer.tsv, which are many to a line.
func (t *placeTable) addGazetteer() error {
	rows, err := readLexicon("gazetteer.tsv", 3)
	errs := []error{err}
	for _, r := range rows {
		for _, spellings := range r.list(2) {
			names := strings.Split(spellings, "=")
			if r.cols[1] == "state" {
				for _, word := range stateWords {
					names = append(names, names[0]+" "+word)
				}
			}
			errs = append(errs, t.addRow(r, &Place{
				Name: names[0], IRI: iriName("", names[0]), Kind: r.cols[1], Country: r.cols[0], Names: names, Minor: true,
			}))
		}
	}
	return errors.Join(errs...)
}

// addRow adds p, which stands in r. It fails, and adds p all the same, if its
// country is unknown or its name taken; the earlier place keeps the name.
func (t *placeTable) addRow(r row, p *Place) error {
	var errs []error
	if _, known := countries().byName[key(p.Country)]; p.Country != "" && !known {
		errs = append(errs, r.errorf("%q is no country of countries.tsv", p.Country))
	}
	if _, taken := t.byName[key(p.Name)]; taken {
		errs = append(errs, r.errorf("%q stands twice", p.Name))
	}
	t.add(p)
	return errors.Join(errs...)
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
