package clause

import (
	"slices"

	"kg/extract/nlp"
)

// told-gerund: "The minister spoke of Telmar taking over the duty."
//
// Who does what a gerund says is the noun right before it where both are what is told "of".
// It hangs on the verb by "advcl:told".
func (t *deptree) mendToldGerund(v int) {
	h := t.head[v]
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" || h > v || !toldOf[t.lemma(h)] || t.kid(v, "nsubj", "mark", "aux") >= 0 {
		return
	}
	if t.toldBefore(h, v) >= 0 {
		t.attach(v, h, "advcl:told")
	}
}

// toldBefore returns the noun that the verb h is told of which ends right before v, or -1.
func (t *deptree) toldBefore(h, v int) int {
	for _, n := range t.kids[h] {
		if p := t.preposition(n); n < v && t.relation(n) == "obl" && (p == "of" || p == "about") && t.yield(n, nil).End == v {
			return n
		}
	}
	return -1
}

// toldOf are verbs behind which "of" names what somebody does.
var toldOf = words("speak", "talk", "tell", "warn", "hear", "complain", "dream", "know", "learn", "think")

// agent-participle: "He was killed by a Fiat speeding down the hill."
//
// A participle right behind the agent of a passive says what the agent did. Limit: with an object it may
// be what the deed itself does ("was signed by both, allowing trade"), and is left.
func (t *deptree) mendAgentParticiple(v int) {
	h := t.head[v]
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" || h > v || t.kid(v, "nsubj", "mark", "aux", "case", "obj", "ccomp", "xcomp") >= 0 || prepositionForms[t.word(v)] {
		return
	}
	for _, n := range t.kids[h] {
		if t.fullRelation(n) == "obl:agent" && n < v && t.yield(n, nil).End == v {
			t.attach(v, n, "acl")
			return
		}
	}
}

// prepositionForms are participles that stand for a preposition.
var prepositionForms = words("according", "citing", "concerning", "during", "excluding", "following", "including", "regarding", "starting", "beginning")

// gerund-subject: "Understanding otters would help the town."
//
// A verb has one subject. Where an -ing form and the noun phrase right behind it are both its
// subject, the noun is the object of the -ing form.
func (t *deptree) mendGerundSubject(n int) {
	v := t.head[n]
	g := t.kid(v, "csubj")
	if t.relation(n) != "nsubj" || g < 0 || g > n || v < n || t.tag(g) != "VBG" || t.word(g) == "acting" || t.kid(g, "obj", "nsubj") >= 0 || t.yield(n, nil).First != g+1 {
		return
	}
	t.attach(n, g, "obj")
}

// by-doers: "The house was burnt by retreating soldiers."
//
// Behind "by" of a passive, an -ing form before bare people may describe them: those of a verb
// that takes no object do, and they are the ones by whom it was done. Limit: people with a
// determiner ("by arresting the men") are an object.
func (t *deptree) mendByDoers(v int) {
	h, o, by := t.head[v], t.kid(v, "obj"), t.kid(v, "mark", "case")
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" || !goings[t.lemma(v)] || h < 0 || !t.isPassive(h) && !(t.relation(h) == "conj" && t.isPassive(t.head[h])) || o < v || by != v-1 || t.word(by) != "by" {
		return
	}
	if t.isDetermined(o) || !t.isPerson(o) && !forceNouns[t.lemma(o)] && !(t.typeAt(o) != "" && t.typeAt(o) != nlp.Place) || t.yield(o, nil).First != v+1 {
		return
	}
	for _, k := range slices.Clone(t.kids[v]) {
		if k != o {
			t.attach(k, o, t.fullRelation(k))
		}
	}
	t.attach(o, h, "obl:agent")
	t.attach(v, o, "amod")
	t.attach(by, o, "case")
}

// goings are verbs without an object by which people are described.
var goings = words("advance", "approach", "arrive", "attack", "compete", "escape", "flee", "invade", "march", "mutiny", "mourn", "oppose", "pass",
	"protest", "rebel", "respond", "retreat", "return", "riot", "rival", "surround", "travel", "visit", "withdraw", "work")
