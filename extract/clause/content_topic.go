package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// topicContent: "called for “an end to the war”": a noun phrase in quotation
// marks, or with some in it, that is said and not a thing.
func (a *attributor) topicContent(v, source int) (nlp.Range, attachment) {
	if source < 0 || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	forms, ok := topicVerbs[a.lemma(v)]
	found := findings[a.lemma(v)] && documents[a.lemma(source)]
	if found {
		forms = append([]string{""}, forms...)
	} else if !ok {
		return nlp.Range{}, behindCue
	}
	for _, k := range a.kids[v] {
		if k < v || a.relation(k) != "obj" && a.relation(k) != "obl" || !slices.Contains(forms, a.preposition(k)) || a.isTimeWord(k) {
			continue
		}
		r := a.essential(k)
		if g := a.gerundBehind(v, r.End); g >= 0 {
			return union(r, a.yield(g, nil)), behindCue
		}
		if a.asks(k) {
			return r, behindCue
		}
		if g := a.infinitiveBehind(v, r.End); g >= 0 {
			return union(r, a.yield(g, nil)), behindCue
		}
		if a.isInquiry(k) && r.Len() >= shortestTopic {
			return r, behindCue
		}
		if a.hasQuotation(r) || (found || a.isWanted(v, k)) && r.Len() >= shortestTopic || a.isDescribed(k, r) {
			return r, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// isInquiry reports whether the noun k is what somebody wrote or asked, to which one
// responds in words: "did not respond to requests for comment".
func (a *attributor) isInquiry(k int) bool {
	l := a.lemma(a.head[k])
	return (l == "respond" || l == "reply") && inquiries[a.lemma(k)]
}

// inquiries are what one responds to in words.
var inquiries = words("request", "question", "query", "inquiry", "enquiry", "message", "email", "e-mail", "criticism", "claim",
	"allegation", "accusation", "charge", "comment", "remark")

// isDescribed reports whether the noun phrase r, which k heads, describes what
// is spoken of instead of naming it: with a clause or a phrase of its own, and
// of no person, event, place or body, to which the verb itself relates its subject.
func (a *attributor) isDescribed(k int, r nlp.Range) bool {
	if !strings.HasPrefix(a.tag(k), "NN") || strings.HasPrefix(a.tag(k), "NNP") || r.Len() < shortestDescription {
		return false
	}
	lemma := a.lemma(k)
	if eventNouns[lemma] || titleNouns[lemma] || kinNouns[lemma] || a.deptree.isPerson(k) || placeNouns[lemma] || placeKinds[lemma] {
		return false
	}
	switch spoken := contentNouns[lemma] != ""; a.lemma(a.head[k]) {
	case "respond", "reply": // to a fire, more often
		return false
	case "raise":
		if !raised[lemma] && !spoken {
			return false
		}
	case "attack", "seize", "embrace": // a convoy near the border, more often
		if !spoken {
			return false
		}
	}
	for _, d := range a.kids[k] {
		if rel := a.relation(d); d > k && (rel == "nmod" || rel == "acl" || rel == "conj") {
			return true
		}
	}
	return false
}

// raised are the nouns, besides those that name something said, that one raises in
// words; money, hands and children are raised otherwise.
var raised = words("question", "issue", "alarm", "awareness", "possibility", "prospect", "objection", "point", "topic",
	"subject", "matter", "spectre", "specter")

// shortestDescription is the number of tokens of a noun phrase that says what is
// spoken of: "the safety of dams".
const shortestDescription = 4

// shortestTopic is the number of tokens of a noun phrase that says what is wanted.
const shortestTopic = 3

// wantings are the verbs whose object, after the preposition given, need not exist:
// it is what somebody wants, expects or warns of.
var wantings = map[string]string{
	"call": "for", "demand": "", "propose": "", "pledge": "", "promise": "", "request": "", "urge": "", "vow": "",
	"predict": "", "warn": "of", "plead": "for", "appeal": "for", "advocate": "", "hope": "for", "recommend": "",
	"threaten": "", "suggest": "", "argue": "for", "push": "for", "hint": "at", "complain": "about", "worry": "about",
	"boast": "of", "forecast": "", "allege": "", "fear": "",
}

// isWanted reports whether the noun phrase of k, after v, says what is wanted or
// expected: one that has no name and is not pointed to.
func (a *attributor) isWanted(v, k int) bool {
	p, ok := wantings[a.lemma(v)]
	return ok && p == a.preposition(k) && strings.HasPrefix(a.tag(k), "NN") && !a.isGiven(k)
}

// essential returns the noun phrase of k without its preposition and without a
// relative clause or a participle with "-ing" that a comma sets off at its end: that
// is the author's ("rejected the plan to raise taxes, dealing him a blow").
func (a *attributor) essential(k int) nlp.Range {
	r := a.yield(k, func(j int) bool { return a.relation(j) == "case" && a.head[j] == k })
	for j := k + 1; j < r.End; j++ {
		participle := a.tag(j) == "VBG" && (a.relation(j) == "acl" || a.relation(j) == "advcl")
		if a.fullRelation(j) != "acl:relcl" && !participle || a.quoteAt(j) >= 0 {
			continue
		}
		if inner := a.yield(j, nil); inner.End == r.End && a.behindComma(inner.First) {
			return nlp.Range{First: r.First, End: inner.First}
		}
	}
	return r
}

// infinitiveBehind returns the infinitive that begins at token i and says what what v
// wants is for: "proposed a tax to pay for schools"; -1 where there is none.
func (a *attributor) infinitiveBehind(v, i int) int {
	if _, wants := wantings[a.lemma(v)]; !wants {
		return -1
	}
	for _, k := range a.kids[v] {
		if a.relation(k) == "advcl" && a.infinitiveMark(k) == i {
			return k
		}
	}
	return -1
}

// gerundBehind returns the -ing form at token i that says what the noun phrase
// before it does: "talked of Reyes leaving the town"; -1 where there is none.
func (a *attributor) gerundBehind(v, i int) int {
	if i < a.sentence(v).End && a.tag(i) == "VBG" && (a.head[i] == v || a.relation(i) == "acl") && a.under(i, v) {
		return i
	}
	return -1
}

// asks reports whether k is a question word with its clause: "how the dam broke".
func (a *attributor) asks(k int) bool {
	return strings.HasPrefix(a.tag(k), "W") && a.kid(k, "acl", "advcl") > k
}
