package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// split-noun: "Welsh cellist Gwen Rees won", "after a coal mine collapsed"
//
// A verb has one subject. Of two noun phrases side by side before it, the first,
// which may also have been taken for a circumstance, describes the second. Limit:
// a comma between them, a time ("Last week police …"), a determiner of the second.
func (t *deptree) mendSplitNoun(i int) {
	v := t.head[i]
	if t.relation(i) != "nsubj" || !t.isNominal(i) && t.tag(i) != "PRP" {
		return
	}
	first := t.yield(i, nil).First
	if d := t.strayArticle(i); d >= 0 {
		first = t.yield(i, func(k int) bool { return k == d }).First
	} else if t.isDetermined(i) {
		return
	}
	for _, k := range t.kids[v] {
		rel := t.relation(k)
		if k >= i || rel != "nsubj" && (rel != "obl" || t.typeAt(i) != "") || !strings.HasPrefix(t.tag(k), "NN") || t.yield(k, nil).End != first {
			continue
		}
		if t.kid(k, "case", "conj", "acl", "nmod") >= 0 || timeNouns[t.word(k)] || timeNouns[t.lemma(k)] || t.typeAt(k) != "" && !t.isMakeOf(i, k) {
			continue
		}
		t.attach(k, i, describing(t.typeAt(i)))
		return
	}
}

// isMakeOf reports whether the noun i is things of a make, with the body k before them that
// has them: "two Norland Air Force KF-16 jets".
func (t *deptree) isMakeOf(i, k int) bool {
	make := t.kid(i, "compound")
	return t.typeAt(k) == nlp.Organization && t.typeAt(i) == "" && strings.HasPrefix(t.tag(i), "NN") && make >= 0 && make < i && t.tag(make) == "NNP"
}

// strayArticle returns the article of the name i where another noun stands between the two,
// or -1: "the distributor Norvik Pictures".
func (t *deptree) strayArticle(i int) int {
	name, ok := t.nameOf(i)
	for _, k := range t.kids[i] {
		if ok && t.relation(k) == "det" && k < name.Tokens.First-1 {
			return k
		}
	}
	return -1
}

// describing is the relation of a noun to the one right behind it that it describes.
func describing(named nlp.EntityType) string {
	if named != "" {
		return "nmod:desc"
	}
	return "compound"
}

// split-object: "jailed ferry captain Ivo Reed", "fined cement maker Norvik"
//
// Only a few verbs have two objects, and then the first has a determiner or is a
// person. A bare noun before a name describes it. Limit: what verbs of naming call
// somebody ("named it Norvik") has a determiner or is a pronoun.
func (t *deptree) mendSplitObject(i int) {
	v := t.head[i]
	if rel := t.relation(i); rel != "obj" && rel != "iobj" && rel != "xcomp" || t.isDetermined(i) {
		return
	}
	first := t.yield(i, nil).First
	if named := t.typeAt(i); named != nlp.Person && named != nlp.Organization {
		t.hangName(v, i, first)
		return
	}
	for _, k := range t.kids[v] {
		rel := t.relation(k)
		bare := t.tag(k) == "NN" || t.tag(k) == "NNS" && !twoObjects[t.lemma(v)]
		if k >= i || k < v || rel != "obj" && rel != "iobj" || !bare || t.yield(k, nil).End != first {
			continue
		}
		if t.isDetermined(k) || t.kid(k, "case", "conj", "acl") >= 0 || t.typeAt(k) != "" {
			continue
		}
		t.attach(k, i, "nmod:desc")
		t.attach(i, v, "obj")
		return
	}
	t.hangName(v, i, first)
}

// isOneObject reports whether the verb v has no two objects side by side.
func (t *deptree) isOneObject(v int) bool {
	l := t.lemma(v)
	return !twoObjects[l] && !appointings[l] && !callings[l]
}

// hangName hangs a name of no person behind a noun with an article on that noun, where the
// verb v has no two objects: "banned the Irish band Nolo".
func (t *deptree) hangName(v, i, first int) {
	if !t.isOneObject(v) || t.typeAt(i) == nlp.Date || t.typeAt(i) == nlp.Person || !strings.HasPrefix(t.tag(i), "NNP") {
		return
	}
	for _, k := range t.kids[v] {
		if k > v && k < i && t.relation(k) == "obj" && t.tag(k) == "NN" && t.isDetermined(k) && t.typeAt(k) == "" && t.yield(k, nil).End == first {
			t.attach(i, k, "appos")
			return
		}
	}
}

