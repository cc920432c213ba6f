package clause

import "strings"

// cleft: "It was in Oslo that Lund met Reyes."
//
// "It" and a form of "be" before a phrase with a preposition set that off from the clause
// behind it with "that", to which it belongs. Limit: a phrase that is denied, since the rest
// is not.
func (t *deptree) mendCleft(v int) {
	p := t.head[v]
	that, cop, it := t.yield(v, nil).First, t.kid(p, "cop"), t.kid(p, "nsubj")
	if that < p || t.word(that) != "that" || t.head[that] != v || t.relation(that) == "nsubj" || cop < 0 || cop > p || it != cop-1 || t.word(it) != "it" || t.kidWord(p, negators) >= 0 {
		return
	}
	if c := t.kid(p, "case"); c != cop+1 || !strings.HasPrefix(t.tag(p), "NN") || t.yield(p, func(k int) bool { return k == v || k == t.kid(p, "punct") && k > v }).End != that {
		return
	}
	t.attach(v, t.head[p], t.fullRelation(p))
	t.attach(p, v, "obl")
	for _, k := range []int{it, cop, that} {
		t.attach(k, v, "discourse")
	}
}

// isCleft reports whether the predicate n of "it" is only set off from the clause behind it,
// as a name is: "It is Norvik that owns the mine". What that tells is a clause of its own.
func (s *sentence) isCleft(it, n noun) bool {
	return s.lower(it.head) == "it" && strings.HasPrefix(s.tag(n.head), "NNP") && s.told.kid(n.head, "acl", "advcl") > n.head
}
