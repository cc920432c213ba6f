package data

import (
	"errors"
	"fmt"
	"sync"
)

// Organization is a body known far beyond its own country.
type Organization struct {
	Name  string
	IRI   string   // what follows "kg:"
	Names []string // every name and abbreviation, Name first
	Of    []string // names of the countries and organisations it belongs to and of the city it is seated in; may be empty
}

type organizationTable struct {
	all    []*Organization
	byName map[string]*Organization
	err    error
}

var organizations = sync.OnceValue(loadOrganizations)

func loadOrganizations() *organizationTable {
	t := &organizationTable{byName: map[string]*Organization{}}
	rows, err := readLexicon("organizations.tsv", 4)
	errs := []error{err}
	for _, r := range rows {
		o := &Organization{
			Name: r.cols[0], IRI: iriName(r.cols[1], r.cols[0]),
			Names: append([]string{r.cols[0]}, r.list(2)...), Of: r.list(3),
		}
		for _, name := range o.Names {
			if other, taken := t.byName[key(name)]; taken && other != o && name == o.Name {
				errs = append(errs, r.errorf("%q is also a name of %s", name, other.Name))
			}
		}
		t.all = append(t.all, o)
		index(t.byName, o, o.Names...)
	}
	for _, o := range t.all {
		errs = append(errs, t.checkOwners(o))
	}
	t.err = errors.Join(errs...)
	return t
}

// checkOwners returns an error for what o belongs to if no lexicon has it.
func (t *organizationTable) checkOwners(o *Organization) error {
	for _, name := range o.Of {
		_, isCountry := CountryNamed(name)
		_, isPlace := PlaceNamed(name)
		if t.byName[key(name)] == nil && !isCountry && !isPlace {
			return fmt.Errorf("lexicon/organizations.tsv: %s belongs to %q, which is in no lexicon", o.Name, name)
		}
	}
	return nil
}

// OrganizationNamed returns the organisation that has the name or abbreviation,
// with or without "the". Without a capital letter it is no name, so that "who"
// and "apple" are none.
func OrganizationNamed(name string) (*Organization, bool) {
	if !hasUpper(name) {
		return nil, false
	}
	o, ok := lookup(organizations().byName, name)
	return o, ok
}
