package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// beheading are the words that open a clause and are prepositions as well.
var beheading = words("after", "before", "as", "until", "till", "since", "once")

// neverPassive are verbs that have no passive: their past form describes no noun
// that suffers it, but tells what the noun did.
var neverPassive = words("arrive", "appear", "burst", "capsize", "collapse", "collide", "crash", "die", "decrease", "disappear", "dwindle", "emerge", "erupt",
	"escalate", "explode", "fall", "go", "happen", "increase", "malfunction", "occur", "plummet", "plunge", "resign", "rise", "sink",
	"skid", "swerve", "tumble", "vanish", "veer")

// false-subject: "Ten people die after a ferry with forty passengers sinks."
//
// A subject has the number of its verb. Where one that does not stands in a clause
// whose opening word the tree has taken for a preposition, it is left to what it
// stands behind, and stranded-verb finds the subject. Limit: a past form has no
// number.
func (t *deptree) mendFalseSubject(v int) {
	n := t.kid(v, "nsubj")
	if rel := t.relation(v); n < 0 || rel != "advcl" && rel != "acl" && rel != "parataxis" || t.agrees(n, v) {
		return
	}
	p := t.beheaded(v)
	if p < 0 || !t.agrees(t.head[p], v) {
		return
	}
	if n < v {
		t.attach(n, t.head[p], "nmod")
	} else {
		t.attach(n, v, "obl")
	}
	t.attach(v, t.head[v], "advcl")
}

// stranded-verb: "Nine people died after a ferry with forty passengers capsized."
//
// A tensed verb has a subject. Where the tree has taken the opening word of its
// clause for a preposition, the noun behind that is the subject. Limit: a past
// form without an object counts as tensed only where it has no passive.
func (t *deptree) mendStrandedVerb(v int) {
	p, and := -1, -1
	switch rel := t.fullRelation(v); {
	case rel == "conj":
		p, and = t.beheadedBeyond(v)
	case (rel == "advcl" || rel == "acl") && !t.hasOwnWords(v) && t.standsAsVerb(v):
		p = t.beheaded(v)
	}
	if p < 0 {
		return
	}
	if and >= 0 {
		t.attach(and, t.kidBehind(t.head[p], and), "cc")
	}
	n, over := t.head[p], t.head[v]
	if t.under(v, n) || t.fullRelation(v) == "conj" {
		over = t.head[n]
	}
	for over >= 0 && t.fullRelation(v) == "conj" && !t.isVerb(over) && t.kid(over, "cop") < 0 {
		over = t.head[over]
	}
	if over < 0 || over == n {
		return
	}
	t.attach(v, over, "advcl")
	for _, k := range slices.Clone(t.kids[over]) {
		if k > n && k < v && t.relation(k) == "obl" && t.kid(k, "case") >= 0 {
			t.attach(k, n, "nmod")
		}
	}
	t.attach(n, v, "nsubj")
	t.attach(p, v, "mark")
	t.takeJoined(v, over)
}

// beheadedBeyond returns the preposition that opens the clause of the verb v, which no
// conjunction joins to anything, beyond what is said between commas of the noun behind it
// ("left after a cook, whose name is known, sold the house") or beyond a second noun that
// "and" joins to that ("after Peru and Chile left"), with that "and", where the tree hangs
// it on v; -1 if there is none.
func (t *deptree) beheadedBeyond(v int) (p, and int) {
	first := v // token of the verb group
	for _, k := range t.kids[v] {
		if rel := t.relation(k); rel == "aux" && k < first {
			first = k
		}
	}
	if t.kid(v, "nsubj", "csubj", "cop", "mark") >= 0 || first == 0 || !t.isPastForm(v) || first == v && t.tag(v) == "VBN" && t.kid(v, "obj") < 0 {
		return -1, -1
	}
	and = t.kid(v, "cc")
	for n := v - 1; n > t.head[v]; n-- {
		p := t.caseOf(n)
		if p < 0 || !beheading[t.word(p)] || len(t.kids[p]) > 0 || t.isTimeWord(n) || t.typeAt(n) == nlp.Date {
			continue
		}
		r, end := t.kid(n, "acl", "appos"), t.yield(n, nil).End
		if and < 0 && t.word(first-1) == "," && r >= 0 && t.isSetOff(r) && end >= first-1 {
			return p, -1
		}
		if c := t.kidBehind(n, and); and > n && c >= 0 && end == first {
			return p, and
		}
	}
	return -1, -1
}

