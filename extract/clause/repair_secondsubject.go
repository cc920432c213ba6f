package clause

import "kg/extract/nlp"

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

// fronted-description: "Born in Narvik, the daughter of a priest, Lund studied history."
//
// A verb has one subject. Of a common noun with a determiner and a person's name
// before it, with a comma between the two, the noun says who the named one is.
func (t *deptree) mendFrontedDescription(i int) {
	v := t.head[i]
	if t.fullRelation(i) != "nsubj" || i > v || t.typeAt(i) != "" || t.tag(i) != "NN" || !t.isDetermined(i) {
		return
	}
	for _, k := range t.kids[v] {
		if k <= i || k > v || t.fullRelation(k) != "nsubj" || t.typeAt(k) != nlp.Person {
			continue
		}
		first := t.yield(k, nil).First
		comma := t.word(first) == "," || first > 0 && t.word(first-1) == ","
		if comma && t.yield(i, nil).End <= first+1 {
			t.attach(i, k, "appos")
			return
		}
	}
}
