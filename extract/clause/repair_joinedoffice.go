package clause

import (
	"strings"

	"kg/extract/nlp"
)

// mendJoinedOffice: in "Ana Reyes, president and chief executive of Norvik, left" the
// second office is joined to the first and not to the name before both. Limit: an office
// with a determiner of its own may be somebody else's ("Ana Reyes, the mayor, and the
// governor").
func (t *deptree) mendJoinedOffice(i int) {
	h := t.head[i]
	if t.relation(i) != "conj" || !titleNouns[t.lemma(i)] || !strings.HasPrefix(t.tag(i), "NN") || t.typeAt(h) != nlp.Person || t.isDetermined(i) {
		return
	}
	first := t.yield(i, nil).First
	for _, k := range t.kids[h] {
		if t.relation(k) == "appos" && k < i && titleNouns[t.lemma(k)] && t.word(first) == "and" && k == first-1 {
			t.attach(i, k, "conj")
			return
		}
	}
}
