package clause

import "kg/extract/nlp"

// date-range: "between 1997 and 2010", "June 4–5", "from 3 to 5 May"
//
// A stretch of time is one: its last day is no circumstance of its own, and is not
// joined to the first as another day is. Limit: "from 1997 to 2010" are two
// circumstances, each a date by itself, as other phrases with "from" and "to" are.
func (t *deptree) mendDateRange(i int) {
	name, ok := t.nameOf(i)
	if !ok || name.Type != nlp.Date {
		return
	}
	date := name.Tokens
	if joint := rangeJoint(t.doc, date); joint < 0 || isPhrase(t.doc, date, joint) {
		return
	}
	top := date.First
	for date.Has(t.head[top]) {
		top = t.head[top]
	}
	if i != top && (!date.Has(t.head[i]) || t.relation(i) == "conj" || t.relation(i) == "nmod" && t.kid(i, "case") >= 0) {
		t.attach(i, top, "flat")
	}
}

// rangeJoint returns the token between the ends of a stretch of time, or -1 where
// date is none.
func rangeJoint(doc *nlp.Document, date nlp.Range) int {
	for i := date.First + 1; i < date.End-1; i++ {
		if rangeJoints[doc.Word(i)] {
			return i
		}
	}
	return -1
}

var rangeJoints = words("to", "until", "till", "through", "and", "-", "–", "—")

// isPhrase reports whether what begins with the joint of a stretch of time is a phrase
// with a preposition, and what stands before it a date by itself: a day needs a month.
func isPhrase(doc *nlp.Document, date nlp.Range, joint int) bool {
	switch doc.Word(joint) {
	case "and", "-", "–", "—":
		return false
	}
	first := doc.Word(date.First)
	return joint > date.First+1 || isYear(first) || first[0] > '9'
}

// marked-time: "The toll since the last four days rises."
//
// A time right behind "since" or "until" is no second subject of a verb that has one: it
// is the time of a circumstance. Limit: the first subject stands behind it.
func (t *deptree) mendMarkedTime(i int) {
	v := t.head[i]
	if t.relation(i) != "nsubj" || !t.isTimeWord(i) || v < i {
		return
	}
	mark := t.yield(i, nil).First - 1
	if subject := t.kid(v, "nsubj"); mark < 0 || subject == i || subject > mark || t.head[mark] != v || t.relation(mark) != "mark" || t.word(mark) != "since" && t.word(mark) != "until" {
		return
	}
	t.attach(i, v, "obl")
	t.attach(mark, i, "case")
}

// dated-noun: "The toll of a fire five days ago rises."
//
// A time with "ago" right behind a noun, between it and the verb, says when that was and
// not when the verb is. Limit: a comma before it, and the object behind its verb.
func (t *deptree) mendDatedNoun(i int) {
	v := t.head[i]
	if t.word(i) != "ago" || t.relation(i) != "advmod" || v < i {
		return
	}
	first := t.yield(i, nil).First
	if n := first - 1; n >= 0 && t.tag(n) == "NN" && t.typeAt(n) == "" && t.under(n, v) && n != v && !t.under(v, n) {
		t.attach(i, n, "advmod")
	}
}
