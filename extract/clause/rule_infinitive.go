package clause

// infinitive: "The court ordered the firm to repay the loan."
//
//	the firm | may repay | the loan  [possible]
//
// Nobody says that it was done, so it is never asserted; purposes ("to save
// fuel") are read alike. Limit: infinitives after nouns ("a plan to sell it")
// have the subject of their clause, which is not always meant.
var infinitiveRule = clauseRule{"infinitive", infinitiveConfidence,
	func(_ *sentence, c *clause) bool {
		return c.link == infinitiveClause || c.verb.form == infinitive
	},
	func(s *sentence, c *clause) []statement {
		if s.servesNothing(c) {
			return nil
		}
		return s.voiced(c)
	},
}

// servesNothing reports whether c is the purpose of what is not done, or says how the speaker
// speaks: "to be honest, the plan is dead".
func (s *sentence) servesNothing(c *clause) bool {
	if frankness[s.lower(c.head)] && c.verb.copula && s.subtree(c.head).First <= s.tokens.First+1 && s.rel(c.head) == "advcl" {
		return true
	}
	return s.rel(c.head) == "advcl" && c.host != nil && c.host.modality == Negated
}

// frankness is how one speaks.
var frankness = words("honest", "frank", "fair", "clear", "sure", "precise", "exact", "blunt", "specific", "candid", "brief", "truthful")
