package clause

import (
	"slices"

	"kg/extract/nlp"
)

// titled-pair: "The deal was signed by presidents Luis Roe and Ana Diaz."
//
// Where a plural says right before the names of several people what they are, the names are
// what the clause is about, as in "Presidents Luis Roe and Ana Diaz signed it". The parser
// hangs the first on the plural, so that the others stand beside that. Limit: behind a comma
// the names may be an aside ("the presidents, Luis Roe and Ana Diaz").
func (t *deptree) mendTitledPair(i int) {
	if t.tag(i) != "NNS" || t.typeAt(i) != "" || t.isDetermined(i) {
		return
	}
	first := -1
	for _, k := range t.kids[i] {
		if k == i+1 && t.relation(k) == "appos" && t.typeAt(k) == nlp.Person {
			first = k
		}
	}
	if first < 0 || !slices.ContainsFunc(t.kids[first], func(k int) bool {
		return t.relation(k) == "conj" && t.typeAt(k) == nlp.Person
	}) {
		return
	}
	own := slices.Clone(t.kids[i])
	t.attach(first, t.head[i], t.fullRelation(i))
	t.attach(i, first, "nmod:desc")
	for _, k := range own {
		if t.relation(k) == "case" {
			t.attach(k, first, "case")
		}
	}
}

// listed-holder: "Condolences came from union head Yousef Roe, Pope Francis and a mayor."
//
// What is joined to the name right behind a singular title is joined to both as one. Limit:
// behind a comma the name may be an aside ("the head, Yousef Roe, and a mayor" keeps its tree).
func (t *deptree) mendListedHolder(k int) {
	i := t.head[k]
	if k != i+1 || t.relation(k) != "appos" || t.tag(i) != "NN" || t.typeAt(k) == "" || t.typeAt(i) != "" {
		return
	}
	for _, c := range slices.Clone(t.kids[k]) {
		if t.relation(c) == "conj" && c > k {
			t.attach(c, i, "conj")
		}
	}
}
