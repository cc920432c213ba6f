package clause

import "slices"

// parted-object: "She led, according to the Post, the largest march ever held."
//
// A verb that takes no clause has for its object the noun behind an aside between commas; the
// bare participle behind that describes it.
func (t *deptree) mendPartedObject(w int) {
	v, n := t.head[w], t.kid(w, "nsubj")
	if t.relation(w) != "ccomp" || !t.isPastForm(w) || n < v || n > w || t.kid(w, "aux", "cop", "obj", "mark", "ccomp", "xcomp") >= 0 || !t.isVerb(v) || t.kid(v, "obj", "iobj") >= 0 {
		return
	}
	if first := t.yield(n, nil).First; t.saysVerb(v) || clausalVerbs[t.lemma(v)] || factives[t.lemma(v)] || t.tag(first) != "DT" || t.word(first-1) != "," || t.word(v+1) != "," || neverPassive[t.lemma(w)] {
		return
	}
	t.attach(n, v, "obj")
	t.attach(w, n, "acl")
}

// half-object: "The stock lost half its value."
//
// "Half" right before a noun with a determiner or an owner says how much of it, and is no object.
func (t *deptree) mendHalfObject(i int) {
	o := -1
	for _, k := range t.kids[max(t.head[i], 0)] {
		if k > i && t.relation(k) == "obj" {
			o = k
		}
	}
	if w := t.word(i); w != "half" && w != "twice" && w != "double" || t.relation(i) != "obj" && t.relation(i) != "iobj" || o < 0 || len(t.kids[i]) > 0 || !t.isDetermined(o) || t.yield(o, nil).First != i+1 {
		return
	}
	t.attach(i, o, "det:predet")
}

// led-to-doing: "The deal led to him working for the firm."
//
// An -ing form right behind "him" and the like tells what he does, and not what the sentence is
// about, where the preposition before opens what the verb comes to. Limit: other verbs ("talked
// to him using a lawyer").
func (t *deptree) mendLedToDoing(v int) {
	k := t.yield(v, nil).First - 1
	if h := t.head[v]; h < 0 || !resultings[t.lemma(h)] {
		return
	}
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" || k < 0 || !objectPronouns[t.word(k)] || t.relation(k) != "obl" || t.head[k] != t.head[v] || t.hasOwnWords(v) {
		return
	}
	t.attach(v, k, "acl")
}

// resultings are verbs with a preposition before what comes of their subject or what it is about.
var resultings = words("lead", "result", "object", "insist", "point", "contribute", "end", "rely", "depend", "count", "culminate", "amount")

// objectPronouns have a form that is no subject.
var objectPronouns = words("him", "them", "me", "us")

// had-done: "Lund had Roe arrested."
//
// "Had" before a name and a participle, with another subject before it, says what somebody had
// done to the name. What was done is said of that alone, by "acl:caused".
func (t *deptree) mendHadDone(n int) {
	w := t.head[n]
	if t.relation(n) != "nsubj" || n > w || t.tag(w) != "VBN" || t.typeAt(n) == "" && !t.isDetermined(n) {
		return
	}
	had := t.kid(w, "aux")
	if had < 0 || t.lemma(had) != "have" || t.fullRelation(had) == "aux:pass" || t.yield(n, nil).First != had+1 || t.yield(n, nil).End != w {
		return
	}
	s := -1
	for _, k := range t.kids[w] {
		if k < had && t.relation(k) == "nsubj" {
			s = k
		}
	}
	if s < 0 || t.tag(s) == "WDT" || t.tag(s) == "WP" {
		return
	}
	t.attach(had, t.head[w], t.fullRelation(w))
	for _, k := range slices.Clone(t.kids[w]) {
		if k < had {
			t.attach(k, had, t.fullRelation(k))
		}
	}
	t.attach(n, had, "obj")
	t.attach(w, n, "acl:caused")
}