// caseOf returns the preposition of n, which says more of a verb or a noun, or -1.
func (t *deptree) caseOf(n int) int {
	if rel := t.relation(n); rel != "obl" && rel != "nmod" {
		return -1
	}
	return t.kid(n, "case")
}

// kidBehind returns the noun joined to n that begins right behind token i, or -1.
func (t *deptree) kidBehind(n, i int) int {
	for _, k := range t.kids[n] {
		if i >= 0 && t.relation(k) == "conj" && t.yield(k, nil).First == i+1 {
			return k
		}
	}
	return -1
}

// takeJoined hangs on v the past form that "and" joins right behind its clause and that
// the tree has joined to the passive verb over: "were killed after a car left the road
// and fell".
func (t *deptree) takeJoined(v, over int) {
	end := t.yield(v, nil).End
	for _, k := range t.kids[over] {
		if k > v && t.relation(k) == "conj" && t.tag(k) == "VBD" && t.isPassive(over) && t.kid(k, "cc") == end && t.kid(k, "nsubj", "aux") < 0 {
			t.attach(k, v, "conj")
			return
		}
	}
}

// standsAsVerb reports whether v, which has no subject, cannot be a participle that
// describes a noun.
func (t *deptree) standsAsVerb(v int) bool {
	tensed, past := t.isTensed(v)
	if t.tag(v) == "VBN" && t.kid(v, "obj") >= 0 && t.relation(v) == "advcl" && !twoObjects[t.lemma(v)] && !appointings[t.lemma(v)] {
		return true // "after a car lost control"
	}
	return tensed && (!past || t.kid(v, "obj") >= 0) || (past || t.tag(v) == "VBN") && neverPassive[t.lemma(v)]
}

// beheaded returns the preposition before v that opens its clause, or -1: the
// nearest, with no other tensed verb between.
func (t *deptree) beheaded(v int) int {
	for p := v - 1; p >= t.sentence(v).First; p-- {
		if t.relation(p) == "case" && beheading[t.word(p)] {
			n := t.head[p]
			if n < p || n > v || len(t.kids[p]) > 0 || !t.isNominal(n) || t.relation(n) == "nsubj" {
				return -1
			}
			if t.under(v, n) || t.head[n] == t.head[v] {
				return p
			}
			return -1
		}
		if tensed, _ := t.isTensed(p); tensed && t.fullRelation(p) != "acl:relcl" || t.relation(p) == "mark" && t.tag(p) == "IN" {
			return -1
		}
	}
	return -1
}

// gapped-subject: "Two sailors were killed and three wounded."
//
// A number without a noun between "and" and a participle joined to a passive verb
// is who suffers the second act, and "were" is left out before it. Limit: a number
// with a noun ("and two days later freed") may be a time; and of a bare number a
// fact is made only where the passive has a place or the like ("35 is injured in").
func (t *deptree) mendGappedSubject(i int) {
	if t.mendGappedCount(i) {
		return
	}
	v, more := t.head[i], -1
	if t.word(v) == "more" && t.relation(v) == "advmod" {
		v, more = t.head[v], v // "and three more wounded"
	}
	if t.tag(i) != "CD" || i > v || t.tag(v) != "VBN" || t.relation(v) != "conj" || t.relation(i) != "obl" || t.hasOwnWords(v) {
		return
	}
	if and := t.kid(v, "cc"); and >= 0 && and+1 == t.yield(i, nil).First && t.kid(t.head[v], "nsubj") >= 0 {
		t.attach(i, v, t.fullRelation(t.kid(t.head[v], "nsubj")))
		if more >= 0 {
			t.attach(more, i, "advmod")
		}
	}
}

