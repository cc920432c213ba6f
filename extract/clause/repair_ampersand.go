package clause

import "strings"

// ampersand: "Johnson & Marks bought the mine"
//
// Between two words of names "&" makes one name of them, where the parser sees two owners.
// Limit: lists of names that are written with it are one name as well.
func (t *deptree) mendAmpersand(i int) {
	if t.word(i) != "&" || t.relation(i) != "cc" || i == 0 {
		return
	}
	second, first := t.head[i], t.head[t.head[i]]
	if second == i+1 && first == i-1 && t.relation(second) == "conj" &&
		strings.HasPrefix(t.tag(first), "NNP") && strings.HasPrefix(t.tag(second), "NNP") {
		t.attach(i, first, "flat")
		t.attach(second, first, "flat")
	}
}
