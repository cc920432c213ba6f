package clause

import (
	"slices"

	"kg/extract/nlp"
)

// and-subject: "Nine farmers lost their barns and scores more were injured."
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
	t.joinClause(w, v, and, z)
}

// joinClause joins the clause of w, with its subject and the conjunction before that, to verb v.
func (t *deptree) joinClause(w, v, and, subject int) {
	t.attach(w, v, "conj")
	t.attach(and, w, "cc")
	t.makeSubject(subject, w)
}

// makeSubject makes the noun n the subject of the clause of w.
func (t *deptree) makeSubject(n, w int) {
	if t.isPassive(w) {
		t.attach(n, w, "nsubj:pass")
	} else {
		t.attach(n, w, "nsubj")
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
		t.joinClause(w, v, and, n)
		for _, k := range slices.Clone(t.kids[v]) {
			if k > n && k < w && isIncluding(t.preposition(k)) {
				t.attach(k, n, "nmod")
			}
		}
		return
	}
}

// gerund-conjunct: "She spoke about housing, health, and raising the minimum wage."
//
// A bare -ing form is not joined to a tensed verb but to what that is about.
func (t *deptree) mendGerundConjunct(g int) {
	h := t.head[g]
	if t.tag(g) != "VBG" || t.relation(g) != "conj" || t.kid(g, "cc") < 0 || t.kid(g, "aux", "nsubj", "mark") >= 0 {
		return
	}
	if tensed, _ := t.isTensed(h); !tensed {
		return
	}
	for _, k := range slices.Backward(t.kids[h]) {
		if k < g && k > h && t.relation(k) == "obl" && topicPrepositions[t.preposition(k)] && t.typeAt(k) != nlp.Date {
			t.attach(g, k, "conj")
			return
		}
	}
}

// topicPrepositions lead to what somebody speaks of, does or is for.
var topicPrepositions = words("about", "on", "of", "for", "against", "by", "towards", "toward", "as", "including")

// counted-deed: "The mite killed 900 hives and infected tens of thousands."
//
// No adjective stands before "tens", "dozens" and the like, which behind "and" a past form has for
// its object.
func (t *deptree) mendCountedDeed(n int) {
	v := n - 1
	if v < 1 || !countNouns[t.word(n)] || t.relation(n) != "conj" || t.head[v] != n || !t.isPastForm(v) || t.kid(n, "cc") != v-1 {
		return
	}
	o := t.head[n]
	h := t.head[o]
	if t.relation(o) != "obj" || h < 0 || !t.isVerb(h) {
		return
	}
	t.attach(v, h, "conj")
	t.attach(n, v, "obj")
	t.attach(v-1, v, "cc")
}

// countNouns are round numbers in the plural.
var countNouns = words("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")

// conjunct-object: "Lund killed a woman named Roe and injured nine others."
//
// A participle that describes a noun as one to whom something is done has no object. A past form
// with one, joined to it, is joined to the verb above.
func (t *deptree) mendConjunctObject(w int) {
	v := t.head[w]
	o := t.kid(w, "obj")
	if t.relation(w) != "conj" || !t.isPastForm(w) || o < w || v < 0 || t.tag(v) != "VBN" || t.relation(v) != "acl" || t.kid(w, "aux", "nsubj", "mark") >= 0 || t.kid(w, "cc") < 0 || twoObjects[t.lemma(w)] || appointings[t.lemma(w)] || namingVerbs[t.lemma(w)] {
		return
	}
	if n := t.head[v]; t.relation(n) == "obj" && t.isPastForm(t.head[n]) && !t.isPassive(t.head[n]) {
		t.attach(w, t.head[n], "conj")
	}
}

// joined-verb: "The state banned or restricted imports of beef."
//
// Behind a verb and "or" or "and" comes another verb or another noun with all that describes it. A
// past form there, with no object before it, is a verb, and the noun behind is the object of both.
func (t *deptree) mendJoinedVerb(w int) {
	o, cc := t.head[w], w-1
	v := cc - 1
	if t.relation(w) != "amod" || !t.isPastForm(w) || cc < 1 || t.tag(cc) != "CC" || o < w || t.relation(o) != "obj" || t.head[o] != v || t.yield(o, nil).First < cc {
		return
	}
	if tensed, _ := t.isTensed(v); !tensed || !t.isPastForm(v) {
		return
	}
	t.attach(w, v, "conj")
	t.attach(cc, w, "cc")
	t.attach(o, w, "obj")
}

// headline-pair: "US, China hold talks on tariffs"
//
// In a headline a comma stands for "and" between the two names before a verb in the plural.
// Limit: where the sentence ends in a stop the first may be where it happens.
func (t *deptree) mendHeadlinePair(a int) {
	b := a + 2
	s := t.sentence(a)
	if a != s.First || b+1 >= s.End || t.word(a+1) != "," || t.typeAt(a) == "" || t.typeAt(a) != t.typeAt(b) || t.doc.Word(s.End-1) == "." {
		return
	}
	v := t.head[a]
	if t.relation(a) == "conj" || v < 0 || v == b {
		v = t.head[b]
	}
	if v != b+1 || t.tag(v) != "VBP" && t.tag(v) != "VB" || t.kid(v, "aux", "mark") >= 0 {
		return
	}
	t.attach(a, v, "nsubj")
	t.attach(b, a, "conj")
	t.attach(a+1, b, "cc")
}
