package clause

import (
	"slices"

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
		t.makeSubject(o, c)
		return
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
