package data

import (
	"errors"
	"sync"
)

// Gender says whom a given name is borne by.
type Gender byte

// The genders of given names.
const (
	UnknownGender Gender = 0
	Male          Gender = 'm'
	Female        Gender = 'f'
	EitherGender  Gender = 'u'
)

type firstNameTable struct {
	gender map[string]Gender
	err    error
}

var firstNames = sync.OnceValue(loadFirstNames)

func loadFirstNames() *firstNameTable {
	t := &firstNameTable{gender: map[string]Gender{}}
	rows, err := readLexicon("firstnames.tsv", 2)
	errs := []error{err}
	for _, r := range rows {
		g := Gender(r.cols[0][0])
		if r.cols[0] != "m" && r.cols[0] != "f" && r.cols[0] != "u" {
			errs = append(errs, r.errorf("%q is not m, f or u", r.cols[0]))
			continue
		}
		for _, name := range r.list(1) {
			if _, taken := t.gender[key(name)]; taken {
				errs = append(errs, r.errorf("%q stands twice", name))
			}
			t.gender[key(name)] = g
		}
	}
	t.err = errors.Join(errs...)
	return t
}

// FirstName returns the gender of a given name and whether it is known as one.
func FirstName(name string) (Gender, bool) {
	g, ok := lookup(firstNames().gender, name)
	return g, ok
}
