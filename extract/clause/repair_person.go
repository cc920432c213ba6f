package clause

import (
	"slices"
	"strings"
)

// aged-person: "sentenced a 15-year-old to seven years"
//
// "-year-old" before a preposition or at the end of its phrase is somebody, and what was
// taken for the noun behind it is a phrase of its own. Limit: a noun right behind it.
func (t *deptree) mendAgedPerson(i int) {
	n := t.head[i]
	if t.word(i) != "old" || t.relation(i) != "amod" || n < i || i < 2 || !strings.HasPrefix(t.word(i-2), "year") {
		return
	}
	next := i + 1
	if next >= n || t.tag(next) != "IN" && t.tag(next) != "TO" || t.head[n] < 0 || !t.under(next, n) {
		return
	}
	t.attach(i, t.head[n], t.fullRelation(n))
	for _, k := range slices.Clone(t.kids[n]) {
		if k < i {
			t.attach(k, i, t.fullRelation(k))
		}
	}
	t.attach(n, t.head[i], "obl")
	t.attach(next, n, "case")
}

// made-somebody: "Ana Lund is elected leader of her party."
//
// A noun for one needs an article after "is". Without one it is what somebody is elected,
// named or declared, and the participle before it is the verb. Limit: "the elected
// leader", and participles of other verbs ("is registered nurse").
func (t *deptree) mendMadeSomebody(i int) {
	n := t.head[i]
	if t.tag(i) != "VBN" || t.relation(i) != "amod" || !appointings[t.lemma(i)] || n < i || t.tag(n) != "NN" || t.isDetermined(n) {
		return
	}
	be := t.kid(n, "cop")
	if be < 0 || be > i {
		return
	}
	for k := be + 1; k < i; k++ {
		if t.tag(k) != "RB" {
			return
		}
	}
	t.attach(i, t.head[n], t.fullRelation(n))
	for _, k := range slices.Clone(t.kids[n]) {
		switch rel := t.relation(k); {
		case rel == "cop":
			t.attach(k, i, "aux:pass")
		case rel == "nsubj":
			t.attach(k, i, "nsubj:pass")
		case k < i, rel == "conj", rel == "punct", rel == "advcl", rel == "obl", rel == "parataxis":
			t.attach(k, i, t.fullRelation(k))
		}
	}
	t.attach(n, i, "xcomp")
}
