package clause

import "strings"

// participleSource returns the head of the noun phrase that does what the
// participle v says, where the tree names another one or none; else -1. The
// parser hangs what follows a comma on the nearest verb; who speaks is the
// subject of the clause as a whole.
func (a *attributor) participleSource(v int) int {
	if a.relation(v) == "acl" && a.infinitiveMark(v) >= 0 && a.saysVerb(v) && documents[a.lemma(a.head[v])] {
		return a.issuerOf(a.head[v]) // "issued a statement to deny it"
	}
	if a.tag(v) != "VBG" || a.relation(v) == "amod" || a.ownSubject(v) >= 0 {
		return -1
	}
	if s := a.quotedSpeaker(v); s >= 0 {
		return s
	}
	if cue := a.cueBefore(v); cue >= 0 {
		return a.sourceOf(cue).Head
	}
	switch h := a.head[v]; {
	case h < 0:
		return -1
	case a.relation(v) == "advcl" && (a.isVerb(h) || a.kid(h, "cop") >= 0) && a.isSetOff(a.phraseStart(v)) || a.isAside(h, v):
		return a.subjectAbove(v, h)
	case a.relation(v) == "acl" && eventNouns[a.lemma(h)]:
		return a.subjectAbove(v, h)
	case a.relation(v) == "acl" && a.saysVerb(v) || a.relation(v) == "acl" && directives[a.lemma(v)]:
		return a.issuerOf(h)
	}
	return -1
}

// quotedSpeaker returns whom the verb over the saying v quotes: Lund in "the paper quoted
// Lund as saying"; -1 where v does not hang so. In "Lund was quoted as saying" that is the
// subject, which is found without this.
func (a *attributor) quotedSpeaker(v int) int {
	h := a.head[v]
	if h < 0 || !a.quotesSaying(h, v) || a.isPassive(h) {
		return -1
	}
	return a.kid(h, "obj")
}

// quotings are verbs that give another's words behind "as saying".
var quotings = words("quote", "cite", "report", "record", "film")

// quotesSaying reports whether v is the "saying" of "quoted Lund as saying", of which h is
// the first verb.
func (t *deptree) quotesSaying(h, v int) bool {
	return quotings[t.lemma(h)] && v > h && t.tag(v) == "VBG" && t.head[v] == h && t.markBefore(v) == "as"
}

// isAside reports whether h stands in an aside between dashes that v, behind it, is no
// part of: "the square – where the band played – while chanting".
func (a *attributor) isAside(h, v int) bool {
	before, behind := a.dashesAround(h)
	return before%2 == 1 && behind >= 0 && behind < v
}

// dashesAround returns how many dashes stand before token i in its sentence, and the
// first behind it, -1 for none.
func (a *attributor) dashesAround(i int) (before, behind int) {
	s := a.sentence(i)
	for k := s.First; k < s.End; k++ {
		switch {
		case !isDash(a.doc.Word(k)) || a.tag(k) == "HYPH" || k == i:
		case k < i:
			before++
		default:
			return before, k
		}
	}
	return before, -1
}

// issuerOf returns who made the statement, letter or other document h, or the one that
// the noun h stands in the phrase of, say what it says: "the group sent a letter to the
// directors urging …"; -1 where nobody did.
func (a *attributor) issuerOf(h int) int {
	for ; h >= 0; h = a.nounAbove(h) {
		if documents[a.lemma(h)] && a.relation(h) == "obj" && possessingVerbs[a.lemma(a.head[h])] {
			return a.subjectOf(a.head[h])
		}
	}
	return -1
}

// longestCue is the number of tokens that a cue with its source may take:
// ", the mayor of the town told Radio Lima,".
const longestCue = 14

// cueBefore returns the verb of saying whose cue ends with the comma before v:
// "“…,” Reyes said, adding that"; -1 where there is none.
func (a *attributor) cueBefore(v int) int {
	first := a.sentence(v).First
	v = a.phraseStart(v)
	if v <= first || a.doc.Word(v-1) != "," {
		return -1
	}
	for i := v - 2; i >= max(first, v-longestCue); i-- {
		if a.saysVerb(i) && a.isVerb(i) && a.isFinite(i) && !a.isPassive(i) {
			if _, end := a.cueSpan(i, a.sourceOf(i)); end == v-1 {
				return i
			}
			return -1
		}
	}
	return -1
}

// phraseStart returns the first of the adverbs right before v: "later adding".
func (a *attributor) phraseStart(v int) int {
	for v > a.sentence(v).First && strings.HasPrefix(a.tag(v-1), "RB") {
		v--
	}
	return v
}

// subjectAbove returns the subject of the finite clause that h, on which v hangs,
// belongs to, in the quotation that v stands in or outside of any, and outside of
// what somebody says without marks; -1 where nobody is named.
func (a *attributor) subjectAbove(v, h int) int {
	for a.head[h] >= 0 && (!a.isVerb(h) || !a.isFinite(h) || a.fullRelation(h) == "acl" || a.relation(h) == "ccomp" && a.saysVerb(a.head[h]) || a.isAside(h, v) || a.quoteAt(h) >= 0 && a.quoteAt(h) != a.quoteAt(v)) {
		h = a.head[h]
	}
	if a.quoteAt(h) != a.quoteAt(v) {
		return -1
	}
	s := a.sharedSubject(h, 8)
	if k := a.agentOf(h); k >= 0 && (a.typeAt(k) != "" || a.isPerson(k)) && s >= 0 && a.typeAt(s) == "" && !a.isPerson(s) && a.tag(s) != "PRP" && !bodyKinds[a.lemma(s)] {
		return k // "the ban was welcomed by Lund, saying": a ban says nothing
	}
	return s
}
