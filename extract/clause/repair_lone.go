package clause

import "strings"

// content-participle: "gave a name to the disease first recognised in May"
//
// A participle without subject or auxiliary is no clause that a verb which says nothing takes; it
// describes the noun right before it.
func (t *deptree) mendContentParticiple(v int) {
	h := t.head[v]
	if t.tag(v) != "VBN" || t.relation(v) != "ccomp" || h < 0 || h > v || t.saysVerb(h) || clausalVerbs[t.lemma(h)] || t.hasOwnWords(v) {
		return
	}
	k := t.groupStart(v) - 1
	if k <= h || !strings.HasPrefix(t.tag(k), "NN") || !t.under(k, h) {
		return
	}
	for t.head[k] == k+1 && t.relation(k) == "compound" {
		k++
	}
	t.attach(v, k, "acl")
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
