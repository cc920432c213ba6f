package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
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
	if next >= n || t.tag(next) != "IN" && t.tag(next) != "TO" || t.head[next] != n && t.head[t.head[next]] != n {
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

// dated-noun: "The toll of a fire five days ago rises."
//
// A time with "ago" right behind a noun, between it and the verb, says when that was and
// not when the verb is. Limit: a comma before it, and the object behind its verb.
func (t *deptree) mendDatedNoun(i int) {
	v := t.head[i]
	if t.word(i) != "ago" || t.relation(i) != "advmod" || v < i {
		return
	}
	first := t.yield(i, nil).First
	if n := first - 1; n >= 0 && t.tag(n) == "NN" && t.typeAt(n) == "" && t.under(n, v) && n != v && !t.under(v, n) {
		t.attach(i, n, "advmod")
	}
}

// torn-name: "the response to Storm Kristin"
//
// The words of one name do not hang side by side on the same word in the same way: the
// first belong to the last. Limit: parts of a phrase ("envoy to Peru Maria Costa").
func (t *deptree) mendTornName(i int) {
	name, ok := t.nameOf(i)
	if !ok || i == name.Tokens.First || name.Type == nlp.Date || name.Type == nlp.Quantity || name.Tokens.Has(t.head[i]) || !strings.HasPrefix(t.tag(i), "NNP") {
		return
	}
	switch t.relation(i) {
	case "nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj":
	default:
		return // parts of a longer phrase
	}
	for _, k := range slices.Clone(t.kids[t.head[i]]) {
		if k < i && name.Tokens.Has(k) && t.fullRelation(k) == t.fullRelation(i) && strings.HasPrefix(t.tag(k), "NNP") {
			t.attach(k, i, "compound")
		}
	}
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