// mendGappedCount does so where the number has a noun that the tree has joined to the verb
// itself: "3,400 houses were destroyed and nine miles of road damaged".
func (t *deptree) mendGappedCount(i int) bool {
	h := t.head[i]
	if t.relation(i) != "conj" || h > i || !t.isVerb(h) || !t.isPassive(h) || t.kid(i, "nummod") < 0 && !crowds[t.word(i)] || t.isTimeWord(i) {
		return false
	}
	if v := t.kid(i, "acl"); v > i && t.tag(v) == "VBN" && !t.hasOwnWords(v) && t.kid(v, "obj") < 0 {
		t.attach(v, h, "conj")
	}
	v := t.yield(i, nil).End
	if v >= len(t.head) || t.tag(v) != "VBN" || t.head[v] != h || t.relation(v) != "conj" || t.hasOwnWords(v) {
		return false
	}
	if and := t.kid(i, "cc"); and >= 0 {
		t.attach(and, v, "cc")
	}
	t.attach(i, v, "nsubj:pass")
	return true
}

// crowds are words for a number of people who are not named.
var crowds = words("dozens", "hundreds", "thousands", "scores", "others", "many", "several")

// contact-clause: "Five people died after a coal mine collapsed."
//
// A clause right behind a noun without "that" lacks an object ("the song she
// wrote"). A verb that never has one stands in no such clause: the noun belongs to
// its subject. Limit: a preposition at the end of the clause ("the hole he fell in").
func (t *deptree) mendContactClause(v int) {
	k := t.head[v]
	i := t.kid(v, "nsubj")
	if t.fullRelation(v) != "acl:relcl" || !neverPassive[t.lemma(v)] || i != k+1 || t.isRelativePronoun(i) || !strings.HasPrefix(t.tag(k), "NN") {
		return
	}
	p, over := t.kid(k, "case"), t.head[k]
	if p < 0 || over < 0 || !beheading[t.word(p)] {
		return
	}
	t.attach(v, over, "advcl")
	t.attach(p, v, "mark")
	t.attach(k, i, "compound")
}

// isRelativePronoun reports whether token i is "who", "which" or "that".
func (t *deptree) isRelativePronoun(i int) bool { return relativizers[t.word(i)] && t.tag(i) != "DT" }

// unlike-verb: "The court ordered Lund to pay and jailed his son."
//
// Joined verbs have one form. A tensed verb is not joined to an infinitive or an
// -ing form but to the tensed verb above it. Limit: a past form joined to a
// participle is left, as the two look alike.
func (t *deptree) mendUnlikeVerb(v int) {
	if t.relation(v) == "conj" && t.infinitiveMark(v) >= 0 && t.kid(v, "cc") >= 0 {
		t.joinInfinitive(v)
		return
	}
	if aux := t.kid(v, "aux"); t.relation(v) == "conj" && aux >= 0 && t.tag(aux) == "MD" && t.infinitiveMark(t.head[v]) >= 0 && t.kid(v, "nsubj") < 0 {
		t.attach(v, t.aboveUntensed(t.head[v]), "conj") // "agreed to pay and will sell the mine"
		return
	}
	if k := t.infinitiveBefore(v); k >= 0 {
		t.attach(v, k, "conj") // "urged drivers to slow down and keep left"
		return
	}
	if t.joinPerfect(v) {
		return
	}
	tensed, past := t.isTensed(v)
	if t.relation(v) != "conj" || !tensed || t.hasOwnWords(v) {
		return
	}
	if !t.isUntensed(t.head[v], v) {
		return
	}
	for h := t.head[t.head[v]]; h >= 0; h = t.head[h] {
		if up, before := t.isTensed(h); up && before == past && h < v {
			t.attach(v, h, "conj")
			return
		}
	}
}

