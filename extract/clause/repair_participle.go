package clause

import "strings"

// with-absolute: "Police fled, with three men hurling stones."
//
// An -ing form right behind what "with" leads to, perhaps with an adverb between,
// tells what that does and not what the sentence is about. Limit: a comma between.
func (t *deptree) mendWithAbsolute(v int) {
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" || t.hasOwnWords(v) {
		return
	}
	first := t.yield(v, nil).First
	n := first - 1
	for n > 0 && t.relation(n) == "punct" && t.word(n) != "," {
		n--
	}
	for n >= 0 && t.kid(n, "case") < 0 && t.isNominalPart(n) {
		n = t.head[n]
	}
	if n < 0 || n > v || t.relation(n) != "obl" && t.relation(n) != "nmod" || t.preposition(n) != "with" || t.isSetOff(v) {
		return
	}
	t.attach(v, n, "acl")
}

// isNominalPart reports whether i is part of the noun phrase that it hangs on.
func (t *deptree) isNominalPart(i int) bool {
	switch t.relation(i) {
	case "appos", "flat", "compound", "amod", "nmod", "conj":
		return t.head[i] >= 0 && t.head[i] < i
	}
	return false
}

// isSetOff reports whether a comma stands right before the clause of v.
func (t *deptree) isSetOff(v int) bool {
	first := t.yield(v, nil).First
	return t.word(first) == "," || first > 0 && t.word(first-1) == ","
}

// following: "Reyes resigned following criticism of her plan."
//
// "Following" before what happened says after what, and nobody follows it. Limit: who
// follows a river or an order does.
func (t *deptree) mendFollowing(v int) {
	o := t.kid(v, "obj")
	if t.word(v) != "following" || t.relation(v) != "advcl" || o < v || t.hasOwnWords(v) || !eventNouns[t.lemma(o)] && !isDeed(t.lemma(o)) {
		return
	}
	t.attach(o, t.head[v], "obl")
	for _, k := range append([]int(nil), t.kids[v]...) {
		if k > v {
			t.attach(k, o, t.fullRelation(k))
		}
	}
	t.attach(v, o, "case")
}

// isDeed reports whether a noun names what somebody does, by its ending.
func isDeed(lemma string) bool {
	for _, end := range []string{"tion", "sion", "ment", "ism", "ance", "ence", "ure", "val"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+2 {
			return true
		}
	}
	return deeds[lemma]
}

// deeds are further nouns that name what happened.
var deeds = words("death", "decision", "request", "criticism", "report", "victory", "defeat", "loss", "arrest", "release", "outcry",
	"backlash", "collapse", "rain", "storm", "outbreak", "order", "failure", "discovery", "departure", "warning", "delay", "work",
	"break-in", "break", "use", "surge", "rise", "fall")

// noun-infinitive: "The court found Lund guilty of a conspiracy to smuggle gold."
//
// An infinitive right behind a noun for what one means to do says what that is.
func (t *deptree) mendNounInfinitive(v int) {
	if rel := t.relation(v); rel != "advcl" && rel != "xcomp" || t.infinitiveMark(v) < 0 {
		return
	}
	n := t.yield(v, nil).First - 1
	if n < 0 || t.relation(n) == "nsubj" || !strings.HasPrefix(t.tag(n), "NN") || !purposeNouns[t.lemma(n)] || t.head[n] == v || t.typeAt(n) != "" {
		return
	}
	t.attach(v, n, "acl")
}

// purposeNouns are nouns that an infinitive completes.
var purposeNouns = words("conspiracy", "plan", "plot", "attempt", "effort", "decision", "pledge", "promise", "refusal", "right", "ability",
	"willingness", "failure", "obligation", "bid", "vow", "intention", "threat", "proposal", "campaign", "push", "deadline",
	"desire", "permission", "readiness", "need", "commitment", "opportunity", "chance", "authority", "power", "mandate", "deployment", "mission")
