package clause

// possessive: "her brother Abel Reyes"
//
//	Abel Reyes | is brother of | her
//
// "Solheim, whose delegation left, …" also says that Solheim has a delegation.
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
	for _, c := range s.clauses {
		if p, ok := s.whose(c); ok {
			list = append(list, p)
		}
	}
	return list
}}

// whose reads the owner of the "whose" that opens the relative clause c: who has
// what, so that this is more than somebody's delegation. A day owns nothing, and what the
// clause denies is not that.
func (s *sentence) whose(c *clause) (Proposition, bool) {
	if c.link != relativeClause {
		return Proposition{}, false
	}
	for _, k := range s.kids(c.head) {
		if w := s.possessorOf(k); w >= 0 && s.tag(w) == "WP$" {
			owner := s.describedBy(c)
			if !owner.ok() || owner.temporal {
				break
			}
			owned := s.single(k)
			owned.tokens.First = max(owned.tokens.First, min(w+1, owned.head))
			r := understood("have", w)
			p := s.framed(c.head, s.state("possessive", possessiveConfidence, s.argument(owner), r, s.argument(owned)))
			if p.Modality == Negated && p.Speaker == nil {
				p.Modality = Asserted // "whose names I don't know"
			} else if p.Modality == Negated {
				p.Modality = Said
			}
			return p, true
		}
	}
	return Proposition{}, false
}
