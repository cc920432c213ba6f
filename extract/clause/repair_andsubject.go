package clause

import "slices"

// and-subject: "Nine people lost their homes and scores more were injured."
//
// A tensed verb has a subject. A noun behind "and" with such a verb right behind it is the
// subject of that, and no second object of the verb before. Limit: where "and" stands before
// the verb as well ("sold a car and a truck and was happy") the objects are two.
func (t *deptree) mendAndSubject(w int) {
	v := t.head[w]
	if rel := t.relation(w); rel != "conj" && rel != "advcl" && rel != "parataxis" || v > w || !t.isVerb(v) || t.kid(w, "nsubj", "csubj", "mark", "cc") >= 0 || t.opener(w) >= 0 {
		return
	}
	first := t.groupStart(w)
	if !t.opensTensed(first) {
		return
	}
	z := first - 1
	for z > v && t.relation(z) != "conj" && t.head[z] > v && t.head[z] < first && t.yield(t.head[z], nil).End == first {
		z = t.head[z]
	}
	if z <= v || !t.isNominal(z) || t.relation(z) != "conj" || t.relation(t.head[z]) != "obj" || t.head[t.head[z]] != v {
		return
	}
	and := t.kid(z, "cc")
	if and < 0 || t.yield(z, nil).First != and || !t.agrees(z, w) {
		return
	}
	t.attach(w, v, "conj")
	t.attach(and, w, "cc")
	if t.isPassive(w) {
		t.attach(z, w, "nsubj:pass")
	} else {
		t.attach(z, w, "nsubj")
	}
}

// groupStart returns the first of the auxiliaries, copula and adverbs right before the
// verb or predicate w.
func (t *deptree) groupStart(w int) int {
	first := w
	for first > 0 && t.head[first-1] == w {
		switch t.relation(first - 1) {
		case "aux", "cop", "advmod":
			first--
		default:
			return first
		}
	}
	return first
}

// opensTensed reports whether the first verb from token i on, with adverbs before it, has a
// tense.
func (t *deptree) opensTensed(i int) bool {
	for i < len(t.head) && t.relation(i) == "advmod" {
		i++
	}
	if i >= len(t.head) {
		return false
	}
	tensed, _ := t.isTensed(i)
	return tensed || t.tag(i) == "MD"
}

// joined-modals: "She said she can and may close the port."
//
// Two modal verbs that "and" or "or" joins stand before one verb, which has the place that
// the parser gives the first of them.
func (t *deptree) mendJoinedModals(m int) {
	second := m + 2
	if t.tag(m) != "MD" || t.relation(m) == "aux" || second >= len(t.head) || t.tag(second) != "MD" || t.tag(m+1) != "CC" || t.relation(second) != "aux" {
		return
	}
	w := t.head[second]
	if w < second || t.kid(w, "nsubj") >= 0 || t.kid(m, "nsubj") < 0 {
		return
	}
	t.attach(w, t.head[m], t.fullRelation(m))
	for _, k := range slices.Clone(t.kids[m]) {
		if k != m+1 && k != w {
			t.attach(k, w, t.fullRelation(k))
		}
	}
	t.attach(m, w, "aux")
	t.attach(m+1, second, "cc")
}

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

// noun-beside-verb: "A baker died and three others, including a child, were taken to hospital."
//
// A noun is not joined to a verb. With a tensed verb behind it, joined as well and without a
// subject, it is the subject of that.
func (t *deptree) mendNounBesideVerb(n int) {
	v, and := t.head[n], t.kid(n, "cc")
	if t.relation(n) != "conj" || v < 0 || v > n || and < 0 || !t.isNominal(n) || !t.isVerb(v) || t.kid(n, "nsubj", "cop", "case", "acl") >= 0 {
		return
	}
	for _, w := range t.kids[v] {
		if w < n || t.relation(w) != "conj" && t.relation(w) != "advcl" || t.kid(w, "nsubj", "mark", "cc") >= 0 || !t.opensTensed(t.groupStart(w)) || !t.agrees(n, w) {
			continue
		}
		if end, start := t.yield(n, nil).End, t.groupStart(w); end != start && !(t.word(end) == "," && t.word(start-1) == ",") {
			continue // an aside between commas may stand between
		}
		t.attach(w, v, "conj")
		t.attach(and, w, "cc")
		if t.isPassive(w) {
			t.attach(n, w, "nsubj:pass")
		} else {
			t.attach(n, w, "nsubj")
		}
		for _, k := range slices.Clone(t.kids[v]) {
			if k > n && k < w && isIncluding(t.preposition(k)) {
				t.attach(k, n, "nmod")
			}
		}
		return
	}
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
