package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// titled-list: "chemist Ana Roe, Chilean biologist Luis Medina and lawyer Eva Brandt won"
//
// Of several people in a row, each behind what they are, every one is a member of the
// list; the parser takes the later ones for parts of the first. The same of two bodies:
// "Norvik Bank and law firm Haller". Limit: what stands between them is a comma or "and",
// and nouns and adjectives without a determiner; behind a mere comma the list must go on
// to an "and".
func (t *deptree) mendTitledList(i int) {
	name, ok := t.nameOf(i)
	if !ok || i != name.Tokens.First || name.Type != nlp.Person && name.Type != nlp.Organization {
		return
	}
	noun, first := i-1, i-1
	if noun < 1 || t.tag(noun) != "NN" || t.typeAt(noun) != "" || !t.suitsName(noun, name.Type) {
		return
	}
	for first > 0 && t.isDescription(first-1) {
		first--
	}
	joint := first - 1
	before, and := t.nameBefore(joint)
	if before.Type != name.Type || !and && !t.listGoesOn(name.Tokens.End, name.Type) {
		return
	}
	top := t.headOfName(before)
	for t.relation(top) == "conj" && (t.typeAt(t.head[top]) == name.Type || t.typeAt(t.head[top]+1) == name.Type) {
		top = t.head[top]
	}
	if over := t.head[top]; over == before.Tokens.First-1 && t.tag(over) == "NN" && t.typeAt(over) == "" && t.relation(top) != "conj" {
		top = over // the noun before the first name heads it
	}
	if h := t.headOfName(name); and && t.relation(h) == "nsubj" && t.head[h] > h && !t.under(top, t.head[h]) {
		t.attach(noun, h, "nmod:desc") // "she praised Ana Roe and coach Eva Brandt blamed her"
		t.attach(joint, t.head[h], "cc")
		if v := t.head[h]; t.relation(v) == "ccomp" && t.opener(v) < 0 {
			t.attach(v, t.head[v], "conj")
		}
		return
	}
	t.joinName(top, name, nlp.Range{First: first, End: noun + 1}, joint)
}

// suitsName reports whether the noun n may say what the name of type named is.
func (t *deptree) suitsName(n int, named nlp.EntityType) bool {
	if named == nlp.Person {
		return titleNouns[t.lemma(n)] || peopleNouns[t.lemma(n)] || isCalling(t.lemma(n))
	}
	return bodyKinds[t.lemma(n)]
}

// isCalling reports whether a noun is a profession by its ending: "biochemist".
func isCalling(lemma string) bool {
	for _, end := range []string{"ist", "ologist", "ician", "maker", "writer", "woman", "man"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+2 {
			return true
		}
	}
	return false
}

// isDescription reports whether token i can stand before a noun that says what somebody is.
func (t *deptree) isDescription(i int) bool {
	tag := t.tag(i)
	return (tag == "JJ" || tag == "NN" || tag == "NNP" || tag == "HYPH") && t.typeAt(i) != nlp.Person && t.word(i) != ","
}

// nameBefore returns the name that ends before the comma or the "and" at token joint.
func (t *deptree) nameBefore(joint int) (name nlp.Name, and bool) {
	if joint < 1 || t.word(joint) != "," && t.word(joint) != "and" {
		return nlp.Name{}, false
	}
	and = t.word(joint) == "and"
	if and && t.word(joint-1) == "," {
		joint--
	}
	name, _ = t.nameOf(joint - 1)
	return name, and
}

// listGoesOn reports whether "and" leads from token i on to another name of the type.
func (t *deptree) listGoesOn(i int, named nlp.EntityType) bool {
	seen := false
	for end := min(i+longestMember, len(t.head)); i < end; i++ {
		switch {
		case t.word(i) == "and":
			seen = true
		case t.typeAt(i) == named:
			if seen {
				return true
			}
		case t.word(i) == ",", t.isDescription(i):
		default:
			return false
		}
	}
	return false
}

// longestMember is how many tokens the next members of a list have at most.
const longestMember = 16

// headOfName returns the token of the name that hangs on one outside it.
func (t *deptree) headOfName(n nlp.Name) int {
	for i := n.Tokens.First; i < n.Tokens.End; i++ {
		if !n.Tokens.Has(t.head[i]) {
			return i
		}
	}
	return n.Tokens.First
}

// joinName makes the name a member of the list that top heads, with its description
// and the comma or "and" before it.
func (t *deptree) joinName(top int, name nlp.Name, description nlp.Range, joint int) {
	whole := nlp.Range{First: t.yieldOfName(top), End: name.Tokens.End}
	for i := whole.First; i < whole.End; i++ { // what heads both gives its place to the first
		if i != top && t.under(top, i) && !whole.Has(t.head[i]) {
			t.attach(top, t.head[i], t.fullRelation(i))
			break
		}
	}
	head := name.Tokens.First
	t.attach(head, top, "conj")
	for i := name.Tokens.First + 1; i < name.Tokens.End; i++ {
		if !name.Tokens.Has(t.head[i]) {
			t.attach(i, head, "flat")
		}
	}
	noun := description.End - 1
	t.attach(noun, head, "nmod:desc")
	for i := description.First; i < noun; i++ {
		if !description.Has(t.head[i]) {
			t.attach(i, noun, "amod")
		}
	}
	rel := "punct"
	if t.word(joint) == "and" {
		rel = "cc"
	}
	t.attach(joint, head, rel)
	for _, k := range slices.Clone(t.kids[head]) {
		if k > name.Tokens.End && (t.relation(k) == "conj" || t.relation(k) == "cc") {
			t.attach(k, top, t.fullRelation(k))
		}
	}
}

// yieldOfName returns the first token of the name that i is part of, or i.
func (t *deptree) yieldOfName(i int) int {
	if n, ok := t.nameOf(i); ok {
		return n.Tokens.First
	}
	return i
}

// office-of: "Secretary of Defense Pete Lund orders a halt."
//
// The word behind "of" of an office says which one, and the name behind it is who holds it:
// the parser hangs the name on the office by "of".
func (t *deptree) mendOfficeOf(n int) {
	office := t.head[n]
	of := t.kid(n, "case")
	if t.relation(n) != "nmod" || office > n || of != office+1 || t.word(of) != "of" || t.typeAt(n) != nlp.Person || !titleNouns[t.lemma(office)] || t.isDetermined(office) {
		return
	}
	for _, k := range t.kids[n] {
		if t.fullRelation(k) == "nmod:desc" && k == of+1 && t.typeAt(k) != nlp.Person && strings.HasPrefix(t.tag(k), "NN") {
			t.attach(n, t.head[office], t.fullRelation(office))
			t.attach(office, n, "nmod:desc")
			t.attach(k, office, "nmod")
			t.attach(of, k, "case")
			return
		}
	}
}
