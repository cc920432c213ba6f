package clause

// The confidence of a rule is the share of its propositions that CaRB's
// development set (638 sentences) bears out, as scripts/reliability.py prints it,
// less a margin of some hundredths for other texts. What that set does not
// annotate (titles, ages, where somebody is from) has the share judged right in
// the readings of docs/precision.tsv, or, where those hold fewer than five of a
// rule, an estimate on the careful side.
const (
	passiveAgentConfidence  = 0.85 // assumed from passive: the set keeps the order of the text
	passiveConfidence       = 0.87 // .89 of 184
	prepositionalConfidence = 0.78 // .80 of 189
	activeConfidence        = 0.79 // .83 of 436
	copularConfidence       = 0.72 // .73 of 154
	saysConfidence          = 0.76 // .81 of 113
	relativeConfidence      = 0.69 // .70 of 145
	infinitiveConfidence    = 0.67 // .71 of 85
	participleConfidence    = 0.54 // .56 of 195
	intransitiveConfidence  = 0.75 // estimate
	titleConfidence         = 0.90 // read: .92 of 13
	originConfidence        = 0.85 // estimate from the few that were read
	affiliationConfidence   = 0.85 // estimate from the few that were read
	eventConfidence         = 0.80 // estimate from the few that were read
	includingConfidence     = 0.80 // estimate from the few that were read
	appositionConfidence    = 0.80 // estimate from the few that were read
	possessiveConfidence    = 0.80 // estimate
	ageConfidence           = 0.90 // estimate
	accordingToConfidence   = 0.80 // estimate
	contentNounConfidence   = 0.75 // estimate
	speechTurnConfidence    = 0.80 // estimate
)

// Factors lower the confidence for what makes the parser err more often. Each is
// the share of right propositions with the property divided by the share without
// it, on the same set.
const (
	unsureFactor       = 0.62 // the subject is a guess: .46 against .75, on clauses found without the tree
	longSentenceFactor = 0.86 // more than longSentence words: .69 against .81
	longSentence       = 30
)

// trust returns the confidence in a proposition of clause c found by a rule of
// confidence base.
func (s *sentence) trust(base float64, c *clause) float64 {
	if s.tokens.Len() > longSentence {
		base *= longSentenceFactor
	}
	if c.unsure {
		base *= unsureFactor
	}
	return base
}
