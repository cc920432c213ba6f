package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// sharedHeads are nouns, besides those of events, that are counted by their kinds: "fraud
// and bribery charges".
var sharedHeads = words("charge", "allegation", "accusation", "offence", "offense", "price", "law", "sale", "export", "import", "threat")

// bareBefore returns the noun right before the "and" before the noun modifier, where it
// hangs on h with "of" and has neither number nor article, or -1.
func (t *deptree) bareBefore(h, modifier int) int {
	m := modifier - 2
	if m <= h || t.head[m] != h || t.relation(m) != "nmod" || t.preposition(m) != "of" || t.word(m+1) != "and" || t.kid(m, "det", "amod", "nummod", "compound") >= 0 {
		return -1
	}
	return m
}

// described-name: "Peruvian senator and former mayor Ana Reyes resigned."
//
// A noun for somebody that is singular and has no determiner is nobody by itself. What
// it is joined to and a name right behind that are one person: the nouns describe the
// name. Limit: a name of its own before "and" ("senator Lund and mayor Ana Reyes")
// makes two persons.
func (t *deptree) mendDescribedName(i int) {
	h := t.head[i]
	name, _ := t.nameOf(i)
	if rel := t.relation(i); rel != "conj" && rel != "appos" || h > i || name.Type != nlp.Person || t.tag(h) != "NN" || t.typeAt(h) != "" || t.isDetermined(h) || t.kid(h, "nummod", "flat") >= 0 {
		return
	}
	if a := t.kid(h, "acl"); a >= 0 && a < i {
		return
	}
	if a := t.kid(h, "appos"); a >= 0 && a != i {
		return
	}
	if second := t.describedBehind(h, i, name.Tokens.First-1); second < 0 || t.tag(second) != "NN" && t.tag(second) != "JJ" || t.isDetermined(second) || t.isDetermined(i) {
		return
	}
	t.attach(i, t.head[h], t.fullRelation(h))
	for _, k := range slices.Clone(t.kids[h]) {
		if t.relation(k) == "case" || k > i {
			t.attach(k, i, t.fullRelation(k))
		}
	}
	t.attach(h, i, "nmod:desc")
}

// describedBehind returns second, the word right before the name with the head i, where
// "and" joins it to h, else -1. It hangs on the name or on h, as the conjunction may.
func (t *deptree) describedBehind(h, i, second int) int {
	if second <= h || t.head[second] != i && (t.head[second] != h || t.relation(second) != "conj") {
		return -1
	}
	for _, over := range []int{second, i} {
		if t.kid(over, "cc") == h+1 {
			return second
		}
	}
	return -1
}

// shared-head: "A missile and drone attack on Lima killed nine people."
//
// A noun is the modifier of the event that "and" joins to it where that event has a
// modifier of its own and no determiner, and the noun one that fits the event alone.
// Limit: two events ("a fire and bomb attack") are left.
func (t *deptree) mendSharedHead(i int) {
	h, modifier := t.head[i], t.kid(i, "compound")
	if t.relation(i) != "conj" || h > i || modifier < 0 {
		return
	}
	if m := t.bareBefore(h, modifier); m >= 0 {
		h = m // "a series of missile and drone attacks"
	}
	if !eventNouns[t.lemma(i)] && !sharedHeads[t.lemma(i)] || t.tag(h) != "NN" || eventNouns[t.lemma(h)] || t.typeAt(h) != "" || t.isDetermined(i) {
		return
	}
	and := t.kid(modifier, "cc")
	if and < 0 {
		and = t.kid(i, "cc")
	}
	if and != h+1 || modifier != and+1 || !t.isDetermined(h) && t.tag(i) == "NN" {
		return
	}
	t.attach(i, t.head[h], t.fullRelation(h))
	for _, k := range slices.Clone(t.kids[h]) {
		t.attach(k, i, t.fullRelation(k))
	}
	t.attach(h, i, "compound")
	t.attach(modifier, h, "conj")
	t.attach(and, modifier, "cc")
}

