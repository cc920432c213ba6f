package clause

import (
	"strings"

	"kg/extract/nlp"
)

// list-end: "between Ana Roe and her Chilean counterpart, Luis Medina"
//
// A list ends with the member behind "and". A person's name behind a comma after that
// is who the last member is, if that is described and has a determiner or an owner.
// Limit: where another "and" joins the name the list goes on.
func (t *deptree) mendListEnd(i int) {
	if t.relation(i) != "conj" || t.kid(i, "cc") >= 0 || t.typeAt(i) != nlp.Person {
		return
	}
	first := t.yield(i, nil).First
	if first == 0 || t.word(first-1) != "," && t.word(first) != "," {
		return
	}
	h := t.head[i]
	last := h // the member behind "and"
	for _, k := range t.kids[h] {
		if k < i && t.relation(k) == "conj" && t.kid(k, "cc") >= 0 {
			last = k
		}
	}
	if t.kid(last, "cc") < 0 || last > first || t.tag(last) != "NN" || !t.isDetermined(last) && t.kid(last, "nmod:poss") < 0 {
		return
	}
	for k := last + 1; k < first; k++ {
		if strings.EqualFold(t.word(k), "and") {
			return
		}
	}
	t.attach(i, last, "appos")
}
