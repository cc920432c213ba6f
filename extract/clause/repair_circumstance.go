package clause

// circumstanceMarks open a clause that says when or why something is; none opens a
// clause that describes a noun. "After" and the like do where the noun is a time ("the
// day after he left").
var circumstanceMarks = words("as", "when", "while", "because", "although", "though", "after", "before", "until", "once", "since")

// marked-circumstance: "Reyes, 58, showed no emotion as the verdict was read."
//
// A clause with a subject and such a mark is a circumstance of the verb and does not
// describe the verb's object. Limit: behind a noun of time or comparison ("the moment
// when it fell", "the same as he has") it may.
func (t *deptree) mendMarkedCircumstance(k int) {
	n := t.head[k]
	if t.relation(k) != "acl" || n < 0 || t.relation(n) != "obj" || t.head[n] < 0 || !t.isVerb(t.head[n]) || t.kid(k, "nsubj") < 0 || timeNouns[t.lemma(n)] {
		return
	}
	mark := t.kid(k, "mark")
	if mark < 0 || mark != t.yield(k, nil).First || mark != t.yield(n, func(i int) bool { return i == k }).End || !circumstanceMarks[t.word(mark)] {
		return
	}
	t.attach(k, t.head[n], "advcl")
}

// results-in-a-row: "A storm hit Luzon, killing nine people, toppling a church and cutting power."
//
// Of participles in a row, the last behind "and", each is one more result of the same
// clause, and none is a result of the first. Limit: without "and" the second may be.
func (t *deptree) mendResultsInARow(k int) {
	first := t.head[k]
	if t.relation(k) != "advcl" || !t.isBareGerund(k) || k < first || t.relation(first) != "advcl" || !t.isBareGerund(first) || t.kid(first, "conj") >= 0 || !t.behindComma(k) {
		return
	}
	if last := t.kid(k, "conj"); last > k && t.tag(last) == "VBG" && t.kid(last, "cc") >= 0 && t.kid(last, "nsubj") < 0 {
		t.attach(k, first, "conj")
	}
}

// isBareGerund reports whether k is an -ing form with neither subject nor anything that
// opens it.
func (t *deptree) isBareGerund(k int) bool {
	return t.tag(k) == "VBG" && t.kid(k, "nsubj", "mark", "aux", "case") < 0
}
