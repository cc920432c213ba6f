package clause

import (
	"slices"

	"kg/extract/nlp"
)

// phraseOf returns the noun phrase that head heads as an argument: with
// apposition and relative clause, without a preposition or genitive ending, and
// without what stands in skip.
func (a *attributor) phraseOf(head int, skip []int) Argument {
	if head < 0 {
		return Argument{}
	}
	r := a.yield(head, func(k int) bool {
		return a.leavesPhrase(k, head) || slices.ContainsFunc(skip, func(i int) bool { return i == k || a.under(i, k) })
	})
	for _, i := range skip {
		if r.Has(i) && i > head && a.under(i, head) {
			r.End = max(head+1, a.branchOf(i, head).First)
		}
	}
	for _, n := range a.doc.Names {
		if n.Tokens.Has(head) {
			r = union(r, n.Tokens)
		}
	}
	for r.Len() > 1 && r.End-1 > head && (a.isIdle(r.End-1) && !a.closesInside(r)) {
		r.End--
	}
	for r.Len() > 1 && r.First < head && a.isIdle(r.First) && !isMark(a.doc, r.First) {
		r.First++
	}
	r = a.withinSentence(r, head)
	return Argument{Tokens: r, Head: a.namedHead(r, head)}
}

// branchOf returns what hangs on the noun head together with token i, in one clause or
// phrase.
func (a *attributor) branchOf(i, head int) nlp.Range {
	for a.head[i] != head {
		i = a.head[i]
	}
	return a.yield(i, nil)
}

// namedHead returns the last word of the person's name that the phrase r ends
// with, before its first comma, where head only leads to it: "US President Ada
// Lund", "her son Ivo Reed"; or of a body's right behind the noun, "the opposition
// Harbour Front"; else head.
func (a *attributor) namedHead(r nlp.Range, head int) int {
	end := head + 1
	for end < r.End && a.doc.Word(end) != "," {
		if tag := a.tag(end); tag == "IN" || tag == "TO" || tag == "POS" || tag == "CC" {
			return head
		}
		end++
	}
	if n, ok := a.personAt(end - 1); ok && n.First > head && n.End == end {
		return end - 1
	}
	if n, ok := a.nameOf(end - 1); ok && n.Type == nlp.Organization && n.Tokens.First == head+1 && n.Tokens.End == end && a.tag(head) == "NN" {
		return end - 1
	}
	return head
}

// closesInside reports whether the mark that ends r has its partner in r.
func (a *attributor) closesInside(r nlp.Range) bool {
	for _, q := range a.quotes {
		if q.outer.End == r.End && q.outer.First >= r.First {
			return true
		}
	}
	return false
}

// leavesPhrase reports whether k, which hangs on the noun head, is not part of its phrase.
func (a *attributor) leavesPhrase(k, head int) bool {
	switch a.relation(k) {
	case "cc", "cop", "aux", "nsubj", "parataxis", "discourse", "vocative", "advcl", "mark", "expl", "orphan", "dislocated":
		return a.head[k] == head
	case "case":
		return a.head[k] == head
	case "nmod":
		return a.fullRelation(k) == "nmod:unmarked" && a.isTimeWord(k) // "Lund this week said"
	case "advmod":
		return a.head[k] == head && k > head
	case "punct":
		return a.head[k] == head && !isMark(a.doc, k) && a.doc.Word(k) != "(" && a.doc.Word(k) != ")" && (a.doc.Word(k) != "," || k < head)
	case "conj":
		return a.head[k] == head && a.isVerb(k)
	}
	return false
}

// withinSentence cuts r down to the sentence of head.
func (a *attributor) withinSentence(r nlp.Range, head int) nlp.Range {
	s := a.sentence(head)
	return nlp.Range{First: max(r.First, s.First), End: min(r.End, s.End)}
}
