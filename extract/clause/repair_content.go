package clause

import "slices"

// content-clause: "rumours that Reyes left Peru", "the claim that she sold it"
//
// Behind a noun that names something said, "that" opens what is said where the
// clause lacks nothing: its verb has a subject and an object besides. The parser
// takes it for a relative clause now and then, and has the rumours leave Peru.
// Limit: where the verb needs no object ("the claim that Reyes made", "the claim
// that Reyes lied"), the parser is believed.
func (t *deptree) mendContentClause(v int) {
	if t.fullRelation(v) != "acl:relcl" || !t.isNominal(t.head[v]) {
		return
	}
	h, that := t.head[v], t.kidWord(v, complementisers)
	if that < h || that > v {
		return
	}
	if !namesWhatIsSaid(t.lemma(h)) {
		if t.relation(that) == "mark" {
			t.returnContent(v, h)
		}
		return
	}
	switch rel := t.relation(that); {
	case rel == "mark", (rel == "nsubj" || rel == "obj") && t.hasAnother(v, that, rel):
		t.attach(that, v, "mark")
		t.attach(v, h, "acl")
	}
}

// claimed-clause: "Two groups claiming the vote was stolen gathered in Lima."
//
// A verb of saying that describes a noun may have a clause behind it without "that": its
// object right before a tensed verb is the subject of that, where another tensed verb
// follows, which the noun is the subject of.
func (t *deptree) mendClaimedClause(v int) {
	n := t.head[v]
	o, w := t.kid(v, "obj"), t.head[n]
	if t.relation(v) != "acl" || t.tag(v) != "VBG" || !t.saysVerb(v) || o < v || w < o || t.relation(n) != "nsubj" || t.hasOwnWords(v) {
		return
	}
	if next := t.yield(o, nil).End; next > w || next < w && (t.head[next] != w || t.relation(next) != "aux" && t.relation(next) != "cop") {
		return
	}
	for g := w + 1; g < t.sentence(v).End; g++ {
		if tensed, _ := t.isTensed(g); !tensed || t.head[g] != w || t.hasOwnWords(g) || t.kid(g, "cc") >= 0 {
			continue
		}
		full := t.fullRelation(n)
		t.attach(g, t.head[w], t.fullRelation(w))
		t.attach(n, g, "nsubj")
		t.attach(w, v, "ccomp")
		t.attach(o, w, full)
		for _, k := range slices.Clone(t.kids[w]) {
			if k > g {
				t.attach(k, g, t.fullRelation(k))
			}
		}
		return
	}
}

// complementisers open what is said.
var complementisers = words("that")

// returnContent hangs the clause of v, which is none that the noun h could have, on the
// nearest noun above h that names what is said: "made the case to both parties that it
// is wrong".
func (t *deptree) returnContent(v, h int) {
	for _, n := range t.nounsAbove(h) {
		if contentNouns[t.lemma(n)] != "" {
			t.attach(v, n, "acl")
			return
		}
	}
}

// namesWhatIsSaid reports whether a noun may have a clause that says what it is.
func namesWhatIsSaid(lemma string) bool {
	return contentNouns[lemma] != "" || factiveNouns[lemma] || openNouns[lemma]
}

// hasAnother reports whether a token besides k hangs on v by the relation rel.
func (t *deptree) hasAnother(v, k int, rel string) bool {
	for _, o := range t.kids[v] {
		if o != k && t.relation(o) == rel && (rel == "nsubj" || o > v) {
			return true
		}
	}
	return false
}
