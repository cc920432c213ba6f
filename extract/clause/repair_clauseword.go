package clause

import (
	"slices"

	"kg/extract/nlp"
)

// clause-word: "The town has starved since the capital, Moorstad, fell to rebels."
//
// A tensed verb has a subject. Where it has none, and the noun phrase right before it hangs
// on it behind a word that opens clauses as well as phrases, that is the subject and the word
// opens the clause. Limit: a verb behind "and" may share the subject of the one before.
func (t *deptree) mendClauseWord(v int) {
	switch t.relation(v) {
	case "advcl", "conj", "parataxis":
	default:
		return
	}
	tensed, _ := t.isTensed(v)
	if t.head[v] > v || !tensed && t.kid(v, "aux") < 0 || t.kid(v, "nsubj", "csubj", "cc", "mark", "expl") >= 0 {
		return
	}
	for _, n := range t.kids[v] {
		word := t.kid(n, "case")
		if n > v || word < 0 || !clauseWords[t.word(word)] || t.yield(n, nil).First != word || !t.isSetBefore(n, v) {
			continue
		}
		rel := "nsubj"
		if t.isPassive(v) {
			rel = "nsubj:pass"
		}
		t.attach(n, v, rel)
		t.attach(word, v, "mark")
		t.attach(v, t.head[v], "advcl")
		return
	}
}

// isSetBefore reports whether nothing but a comma, auxiliaries and adverbs stand between the
// phrase of n and the verb v.
func (t *deptree) isSetBefore(n, v int) bool {
	for i := t.yield(n, nil).End; i < v; i++ {
		if rel := t.relation(i); t.word(i) != "," && (t.head[i] != v || rel != "aux" && rel != "advmod") {
			return false
		}
	}
	return true
}

// clauseWords open a clause or a phrase.
var clauseWords = words("since", "after", "before", "until", "till", "as")

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

// parted-passive: "The blast was yesterday reported to have killed two."
//
// A form of "be" before a time is no copula where the time hangs on the participle behind it.
func (t *deptree) mendPartedPassive(i int) {
	time := t.head[i]
	v := t.head[time]
	if t.lemma(i) != "be" || t.relation(i) != "cop" || time < i || v <= time || t.relation(time) != "obl" || t.kid(time, "case", "nsubj") >= 0 || t.kid(v, "aux", "cop") >= 0 {
		return
	}
	switch t.tag(v) {
	case "VBN":
		t.attach(i, v, "aux:pass")
	case "VBG":
		t.attach(i, v, "aux")
	}
}

// adverb-to: "Norland is nevertheless to include the towns."
//
// What stands between "be" and an infinitive is no predicate where it is an adverb.
func (t *deptree) mendAdverbTo(v int) {
	h := t.head[v]
	if h < 0 || h > v || t.tag(h) != "RB" || t.tag(v) != "VB" || t.kid(h, "cop") < 0 || t.kid(h, "nsubj") < 0 || !linkingAdverbs[t.word(h)] || t.word(h+1) != "to" || t.head[h+1] != v {
		return
	}
	rel := t.fullRelation(h)
	t.attach(v, t.head[h], rel)
	for _, k := range slices.Clone(t.kids[h]) {
		t.attach(k, v, t.fullRelation(k))
	}
	t.attach(h, v, "advmod")
}

// linkingAdverbs say how a sentence follows on another, not where or how something is.
var linkingAdverbs = words("also", "consequently", "hence", "however", "instead", "likewise", "meanwhile", "nevertheless",
	"nonetheless", "now", "otherwise", "still", "then", "therefore", "though", "thus")

// timed-subject: "The bombings yesterday struck a church."
//
// A day right between the subject and its verb says when the verb is. Limit: not where the
// verb has a time of its own.
func (t *deptree) mendTimedSubject(i int) {
	n, v := t.head[i], -1
	switch t.relation(i) {
	case "nmod":
		v = t.head[n]
	case "nsubj": // a second subject, which has taken the article of the first
		v = n
		n = t.kid(v, "nsubj")
		if det := t.kid(i, "det"); n < i && det >= 0 && det < n {
			t.attach(det, n, "det")
		}
	}
	if v < i || n >= i || t.relation(n) != "nsubj" || !t.isVerb(v) || !t.isDay(i) || t.head[i] == n && t.yield(n, nil).End != i+1 {
		return
	}
	if !slices.ContainsFunc(t.kids[v], func(k int) bool {
		return t.fullRelation(k) == "obl:unmarked" || t.relation(k) == "obl" && dayWords[t.word(k)]
	}) {
		t.attach(i, v, "obl:unmarked")
	}
}

