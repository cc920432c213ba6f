package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// mendTitledName: in "US ambassador to Peru Ana Reyes left" the name is who left, and
// the title before it says what she is. The parser hangs the name on the title or on
// the place in it. Limit: behind a comma the name explains the title.
func (t *deptree) mendTitledName(i int) {
	name, ok := t.nameOf(i)
	h := t.head[i]
	if !ok || name.Type != nlp.Person || name.Tokens.Has(h) || name.Tokens.First == 0 {
		return
	}
	role := t.relation(i)
	if before := name.Tokens.First - 1; h >= 0 && (role == "nsubj" || role == "obl") && t.head[before] == h && t.fullRelation(before) == t.fullRelation(i) && t.tag(before) == "NN" &&
		titleNouns[strings.TrimPrefix(t.lemma(before), "ex-")] {
		t.attach(before, i, "nmod:desc")
		t.handOn(before, i)
		return
	}
	if h > i {
		return
	}
	if t.relation(h) == "nmod" {
		h = t.head[h]
	}
	if h < 0 || !titleNouns[t.lemma(h)] || !strings.HasPrefix(t.tag(h), "NN") || t.typeAt(h) == nlp.Person || !t.leadsTo(h, name.Tokens.First) {
		return
	}
	above, rel := t.head[h], t.fullRelation(h)
	t.attach(i, above, rel)
	t.attach(h, i, "nmod:desc")
	t.handOn(h, i)
}

// handOn hangs on the name i what the title h has that belongs to the whole phrase: its
// preposition and what follows the name.
func (t *deptree) handOn(h, i int) {
	for _, k := range slices.Clone(t.kids[h]) {
		if r := t.relation(k); r == "case" || r == "cc" || r == "mark" || k > i {
			t.attach(k, i, t.fullRelation(k))
		}
	}
}

// leadsTo reports whether a phrase with a preposition that hangs on the title h ends
// right before token first, in a proper noun: "ambassador to Peru".
func (t *deptree) leadsTo(h, first int) bool {
	last := first - 1
	if last <= h+1 {
		return false
	}
	for i := h + 2; i < first; i++ {
		if !strings.HasPrefix(t.tag(i), "NNP") || titleNouns[t.lemma(i)] || t.typeAt(i) == nlp.Person {
			return false // "aide to Governor Ana Reyes"
		}
	}
	for _, k := range t.kids[h] {
		if t.relation(k) == "nmod" && t.kid(k, "case") == h+1 && t.under(last, k) {
			return true
		}
	}
	return false
}
