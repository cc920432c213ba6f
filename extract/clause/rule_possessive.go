package clause

// possessive: "her brother Abel Reyes"
//
//	Abel Reyes | is brother of | her
//
// A kinship between an owner and a name in one noun phrase. Limit: offices
// ("Ghana's finance minister Ken Ofori") belong to the rule title.
var possessiveRule = phraseRule{"possessive", possessiveConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		t, ok := s.titleBefore(n)
		if !ok || !kinNouns[s.lemma(t.noun)] || t.owner.Len() == 0 {
			continue
		}
		owner := nameArgument(t.owner)
		list = append(list, s.state("possessive", possessiveConfidence, nameArgument(n.Tokens), s.officeRelation(t, owner), owner))
	}
	return list
}}
