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
		t.mendBareContent(v, h)
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

// mendBareContent makes the clause of v what is said, where the noun h names that, and v, which has
// another circumstance behind it, does nothing to what is said: "reports Lund hid in a cellar".
func (t *deptree) mendBareContent(v, h int) {
	n := t.kid(v, "nsubj")
	if tensed, _ := t.isTensed(v); !tensed || !namesWhatIsSaid(t.lemma(h)) || claimTakers[t.lemma(v)] || t.saysVerb(v) || n != h+1 && t.yield(max(n, 0), nil).First != h+1 || t.tag(max(n, 0)) == "WDT" {
		return
	}
	if k := t.kid(v, "obl"); k > v && t.kid(v, "obj", "xcomp", "ccomp", "mark") < 0 && t.tag(k) != "IN" {
		t.attach(v, h, "acl")
	}
}

// claimTakers are verbs that have for their object what is said.
var claimTakers = words("make", "give", "deny", "write", "hear", "publish", "issue", "reject", "dismiss", "read", "receive", "send", "hold", "cite", "repeat", "raise",
	"spread", "release", "file", "submit", "have", "get", "see", "find", "discuss", "announce", "offer", "present", "put", "do", "post", "share", "deliver", "sign", "base", "use",
	"pose", "face", "represent", "feel", "express", "voice", "level", "lay", "bring", "leave", "keep", "need", "want", "carry", "mount", "negotiate",
	"reach", "support", "back", "launch", "build", "develop")

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
