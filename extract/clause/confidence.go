package clause

// The confidence of a rule is the share of its propositions that CaRB's
// development set (638 sentences) bears out, as scripts/reliability.py prints it,
// less a margin of some hundredths for other texts. What that set does not
// annotate (titles, ages, where somebody is from) has the share judged right in
// the readings of docs/precision.tsv, or, where those hold fewer than five of a
// rule, an estimate on the careful side.
const (
	passiveAgentConfidence  = 0.88 // .96 of 24
	passiveConfidence       = 0.87 // .90 of 183
	prepositionalConfidence = 0.80 // .83 of 177
	activeConfidence        = 0.79 // .81 of 409
	copularConfidence       = 0.75 // .77 of 142
	saysConfidence          = 0.75 // .76 of 112
	relativeConfidence      = 0.71 // .74 of 129
	infinitiveConfidence    = 0.65 // .70 of 84
	participleConfidence    = 0.55 // .57 of 208
	titleConfidence         = 0.90 // read
	originConfidence        = 0.85 // read
	affiliationConfidence   = 0.85 // read
	eventConfidence         = 0.80 // read
	includingConfidence     = 0.80 // read
	appositionConfidence    = 0.80 // read
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
	unsureFactor       = 0.62 // the subject is a guess: .46 against .75
	longSentenceFactor = 0.88 // more than longSentence words: .71 against .81
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
