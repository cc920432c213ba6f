package clause

// noun-topic: "Farmers answered Lund's call for an end to the strike."
//
// Behind a noun that names something said or wanted, the preposition that it goes with
// opens what is said, and no circumstance of the verb that has the noun as its object.
// Limit: a time ("made a request for two years") is left.
func (t *deptree) mendNounTopic(k int) {
	n := t.kid(t.head[k], "obj")
	if t.relation(k) != "obl" || n < t.head[k] || n > k || nounTopics[t.lemma(n)][t.preposition(k)] == "" || t.isTimeWord(k) || t.yield(n, nil).End != t.yield(k, nil).First {
		return
	}
	t.attach(k, n, "nmod")
}
