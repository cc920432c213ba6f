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

// last-explained: "Roe and colleagues including Ina Lund, the first author, wrote it."
//
// Behind a list an apposition in the singular explains the member right before its comma,
// where that is a person's name, and not the first; nor does it explain a plural before a name:
// "shares in Norvik, the biggest firm".
func (t *deptree) mendLastExplained(i int) {
	n, first := t.head[i], t.phraseFirst(i)
	if t.relation(i) != "appos" || n > i || t.tag(i) != "NN" || !t.isDetermined(i) || first < 2 || t.word(first-1) != "," || t.kid(n, "conj") < 0 && t.tag(n) != "NNS" {
		return
	}
	name, ok := t.nameOf(first - 2)
	m := name.Tokens.First
	for ok && t.head[m] >= name.Tokens.First && t.head[m] < name.Tokens.End {
		m = t.head[m]
	}
	if list := t.kid(n, "conj"); list >= 0 && !(t.under(m, list) && name.Type == nlp.Person) {
		return
	}
	if ok && t.isPerson(i) == (name.Type == nlp.Person) && (name.Type == nlp.Person || name.Type == nlp.Organization) && name.Tokens.End == first-1 && !name.Tokens.Has(n) && t.under(m, n) && t.fullRelation(m) != "nmod:poss" && t.preposition(m) != "of" {
		t.attach(i, m, "appos")
	}
}