// joinPerfect hangs the past participle v, which the tree has joined to an infinitive, on the
// participle above that: "has urged Lund to pay and called on him to resign". It reports
// whether it did.
func (t *deptree) joinPerfect(v int) bool {
	h := t.head[v]
	if t.relation(v) != "conj" || t.tag(v) != "VBN" || t.hasOwnWords(v) || t.kid(v, "cc") < 0 || t.tag(h) != "VB" || t.infinitiveMark(h) < 0 || t.kid(h, "aux", "cop") >= 0 {
		return false
	}
	for h = t.head[h]; h >= 0; h = t.head[h] {
		if aux := t.kid(h, "aux"); t.tag(h) == "VBN" && aux >= 0 && t.lemma(aux) == "have" && h < v {
			t.attach(v, h, "conj")
			return true
		}
	}
	return false
}

// infinitiveBefore returns the infinitive between the bare form v, which has no words of
// its own, and the tensed verb that it is joined to and cannot be like; -1 where there is none.
func (t *deptree) infinitiveBefore(v int) int {
	h := t.head[v]
	if t.relation(v) != "conj" || t.tag(v) != "VB" || t.hasOwnWords(v) || t.kid(h, "aux") >= 0 || t.tag(h) != "VBD" && t.tag(h) != "VBZ" {
		return -1
	}
	for _, k := range t.kids[h] {
		if k > h && k < v && t.infinitiveMark(k) > h && (t.relation(k) == "xcomp" || t.relation(k) == "advcl") {
			return k
		}
	}
	return -1
}

// joinInfinitive hangs the infinitive v, which the tree has joined to another form, on the
// nearest infinitive above that: "plans to move to Peru, where it has a mill, and to close it".
func (t *deptree) joinInfinitive(v int) {
	if h := t.head[v]; t.tag(h) != "VBG" && t.tag(h) != "VBN" && t.tag(h) != "VBD" || t.infinitiveMark(h) >= 0 {
		return
	}
	for h := t.head[t.head[v]]; h >= 0; h = t.head[h] {
		if t.infinitiveMark(h) >= 0 && t.tag(h) == "VB" && h < v {
			t.attach(v, h, "conj")
			return
		}
	}
}

// aboveUntensed returns the verb that the infinitive h completes, or the one that this
// completes in turn.
func (t *deptree) aboveUntensed(h int) int {
	for t.infinitiveMark(h) >= 0 && t.head[h] >= 0 && t.isVerb(t.head[h]) && t.relation(h) == "xcomp" {
		h = t.head[h]
	}
	return h
}

// isUntensed reports whether the verb h is an infinitive or a bare -ing form, or
// stands with a modal and a subject that the tensed verb v disagrees with.
func (t *deptree) isUntensed(h, v int) bool {
	switch t.tag(h) {
	case "VB":
		n, aux := t.kid(h, "nsubj"), t.kid(h, "aux")
		return t.infinitiveMark(h) >= 0 || n >= 0 && aux >= 0 && t.tag(aux) == "MD" && !t.agrees(n, v)
	case "VBG":
		return t.kid(h, "aux") < 0
	}
	return false
}

// cut-off-verb: "The fear that the dam would break emptied the town."
//
// A sentence has a verb. Where its root is a noun and a past form with an object,
// or a present one, is said to describe that, this verb is the root and the noun
// its subject. Limit: verbs with two objects ("players given medals").
func (t *deptree) mendCutOffVerb(v int) {
	h := t.head[v]
	if t.fullRelation(v) != "acl" || t.head[h] >= 0 || h > v || !strings.HasPrefix(t.tag(h), "NN") || t.hasOwnWords(v) || t.kid(h, "cop", "case") >= 0 {
		return
	}
	switch tag := t.tag(v); {
	case tag == "VBZ", tag == "VBP", tag == "VBD" && t.kid(v, "obj") >= 0:
	case tag == "VBN" && t.kid(v, "obj") >= 0 && !twoObjects[t.lemma(v)] && !appointings[t.lemma(v)]:
	default:
		return
	}
	t.attach(v, -1, "root")
	for _, k := range slices.Clone(t.kids[h]) {
		if k > v {
			t.attach(k, v, t.fullRelation(k))
		}
	}
	t.attach(h, v, "nsubj")
}

