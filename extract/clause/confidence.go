package clause

import "slices"

// The confidence of a rule is the share of its propositions that are right where
// the parser has no doubt. It is set so that the mean confidence of the rule's
// facts is the share of them that are right, of those judged by hand in
// docs/precision.tsv and, where these are few, of those that CaRB's development
// set (638 sentences) bears out; scripts/reliability.py prints both. What neither
// holds has the share that PolNeAR's development set bears out (who says what).
const (
	passiveAgentConfidence  = 0.97 // read: 14 of 14
	passiveConfidence       = 0.97 // read: .92 of 95; .89 of 174
	titleConfidence         = 0.97 // read: .86 of 59
	eventConfidence         = 0.97 // read: .94 of 16
	saysConfidence          = 0.95 // read: .92 of 39; .80 of 134
	affiliationConfidence   = 0.95 // read: .91 of 11
	whereaboutsConfidence   = 0.95 // read: 18 of 19
	activeConfidence        = 0.95 // read: .85 of 109; .86 of 424
	prepositionalConfidence = 0.95 // read: .77 of 48; .83 of 193
	tenureConfidence        = 0.95 // an estimate: as of the clauses that it reads
	ageConfidence           = 0.95 // read: 18 of 18, in the texts of PolNeAR and Wikinews
	possessiveConfidence    = 0.92 // read: .81 of 16
	includingConfidence     = 0.90 // read: 5 of 6
	accordingToConfidence   = 0.90 // read: 4 of 5; PolNeAR: .84 of 37
	speechTurnConfidence    = 0.90 // PolNeAR: .89 of 44
	copularConfidence       = 0.88 // read: 10 of 11; .71 of 156
	infinitiveConfidence    = 0.87 // read: .63 of 19; .62 of 86
	appositionConfidence    = 0.80 // read: 4 of 6
	participleConfidence    = 0.79 // read: .60 of 77; .59 of 194
	originConfidence        = 0.78 // read: .59 of 17
	relativeConfidence      = 0.75 // read: .47 of 15; .68 of 150
	intransitiveConfidence  = 0.68 // read: .58 of 24
	contentNounConfidence   = 0.60 // PolNeAR: .55 of 31
)

// How far the confidence falls with the parser's doubt: to leastByArcs where the
// arcs that a proposition rests on have no probability at all, and to
// leastBySentence where all of its sentence have none, since a wrong arc seldom
// comes alone. What a wrong tree yields may be right still. From sureArcs and
// sureSentence on, there is no doubt: so sure is the parser of what it takes for
// certain. Fitted on the facts judged by hand, within tenths, which are as likely
// by them as by weights of a logistic regression (log loss .388 and .380 in
// cross-validation; .468 by the rules alone).
const (
	leastByArcs     = 0.5
	sureArcs        = 0.8
	leastBySentence = 0.8
	sureSentence    = 0.3
)

// guessed are the rules whose facts, where the parser doubts their arcs, are right less
// than half the time: of those read with a confidence below leastGuessed, 7 of 18. With
// a phrase of the doer ("made by Reyes") they are right oftener, and are kept.
var guessed = words("participle", "relative", "intransitive", "active")

const leastGuessed = 0.45

// isGuess reports whether p is left out.
func isGuess(p Proposition) bool {
	return guessed[p.Rule] && !p.Relation.Inverse && p.Confidence < leastGuessed
}

// trust returns the confidence in p, whose rule has that of p.Confidence.
func (s *sentence) trust(p Proposition) float64 {
	byArcs := lowered(leastByArcs, s.sureOf(p)/sureArcs)
	bySentence := lowered(leastBySentence, s.sure/sureSentence)
	return float64(p.Confidence*byArcs) * bySentence
}

// lowered returns 1 where sure is 1 or more, and least where it is 0.
func lowered(least, sure float64) float64 { return least + float64((1-least)*min(sure, 1)) }

// sureOf returns the probability that the parser gives to the arcs that p rests
// on: those that join subject, relation and object to one another. So that of a
// conjunct is among them, and that by which a participle hangs on its subject.
func (s *sentence) sureOf(p Proposition) float64 {
	ends := append([]int{s.endOf(p.Subject)}, p.Relation.Tokens...)
	if !p.Object.None() {
		ends = append(ends, s.endOf(p.Object))
	}
	top := ends[0]
	for _, i := range ends[1:] {
		top = s.told.above(top, i)
	}
	var arcs []int
	for _, i := range ends {
		for ; i != top && i >= 0 && !slices.Contains(arcs, i); i = s.up(i) {
			arcs = append(arcs, i)
		}
	}
	sure := 1.0
	for _, i := range arcs {
		sure *= s.arcSure(i)
	}
	return sure
}

// endOf returns the token by which an argument hangs on what it is an argument of.
func (s *sentence) endOf(a Argument) int {
	if a.Kind == Quotation {
		return s.headOf(a.Tokens)
	}
	return a.Head
}

// sureOfAll returns the probability that the parser gives to all arcs of the
// sentence but those of punctuation.
func (s *sentence) sureOfAll() float64 {
	sure := 1.0
	for i := s.tokens.First; i < s.tokens.End; i++ {
		if !s.isPunct(i) {
			sure *= s.arcSure(i)
		}
	}
	return sure
}

// arcSure returns the probability of the head and the relation of token i. Where they were
// mended, the parser's is of others; and the result of a deed says the same whether the
// parser hangs it on the verb or on the object.
func (s *sentence) arcSure(i int) float64 {
	sure := float64(s.doc.Tokens[i].Sure) / 255
	if s.fullRel(i) == "xcomp:result" {
		return 1
	}
	if s.told.mended[i] {
		return max(sure, sureMended)
	}
	return sure
}

// sureMended is the least probability of an arc that a repair has made, an estimate.
const sureMended = 0.7