// between-pair: "Clashes broke out in Lima between the army and the rebels."
//
// "Between" takes two. What "and" joins right behind a phrase with "between" that has
// one only belongs to it and not to a noun farther off. Limit: what is plural may be
// both by itself ("between terms and in homes").
func (t *deptree) mendBetweenPair(i int) {
	h, and := t.head[i], t.kid(i, "cc")
	if t.relation(i) != "conj" || and < 0 || t.word(and) != "and" || t.kid(i, "case", "nsubj", "cop") >= 0 || !t.isNominal(i) {
		return
	}
	for n := and - 1; n > h; n-- {
		p := t.kid(n, "case")
		if p < 0 {
			continue
		}
		if t.word(p) == "between" && p < n && p > h && t.isNominal(n) && t.kid(n, "conj") < 0 && t.yield(n, nil).End == and && !t.under(n, i) {
			t.attach(i, n, "conj")
		}
		if t.word(p) != "of" {
			return
		}
	}
}

// named-and: "She was hurt in a fire at a Work and Pensions office."
//
// An "and" inside a name joins words of the name and not what stands behind it to what
// stands before. Limit: what has no preposition is left.
func (t *deptree) mendNamedAnd(i int) {
	and, p := t.kid(i, "cc"), t.kid(i, "case")
	if t.relation(i) != "conj" || and < 0 || p < 0 || p > and || p < t.head[i] {
		return
	}
	if name, ok := t.nameOf(and); ok && name.Tokens.First > p && name.Tokens.End <= i {
		t.attach(and, and-1, "cc")
		t.name(i, "nmod")
	}
}

// late-conjunct: "The court sentenced Lund to five years and a fine of $50."
//
// Who is sentenced is not joined to what follows the sentence: that is a second one.
// Limit: a second person ("and Reyes to six").
func (t *deptree) mendLateConjunct(i int) {
	h := t.head[i]
	if t.relation(i) != "conj" || h > i || t.relation(h) != "obj" || t.typeAt(i) == nlp.Person || t.lemma(t.head[h]) != "sentence" {
		return
	}
	for _, k := range t.kids[t.head[h]] {
		if k > h && k < i && t.relation(k) == "obl" && t.preposition(k) == "to" {
			t.attach(i, k, "conj")
			return
		}
	}
}

// acting-office: "named Lund as acting chancellor"
//
// "Acting" before an office says that it is held for a time, and is no verb.
func (t *deptree) mendActingOffice(v int) {
	o := t.kid(v, "obj")
	if t.word(v) != "acting" || o < 0 || !titleNouns[t.lemma(o)] || t.yield(o, nil).First != v+1 || t.kid(v, "nsubj", "aux") >= 0 {
		return
	}
	h, rel := t.head[v], "obl"
	for _, k := range slices.Clone(t.kids[v]) {
		switch {
		case t.relation(k) == "mark":
			t.attach(k, o, "case")
		case k != o:
			t.attach(k, h, t.fullRelation(k))
		}
	}
	if strings.HasPrefix(t.tag(h), "NN") {
		rel = "nmod"
	}
	if t.kid(v, "mark", "case") < 0 && t.kid(o, "case") < 0 {
		rel = t.fullRelation(v)
	}
	t.attach(o, h, rel)
	t.attach(v, o, "amod")
}

// like-article: "two raids on a bakery and a railway yard in Orla"
//
// What has "a" is joined to a phrase with "a" right before the "and", and not to several or
// to what has "the" before that.
func (t *deptree) mendLikeArticle(k int) {
	h, and := t.head[k], t.kid(k, "cc")
	if t.relation(k) != "conj" || h > k || and < 1 || t.word(and) != "and" || !t.hasIndefinite(k) || !t.isNominal(h) || t.hasIndefinite(h) || t.tag(h) == "NN" && t.kid(h, "det") < 0 || t.typeAt(h) != "" && t.typeAt(h) != nlp.Event {
		return
	}
	for _, n := range t.kids[h] {
		if n < and && n > h && t.relation(n) == "nmod" && t.yield(n, nil).End == and && t.hasIndefinite(n) {
			t.attach(k, n, "conj")
			return
		}
	}
}

// hasIndefinite reports whether the noun i has "a" or "an".
func (t *deptree) hasIndefinite(i int) bool {
	det := t.kid(i, "det")
	return det >= 0 && (t.word(det) == "a" || t.word(det) == "an")
}
