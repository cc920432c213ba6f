package data

import (
	"errors"
	"slices"
	"sync"
)

// Office is an office, rank, profession or form of address.
type Office struct {
	Name   string   // singular, lower case: "prime minister"
	Forms  []string // every form, Name first
	Leader bool     // heads a state or its government where it is an office of a country
	Title  bool     // may stand before a name: "Prime Minister Starmer"
	Gender Gender   // of whoever holds it, where the word says so
}

type officeTable struct {
	byForm  map[string]*Office
	longest int // words in the longest form
	err     error
}

var offices = sync.OnceValue(loadOffices)

func loadOffices() *officeTable {
	t := &officeTable{byForm: map[string]*Office{}}
	rows, err := readLexicon("roles.tsv", 3)
	errs := []error{err}
	for _, r := range rows {
		o := &Office{Name: r.cols[0], Forms: append([]string{r.cols[0]}, r.list(1)...)}
		for _, attribute := range r.list(2) {
			if !o.set(attribute) {
				errs = append(errs, r.errorf("%q is no attribute", attribute))
			}
		}
		if other, taken := t.byForm[key(o.Name)]; taken {
			errs = append(errs, r.errorf("%q is also a form of %q", o.Name, other.Name))
		}
		index(t.byForm, o, o.Forms...)
		for _, form := range o.Forms {
			t.longest = max(t.longest, 1+countSpaces(form))
		}
	}
	t.err = errors.Join(errs...)
	return t
}

func (o *Office) set(attribute string) bool {
	switch attribute {
	case "leader":
		o.Leader = true
	case "title":
		o.Title = true
	case "m", "f":
		o.Gender = Gender(attribute[0])
	}
	return slices.Contains([]string{"leader", "title", "m", "f"}, attribute)
}

func countSpaces(s string) (n int) {
	for _, c := range s {
		if c == ' ' {
			n++
		}
	}
	return n
}

// OfficeCalled returns the office that has the form, singular or plural, in any
// case ("Prime Ministers", "CEO").
func OfficeCalled(form string) (*Office, bool) {
	o, ok := lookup(offices().byForm, form)
	return o, ok
}

// LongestOffice is the number of words in the longest form of an office.
func LongestOffice() int { return offices().longest }