// set-off-adjective: "Farm leaders, worried about a lack of rain, called for help."
//
// An adjective between commas behind its noun, with no form of "be", only describes that
// where a past form follows behind the second comma: this is the verb of the sentence. The
// parser takes the adjective for the predicate and the verb for a clause of a noun in it.
// Limit: a second participle that describes the noun as well ("Lund, tired and beaten").
func (t *deptree) mendSetOffAdjective(v int) {
	if t.relation(v) != "acl" || t.tag(v) != "VBN" && t.tag(v) != "VBD" || t.hasOwnWords(v) || !t.isSetOff(v) {
		return
	}
	r := t.head[v]
	for t.head[r] >= 0 {
		r = t.head[r]
	}
	s := t.kid(r, "nsubj")
	if s < 0 || s > r || v < r || !strings.HasPrefix(t.tag(r), "JJ") && t.tag(r) != "VBN" || t.kid(r, "cop", "aux") >= 0 {
		return
	}
	first := t.yield(r, func(k int) bool { return k <= s || t.relation(k) == "punct" }).First
	if first <= s || t.word(first-1) != "," || t.yield(s, func(k int) bool { return t.relation(k) == "punct" }).End != first-1 {
		return
	}
	t.attach(v, -1, "root")
	t.attach(s, v, "nsubj")
	t.attach(r, s, "acl")
}

// twoObjects are verbs whose passive keeps an object: "players given medals".
var twoObjects = words("give", "pay", "offer", "award", "grant", "send", "show", "teach", "tell", "ask", "sell", "fine", "charge",
	"lend", "owe", "deny", "refuse", "promise", "hand", "allow", "cost", "age", "value", "estimate", "price", "put", "turn", "leave")

// describings say what is part of a thing or how much it is; nobody does them.
var describings = words("involve", "contain", "comprise", "feature", "consist", "concern", "cover", "total", "measure",
	"weigh", "cost", "date", "belong", "regard", "relate")

// describing-participle: "The army held drills involving ninety ships."
//
// An -ing form that says what is in a thing describes the object right before it
// and not the doer, and so does one that says what somebody is shown doing. Limit: behind
// a comma it may be either.
func (t *deptree) mendDescribingParticiple(v int) {
	shown := showings[t.lemma(t.head[v])]
	if rel := t.relation(v); rel != "advcl" && !(shown && rel == "ccomp") || t.tag(v) != "VBG" || !shown && !describings[t.lemma(v)] || t.opener(v) >= 0 || t.hasOwnWords(v) {
		return
	}
	o := t.kid(t.head[v], "obj")
	if o < 0 || o > v || t.word(v-1) == "," || shown && t.yield(o, nil).End != t.yield(v, nil).First {
		return
	}
	t.attach(v, o, "acl")
}

// showings are what pictures and those who see do to who does something.
var showings = words("show", "depict", "portray", "picture", "film", "photograph", "capture", "see", "watch", "hear", "catch")

// stray-not: "It was not permanent housing."
//
// "Not" right behind "is" or an auxiliary denies what that belongs to, not the next word
// alone. Limit: "not only".
func (t *deptree) mendStrayNot(i int) {
	w := t.word(i)
	if w != "not" && w != "n't" && w != "n’t" || i == 0 || t.relation(i) != "advmod" || i+1 < len(t.words) && t.word(i+1) == "only" {
		return
	}
	switch t.relation(i - 1) {
	case "cop", "aux":
		if h := t.head[i-1]; h > i && t.head[i] != h && t.under(t.head[i], h) {
			t.attach(i, h, "advmod")
		}
	}
}
