package clause

import "slices"

// says: "“The road is safe,” said Inspector Ana Reyes."
//
//	Inspector Ana Reyes | says | The road is safe
//
// Whatever the verb (told, added, wrote), the relation is "says"; of believing
// and hoping, the verb itself; "I think" and "you know" only hedge and yield none.
// What the words assert follows with the speaker.
// Limit: of a quotation that runs over sentences, only the sentence with the
// speaker yields a proposition.
var saysRule = phraseRule{"says", saysConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, r := range s.reports {
		if r.by != nil && !s.isHedge(r.by) {
			list = append(list, s.saying(r, saysConfidence, "says"))
		}
	}
	return list
}}

// isHedge reports whether c only softens what its speaker says, as "I think" and
// "you know" do: that is no report of its own.
func (s *sentence) isHedge(c *clause) bool {
	if c.subject.tokens.Len() != 1 || !hedges[s.lemmaOf(c)] {
		return false
	}
	switch s.lower(c.subject.head) {
	case "i", "we", "you":
		return s.tag(c.verb.lead) == "VBP"
	}
	return false
}

// according-to: "The strike killed nine people, according to the Red Cross."
//
//	the Red Cross | says | The strike killed nine people
//
// Limit: it covers the whole sentence, not one clause of it.
var accordingToRule = phraseRule{"according-to", accordingToConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, r := range s.reports {
		if r.by == nil {
			list = append(list, s.saying(r, accordingToConfidence, "according-to"))
		}
	}
	return list
}}

// saying makes the proposition that somebody says something.
func (s *sentence) saying(r report, confidence float64, rule string) Proposition {
	p := Proposition{
		Sentence: s.index, Subject: r.speaker, Modality: Asserted, Confidence: confidence, Rule: rule,
		Relation: Relation{Tokens: slices.Clone(r.cue), Label: "says", Base: "say"},
		Object:   Argument{Tokens: r.content, Head: r.content.First, Kind: Quotation},
	}
	if r.by == nil {
		return p
	}
	slices.Sort(p.Relation.Tokens)
	if lemma := s.lemmaOf(r.by); !reportingVerbs[lemma] || denials[lemma] || askings[lemma] {
		p.Relation.Base = s.base(r.by.verb)
		p.Relation.Label = thirdPerson(p.Relation.Base)
	}
	p.Modality, p.Speaker = r.by.modality, r.by.speaker
	p.Context = s.sayingContext(r.by)
	p.Confidence = s.trust(confidence, r.by)
	return p
}

// sayingContext returns the circumstances of a reporting clause, the one
// spoken to among them.
func (s *sentence) sayingContext(c *clause) []Context {
	at := s.contextOf(c.all(-1), c.times)
	if len(c.objects) > 0 {
		a := s.argument(c.objects[0])
		at = append(at, Context{"addressee", a.Tokens, a})
		slices.SortStableFunc(at, func(a, b Context) int { return a.Tokens.First - b.Tokens.First })
	}
	return at
}
