package clause

import "slices"

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

// lone-verb: "Farm owners, increasingly anxious about the drought, called for help."
//
// A sentence with a stop has a tensed verb. Where the only candidate is a past form behind the comma
// that ends an aside to the noun the sentence opens with, it is that. Limit: with "by" it may still
// be a participle.
func (t *deptree) mendLoneVerb(v int) {
	n := t.head[v]
	if t.fullRelation(v) != "acl" || !t.isPastForm(v) || t.head[n] >= 0 || !t.isNominal(n) || n > v || t.word(v-1) != "," || t.word(n+1) != "," || v-1 == n+1 || t.hasOwnWords(v) || t.agentOf(v) >= 0 || t.kid(n, "conj") >= 0 {
		return
	}
	s := t.sentence(v)
	if t.yield(n, nil).First != s.First || t.doc.Word(s.End-1) != "." || t.kid(v, "obl", "obj", "xcomp", "ccomp") < v {
		return
	}
	for i := s.First; i < s.End; i++ {
		if tensed, past := t.isTensed(i); i != v && (tensed && (!past || t.kid(i, "nsubj") >= 0) || t.tag(i) == "MD") && t.fullRelation(t.clauseHead(i)) != "acl:relcl" {
			return
		}
	}
	t.attach(v, -1, "root")
	t.attach(n, v, "nsubj")
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
