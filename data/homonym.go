package data

import (
	"errors"
	"sync"
)

type homonymTable struct {
	countries map[string][]string // by name
	err       error
}

var homonyms = sync.OnceValue(loadHomonyms)

func loadHomonyms() *homonymTable {
	t := &homonymTable{countries: map[string][]string{}}
	rows, err := readLexicon("homonyms.tsv", 2)
	errs := []error{err}
	for _, r := range rows {
		p, known := PlaceNamed(r.cols[0])
		if !known {
			errs = append(errs, r.errorf("%q is no place of places.tsv or gazetteer.tsv", r.cols[0]))
			continue
		}
		for _, country := range r.list(1) {
			if c, ok := CountryNamed(country); !ok || c.Name != country || country == p.Country {
				errs = append(errs, r.errorf("%q is no other country of countries.tsv", country))
			}
		}
		t.countries[p.IRI] = r.list(1)
	}
	t.err = errors.Join(errs...)
	return t
}

// HomonymsOf returns the names of the countries that have another place of the
// name of p, of which people there may think first: Pakistan for Punjab of India.
func HomonymsOf(p *Place) []string { return homonyms().countries[p.IRI] }
