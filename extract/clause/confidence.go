package clause

// Confidence is the share of a rule's propositions that match a tuple of the
// CaRB development set (638 sentences) with a precision of one half or more.
// Where that set cannot tell, because its tuples keep the surface order or
// leave titles out, it is the share judged right in one quick reading of about
// 30 propositions from news texts, or an estimate, as said beside it.
const (
	prepositionalConfidence = 0.83 // CaRB, 141 propositions
	passiveConfidence       = 0.90 // CaRB, 155
	copularConfidence       = 0.80 // CaRB, 153
	activeConfidence        = 0.78 // CaRB, 466
	saysConfidence          = 0.79 // CaRB, 104
	relativeConfidence      = 0.71 // CaRB, 106
	infinitiveConfidence    = 0.61 // CaRB, 99
	participleConfidence    = 0.55 // CaRB, 197
	passiveAgentConfidence  = 0.85 // assumed from passive
	titleConfidence         = 0.95 // read
	possessiveConfidence    = 0.90 // read
	appositionConfidence    = 0.85 // read
	affiliationConfidence   = 0.85
	originConfidence        = 0.85
	eventConfidence         = 0.8
	includingConfidence     = 0.85
	ageConfidence           = 0.9
	accordingToConfidence   = 0.80 // estimated from a reading of an earlier form of the rule
	contentNounConfidence   = 0.75 // estimated
	speechTurnConfidence    = 0.80 // estimated
)

// Factors lower the confidence for what makes the shallow grammar err more
// often. Each is the share of right propositions with the property divided by
// the share without it, on the same set.
const (
	unsureFactor       = 0.62 // the place of the clause in its sentence is a guess: .46 against .75
	longSentenceFactor = 0.82 // more than longSentence words: .63 against .77
	longSentence       = 30
	manyCommasFactor   = 0.95 // more than manyCommas commas: .67 against .74, most of it due to length
	manyCommas         = 3
)

// trust returns the confidence in a proposition of clause c found by a rule of
// confidence base.
func (s *sentence) trust(base float64, c *clause) float64 {
	if s.tokens.Len() > longSentence {
		base *= longSentenceFactor
	}
	if s.commas() > manyCommas {
		base *= manyCommasFactor
	}
	if c.unsure {
		base *= unsureFactor
	}
	return base
}

func (s *sentence) commas() int {
	n := 0
	for i := s.tokens.First; i < s.tokens.End; i++ {
		if s.doc.Word(i) == "," {
			n++
		}
	}
	return n
}
