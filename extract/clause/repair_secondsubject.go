package clause

// second-subject: "The average of nine polls shows Lund leading Reyes."
//
// A verb has one subject. Of a noun before it and one right behind it that are both
// said to be that, the one behind is the object.
// Limit: behind a verb of saying it may well be who says so, and is left.
func (t *deptree) mendSecondSubject(n int) {
	v := t.head[n]
	if t.fullRelation(n) != "nsubj" || n < v || !t.isNominal(n) || inversions[t.lemma(v)] || t.yield(n, nil).First != v+1 {
		return
	}
	for _, k := range t.kids[v] {
		if k < v && t.fullRelation(k) == "nsubj" {
			t.attach(n, v, "obj")
			return
		}
	}
}
