package clause

import "strings"

// ruling-noun: "A court ruling that closed the mill was read aloud."
//
// "That" with a verb and no subject describes a noun: before it "ruling" is what the
// court has made, and not what it is doing. The parser makes it the court that closes
// the mill, or somebody rule "that closed the mill".
// Limit: "a court ruling that the mill is closed" is read as what the court rules.
func (t *deptree) mendRulingNoun(v int) {
	if t.isDatedRuling(v) {
		n := v - 1
		t.attach(v, t.head[v], "obl")
		for _, k := range append([]int(nil), t.kids[n]...) {
			if t.relation(k) == "det" || t.fullRelation(k) == "nmod:poss" {
				t.attach(k, v, t.fullRelation(k))
			}
		}
		t.attach(n, v, "compound")
		if k := t.kid(v, "mark"); k >= 0 {
			t.attach(k, v, "case")
		}
		return
	}
	n, that := v-1, v+1
	if t.tag(v) != "VBG" || t.lemma(v) != "rule" || n < 0 || t.tag(n) != "NN" && !strings.HasPrefix(t.tag(n), "NNP") || t.head[n] < 0 || t.head[n] == v || that+1 >= len(t.head) || t.word(that) != "that" {
		return
	}
	c := t.clauseHead(that + 1)
	switch t.tag(that + 1) {
	case "VBD", "VBZ", "VBP", "MD":
	default:
		return
	}
	if t.relation(that) != "nsubj" || t.head[that] != c || t.head[v] != n && t.head[v] != t.head[n] {
		return
	}
	t.attach(v, t.head[n], t.fullRelation(n))
	for _, k := range append([]int(nil), t.kids[n]...) {
		t.attach(k, v, t.fullRelation(k))
	}
	t.attach(n, v, "compound")
	t.attach(c, v, "acl:relcl")
}

// isDatedRuling reports whether v ends "a day after the court ruling", where it is what the
// court has made: behind "after" and the like an -ing form has no subject before it.
func (t *deptree) isDatedRuling(v int) bool {
	n, mark := t.kid(v, "nsubj"), t.kid(v, "mark")
	return t.tag(v) == "VBG" && t.lemma(v) == "rule" && t.relation(v) == "advcl" && n == v-1 && mark >= 0 && mark < n && alsoPrepositions[t.word(mark)] &&
		t.kid(v, "obj", "ccomp", "xcomp", "aux") < 0
}
