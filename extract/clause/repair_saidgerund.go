package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// said-gerund: "The mayor said closing the port would hurt trade", "naming it after a town would".
//
// An -ing form right behind a verb of saying is the subject of the clause said. The parser has the
// speaker do it, and takes the noun behind it, or behind its preposition, for that subject.
func (t *deptree) mendSaidGerund(g int) {
	v := t.head[g]
	if rel := t.relation(g); t.tag(g) != "VBG" || rel != "xcomp" && rel != "ccomp" || v < 0 || g != v+1 || !t.saysVerb(v) || t.kid(g, "nsubj", "aux", "mark") >= 0 {
		return
	}
	for _, c := range slices.Concat(t.kids[v], t.kids[g]) {
		n := t.kid(c, "nsubj")
		if c <= g || n < g || n > c || t.opener(c) > n || !t.opensTensed(t.groupStart(c)) {
			continue
		}
		first := t.yield(n, nil).First
		switch mark := t.kid(c, "mark"); {
		case t.relation(c) == "ccomp" && t.head[c] == v && mark < 0 && first == g+1:
			t.attach(n, g, "obj")
		case t.relation(c) == "advcl" && mark > g && mark == first-1 && beheading[t.word(mark)]:
			t.attach(n, g, "obl")
			t.attach(mark, n, "case")
			t.attach(c, v, "ccomp")
		default:
			continue
		}
		t.attach(g, c, "csubj")
		return
	}
}

// content-subject: "The judge ordered the accused remain in custody", "as saying the men were tied up".
//
// A tensed clause that completes a verb has a subject. Where it lacks one and the noun right before
// it is the verb's object, it is that.
func (t *deptree) mendContentSubject(o int) {
	v := t.head[o]
	if t.relation(o) != "obj" || v > o || namings[t.lemma(v)] || !t.saysVerb(v) && !directives[t.lemma(v)] {
		return
	}
	for _, c := range t.kids[v] {
		if c < o || t.relation(c) != "ccomp" || t.kid(c, "nsubj", "mark", "expl") >= 0 || t.opener(c) >= 0 {
			continue
		}
		start := t.groupStart(c)
		if !t.opensTensed(start) && t.tag(start) != "VB" || t.yield(o, nil).End != start || start == c && t.isPastForm(c) && t.kid(c, "obj") < 0 {
			return // "declared the port closed"
		}
		if t.isPassive(c) {
			t.attach(o, c, "nsubj:pass")
		} else {
			t.attach(o, c, "nsubj")
		}
		return
	}
}

// gerund-conjunct: "She spoke about housing, health, and raising the minimum wage."
//
// A bare -ing form is not joined to a tensed verb but to what that is about.
func (t *deptree) mendGerundConjunct(g int) {
	h := t.head[g]
	if t.tag(g) != "VBG" || t.relation(g) != "conj" || t.kid(g, "cc") < 0 || t.kid(g, "aux", "nsubj", "mark") >= 0 {
		return
	}
	if tensed, _ := t.isTensed(h); !tensed {
		return
	}
	for _, k := range slices.Backward(t.kids[h]) {
		if k < g && k > h && t.relation(k) == "obl" && topicPrepositions[t.preposition(k)] && t.typeAt(k) != nlp.Date {
			t.attach(g, k, "conj")
			return
		}
	}
}

// topicPrepositions lead to what somebody speaks of, does or is for.
var topicPrepositions = words("about", "on", "of", "for", "against", "by", "towards", "toward", "as", "including")

// content-participle: "gave a name to the disease first recognised in May"
//
// A participle without subject or auxiliary is no clause that a verb which says nothing takes; it
// describes the noun right before it.
func (t *deptree) mendContentParticiple(v int) {
	h := t.head[v]
	if t.tag(v) != "VBN" || t.relation(v) != "ccomp" || h < 0 || h > v || t.saysVerb(h) || clausalVerbs[t.lemma(h)] || t.hasOwnWords(v) {
		return
	}
	k := t.groupStart(v) - 1
	if k <= h || !strings.HasPrefix(t.tag(k), "NN") || !t.under(k, h) {
		return
	}
	for t.head[k] == k+1 && t.relation(k) == "compound" {
		k++
	}
	t.attach(v, k, "acl")
}

// counted-deed: "The virus killed 1,000 people and infected tens of thousands."
//
// No adjective stands before "tens", "dozens" and the like, which behind "and" a past form has for
// its object.
func (t *deptree) mendCountedDeed(n int) {
	v := n - 1
	if v < 1 || !countNouns[t.word(n)] || t.relation(n) != "conj" || t.head[v] != n || !t.isPastForm(v) || t.kid(n, "cc") != v-1 {
		return
	}
	o := t.head[n]
	h := t.head[o]
	if t.relation(o) != "obj" || h < 0 || !t.isVerb(h) {
		return
	}
	t.attach(v, h, "conj")
	t.attach(n, v, "obj")
	t.attach(v-1, v, "cc")
}

// countNouns are round numbers in the plural.
var countNouns = words("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")

// conjunct-object: "Lund killed a woman named Roe and injured nine others."
//
// A participle that describes a noun as one to whom something is done has no object. A past form
// with one, joined to it, is joined to the verb above.
func (t *deptree) mendConjunctObject(w int) {
	v := t.head[w]
	o := t.kid(w, "obj")
	if t.relation(w) != "conj" || !t.isPastForm(w) || o < w || v < 0 || t.tag(v) != "VBN" || t.relation(v) != "acl" || t.kid(w, "aux", "nsubj", "mark") >= 0 || t.kid(w, "cc") < 0 || twoObjects[t.lemma(w)] || appointings[t.lemma(w)] || namingVerbs[t.lemma(w)] {
		return
	}
	if n := t.head[v]; t.relation(n) == "obj" && t.isPastForm(t.head[n]) && !t.isPassive(t.head[n]) {
		t.attach(w, t.head[n], "conj")
	}
}

// told-her: "Her husband had told her Lund was ill."
//
// No owner stands before a person's name: "her" right behind a verb of telling is who is told.
func (t *deptree) mendToldHer(i int) {
	v := i - 1
	if t.word(i) != "her" || t.fullRelation(i) != "nmod:poss" || v < t.sentence(i).First || !addressings[t.lemma(v)] || !t.isVerb(v) || t.typeAt(t.head[i]) != nlp.Person || t.typeAt(i+1) != nlp.Person {
		return
	}
	t.attach(i, v, "iobj")
}