// callings are further verbs with two objects side by side.
var callings = words("dub", "deem", "label", "brand", "bring", "win", "earn", "buy", "cause", "save", "spare")

// described-pair: "Karl Brun, a smuggler and suspected dealer, is jailed."
//
// What is joined to a name right behind a description of it and has no determiner
// is joined to the description, and so is a second name to the first of those who several
// are ("two clerks, Karl Brun and Ana Roe, were"). Limit: with a determiner ("and a
// dealer") it may be somebody else.
func (t *deptree) mendDescribedPair(i int) {
	h, and := t.head[i], t.kid(i, "cc")
	if t.relation(i) == "conj" && and >= 0 && h < i && t.tag(h) == "NNS" && t.typeAt(i) != "" {
		k := t.kid(h, "appos")
		if k >= 0 && k < i && t.typeAt(k) == t.typeAt(i) && t.yield(k, nil).End == and && t.word(t.yield(i, nil).End) == "," {
			t.attach(i, k, "conj")
		}
		return
	}
	if t.relation(i) != "conj" || !strings.HasPrefix(t.tag(h), "NNP") || t.tag(i) != "NN" || t.isDetermined(i) || and < 0 {
		return
	}
	for _, k := range t.kids[h] {
		if t.relation(k) == "appos" && k < i && t.tag(k) == "NN" && t.yield(k, nil).End == and {
			t.attach(i, k, "conj")
			return
		}
	}
}

// long-number: "One hundred and two ships sank."
//
// A round number is counted on with "and" and is no thing by itself: it belongs to the
// number of what stands behind. Limit: what has a determiner is left ("one hundred and
// the two ships").
func (t *deptree) mendLongNumber(i int) {
	if t.tag(i) != "NNS" && t.tag(i) != "NN" || t.isDetermined(i) {
		return
	}
	if h := t.head[i]; t.relation(i) == "conj" && h < i && isRound(t.word(h)) && t.kid(i, "nummod") >= 0 {
		t.attach(i, t.head[h], t.fullRelation(h))
		for _, k := range slices.Clone(t.kids[h]) {
			if t.relation(k) == "case" {
				t.attach(k, i, "case")
			}
		}
		t.countOn(i, h)
		return
	}
	for _, k := range t.kids[t.head[i]] {
		if k < i && t.relation(k) == t.relation(i) && isRound(t.word(k)) && t.kid(k, "conj") >= 0 && t.yield(k, nil).End == i {
			t.countOn(i, k)
			return
		}
	}
}

// countOn makes the round number k, with the "and" behind it, count the noun i.
func (t *deptree) countOn(i, k int) {
	t.attach(k, i, "nummod")
	if and := t.kid(i, "cc"); and >= 0 && and < i {
		t.attach(and, k, "cc")
	}
}

// isRound reports whether word is a number that others are added to with "and".
func isRound(word string) bool { return word == "hundred" || word == "thousand" || word == "million" }

// gapped-number: "killed seven people in Kharkiv and three in Izium"
//
// A bare number is not one of two places: it counts what was counted before. What
// it counts is not said in so many words, so that it joins nothing. Limit: a
// number with a noun ("and three villages") may be a place.
func (t *deptree) mendGappedNumber(i int) {
	h := t.head[i]
	if t.relation(i) != "conj" || t.tag(i) != "CD" || t.typeAt(h) == nlp.Date || t.mendGappedPlace(i) || !strings.HasPrefix(t.tag(h), "NNP") {
		return
	}
	if t.kid(i, "nmod", "obl") >= 0 && t.kid(h, "case") >= 0 {
		t.attach(i, h, "orphan")
	}
}

