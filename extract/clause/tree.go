package clause

import (
	"strings"

	"kg/extract/nlp"
)

// kids returns the tokens that depend on token i, in text order.
func (s *sentence) kids(i int) []int { return at(s.told.kids, i) }

// up returns the head of token i, or -1.
func (s *sentence) up(i int) int { return s.told.head[i] }

// rel returns the relation of token i to its head without its subtype:
// "nsubj" of "nsubj:pass".
func (s *sentence) rel(i int) string { return s.told.relation(i) }

// fullRel returns the relation of token i with its subtype.
func (s *sentence) fullRel(i int) string { return s.told.fullRelation(i) }

// kid returns the first dependent of i with the relation rel, or -1.
func (s *sentence) kid(i int, rel string) int {
	for _, k := range s.kids(i) {
		if s.rel(k) == rel {
			return k
		}
	}
	return -1
}

// subtree returns the tokens from the first to the last that i dominates.
func (s *sentence) subtree(i int) nlp.Range {
	r := nlp.Range{First: i, End: i + 1}
	for _, k := range s.kids(i) {
		r = join(r, s.subtree(k))
	}
	return r
}

// join returns the smallest range that holds a and b, of which none is empty.
func join(a, b nlp.Range) nlp.Range {
	return nlp.Range{First: min(a.First, b.First), End: max(a.End, b.End)}
}

// isVerb reports whether token i is tagged as a verb.
func (s *sentence) isVerb(i int) bool { return strings.HasPrefix(s.tag(i), "VB") }

// isPunct reports whether token i is a punctuation mark.
func (s *sentence) isPunct(i int) bool { return s.rel(i) == "punct" || !isWord(s.tag(i)) }
