package clause

import (
	"strings"

	"kg/extract/nlp"
)

// infinitiveContent: "vowed to rebuild the town", "urged the army to leave".
func (a *attributor) infinitiveContent(v, source int) (nlp.Range, attachment) {
	if a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	k := a.infinitiveOf(v)
	if k < 0 {
		return a.bareContent(v, source), behindCue
	}
	r := a.yield(k, nil)
	if tag := a.tag(r.First); tag == "IN" && r.Len() > 1 {
		r.First++ // "called for her to leave", "voted on whether to leave"
	}
	switch o := a.askedOf(v, max(r.First, a.infinitiveMark(k))); {
	case o >= 0 && a.isRung(v, o):
	case o >= 0 && directives[a.lemma(v)]:
		first := a.yield(o, func(j int) bool { return a.head[j] == o && a.relation(j) == "case" }).First
		return nlp.Range{First: first, End: r.End}, behindCue
	case o >= 0 && a.relation(o) == "obj" && proposings[a.lemma(v)] && a.typeAt(o) == "":
		return nlp.Range{First: a.yield(o, nil).First, End: r.End}, behindCue // "proposed a fee to pay for parks"
	case o >= 0 && a.lemma(v) == "commit" && !strings.HasSuffix(a.word(o), "self") && !strings.HasSuffix(a.word(o), "selves"):
	case a.lemma(v) == "vote" && elections[a.lemma(k)] && a.tag(r.First) == "TO":
	case source >= 0 && !a.isInanimate(source) && (intentions[a.lemma(v)] || a.wouldLike(v)):
		return r, behindCue
	}
	return nlp.Range{}, behindCue
}

// proposings take for their object a thing that need not exist, and what it is for.
var proposings = words("propose", "demand", "advocate", "recommend", "request")

// elections are what people vote for to be done, and not what they vote to do.
var elections = words("elect", "choose", "decide", "determine", "select", "pick")

// isRung reports whether o is whom somebody calls, and does not call upon: what follows
// says what for ("called Lund to thank her").
func (t *deptree) isRung(v, o int) bool {
	return t.lemma(v) == "call" && t.kid(o, "case") < 0 && t.relation(o) != "obl"
}

// infinitiveOf returns the infinitive with "to" that completes v, or -1.
func (t *deptree) infinitiveOf(v int) int {
	for _, k := range t.kids[v] {
		if rel := t.relation(k); k > v && (rel == "xcomp" || rel == "ccomp" || rel == "advcl") && t.infinitiveMark(k) > v {
			return k
		}
	}
	return -1
}

// askedOf returns the noun between v and the infinitive at token end, who is to
// do it: "called on Monday on Peru to join"; -1 where there is none.
func (a *attributor) askedOf(v, end int) int {
	best := -1
	for _, k := range a.kids[v] {
		if rel := a.relation(k); k > v && k < end && (rel == "obj" || rel == "iobj" || rel == "obl") && !a.isTimeWord(k) {
			best = k
		}
	}
	return best
}

// wouldLike reports whether v is the verb of "would like": a wish.
func (a *attributor) wouldLike(v int) bool {
	if l := a.lemma(v); l != "like" && l != "love" {
		return false
	}
	aux := a.kid(v, "aux")
	return aux >= 0 && (a.lemma(aux) == "would" || a.word(aux) == "would" || strings.HasSuffix(a.word(aux), "d"))
}

// isInanimate reports whether the noun n is an event, a work or an agreement,
// which is meant for something but means nothing itself.
func (a *attributor) isInanimate(n int) bool {
	if t := a.typeAt(n); t == nlp.Organization || t == nlp.Person {
		return false
	}
	l := a.lemma(n)
	return eventNouns[l] || workNouns[l] || documents[l] || contentNouns[l] != ""
}

// suggestings take a clause in the base form: "suggested the town close the road".
var suggestings = words("suggest", "propose", "recommend", "demand", "insist", "request", "urge", "ask")

// bareContent returns the clause in the base form, with its subject, that v
// suggests.
func (a *attributor) bareContent(v, source int) nlp.Range {
	for _, k := range a.kids[v] {
		rel := a.relation(k)
		if k > v && suggestings[a.lemma(v)] && source >= 0 && a.tag(k) == "VB" && (rel == "xcomp" || rel == "ccomp") && a.ownSubject(k) > v {
			return nlp.Range{First: v + 1, End: a.yield(k, nil).End}
		}
	}
	return nlp.Range{}
}