// isDay reports whether token i names a day, or with the word before it a part of one:
// "yesterday", "Monday night", "last week".
func (t *deptree) isDay(i int) bool {
	if len(t.kids[i]) == 0 {
		return dayWords[t.word(i)]
	}
	return dayParts[t.word(i)] && len(t.kids[i]) == 1 && t.kids[i][0] == i-1 && (dayWords[t.word(i-1)] || t.word(i-1) == "last" || t.word(i-1) == "this")
}

var dayParts = words("morning", "afternoon", "evening", "night", "week", "month", "year", "weekend", "spring", "summer", "autumn", "winter")

// dayWords name a day by themselves.
var dayWords = words("yesterday", "today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

// listed-holder: "Condolences came from union head Yousef Roe, Pope Francis and a mayor."
//
// What is joined to the name right behind a singular title is joined to both as one. Limit:
// behind a comma the name may be an aside ("the head, Yousef Roe, and a mayor" keeps its tree).
func (t *deptree) mendListedHolder(k int) {
	i := t.head[k]
	if k != i+1 || t.relation(k) != "appos" || t.tag(i) != "NN" || t.typeAt(k) == "" || t.typeAt(i) != "" {
		return
	}
	for _, c := range slices.Clone(t.kids[k]) {
		if t.relation(c) == "conj" && c > k {
			t.attach(c, i, "conj")
		}
	}
}

// asked-if: "The council is to decide within a month if an inquiry is needed."
//
// Behind a verb of deciding or finding out "if" means "whether". Limit: not behind a comma,
// nor where the verb has an object, which may be what is decided.
func (t *deptree) mendAskedIf(v int) {
	h, mark := t.head[v], t.opener(v)
	if t.relation(v) != "advcl" || h > v || mark < 0 || t.word(mark) != "if" || t.word(mark-1) == "," || !decidings[t.lemma(h)] || t.isPassive(h) || t.kid(h, "obj", "ccomp", "xcomp") >= 0 {
		return
	}
	t.attach(v, h, "ccomp")
}

var decidings = words("decide", "determine", "ask", "wonder", "see", "check", "examine", "establish", "consider", "question", "investigate")

// agent-participle: "He was struck by a truck driving on the wrong side."
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

// gerund-subject: "Understanding the glue would help the town."
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

// named-source: "According to ecologist Chip Roe of Norland University, birds left."
//
// The name right behind who the source is, and before a comma, is the source's, be it that the
// parser makes it a second subject of the verb.
func (t *deptree) mendNamedSource(i int) {
	n, v := i-1, t.head[i]
	if t.relation(i) != "nsubj" || n < 0 || t.head[n] != v || t.tag(n) != "NN" || !sourcePhrases[t.preposition(n)] || t.typeAt(i) != nlp.Person {
		return
	}
	if end := t.yield(i, nil).End; end < v && t.word(end) == "," && slices.ContainsFunc(t.kids[v], func(k int) bool { return k > end && k < v && t.relation(k) == "nsubj" }) {
		t.attach(i, n, "appos")
	}
}

// measured-clause: "The mill closed just two months after Norvik bought it."
//
// A length of time right before "after" or "before" says how long after, and not when what
// the clause tells of was. It hangs on that word.
func (t *deptree) mendMeasuredClause(i int) {
	h, mark := t.head[i], i+1
	if rel := t.fullRelation(i); rel != "obl:unmarked" && rel != "nmod:unmarked" || !timeUnits[t.lemma(i)] || mark >= len(t.head) || t.relation(mark) != "mark" {
		return
	}
	if v := t.head[mark]; (v == h || t.head[v] == h && t.relation(v) == "advcl") && v > mark && (t.word(mark) == "after" || t.word(mark) == "before") {
		t.attach(i, mark, "obl:measure")
	}
}
