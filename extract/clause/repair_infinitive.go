package clause

import "kg/extract/nlp"

// cut-off-infinitive: "The board decided after a long inquiry not to sue."
//
// What somebody decides or refuses to do follows the verb, at times behind a
// circumstance, to whose noun the parser hangs it: an inquiry is none to sue.
// Limit: a noun that may name what is to be done ("in a bid to win") keeps it.
func (t *deptree) mendCutOffInfinitive(v int) {
	n := t.head[v]
	if t.relation(v) != "acl" || t.infinitiveMark(v) < 0 || t.relation(n) != "obl" {
		return
	}
	h := t.head[n]
	if n < h || !intentions[t.lemma(h)] || t.isPassive(h) || contentNouns[t.lemma(n)] != "" || t.kid(h, "obj", "xcomp", "ccomp") >= 0 {
		return
	}
	switch t.preposition(n) {
	case "after", "before", "during", "at", "on", "in":
		t.attach(v, h, "xcomp")
	}
}

// object-infinitive: "The firm asked a court in Lima to ban the strike."
//
// What somebody asks or orders another to do stands right behind that other, and
// completes the verb. Limit: what is done in order to do something else ("sent a
// letter to warn them") is left, as is the infinitive behind a comma.
func (t *deptree) mendObjectInfinitive(v int) {
	h := t.head[v]
	if rel := t.relation(h); t.relation(v) == "acl" && (rel == "obj" || rel == "iobj") && t.isAsked(h) {
		h = t.head[h] // "asked the crowd to sit" and not "asked permission to sit"
	} else if t.relation(v) != "advcl" {
		return
	}
	if t.infinitiveMark(v) < 0 || !demandings[t.lemma(h)] || t.isPassive(h) || t.kid(h, "xcomp", "ccomp") >= 0 {
		return
	}
	o := t.kid(h, "obj", "iobj")
	if o > h && o < v && !t.isTimeWord(o) && t.yield(o, func(k int) bool { return k == v }).End == t.yield(v, nil).First {
		t.attach(v, h, "xcomp")
	}
}

// isAsked reports whether the object o is somebody who can be asked to do something: a
// name or a plural, or a person by what he is, of a verb that only people are the object of.
func (t *deptree) isAsked(o int) bool {
	if l := t.lemma(t.head[o]); l != "ask" && l != "urge" && l != "invite" && l != "tell" && l != "beg" && l != "instruct" && l != "advise" {
		return false
	}
	l := t.lemma(o)
	if contentNouns[l] != "" || eventNouns[l] || workNouns[l] || documents[l] {
		return false
	}
	return t.typeAt(o) == nlp.Person || t.typeAt(o) == nlp.Organization || t.tag(o) == "NNS" || titleNouns[l] || bodyNouns[l] || hearers[l]
}

// hearers are the many that are spoken to as one.
var hearers = words("crowd", "audience", "public", "court", "jury", "panel", "parliament", "government", "nation", "council")

// demandings are verbs that say what somebody else is to do.
var demandings = words("ask", "urge", "order", "require", "force", "allow", "persuade", "encourage", "invite", "enable", "permit",
	"instruct", "advise", "authorise", "authorize", "compel", "oblige", "beg", "challenge", "command", "direct", "forbid", "tell", "help")

// rung-infinitive: "Lund called Ana Roe to thank her."
//
// Who is called is rung up, and the infinitive says what for; so it does behind who is
// beaten ("beat Peru to win the cup"). Limit: who is called upon.
func (t *deptree) mendRungInfinitive(v int) {
	h := t.head[v]
	beaten := victories[t.lemma(h)] && winnings[t.lemma(v)]
	if t.relation(v) != "xcomp" || t.infinitiveMark(v) < 0 || t.lemma(h) != "call" && !beaten || t.isPassive(h) {
		return
	}
	if o := t.kid(h, "obj", "iobj"); o > h && o < v && t.typeAt(o) != "" {
		t.attach(v, h, "advcl")
	}
}

// caused-infinitive: "The storm caused the ferry *Star* to sink."
//
// What somebody causes or enables something to do completes the verb and is no purpose
// of it. Limit: verbs that are as often used without an infinitive.
func (t *deptree) mendCausedInfinitive(v int) {
	h := t.head[v]
	if t.relation(v) != "advcl" || t.infinitiveMark(v) < 0 || !enablings[t.lemma(h)] || t.isPassive(h) || t.isSetOff(v) {
		return
	}
	if o := t.kid(h, "obj"); o > h && o < v && t.kid(h, "xcomp", "ccomp") < 0 {
		t.attach(v, h, "xcomp")
	}
}

// enablings are verbs whose object an infinitive says what to do.
var enablings = words("allow", "cause", "compel", "enable", "force", "permit", "prompt")

// used-infinitive: "Police found caves used to hide arms."
//
// What something is used to do, right behind "used", completes that: the caves hide nothing.
// Limit: who uses it stands between ("used by Lund to dig").
func (t *deptree) mendUsedInfinitive(v int) {
	h := t.head[v]
	if t.relation(v) == "advcl" && t.lemma(h) == "use" && (t.tag(h) == "VBN" || t.tag(h) == "VBD") && t.infinitiveMark(v) == h+1 && t.kid(h, "obj") < 0 && t.kid(h, "xcomp") < 0 {
		t.attach(v, h, "xcomp")
	}
}

// ranked-infinitive: "Lund was jailed, becoming the first mayor to go to prison."
//
// What the first or only one did describes that one, not what became of it.
func (t *deptree) mendRankedInfinitive(v int) {
	h := t.head[v]
	if rel := t.relation(v); rel != "xcomp" && rel != "advcl" || t.infinitiveMark(v) < 0 || t.lemma(h) != "become" && t.lemma(h) != "make" {
		return
	}
	for _, k := range t.kids[h] {
		if rel := t.relation(k); (rel == "obj" || rel == "xcomp") && k > h && k < v && (t.isNominal(k) || t.word(k) == "latest") && t.isRanked(k) {
			t.attach(v, k, "acl")
			return
		}
	}
}

// isRanked reports whether the noun at k is "the first", "the only", "the youngest".
func (t *deptree) isRanked(k int) bool {
	if t.word(k) == "latest" {
		return true // "the latest of six ships"
	}
	for _, i := range t.kids[k] {
		if w := t.word(i); t.tag(i) == "JJS" || w == "first" || w == "second" || w == "third" || w == "last" || w == "only" {
			return true
		}
	}
	return false
}

// ruled-out: "Peru ruled out sending ships."
//
// An -ing form right behind "rule out" is what is ruled out.
func (t *deptree) mendRuledOut(v int) {
	h := t.head[v]
	first := v
	if k := t.kid(v, "aux"); t.tag(v) == "VBN" && k == v-1 && t.tag(k) == "VBG" {
		first = k // "ruled out having sent ships"
	} else if t.tag(v) != "VBG" || t.hasOwnWords(v) {
		return
	}
	if t.relation(v) == "advcl" && t.lemma(h) == "rule" && h == first-2 && t.word(first-1) == "out" {
		t.attach(v, h, "xcomp")
	}
}
