package data

import (
	"errors"
	"sync"
)

// Synonyms are relations that say the same of two things, in the base form:
// "meet", "hold talks with".
type Synonyms struct {
	Phrases   []string
	Converse  []string // the same with subject and object exchanged
	Nouns     []string // for what happens: "meeting"
	Symmetric bool     // subject and object may be exchanged
}

type synonymTable struct {
	all []Synonyms
	err error
}

var synonyms = sync.OnceValue(loadSynonyms)

func loadSynonyms() *synonymTable {
	t := &synonymTable{}
	rows, err := readLexicon("relations.tsv", 4)
	errs := []error{err}
	for _, r := range rows {
		s := Synonyms{Phrases: r.list(0), Converse: r.list(1), Nouns: r.list(2)}
		for _, attribute := range r.list(3) {
			if attribute != "symmetric" {
				errs = append(errs, r.errorf("%q is no attribute", attribute))
			}
			s.Symmetric = true
		}
		if len(s.Phrases) == 0 {
			errs = append(errs, r.errorf("no phrase"))
		}
		t.all = append(t.all, s)
	}
	t.err = errors.Join(errs...)
	return t
}

// RelationSynonyms returns the groups of relations that say the same.
func RelationSynonyms() []Synonyms { return synonyms().all }
