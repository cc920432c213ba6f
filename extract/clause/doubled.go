package clause

import (
	"slices"
	"strings"
)

// isDoubled reports whether p, what somebody means to do in his words, is stated by
// another of the propositions in full: "agreed to reopen the border" has him agree to
// reopen it, and that he agrees “to reopen the border” adds nothing. Where the other does
// not say what he does, some word of his is in no part of it, or it has no thing for its
// object, both are kept.
func (s *sentence) isDoubled(p Proposition, list []Proposition) bool {
	if p.Rule != "says" || p.Object.Kind != Quotation || s.tag(p.Object.Tokens.First) != "TO" && !negators[s.lower(p.Object.Tokens.First)] {
		return false
	}
	return slices.ContainsFunc(list, func(q Proposition) bool {
		if q.Rule == "says" || q.Object.None() || q.Object.Kind == Quotation || s.tag(q.Object.Head) == "PRP" || q.Subject.Head != p.Subject.Head || !containsAll(q.Relation.Tokens, p.Relation.Tokens) {
			return false
		}
		if !strings.HasPrefix(q.Relation.Base, p.Relation.Base) {
			return false // "plans to leave" is "will leave" there, and who does not plan it may leave
		}
		for i := p.Object.Tokens.First; i < p.Object.Tokens.End; i++ {
			if isWord(s.tag(i)) && !slices.Contains(q.Relation.Tokens, i) && !q.Object.Tokens.Has(i) && !slices.ContainsFunc(q.Context, func(c Context) bool { return c.Tokens.Has(i) }) {
				return false
			}
		}
		return true
	})
}

// containsAll reports whether all the tokens of part are in whole.
func containsAll(whole, part []int) bool {
	return !slices.ContainsFunc(part, func(i int) bool { return !slices.Contains(whole, i) })
}
