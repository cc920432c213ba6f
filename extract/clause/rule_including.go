package clause

import (
	"strconv"
	"strings"

	"kg/extract/nlp"
)

// including: "The blast injured nine people, including two nurses."
//
//	nine people | includes | two nurses
//
// "Among them" says the same ("nine people, among them two nurses").
// What is more than the whole is no part of it: "21,000 people in 40 countries,
// including 3,000 in Lima". Limit: a group that is only named by a pronoun yields nothing, nor does a bare
// number ("including 12 in Lima") of what is not counted itself.
var includingRule = phraseRule{"including", includingConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for k := s.tokens.First; k < s.tokens.End; k++ {
		h, c := s.up(k), s.kid(k, "case")
		if s.rel(k) != "nmod" || c < 0 || s.lower(c) != "including" && !s.isAmongThem(c) || h < 0 || h > k {
			continue
		}
		if near := s.nominalBefore(c); near > h && s.tag(near) == "NNS" && !s.isAmongThem(c) {
			h = near // "work in many areas, including health"
		}
		if h = s.groupOf(h, k); h < 0 {
			continue
		}
		whole := s.single(h)
		for _, m := range members(s.nounOf(k)) {
			if s.isPronoun(whole) || s.isBareQuantity(m) || !s.isPlural(whole) && !whole.amount || s.tag(m.head) == "CD" && !whole.amount || s.outnumbers(m, whole) {
				continue
			}
			list = append(list, s.state("including", includingConfidence, s.argument(whole), understood("include", c), s.argument(m)))
		}
	}
	return list
}}

// isIncluding reports whether a preposition says that what is behind it is one of several.
func isIncluding(preposition string) bool {
	return preposition == "including" || preposition == "among them"
}

// isAmongThem reports whether "among them" is the preposition at c.
func (s *sentence) isAmongThem(c int) bool {
	them := s.kid(c, "fixed")
	return them >= 0 && s.lower(c) == "among" && s.lower(them) == "them"
}

// isBareQuantity reports whether n is one word that names nobody without what stands behind
// it: "those in the north", "many who fled".
func (s *sentence) isBareQuantity(n noun) bool {
	return n.tokens.Len() == 1 && bareQuantities[s.lower(n.head)]
}

var bareQuantities = words("those", "many", "some", "several", "others", "more", "most", "half", "one", "ones", "both", "all", "these")

// groupOf returns the noun of whom the member at k is one, given the noun h that the tree
// and the order of words say: of what happens nobody is a part, but of the people spoken
// of before it ("rebels who took part in the attacks, including Lund"); -1 if there are
// none.
func (s *sentence) groupOf(h, k int) int {
	post := s.told.isPerson(k) && offices[s.lemma(h)]
	if !post && (!s.isHappening(h) || !s.told.isPerson(k) || s.isCounted(h)) {
		return h
	}
	for i := h - 1; i >= s.tokens.First; i-- {
		if s.tag(i) == "NNS" && s.told.isPerson(i) && s.rel(i) != "compound" {
			return i
		}
	}
	return -1
}

// isCounted reports whether a number counts the noun at h, and is no day: "two attacks".
func (s *sentence) isCounted(h int) bool {
	k := s.kid(h, "nummod")
	return k >= 0 && !s.isNamed(k, nlp.Date)
}

// offices are nouns for what people hold, of whom none is one.
var offices = words("post", "role", "position", "office", "seat", "job", "duty")

// outnumbers reports whether part has a greater number in figures than whole.
func (s *sentence) outnumbers(part, whole noun) bool {
	p, q := s.figure(part), s.figure(whole)
	return p > 0 && q > 0 && p > q
}

// figure is the whole number that counts n, in figures; 0 where none does.
func (s *sentence) figure(n noun) int {
	for i := n.tokens.First; i < n.tokens.End; i++ {
		if s.tag(i) != "CD" {
			continue
		}
		if count, err := strconv.Atoi(strings.ReplaceAll(s.doc.Word(i), ",", "")); err == nil {
			return count
		}
	}
	return 0
}
