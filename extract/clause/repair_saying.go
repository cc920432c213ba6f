package clause

import (
	"strings"

	"kg/extract/nlp"
)

// second-saying: "Lund said it would close the road and warned drivers."
//
// A verb of speaking joined to a clause inside what somebody says may be the next thing
// he does: it shares no auxiliary with that clause, being in the past, and nothing but a
// pronoun for him can speak there. No vote accuses the mayor of fraud. Limit: what he
// says of himself with other verbs ("said he had won and thanked his brother") is left to
// the parser.
func (t *deptree) mendSecondSaying(k int) {
	h := t.head[k]
	if t.relation(k) != "conj" || t.tag(k) != "VBD" && !t.isIt(t.kid(k, "obj")) || h > k || t.head[h] > k || t.relation(h) != "ccomp" || !t.saysVerb(t.head[h]) || !t.utters(k) || t.kid(k, "cc") < h || t.kid(k, "nsubj", "aux") >= 0 || t.quoteAt(k) >= 0 {
		return
	}
	s, aux := t.kid(h, "nsubj"), t.kid(h, "aux")
	switch {
	case s < 0:
		return
	case eventNouns[t.lemma(s)], isDeed(t.lemma(s)):
	case t.tag(s) != "PRP" && t.typeAt(s) != nlp.Person && t.isIt(t.kid(k, "obj")): // nobody accuses himself without "self"
	case t.saysVerb(k) && (t.tag(s) == "PRP" || aux >= 0 && t.tag(aux) == "MD"):
	default:
		return
	}
	t.attach(k, t.head[h], "conj")
}

// isIt reports whether token i is "it".
func (t *deptree) isIt(i int) bool { return i >= 0 && t.word(i) == "it" }

// utters reports whether v is done with words: it says something, says something of its
// object, or asks somebody to do something.
func (t *deptree) utters(v int) bool {
	l := t.lemma(v)
	if t.saysVerb(v) {
		return true
	}
	o := t.kid(v, "obj")
	return o > v && (accusations[l] || namings[l] && t.kid(v, "xcomp") > o) || directives[l] && t.infinitiveOf(v) > v
}

// said-relative: "Reyes, who officials said was armed, fled."
//
// A relative pronoun before somebody who says something is the subject of what he says,
// where that has none and opens in a tensed verb. The parser gives the verb of saying two
// subjects, or an object besides what is said.
// Limit: what has a subject of its own is left ("the firm which, he said, he owned").
func (t *deptree) mendSaidRelative(i int) {
	v := t.head[i]
	if rel := t.relation(i); rel != "nsubj" && rel != "obj" || !relativizers[t.word(i)] || i > v || t.fullRelation(v) != "acl:relcl" || !t.saysVerb(v) && !holdings[t.lemma(v)] {
		return
	}
	k, speaker := t.kid(v, "ccomp"), -1
	for _, s := range t.kids[v] {
		if t.relation(s) == "nsubj" && s > i && s < v {
			speaker = s
		}
	}
	if k < v || speaker < 0 || t.kid(k, "nsubj", "csubj", "mark") >= 0 {
		return
	}
	switch first := t.yield(k, nil).First; t.tag(first) {
	case "VBD", "VBZ", "VBP", "MD":
		rel := "nsubj"
		if t.isPassive(k) {
			rel = "nsubj:pass"
		}
		t.attach(i, k, rel)
	}
}

// asked-when: "They asked when they would meet again."
//
// Behind a verb of asking "when", "where", "why" and "how" open what is asked, right behind
// the verb or whom it asks. The parser takes the clause for a circumstance, of that verb or
// of one behind ("Asked when it would open, Lund said").
// Limit: with words between ("asked for help when it fell") it is a circumstance.
func (t *deptree) mendAskedWhen(i int) {
	o := t.opener(i)
	if t.relation(i) != "advcl" || o < 0 || t.tag(o) != "WRB" || t.yield(i, nil).First != o || o == t.sentence(i).First {
		return
	}
	v := o - 1
	if !t.isVerb(v) {
		for _, k := range t.kids[t.head[i]] {
			if rel := t.relation(k); (rel == "iobj" || rel == "obj") && t.yield(k, nil).End == o && t.yield(k, nil).First == t.head[i]+1 {
				v = t.head[i]
			}
		}
	}
	if l := t.lemma(v); l != "ask" && l != "wonder" && l != "inquire" && l != "enquire" || !t.isVerb(v) || t.kid(v, "ccomp", "xcomp") >= 0 || t.quoteAt(v) != t.quoteAt(i) {
		return
	}
	t.attach(i, v, "ccomp")
}

