package clause

import "slices"

// says: "“The road is safe,” said Inspector Ana Reyes."
//
//	Inspector Ana Reyes | says | The road is safe
//
// Verbs that only say so (told, added, wrote) become "says"; others stay (warns,
// denies, believes). "I think" and "you know" only hedge and yield none. What the
// words assert follows with the speaker.
// Limit: what the parser does not hang on the verb, and no quotation mark shows,
// is not found.
var saysRule = attributionRule("says", saysConfidence)

// according-to: "The strike killed nine people, according to the Red Cross."
//
//	the Red Cross | says | The strike killed nine people
//
// "In her view, …" as well.
// Limit: it covers the clause it stands in, joined clauses included.
var accordingToRule = attributionRule("according-to", accordingToConfidence)

// content-noun: "The mayor rejected the minister's claim that the dam is safe."
//
//	the minister | claims | that the dam is safe
//
// Limit: only a noun with a clause that says what it is, and with an owner.
var contentNounRule = attributionRule("content-noun", contentNounConfidence)

// speech-turn: "LUND: We are ready."
//
//	LUND | says | We are ready
//
// Signed quotations, the headline "Lund: We are ready" and a quotation that
// follows another without a word between them as well, and the turns of an interview.
// Limit: who answers and is not named speaks, but gets no proposition.
var speechTurnRule = attributionRule("speech-turn", speechTurnConfidence)

// attributionRule makes a proposition of every attribution that the named rule
// found and that has a source.
func attributionRule(name string, confidence float64) phraseRule {
	return phraseRule{name, confidence, func(s *sentence) []Proposition {
		var list []Proposition
		for _, k := range s.told.within[s.index] {
			if x := s.told.list[k]; x.rule == name && x.hasSource() && !s.told.echoes(x) && !s.isHeadless(x) && (x.verb >= 0 || len(x.cue) == 0 || !s.told.withholds(x)) {
				list = append(list, s.ofEachSpeaker(s.saying(x, confidence))...)
			}
		}
		return list
	}}
}

// ofEachSpeaker returns p once for each of those who say it together: "Austria and Hungary
// said that …". Each keeps the words for all of them, which are what the sentence gives as
// the source.
func (s *sentence) ofEachSpeaker(p Proposition) []Proposition {
	if p.Subject.Kind != Phrase || !s.tokens.Has(p.Subject.Head) {
		return []Proposition{p} // the speaker is unnamed, or named by another sentence
	}
	source := s.nounOf(p.Subject.Head)
	if s.areAlternatives(source) {
		p.Modality = strongest(p.Modality, Possible)
	}
	list := []Proposition{p}
	for _, m := range members(source)[1:] {
		if p.Subject.Tokens.Contains(m.tokens) {
			p.Subject.Head = m.head
			list = append(list, p)
		}
	}
	return list
}

// isHeadless reports whether the words of x lack their subject, which stands before the
// one who says them: "the hut that police said was empty".
func (s *sentence) isHeadless(x attribution) bool {
	switch first := x.content.First; s.tag(first) {
	case "VBD", "VBZ", "VBP", "MD":
		return x.verb >= 0 && s.fullRel(x.verb) == "acl:relcl" && first > x.verb && s.inQuote(first) < 0 && s.told.ownAnySubject(s.headOf(x.content)) < 0
	}
	return false
}

// saying makes the proposition that somebody says something.
func (s *sentence) saying(x attribution, confidence float64) Proposition {
	p := Proposition{
		Sentence: s.index, Subject: x.source, Modality: Asserted, Confidence: confidence, Rule: x.rule,
		Relation: Relation{Tokens: slices.Clone(x.cue), Label: thirdPerson(x.base), Base: x.base},
		Object:   Argument{Tokens: x.content, Head: x.content.First, Kind: Quotation},
	}
	if x.verb >= 0 {
		p.Subject.Pronoun = s.told.relativeFor(x.source, x.verb)
	}
	if outer := s.told.innermost(x.anchor()); outer != nil && outer.anchor() != x.anchor() {
		p.Modality = outer.contentModality()
		if outer.hasSource() {
			p.Speaker = &outer.source
		}
		if x.rule == "content-noun" && p.Modality == Negated {
			p.Modality, p.Speaker = Asserted, nil // who rejects her plan does not deny that she has it
		}
	}
	if x.verb >= 0 {
		p.Modality = strongest(p.Modality, s.told.cueModality(x.verb))
	} else if x.rule == "content-noun" {
		p.Modality = strongest(p.Modality, s.told.modalityOfNoun(x))
	}
	for _, c := range s.clauses {
		if x.verb >= 0 && c.verb.main == x.verb {
			p.Context = s.contextOf(c.all(-1), c.times)
		}
	}
	p.Context = slices.DeleteFunc(p.Context, func(c Context) bool { return c.Tokens.Overlaps(x.content) || c.Tokens.Contains(x.source.Tokens) })
	if x.addressee.Tokens.Len() > 0 {
		p.Context = slices.DeleteFunc(p.Context, func(c Context) bool { return c.Tokens.Overlaps(x.addressee.Tokens) })
		p.Context = append(p.Context, Context{Role: "addressee", Tokens: x.addressee.Tokens, Argument: x.addressee})
		slices.SortStableFunc(p.Context, func(a, b Context) int { return a.Tokens.First - b.Tokens.First })
	}
	return p
}
