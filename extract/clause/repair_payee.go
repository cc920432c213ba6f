package clause

import (
	"slices"
	"strings"
)

// payee: "The court fined Norvik 500 million euros."
//
// A name right before a sum of money is no part of the sum: it is who pays or gets
// it, an object of its own. Limit: a sum with an article or before a noun ("a Norvik €5
// million bond") is part of a larger phrase and left.
func (t *deptree) mendPayee(i int) {
	sum := t.head[i]
	if t.tag(sum) == "CD" && t.head[sum] > sum {
		sum = t.head[sum] // the name hangs on the number
	}
	if rel := t.relation(i); rel != "compound" && rel != "nsubj" || i > sum || !strings.HasPrefix(t.tag(i), "NNP") || !t.isMoney(sum) || t.relation(sum) != "obj" {
		return
	}
	v, name := t.head[sum], t.yield(i, nil)
	if !t.isVerb(v) || v > name.First || t.tag(name.End) != "CD" && (name.End != sum || t.tag(sum) != "$") || t.kid(sum, "det", "amod", "case") >= 0 || t.kid(i, "conj") >= 0 {
		return
	}
	for _, k := range slices.Clone(t.kids[sum]) {
		if k < i {
			t.attach(k, i, t.fullRelation(k))
		}
	}
	t.attach(i, v, "iobj")
}

// isMoney reports whether token i is a currency or its sign.
func (t *deptree) isMoney(i int) bool { return t.tag(i) == "$" || currencies[t.lemma(i)] }
