package clause

import (
	"strings"

	"kg/extract/nlp"
)

// with-absolute: "Police fled, with three men hurling stones."
//
// An -ing form right behind what "with" leads to, perhaps with an adverb between,
// tells what that does and not what the sentence, or a noun before it, is about. Limit: a
// comma between.
func (t *deptree) mendWithAbsolute(v int) {
	if rel := t.relation(v); t.tag(v) != "VBG" || rel != "advcl" && rel != "acl" || t.hasOwnWords(v) {
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
	if n < 0 || n > v || t.relation(n) != "obl" && t.relation(n) != "nmod" || t.preposition(n) != "with" || t.relation(v) == "acl" && t.preposition(t.head[v]) == "with" || t.isSetOff(v) {
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
// "Following" before what happened says after what, and nobody follows it; so it does
// behind a passive. Limit: who follows a river or an order does.
func (t *deptree) mendFollowing(v int) {
	o := t.kid(v, "obj")
	if t.word(v) != "following" || t.relation(v) != "advcl" || o < v || t.hasOwnWords(v) || !eventNouns[t.lemma(o)] && !isDeed(t.lemma(o)) && !t.isPassive(t.head[v]) {
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
	if k := t.wholeName(n); k >= 0 && t.relation(k) == "nmod" && t.preposition(k) == "of" && incapacities[t.lemma(t.head[k])] {
		n = t.head[k] // "the failure of the firm to pay"
	}
	if o := t.kid(t.head[v], "obj"); n >= 0 && t.isTimeWord(n) && o >= 0 && o < n && t.timesBetween(o, n) {
		n = o // "announced plans this week to"
	}
	if n < 0 || t.relation(n) == "nsubj" || !strings.HasPrefix(t.tag(n), "NN") || !purposeNouns[t.lemma(n)] || t.head[n] == v || t.typeAt(n) != "" {
		return
	}
	t.attach(v, n, "acl")
}

// wholeName returns the head of the name whose last word is n, or n; -1 for none.
func (t *deptree) wholeName(n int) int {
	for n >= 0 && t.relation(n) == "flat" && t.head[n] < n {
		n = t.head[n]
	}
	return n
}

// incapacities are purpose nouns that tell of those behind "of" that they cannot or will not.
var incapacities = words("failure", "inability", "refusal", "reluctance", "unwillingness")

// timesBetween reports whether nothing but a time stands between the noun o and token end,
// which ends it.
func (t *deptree) timesBetween(o, end int) bool {
	for i := o + 1; i < end; i++ {
		if t.tag(i) != "DT" && t.tag(i) != "JJ" && t.tag(i) != "IN" && !t.isTimeWord(i) {
			return false
		}
	}
	return true
}

// purposeNouns are nouns that an infinitive completes.
var purposeNouns = words("conspiracy", "plan", "plot", "attempt", "effort", "decision", "pledge", "promise", "refusal", "right", "ability",
	"willingness", "failure", "obligation", "bid", "vow", "intention", "threat", "proposal", "campaign", "push", "deadline",
	"desire", "permission", "readiness", "need", "commitment", "opportunity", "chance", "authority", "power", "mandate", "deployment", "mission",
	"order", "call", "ultimatum", "directive", "instruction", "veto", "inability", "reluctance", "unwillingness")

// raised-participle: "Reyes signed an order closing the port, citing costs."
//
// Who cites, accuses or arrests is somebody. Where an -ing form of such a verb stands
// behind a comma or "and" on what describes a thing, or in what somebody says of one, it
// belongs to the clause above; so does what only a court does, in what it rules.
// Limit: behind somebody ("the man holding a sign, accusing the king") it is left, unless
// he is only part of what somebody does ("fined drivers parking there, citing …").
func (t *deptree) mendRaisedParticiple(v int) {
	rel, stating, ruling := t.relation(v), statings[t.lemma(v)] || bodyDeeds[t.lemma(v)], verdicts[t.lemma(v)]
	if o := t.opener(v); rel == "advcl" && o >= 0 && t.word(o) == "while" && t.isSetOff(v) && t.kid(t.head[v], "nsubj") < 0 {
		stating = true // "found a cave used by rebels, while killing two of them"
	}
	if t.tag(v) != "VBG" || !stating && !ruling || t.kid(v, "nsubj", "aux", "cop") >= 0 {
		return
	}
	if o := t.opener(v); o >= 0 && t.word(o) != "while" {
		return
	}
	switch {
	case rel == "advcl" || rel == "acl":
		if !t.isSetOff(v) {
			return
		}
	case rel != "conj" || t.kid(v, "cc") < 0 || t.relation(t.head[v]) != "acl":
		return
	}
	h := t.head[v]
	if rel == "conj" && t.tag(h) == "VBG" && t.opener(h) >= 0 {
		return
	}
	for n := t.doerAt(h); h >= 0 && t.head[h] >= 0; n = t.doerAt(h) {
		judged := ruling && t.relation(h) == "ccomp" && rulings[t.lemma(t.head[h])]
		if n >= 0 && t.canState(n) && !judged && !t.isPartOfDeed(n, h) || !stating && !judged {
			break
		}
		h = t.head[h]
	}
	if h >= 0 && h != t.head[v] && t.isVerb(h) && t.canState(t.doerAt(h)) {
		t.attach(v, h, "advcl")
	}
}

// bodyDeeds are further verbs for what only somebody or a body does.
var bodyDeeds = words("announce", "arrest", "confiscate", "detain", "order", "pledge", "promise", "seize")

// part-of-deed: "Troops fired on people queueing for bread, killing nine."
//
// Somebody does harm, and not those who are part of what he does: an -ing form that says
// so behind a comma hangs on the verb, and not on what describes them. Limit: of who
// suffers, as in the passive, it is left, and so is what comes of a law or a strike.
func (t *deptree) mendPartOfDeed(v int) {
	h := t.head[v]
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" || !harms[t.lemma(v)] || t.fullRelation(h) != "acl" || t.opener(h) >= 0 || !t.isSetOff(v) || t.hasOwnWords(v) {
		return
	}
	if up := t.deedWith(t.head[h]); up >= 0 && !t.isPassive(up) {
		t.attach(v, up, "advcl")
	}
}

// deedWith returns the verb with a subject whose object, or what stands with it behind a
// preposition, the noun n is or says more of, or -1.
func (t *deptree) deedWith(n int) int {
	for t.relation(n) == "nmod" && t.isNominal(t.head[n]) {
		n = t.head[n]
	}
	if up := t.head[n]; up >= 0 && up < n && (t.relation(n) == "obj" || t.relation(n) == "obl") && t.kid(up, "nsubj") >= 0 {
		return up
	}
	return -1
}

// isPartOfDeed reports whether the noun n is described by the participle h and part of
// what somebody else does, as its object or behind a preposition.
func (t *deptree) isPartOfDeed(n, h int) bool {
	if t.fullRelation(h) != "acl" || t.head[h] != n {
		return false
	}
	up := t.deedWith(n)
	return up >= 0 && t.canState(t.doerAt(up))
}

// doerAt returns the subject of the verb at h, or the noun that it describes, or h where
// that is a noun; -1 where there is none.
func (t *deptree) doerAt(h int) int {
	switch {
	case h < 0:
		return -1
	case t.isNominal(h) && t.kid(h, "cop") < 0:
		return h
	case t.kid(h, "nsubj") >= 0:
		return t.antecedentOf(t.kid(h, "nsubj"), h)
	case t.relation(h) == "acl" || t.relation(h) == "conj":
		return t.doerAt(t.head[h])
	}
	return -1
}

// canState reports whether the noun n is somebody, a body or a country, who may cite
// something.
func (t *deptree) canState(n int) bool {
	if n < 0 {
		return false
	}
	switch t.typeAt(n) {
	case nlp.Person, nlp.Organization, nlp.Place:
		return true
	}
	return t.isPerson(n) || t.tag(n) == "PRP" || collectives[t.lemma(n)] || placeNouns[t.lemma(n)] || courts[t.lemma(n)]
}

// statings are verbs for what one says of what one does.
var statings = words("accuse", "allege", "argue", "blame", "cite", "claim", "criticise", "criticize", "denounce", "invoke", "quote",
	"urge", "vow", "warn")

// verdicts are what a court does by ruling.
var verdicts = words("overturn", "overrule", "quash", "reverse", "uphold")

// rulings are what courts do with what they hold to be true.
var rulings = words("conclude", "decide", "determine", "find", "hold", "rule")

var courts = words("court", "tribunal", "jury", "panel", "department", "authority", "regulator", "commission", "senate", "assembly",
	"congress", "legislature", "union", "council", "institute", "association", "watchdog", "administration")

// using-means: "Peru shot down the jet using a drone."
//
// "Using" behind a thing tells by what means something is done, and not what the thing
// does. Limit: people and machines that use something by themselves ("a car using petrol")
// are read alike.
func (t *deptree) mendUsingMeans(v int) {
	n := t.head[v]
	if t.word(v) != "using" || t.relation(v) != "acl" || !t.isNominal(n) || t.canState(n) || t.kid(v, "obj") < 0 || t.hasOwnWords(v) {
		return
	}
	h := n
	for h >= 0 && !t.isVerb(h) {
		if rel := t.relation(h); rel != "obj" && rel != "obl" && rel != "nmod" {
			return
		}
		h = t.head[h]
	}
	if h >= 0 && h < n {
		t.attach(v, h, "advcl")
	}
}

// caused-outcome: "The storm caused the river to rise, flooding the town."
//
// An -ing form behind a comma and what somebody or something is made to do tells of what
// makes it, which so does both.
func (t *deptree) mendCausedOutcome(v int) {
	h := t.head[v]
	if rel := t.relation(v); t.tag(v) != "VBG" || rel != "conj" && rel != "advcl" || t.infinitiveMark(h) < 0 || t.kid(v, "cc") >= 0 || !t.isSetOff(v) || t.hasOwnWords(v) {
		return
	}
	if over := t.head[h]; over >= 0 && t.relation(h) == "xcomp" && t.isVerb(over) && causings[t.lemma(over)] {
		t.attach(v, over, "advcl")
	}
}

// crossing-participle: "Peru dropped its case against the crew in return for Chile freeing the ship."
//
// What a participle describes stands before it, and what stands between the two hangs on
// one of them. Where something between belongs to neither, the noun right before the
// participle is meant, as it is behind "in return for". Limit: behind a comma or a time it
// may be either.
func (t *deptree) mendCrossingParticiple(v int) {
	h, rel := t.head[v], t.fullRelation(v)
	if tag := t.tag(v); tag != "VBG" && tag != "VBN" || rel != "acl" && rel != "advcl" || h > v || t.isSetOff(v) || t.hasOwnWords(v) {
		return
	}
	n := t.yield(v, nil).First - 1
	if n <= h || !strings.HasPrefix(t.tag(n), "NN") || t.isTimeWord(n) {
		return
	}
	for t.head[n] > h && t.head[n] < n && (t.relation(n) == "flat" || t.relation(n) == "compound") {
		n = t.head[n]
	}
	if rel == "acl" && t.isCrossed(h, v) || rel == "advcl" && t.isReturn(n) {
		t.attach(v, n, "acl")
	}
}

// isReturn reports whether the noun n gives something "in return" or "in exchange for" which
// something else is done.
func (t *deptree) isReturn(n int) bool {
	up := t.head[n]
	return up >= 0 && t.relation(n) == "nmod" && t.preposition(n) == "for" && t.preposition(up) == "in" && (t.lemma(up) == "return" || t.lemma(up) == "exchange")
}

// isCrossed reports whether a word between a and b hangs on one outside.
func (t *deptree) isCrossed(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if h := t.head[k]; (h < a || h > b) && t.relation(k) != "punct" {
			return true
		}
	}
	return false
}

// installed-participle: "Reyes took over as mayor, succeeding Lund."
//
// What somebody becomes or serves as does nothing yet: an -ing form behind a comma on
// what "as" opens tells of the one who becomes that.
func (t *deptree) mendInstalledParticiple(v int) {
	n := t.head[v]
	if t.tag(v) != "VBG" || t.relation(v) != "acl" || t.relation(n) != "obl" || t.preposition(n) != "as" || !t.isSetOff(v) || t.hasOwnWords(v) {
		return
	}
	if h := t.head[n]; h < n && t.isVerb(h) {
		t.attach(v, h, "advcl")
	}
}

// unfit-participle: "The toll of the floods caused by rain rose", "the murder of civilians committed in Lima"
//
// Nobody causes a toll, and nobody is committed as a crime is: the one is said of the noun
// right before it, the other of the noun above. A place aims at nothing, but what is done
// there: "a truce in the north aiming to save lives".
func (t *deptree) mendUnfitParticiple(v int) {
	h := t.head[v]
	if t.fullRelation(v) == "acl" && t.word(v) == "aiming" && h < v && !t.hasOwnWords(v) && !t.isSetOff(v) && (t.typeAt(h) == nlp.Place || t.liesIn(h)) {
		if n := t.nounAbove(h); n >= 0 && !t.isPerson(n) {
			t.attach(v, n, "acl")
		}
		return
	}
	if t.fullRelation(v) != "acl" || !t.isPastForm(v) || h > v || t.isSetOff(v) || t.hasOwnWords(v) || !t.isNominal(h) {
		return
	}
	switch l := t.lemma(v); {
	case (l == "cause" || l == "trigger") && tolls[t.lemma(h)]:
		n := t.yield(v, nil).First - 1
		for n > h && t.relation(n) == "conj" {
			n = t.head[n]
		}
		if n > h && strings.HasPrefix(t.tag(n), "NN") && t.under(n, h) {
			t.attach(v, n, "acl")
		}
	case l == "commit" || l == "perpetrate":
		if n := t.nounAbove(h); n >= 0 && t.preposition(h) == "of" && (eventNouns[t.lemma(n)] || happenings[t.lemma(n)]) {
			t.attach(v, n, "acl")
		}
	}
}

// shown-in: "Lund gave a video to the press showing the theft."
//
// What shows something is a document. The parser hangs the -ing form on the noun right before
// it, which may be none where the object of the verb is one.
func (t *deptree) mendShownIn(v int) {
	n := t.head[v]
	if t.tag(v) != "VBG" || t.relation(v) != "acl" || !picturings[t.lemma(v)] || t.relation(n) != "obl" && t.relation(n) != "nmod" || documents[t.lemma(n)] || t.isSetOff(v) || t.hasOwnWords(v) {
		return
	}
	h := t.head[n]
	for h >= 0 && !t.isVerb(h) {
		if documents[t.lemma(h)] {
			t.attach(v, h, "acl") // "a video on its site showing the theft"
			return
		}
		h = t.head[h]
	}
	if h < 0 {
		return
	}
	if o := t.kid(h, "obj", "nsubj"); o >= 0 && o < n && documents[t.lemma(o)] && (t.relation(o) == "obj" || t.isPassive(h)) {
		t.attach(v, o, "acl")
	}
}

// picturings are what a picture or a paper does and hardly anything else.
var picturings = words("show", "depict", "portray", "detail", "document", "purport", "contain")

// stays-so: "All limits on trade stay banned."
//
// "Stay" right before a participle that the noun before it is the subject of is its verb, and
// no part of that noun.
func (t *deptree) mendStaysSo(i int) {
	w := i + 1
	if l := t.lemma(i); l != "stay" && l != "remain" || !strings.HasPrefix(t.tag(i), "NN") || t.isDetermined(i) || w >= len(t.head) || !t.isPastForm(w) {
		return
	}
	n := t.kid(w, "nsubj")
	if n < 0 || n == i || !t.under(i, n) || t.yield(n, nil).End != w || t.kid(w, "obj") >= 0 || !strings.HasSuffix(t.tag(n), "S") {
		return
	}
	if k := i - 1; t.head[k] == i && t.relation(k) == "compound" {
		t.attach(k, t.head[i], t.fullRelation(i))
		for _, j := range append([]int(nil), t.kids[i]...) {
			t.attach(j, k, t.fullRelation(j))
		}
	}
	t.attach(i, w, "aux:pass")
	t.attach(n, w, "nsubj:pass")
}

// subjectless-relative: "The quake, felt throughout Orva, caused landslides."
//
// A relative clause has a pronoun or a subject. A past form behind a comma with neither is a
// participle that describes the noun.
func (t *deptree) mendSubjectlessRelative(v int) {
	n := t.head[v]
	if t.fullRelation(v) != "acl:relcl" || !t.isPastForm(v) || n < 0 || n > v || !t.isSetOff(v) || t.kid(v, "nsubj", "aux", "cop", "obj", "mark", "ccomp") >= 0 || neverPassive[t.lemma(v)] {
		return
	}
	for i := n + 1; i < v; i++ {
		if t.isRelativePronoun(i) || t.tag(i) == "WRB" {
			return
		}
	}
	t.name(v, "acl")
	t.mended[v] = true
}