// told-content: "Officials warned residents that the dam may burst."
//
// Behind whom somebody tells or warns, "that" opens what he says, where the clause has a
// subject of its own. The parser takes it for a clause that says which residents are meant.
// Limit: a clause that lacks an object may be either ("told the men that he met").
func (t *deptree) mendToldContent(k int) {
	h := t.head[k]
	if !strings.HasPrefix(t.fullRelation(k), "acl") || t.relation(h) != "obj" && t.relation(h) != "iobj" {
		return
	}
	v, that := t.head[h], t.yield(k, nil).First
	if v > h || !tellings[t.lemma(v)] || t.isPassive(v) || t.word(that) != "that" || t.head[that] != k || t.namesContent(h) || !t.canListen(h) || t.kid(v, "ccomp", "xcomp") >= 0 {
		return
	}
	if s := t.ownSubject(k); s <= that || s > k {
		return
	}
	if aux := t.kid(k, "aux"); t.kid(k, "cop") < 0 && !t.isPassive(k) && (aux < 0 || t.tag(aux) != "MD") && !t.hasOtherObject(k, that) {
		return
	}
	t.attach(that, k, "mark")
	t.attach(k, v, "ccomp")
}

// tellings are the verbs whose object is told what a clause behind it says.
var tellings = words("tell", "inform", "assure", "remind", "warn", "advise", "notify", "persuade", "convince", "reassure",
	"caution", "alert", "promise")

// canListen reports whether the noun n is somebody who can be told something.
func (t *deptree) canListen(n int) bool {
	return t.isPerson(n) || t.tag(n) == "PRP" || t.tag(n) == "NNS" || t.typeAt(n) != "" || collectives[t.lemma(n)] || hearers[t.lemma(n)]
}

// charged-by: "Lund is accused by prosecutors of taking bribes."
//
// Behind who accuses somebody "of" opens the charge and says no more of the accuser.
func (t *deptree) mendChargedBy(k int) {
	n := t.head[k]
	if rel := t.relation(k); rel != "acl" && rel != "nmod" || k < n || t.relation(n) != "obl" || t.preposition(n) != "by" {
		return
	}
	v := t.head[n]
	if p := chargings[t.lemma(v)]; p != "of" || !t.isPassive(v) || t.kid(v, "ccomp", "advcl") >= 0 {
		return
	}
	switch {
	case t.relation(k) == "acl" && t.markBefore(k) == "of":
		t.attach(k, v, "advcl")
	case t.relation(k) == "nmod" && t.preposition(k) == "of" && (eventNouns[t.lemma(k)] || crimes[t.lemma(k)]):
		t.attach(k, v, "obl")
	}
}

// crimes are what somebody is accused of.
var crimes = words("murder", "theft", "fraud", "corruption", "bribery", "treason", "espionage", "terrorism", "genocide", "rape",
	"abuse", "assault", "bias", "crime", "misconduct", "negligence", "perjury", "racism", "torture", "wrongdoing", "aggression")

// out-of-quotation: "Lund said “no comment” and left."
//
// A verb behind a quotation is not joined to what stands in it, which is no verb, but to the
// verb of saying.
func (t *deptree) mendOutOfQuotation(k int) {
	h := t.head[k]
	at := t.quoteAt(h)
	if t.relation(k) != "conj" || at < 0 || t.quotes[at].inner.Has(k) || h > k || !t.isVerb(k) || t.isVerb(h) || t.kid(h, "cop", "nsubj") >= 0 || t.kid(k, "nsubj") >= 0 {
		return
	}
	v := t.head[h]
	if and := t.kid(k, "cc"); and < 0 || v < 0 || v > h || t.quotes[at].inner.Has(v) || and < t.quotes[at].outer.End || !t.saysVerb(v) {
		return
	}
	t.attach(k, v, "conj")
}
