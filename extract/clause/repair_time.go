package clause

import "slices"

// timed-subject: "The bombings yesterday struck a church."
//
// A day right between the subject and its verb says when the verb is. Limit: not where the
// verb has a time of its own.
func (t *deptree) mendTimedSubject(i int) {
	n, v := t.head[i], -1
	switch t.relation(i) {
	case "nmod":
		v = t.head[n]
	case "nsubj": // a second subject, which has taken the article of the first
		v = n
		n = t.kid(v, "nsubj")
		if det := t.kid(i, "det"); n < i && det >= 0 && det < n {
			t.attach(det, n, "det")
		}
	}
	if v < i || n >= i || t.relation(n) != "nsubj" || !t.isVerb(v) || !t.isDay(i) || t.head[i] == n && t.yield(n, nil).End != i+1 {
		return
	}
	if !slices.ContainsFunc(t.kids[v], func(k int) bool {
		return t.fullRelation(k) == "obl:unmarked" || t.relation(k) == "obl" && dayWords[t.word(k)]
	}) {
		t.attach(i, v, "obl:unmarked")
	}
}

// isDay reports whether token i names a day, or with the word before it a part of one:
// "yesterday", "Monday night", "last week".
func (t *deptree) isDay(i int) bool {
	if len(t.kids[i]) == 0 {
		return dayWords[t.word(i)]
	}
	return dayParts[t.word(i)] && len(t.kids[i]) == 1 && t.kids[i][0] == i-1 && (dayWords[t.word(i-1)] || t.word(i-1) == "last" || t.word(i-1) == "this")
}

var dayParts = words("morning", "afternoon", "evening", "night", "week", "month", "year", "weekend", "spring", "summer", "autumn", "winter")

// dayWords name a day by themselves.
var dayWords = words("yesterday", "today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

// measured-clause: "The mill closed just two months after Norvik bought it."
//
// A length of time right before "after" or "before" says how long after, and not when what
// the clause tells of was. It hangs on that word.
func (t *deptree) mendMeasuredClause(i int) {
	h, mark := t.head[i], i+1
	if rel := t.fullRelation(i); rel != "obl:unmarked" && rel != "nmod:unmarked" || !timeUnits[t.lemma(i)] || mark >= len(t.head) || t.relation(mark) != "mark" {
		return
	}
	if v := t.head[mark]; (v == h || t.head[v] == h && t.relation(v) == "advcl") && v > mark && (t.word(mark) == "after" || t.word(mark) == "before") {
		t.attach(i, mark, "obl:measure")
	}
}
