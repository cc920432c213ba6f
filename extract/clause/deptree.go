package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// deptree is the dependency trees of a document's sentences, seen from above:
// for each token the tokens that hang on it. A token whose head does not lead to
// the root of its own sentence (input that was parsed elsewhere may hold such)
// counts as a root, and so does every token of a sentence longer than
// longestSentence.
type deptree struct {
	doc    *nlp.Document
	kids   [][]int // by token, in text order
	head   []int   // by token; -1 for a root
	mended []bool  // by token: its head is not the parser's

	quotes []quotation // in text order

	// By token: the relation as the parser gave it, the same without its subtype, and
	// the word in lower case, all of which are asked for again and again.
	full, relations, words []string
}

// newDeptree returns the trees of doc, mended.
func newDeptree(doc *nlp.Document) *deptree {
	t := parsedTree(doc)
	for _, r := range repairs {
		t.repair(r)
	}
	return t
}

// parsedTree returns the trees of doc as the parser left them.
func parsedTree(doc *nlp.Document) *deptree {
	t := &deptree{doc: doc, kids: make([][]int, len(doc.Tokens)), head: make([]int, len(doc.Tokens)), mended: make([]bool, len(doc.Tokens)), quotes: quotationsOf(doc)}
	for _, s := range doc.Sentences {
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			t.head[i] = -1
			if s.Tokens.Len() > longestSentence {
				continue
			}
			if h := doc.Tokens[i].Head; s.Tokens.Has(h) && (i < s.Body) == (h < s.Body) && leadsUp(doc, i, s.Tokens) {
				t.head[i] = h
				t.kids[h] = append(t.kids[h], i)
			}
		}
	}
	t.full, t.relations, t.words = make([]string, len(doc.Tokens)), make([]string, len(doc.Tokens)), make([]string, len(doc.Tokens))
	for i := range doc.Tokens {
		t.words[i] = strings.ToLower(doc.Word(i))
		t.name(i, doc.Tokens[i].Rel)
	}
	return t
}

// name makes rel the relation of i to its head.
func (t *deptree) name(i int, rel string) {
	t.full[i], t.relations[i] = rel, "root"
	if t.head[i] >= 0 {
		t.relations[i], _, _ = strings.Cut(rel, ":")
	}
}

// leadsUp reports whether the heads from i on reach a root within r.
func leadsUp(doc *nlp.Document, i int, r nlp.Range) bool {
	for range r.Len() {
		if i = doc.Tokens[i].Head; i < 0 {
			return true
		}
		if !r.Has(i) {
			return false
		}
	}
	return false
}

// relation returns the relation of i to its head without the subtype, "root" for a root.
func (t *deptree) relation(i int) string { return at(t.relations, i) }

// at returns item i of list, or the zero value where i, the place before the first word of a
// document or behind its last, is none: rules look at the neighbours of a word, which may have
// none.
func at[T any](list []T, i int) T {
	if i < 0 || i >= len(list) {
		var none T
		return none
	}
	return list[i]
}

// fullRelation returns the relation of i with its subtype: "nsubj:pass".
func (t *deptree) fullRelation(i int) string { return at(t.full, i) }

// word returns the word of token i in lower case.
func (t *deptree) word(i int) string  { return at(t.words, i) }
func (t *deptree) lemma(i int) string { return strings.ToLower(at(t.doc.Tokens, i).Lemma) }
func (t *deptree) tag(i int) string   { return at(t.doc.Tokens, i).XPOS }

// kid returns the first token that hangs on i by one of the relations, or -1.
func (t *deptree) kid(i int, relations ...string) int {
	for _, k := range t.kids[i] {
		if slices.Contains(relations, t.relation(k)) {
			return k
		}
	}
	return -1
}

// kidWord returns the first token that hangs on i and is one of the words, or -1.
func (t *deptree) kidWord(i int, set map[string]bool) int {
	for _, k := range t.kids[i] {
		if set[t.word(k)] {
			return k
		}
	}
	return -1
}

// under reports whether i is top or hangs on it, however deep.
func (t *deptree) under(i, top int) bool {
	for ; i >= 0; i = t.head[i] {
		if i == top {
			return true
		}
	}
	return false
}

// above returns the lowest token that both a and b are or hang on, or -1.
func (t *deptree) above(a, b int) int {
	for ; a >= 0 && !t.under(b, a); a = t.head[a] {
	}
	return a
}

// yield returns the stretch of text that i and what hangs on it cover, except
// what hangs on a token that leaveOut says to leave out (nil: none).
func (t *deptree) yield(i int, leaveOut func(k int) bool) nlp.Range {
	r := nlp.Range{First: i, End: i + 1}
	for _, k := range t.kids[i] {
		if leaveOut != nil && leaveOut(k) {
			continue
		}
		inner := t.yield(k, leaveOut)
		r.First, r.End = min(r.First, inner.First), max(r.End, inner.End)
	}
	return r
}

// sentence returns the tokens of the sentence of token i, its dateline left out.
func (t *deptree) sentence(i int) nlp.Range {
	s := t.doc.Sentences[t.doc.SentenceOf(i)]
	return nlp.Range{First: s.Body, End: s.Tokens.End}
}

// isVerb reports whether token i is tagged as a verb.
func (t *deptree) isVerb(i int) bool { return strings.HasPrefix(t.tag(i), "VB") }

// isNominal reports whether token i can head a noun phrase.
func (t *deptree) isNominal(i int) bool {
	switch tag := t.tag(i); {
	case strings.HasPrefix(tag, "NN"), tag == "PRP", tag == "CD", tag == "DT", tag == "WP", tag == "WDT", tag == "FW", tag == "EX":
		return true
	}
	return false
}

// preposition returns the words of the preposition before i, in lower case and
// joined by spaces; empty where there is none.
func (t *deptree) preposition(i int) string {
	var list []string
	for _, k := range t.kids[i] {
		if t.relation(k) != "case" || k > i || t.tag(k) == "POS" {
			continue
		}
		list = append(list, t.word(k))
		for _, f := range t.kids[k] {
			if t.relation(f) == "fixed" {
				list = append(list, t.word(f))
			}
		}
	}
	return strings.Join(list, " ")
}

// clauseHead returns the token that heads the clause of verb or auxiliary i:
// the main verb, or the predicate of a copula.
func (t *deptree) clauseHead(i int) int {
	for t.head[i] >= 0 {
		switch t.relation(i) {
		case "aux", "cop", "fixed", "flat", "compound", "goeswith":
			i = t.head[i]
		default:
			return i
		}
	}
	return i
}

// isPassive reports whether the verb i stands in the passive.
func (t *deptree) isPassive(i int) bool {
	for _, k := range t.kids[i] {
		if r := t.fullRelation(k); r == "aux:pass" || r == "nsubj:pass" {
			return true
		}
	}
	return false
}

// quoteAt returns the innermost quotation that holds token i, or -1.
func (t *deptree) quoteAt(i int) int {
	found := -1
	for k, q := range t.quotes {
		if q.inner.First > i {
			break
		}
		if q.inner.Has(i) {
			found = k
		}
	}
	return found
}
