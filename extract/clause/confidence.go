package clause

// The confidence of a rule is the share of its propositions that CaRB's
// development set (638 sentences) bears out, as scripts/reliability.py prints it,
// less a margin of some hundredths for other texts. What that set does not
// annotate has the share that PolNeAR's development set bears out (who says what),
// or the share judged right in the readings of docs/precision.tsv; where those hold
// fewer than five of a rule, an estimate on the careful side.
const (
	passiveAgentConfidence  = 0.85 // read: 9 of 9; the set keeps the order of the text
	passiveConfidence       = 0.87 // .89 of 173
	prepositionalConfidence = 0.78 // .83 of 193; read: .76 of 45
	activeConfidence        = 0.79 // .86 of 424; read: .83 of 100
	copularConfidence       = 0.72 // .71 of 156
	saysConfidence          = 0.78 // .80 of 134
	relativeConfidence      = 0.66 // .68 of 150
	infinitiveConfidence    = 0.62 // .62 of 86; read: .65 of 17
	participleConfidence    = 0.56 // .59 of 194; read: .60 of 57
	titleConfidence         = 0.90 // read: .93 of 54
	originConfidence        = 0.70 // read: .50 of 16, and .81 with what is only badly cut
	whereaboutsConfidence   = 0.85 // estimate
	affiliationConfidence   = 0.85 // read: .90 of 10
	eventConfidence         = 0.85 // read: 8 of 8
	includingConfidence     = 0.62 // read: .62 of 8
	appositionConfidence    = 0.75 // read: .75 of 8
	accordingToConfidence   = 0.80 // PolNeAR: .84 of 37
	contentNounConfidence   = 0.55 // PolNeAR: .55 of 31
	speechTurnConfidence    = 0.85 // PolNeAR: .89 of 44
	intransitiveConfidence  = 0.70 // estimate
	possessiveConfidence    = 0.80 // estimate
	ageConfidence           = 0.90 // estimate
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
