package clause

import "kg/extract/nlp"

// subjectOf returns the head of the noun phrase that does what verb v says, as
// the grammar of the sentence has it: its subject or agent, the subject of the
// verb it is joined to, controls it or surrounds it, or the noun it describes;
// -1 where nobody is named.
func (t *deptree) subjectOf(v int) int { return t.subjectWithin(v, 8) }

// subjectWithin is subjectOf, up to limit steps: chains are never longer.
func (t *deptree) subjectWithin(v, limit int) int {
	if limit == 0 {
		return -1
	}
	if t.isPassive(v) {
		return t.agentOf(v)
	}
	if s := t.ownSubject(v); s >= 0 {
		return t.antecedentOf(s, v)
	}
	h := t.head[v]
	if h < 0 {
		return -1
	}
	if o := t.handedOn(v, h); o >= 0 {
		return o
	}
	switch t.relation(v) {
	case "conj":
		if t.isVerb(h) || t.kid(h, "cop") >= 0 {
			return t.sharedSubject(h, limit-1)
		}
	case "xcomp":
		if o := t.kid(h, "obj", "iobj"); o >= 0 && o < v && (objectControl[t.lemma(h)] || directives[t.lemma(h)]) && !t.isRung(h, o) {
			return o
		}
		return t.sharedSubject(h, limit-1)
	case "advcl", "ccomp":
		if t.tag(v) == "VBG" || t.tag(v) == "VB" && t.infinitiveMark(v) >= 0 || t.relation(v) == "advcl" && t.tag(v) == "VBN" {
			return t.sharedSubject(h, limit-1)
		}
	case "acl":
		if t.isNominal(h) && t.tag(v) == "VBG" {
			if up := t.nounAbove(h); up >= 0 && t.isTimeWord(h) {
				h = up // "a wife of twenty years pleading"
			}
			return t.shownIn(h, v)
		}
		if t.isNominal(h) && t.infinitiveMark(v) >= 0 {
			return t.ownerOf(h)
		}
	}
	return -1
}

// handedOn returns who does what v, a verb without a subject that hangs on h, says,
// where that is an argument of h which is not its subject: "called on Peru to join", "is
// easy for Lund to say", "left farmers fearing", "fined Lund for refusing"; else -1.
func (t *deptree) handedOn(v, h int) int {
	if t.infinitiveMark(v) >= 0 {
		if k := t.calledUpon(v); k >= 0 {
			return k
		}
		if t.isDriven(v) {
			return t.kid(h, "obj")
		}
		return t.forWhom(v)
	}
	o := t.kid(h, "obj", "xcomp")
	if t.tag(v) != "VBG" || o < 0 || !t.isNominal(o) || t.isPassive(h) || o < h || o > v || t.isTimeWord(o) {
		return -1
	}
	switch p := t.markBefore(v); {
	case p == "" && causings[t.lemma(h)] && t.lemma(h) != "have" && (t.relation(v) == "xcomp" || t.relation(v) == "advcl" && t.yield(o, nil).End == v),
		t.relation(v) == "advcl" && (p == "for" || p == "of") && (accusations[t.lemma(h)] || punishings[t.lemma(h)]):
		return o
	}
	return -1
}

// punishings are what is done to somebody for what he did.
var punishings = words("fine", "jail", "arrest", "imprison", "charge", "sue", "sack", "fire", "dismiss", "punish", "suspend", "ban",
	"expel", "sentence", "convict", "hold", "detain", "censure", "reward", "forgive", "pardon")

// forWhom returns the noun that "for" puts right before the infinitive v as its subject, or -1.
func (t *deptree) forWhom(v int) int {
	for _, k := range t.kids[t.head[v]] {
		if t.preposition(k) == "for" && t.yield(k, nil).End == t.infinitiveMark(v) {
			return k
		}
	}
	return -1
}

