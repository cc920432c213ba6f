package clause

import (
	"strings"

	"kg/extract/nlp"
)

// chunkBefore returns the words right before verb v that can be its subject,
// whatever the parser made of them: back to a comma, a mark, a verb or the word
// that opens the clause; adverbs, times and what stands in brackets are left out
// at the end. ok is false where they are no noun phrase.
func (a *attributor) chunkBefore(v int) (Argument, bool) {
	first, end := a.sentence(v).First, v
	for end > first && (strings.HasPrefix(a.tag(end-1), "RB") || a.tag(end-1) == "MD" || a.relation(end-1) == "aux" && a.head[end-1] == v) {
		end--
	}
	k, depth := end, 0
	for k > first && (depth > 0 || !a.endsChunk(k-1)) {
		k--
		switch a.doc.Word(k) {
		case ")":
			depth++
		case "(":
			depth--
		}
	}
	for k < end && (a.tag(k) == "CC" || strings.HasPrefix(a.tag(k), "RB") || a.word(k) == "as" || a.word(k) == "that") {
		k++
	}
	for end > k && a.isTimeWord(end-1) || end-1 > k && (a.tag(end-1) == "DT" && a.isTimeWord(end)) {
		end--
	}
	head := a.headIn(nlp.Range{First: k, End: end})
	return Argument{Tokens: nlp.Range{First: k, End: end}, Head: head}, head >= 0
}

// endsChunk reports whether token i cannot stand in a subject without clauses.
func (a *attributor) endsChunk(i int) bool {
	switch w := a.doc.Word(i); {
	case w == "," || w == ":" || w == ";" || isDash(w) && w != "-" || isMark(a.doc, i):
		return true
	case w == ")" || w == "(":
		return false
	}
	tag := a.tag(i)
	return a.isVerb(i) && a.relation(i) != "amod" && a.relation(i) != "compound" || tag == "MD" || tag == "WDT" || tag == "WP" || tag == "WRB" || tag == "." || tag == "IN" && subordinators[a.word(i)] && !alsoPrepositions[a.word(i)]
}

// headIn returns the person that r ends with, else the last noun of r before its
// first preposition; -1 where r begins with one or holds none.
func (a *attributor) headIn(r nlp.Range) int {
	head := -1
	if r.Len() > 0 && a.word(r.First) == "by" {
		return head // "signed by Lund intended to help": an agent does what stands before it
	}
	if n, ok := a.personAt(r.End - 1); ok && r.Contains(n) && (n.First == r.First || a.tag(n.First-1) != "IN" && a.tag(n.First-1) != "TO") {
		return n.End - 1
	}
	for i := r.First; i < r.End; i++ {
		switch tag := a.tag(i); {
		case tag == "IN" || tag == "TO":
			return head
		case a.doc.Word(i) == "(":
			return head
		case strings.HasPrefix(tag, "NN") || tag == "PRP" || i == r.End-1 && a.isNominal(i) && tag != "CD":
			head = i
		}
	}
	return head
}

// personAt returns the name of a person that token i belongs to.
func (a *attributor) personAt(i int) (nlp.Range, bool) {
	for _, n := range a.doc.Names {
		if n.Tokens.Has(i) {
			return n.Tokens, n.Type == nlp.Person
		}
	}
	return nlp.Range{}, false
}

// chunkAfter returns the words right behind verb v that can be its subject, in
// "…,” said Ada Lund": up to a comma, a stop or a mark.
func (a *attributor) chunkAfter(v int) (Argument, bool) {
	end := v + 1
	for end < a.sentence(v).End && !a.endsChunk(end) {
		end++
	}
	r := nlp.Range{First: v + 1, End: end}
	head := a.headIn(r)
	return Argument{Tokens: r, Head: head}, head >= 0 && !a.isTimeWord(head)
}
