package clause

// including: "The blast injured nine people, including two nurses."
//
//	nine people | includes | two nurses
//
// Limit: a group that is only named by a pronoun yields nothing.
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
		if s.isPronoun(whole) || !s.isPlural(whole) && !whole.amount {
			continue
		}
		for _, m := range members(s.nounOf(k)) {
			list = append(list, s.state("including", includingConfidence, s.argument(whole), understood("include", c), s.argument(m)))
		}
	}
	return list
}}