// calledUpon returns the noun that the verb on which the infinitive v hangs asks with a
// preposition to do it ("called on Peru to join", "appealed to him to stay"), or -1.
func (t *deptree) calledUpon(v int) int {
	h := t.head[v]
	if h < 0 || !directives[t.lemma(h)] && t.lemma(h) != "demand" {
		return -1
	}
	for _, k := range t.kids[h] {
		if t.relation(k) != "obl" || k < h || k > v || t.isTimeWord(k) || t.typeAt(k) == nlp.Date {
			continue
		}
		switch p := t.kid(k, "case"); {
		case p < 0:
		case askedWith[t.word(p)]:
			return k
		}
	}
	return -1
}

// askedWith are the prepositions before the one who is asked to do something.
var askedWith = words("on", "upon", "to", "with", "for", "from", "of")

// shownIn returns who does what the participle v behind the noun h says: of "footage
// of Lund saying" Lund, else h.
func (t *deptree) shownIn(h, v int) int {
	for _, k := range t.kids[h] {
		if documents[t.lemma(h)] && t.relation(k) == "nmod" && t.preposition(k) == "of" && t.yield(k, nil).End == v {
			return k
		}
	}
	return h
}

// sharedSubject is the subject of clause h as what hangs on it shares it: that
// of a passive as well.
func (t *deptree) sharedSubject(h, limit int) int {
	h = t.clauseHead(h)
	if s := t.ownSubject(h); s >= 0 {
		return t.antecedentOf(s, h)
	}
	return t.subjectWithin(h, limit)
}

// ownSubject returns the noun that hangs on v as its subject, or -1. Of two, as
// the parser leaves them before a quotation, the one next to the verb that names
// no time.
func (t *deptree) ownSubject(v int) int {
	best := -1
	for _, k := range t.kids[v] {
		if t.relation(k) != "nsubj" || t.fullRelation(k) == "nsubj:outer" && best >= 0 {
			continue
		}
		if best < 0 || timeNouns[t.lemma(best)] || !timeNouns[t.lemma(k)] && abs(k-v) < abs(best-v) {
			best = k
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// agentOf returns the one by whom a passive is done, or -1.
func (t *deptree) agentOf(v int) int {
	for _, k := range t.kids[v] {
		if t.relation(k) == "obl" && t.preposition(k) == "by" {
			return k
		}
	}
	return -1
}

// antecedentOf returns what the relative pronoun s, an argument of v, stands
// for; s itself where it is none.
func (t *deptree) antecedentOf(s, v int) int {
	if w := t.word(s); w != "who" && w != "which" && w != "that" && w != "whom" {
		return s
	}
	for ; v >= 0; v = t.head[v] {
		if rel := t.fullRelation(v); rel == "acl:relcl" && t.head[v] >= 0 {
			return t.head[v]
		}
	}
	return s
}

// infinitiveMark returns the "to" before the infinitive v, or -1: before an -ing form
// it is a preposition.
func (t *deptree) infinitiveMark(v int) int {
	if t.tag(v) == "VBG" {
		return -1
	}
	for _, k := range t.kids[v] {
		if t.relation(k) == "mark" && t.tag(k) == "TO" {
			return k
		}
	}
	return -1
}

// ownerOf returns who says or holds what the noun n names: its possessor, the
// "by" or "of" phrase of a name, or -1.
func (t *deptree) ownerOf(n int) int {
	for _, k := range t.kids[n] {
		if t.fullRelation(k) == "nmod:poss" {
			return k
		}
	}
	for _, k := range t.kids[n] {
		if p := t.preposition(k); t.relation(k) == "nmod" && (p == "by" || p == "from" || p == "among") {
			return k
		}
	}
	return -1
}

// isTimeWord reports whether the noun i names a time: no source, unless it ends the
// name of a body, as in "the Lima Times".
func (t *deptree) isTimeWord(i int) bool {
	return (timeNouns[t.lemma(i)] || timeNouns[t.word(i)]) && t.typeAt(i) != nlp.Organization
}
