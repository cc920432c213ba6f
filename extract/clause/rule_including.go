package clause

// including: "The blast injured nine people, including two nurses."
//
//	nine people | includes | two nurses
//
// Limit: a group that is only named by a pronoun yields nothing, nor does a bare
// number ("including 12 in Lima") of what is not counted itself.
var includingRule = phraseRule{"including", includingConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for k := s.tokens.First; k < s.tokens.End; k++ {
		h, c := s.up(k), s.kid(k, "case")
		if s.rel(k) != "nmod" || c < 0 || s.lower(c) != "including" || h < 0 || h > k {
			continue
		}
		if near := s.nominalBefore(c); near > h && s.tag(near) == "NNS" {
			h = near // "work in many areas, including health"
		}
		whole := s.single(h)
		for _, m := range members(s.nounOf(k)) {
			if s.isPronoun(whole) || !s.isPlural(whole) && !whole.amount || s.tag(m.head) == "CD" && !whole.amount {
				continue
			}
			list = append(list, s.state("including", includingConfidence, s.argument(whole), understood("include", c), s.argument(m)))
		}
	}
	return list
}}
