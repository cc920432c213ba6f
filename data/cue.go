package data

import (
	"errors"
	"slices"
	"sync"
)

// Types of things that cues and nouns stand for, as they are written in records.
var cueTypes = []string{"Person", "Organization", "Place", "Event", "Group", "Product", "Work", "Law"}

type cueTable struct {
	first, last, whole map[string]string // lower-case word or name → type
	err                error
}

var nameCues = sync.OnceValue(loadNameCues)

func loadNameCues() *cueTable {
	t := &cueTable{first: map[string]string{}, last: map[string]string{}, whole: map[string]string{}}
	rows, err := readLexicon("namecues.tsv", 3)
	errs := []error{err}
	for _, r := range rows {
		at := map[string]map[string]string{"first": t.first, "last": t.last, "whole": t.whole}[r.cols[1]]
		if at == nil || !slices.Contains(cueTypes, r.cols[0]) {
			errs = append(errs, r.errorf("want a type and first, last or whole, not %q and %q", r.cols[0], r.cols[1]))
			continue
		}
		index(at, r.cols[0], r.list(2)...)
	}
	t.err = errors.Join(errs...)
	return t
}

// TypeOfLastWord returns the kind of thing a name with this last word is of
// ("River" gives Place).
func TypeOfLastWord(word string) (typ string, ok bool) {
	typ, ok = lookup(nameCues().last, word)
	return typ, ok
}

// TypeOfFirstWord returns the kind of thing a name with this first word is of
// ("University" gives Organization). It is a weaker sign than the last word.
func TypeOfFirstWord(word string) (typ string, ok bool) {
	typ, ok = lookup(nameCues().first, word)
	return typ, ok
}

// TypeOfName returns the kind of thing that a name of this very form is of,
// whatever it looks like ("Olympics" gives Event).
func TypeOfName(name string) (typ string, ok bool) {
	typ, ok = lookup(nameCues().whole, name)
	return typ, ok
}

// Noun is what a common noun says of what it stands for.
type Noun struct {
	Type   string
	Gender Gender
}

type nounTable struct {
	byWord map[string]Noun
	err    error
}

var nouns = sync.OnceValue(loadNouns)

func loadNouns() *nounTable {
	t := &nounTable{byWord: map[string]Noun{}}
	rows, err := readLexicon("nouns.tsv", 3)
	errs := []error{err}
	for _, r := range rows {
		if !slices.Contains(cueTypes, r.cols[0]) || !slices.Contains([]string{"", "m", "f"}, r.cols[1]) {
			errs = append(errs, r.errorf("want a type and m, f or nothing, not %q and %q", r.cols[0], r.cols[1]))
			continue
		}
		n := Noun{Type: r.cols[0]}
		if r.cols[1] != "" {
			n.Gender = Gender(r.cols[1][0])
		}
		for _, word := range r.list(2) {
			if other, taken := t.byWord[key(word)]; taken && other != n {
				errs = append(errs, r.errorf("%q is also a %s", word, other.Type))
			}
		}
		index(t.byWord, n, r.list(2)...)
	}
	t.err = errors.Join(errs...)
	return t
}

// NounOf returns what the noun in this form stands for ("company", "talks").
func NounOf(word string) (Noun, bool) {
	n, ok := lookup(nouns().byWord, word)
	return n, ok
}