// second-object: "The deal gives Norvik control of the mine", "has given the land an example"
//
// Who is given something stands right before it: a name before a noun for what one may
// have is no part of that noun, and a noun with "a" right behind the object of "give" is
// what is given.
func (t *deptree) mendSecondObject(i int) {
	v := t.head[i]
	if t.relation(i) == "appos" && v >= 0 {
		t.mendUnmarkedObject(i, v)
		return
	}
	if v < 0 || v > i || !givings[t.lemma(v)] || t.isPassive(v) {
		return
	}
	switch t.relation(i) {
	case "obj":
		k := t.kid(i, "compound")
		if k < 0 || !givables[t.lemma(i)] || t.kid(v, "iobj") >= 0 || t.yield(k, nil).First != t.yield(i, nil).First {
			return
		}
		if name, ok := t.nameOf(k); ok && name.Tokens.End == i || t.tag(k) == "NNS" && k == i-1 {
			t.attach(k, v, "iobj") // a noun before another is not in the plural: "grants nine drivers immunity"
		}
	case "obl":
		o := t.kid(v, "obj")
		if o > v && o < i && t.kid(i, "case") < 0 && !t.isTimeWord(i) && t.tag(i) == "NN" && t.yield(o, nil).End == t.yield(i, nil).First && t.isDetermined(i) {
			t.attach(i, v, "obj")
		}
	}
}

// mendUnmarkedObject hangs the noun i with "a" on the verb of the name o, the object of "give",
// that it was taken to explain: what explains a name stands behind a comma, and the comma
// behind one explanation does not open another.
func (t *deptree) mendUnmarkedObject(i, o int) {
	v, first := t.head[o], t.phraseFirst(i)
	if v < 0 || v > o || t.relation(o) != "obj" || !givings[t.lemma(v)] || t.isPassive(v) || t.typeAt(o) == "" || t.tag(first) != "DT" || isMark(t.doc, first-1) {
		return
	}
	if k := t.kid(o, "appos"); t.word(first-1) != "," || k < i && t.isDetermined(k) {
		t.attach(i, v, "obj")
	}
}

// givings are verbs with one to whom something is given.
var givings = words("give", "grant", "hand", "offer", "lend", "deny", "guarantee", "award", "send")

// givables are what a name may be given without an article.
var givables = words("control", "access", "permission", "approval", "power", "notice", "warning", "hope", "credit", "support", "protection",
	"victory", "time", "shelter", "asylum", "immunity", "leave", "money", "aid", "ownership", "clemency", "bail", "parole", "amnesty",
	"citizenship", "custody")

// divided-gerund: "Lund was acquitted of money laundering."
//
// A bare noun behind a preposition and right before an -ing form without an object says
// of what that is: the two are one noun. Limit: who does something ("photos of police
// dancing") keeps it.
func (t *deptree) mendDividedGerund(v int) {
	n := t.head[v]
	if t.tag(v) != "VBG" || t.relation(v) != "acl" || n != v-1 || t.tag(n) != "NN" || t.isPerson(n) || collectives[t.lemma(n)] || t.isDetermined(n) {
		return
	}
	p := t.kid(n, "case")
	if p < 0 || t.kid(v, "obj", "ccomp", "xcomp", "aux") >= 0 || t.kid(n, "amod", "conj", "nummod") >= 0 || t.typeAt(n) != "" {
		return
	}
	t.attach(v, t.head[n], t.fullRelation(n))
	t.attach(p, v, "case")
	t.attach(n, v, "compound")
}

// torn-name: "the response to Storm Kristin"
//
// The words of one name do not hang side by side on the same word in the same way: the
// first belong to the last. Limit: parts of a phrase ("envoy to Peru Maria Costa").
func (t *deptree) mendTornName(i int) {
	name, ok := t.nameOf(i)
	if !ok || i == name.Tokens.First || name.Type == nlp.Date || name.Type == nlp.Quantity || name.Tokens.Has(t.head[i]) || !strings.HasPrefix(t.tag(i), "NNP") {
		return
	}
	switch t.relation(i) {
	case "nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj":
	default:
		return // parts of a longer phrase
	}
	for _, k := range slices.Clone(t.kids[t.head[i]]) {
		if k < i && name.Tokens.Has(k) && t.fullRelation(k) == t.fullRelation(i) && strings.HasPrefix(t.tag(k), "NNP") {
			t.attach(k, i, "compound")
		}
	}
}
