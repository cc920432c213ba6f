package data

import "sync"

type institutionTable struct {
	isHead map[string]bool // by word: whether it may be what such a name is about
	err    error
}

var institutions = sync.OnceValue(loadInstitutions)

func loadInstitutions() *institutionTable {
	t := &institutionTable{isHead: map[string]bool{}}
	rows, err := readLexicon("institutions.tsv", 2)
	for _, r := range rows {
		head := r.cols[0] == "head"
		if !head && r.cols[0] != "part" {
			err = r.errorf("want head or part, not %q", r.cols[0])
			continue
		}
		for _, word := range r.list(1) {
			if _, taken := t.isHead[word]; !taken {
				t.isHead[word] = head
			}
		}
	}
	t.err = err
	return t
}

// InstitutionWord reports whether a lower-case word is one that names of bodies
// are made of which many countries have ("supreme", "court"), and whether such
// a body may be called by it alone ("court").
func InstitutionWord(word string) (head, ok bool) {
	head, ok = institutions().isHead[word]
	return head, ok
}
