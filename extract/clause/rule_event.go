package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// event: "The attack on Kyiv", "talks between Peru and Chile in Lima", "a meeting of ministers"
//
//	The attack | is on | Kyiv
//	Peru | has talks with | Chile
//	talks | takes place in | Lima
//	ministers | holds | a meeting
//
// A noun that names an event, with who takes part, where and against whom. What
// the verb above it does to the event (denied, planned) it does to these as
// well. Limit: which "of"-phrase is the doer ("the arrest of") is not known, so
// "of" counts for meetings alone.
var eventRule = phraseRule{"event", eventConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for h := s.tokens.First; h < s.tokens.End; h++ {
		if !eventNouns[s.lemma(h)] || !strings.HasPrefix(s.tag(h), "NN") || s.rel(h) == "compound" {
			continue
		}
		for _, k := range s.kids(h) {
			if k > h && s.rel(k) == "nmod" {
				list = append(list, s.eventFacts(h, k)...)
			}
		}
	}
	return list
}}

// eventFacts returns what the phrase at k says of the event at h.
func (s *sentence) eventFacts(h, k int) []Proposition {
	p := s.prepositionOf(k)
	if p.Len() == 0 {
		return nil
	}
	event, other := s.argument(s.single(h)), s.nounOf(k)
	make1 := func(a Argument, r Relation, b Argument) Proposition {
		return s.framed(h, s.state("event", eventConfidence, a, r, b))
	}
	var list []Proposition
	switch word := strings.ToLower(s.doc.TextOf(p)); word {
	case "between":
		for i, a := range other.conjuncts {
			for _, b := range other.conjuncts[i+1:] {
				r := understood("have "+s.lower(h)+" with", h)
				list = append(list, make1(s.argument(a), r, s.argument(b)))
			}
		}
	case "on", "against":
		for _, o := range members(other) {
			if !o.temporal && (s.isProper(o) || word == "against") {
				list = append(list, make1(event, understood("be "+word, tokensOf(p)...), s.argument(o)))
			}
		}
	case "in", "at":
		for _, o := range members(other) {
			if s.isNamed(other.head, nlp.Place) && (o.head == other.head || s.isProper(o)) {
				list = append(list, make1(event, understood("take place "+word, tokensOf(p)...), s.argument(o)))
			}
		}
	case "by":
		if standing[s.lemma(h)] {
			return nil // "the approval of the truce by the cabinet"
		}
		for _, o := range members(other) {
			list = append(list, make1(s.argument(o), understood("carry out", tokensOf(p)...), event))
		}
	case "of":
		if gatherings[s.lemma(h)] && s.isPlural(other) {
			list = append(list, make1(s.argument(other), understood("hold", tokensOf(p)...), event))
		}
	}
	return list
}

func (s *sentence) isPlural(n noun) bool {
	return len(n.conjuncts) > 0 || strings.HasSuffix(s.tag(n.head), "S")
}

// framed gives p, which the noun at i states, the modality and the speaker of the
// clause that the noun lies in, and those of what it is said in; a meeting that
// is a possibility or a plan may take place.
func (s *sentence) framed(i int, p Proposition) Proposition {
	supposed := Asserted
	if s.isProposed(i) {
		supposed = Possible
	}
	supposed = strongest(supposed, s.heldBack(i))
	for h := i; h >= 0; h = s.up(h) {
		if h != i && openNouns[s.lemma(h)] && strings.HasPrefix(s.tag(h), "NN") {
			supposed = Possible
		}
		for _, c := range s.clauses {
			if slices.Contains(c.heads, h) {
				p.Modality, p.Speaker = strongest(c.modality, supposed), c.speaker
				return s.spoken(i, p)
			}
		}
	}
	p.Modality = supposed
	return p
}

// isProposed reports whether an adjective leaves open whether the event at i comes about
// or came: "the proposed deal".
func (s *sentence) isProposed(i int) bool {
	return slices.ContainsFunc(s.kids(i), func(k int) bool {
		return s.rel(k) == "amod" && k < i && proposals[s.lower(k)]
	})
}

// heldBack returns what a verb does to the event at i that somebody puts off, averts or
// cancels, or is charged with: "postponed the summit", "charged with assault".
func (s *sentence) heldBack(i int) Modality {
	i = s.conjunctHead(i)
	v := s.up(i)
	if v < 0 || !s.isVerb(v) {
		return Asserted
	}
	switch rel := s.fullRel(i); {
	case (rel == "obj" || rel == "nsubj:pass") && s.lemma(v) == "cancel":
		return Negated
	case (rel == "obj" || rel == "nsubj:pass") && puttingsOff[s.lemma(v)], s.rel(i) == "obl" && charges[s.lemma(v)]:
		return Possible
	}
	return Asserted
}

var (
	puttingsOff = words("avert", "avoid", "delay", "foil", "plan", "postpone", "prevent", "propose", "reschedule", "schedule",
		"thwart")
	charges = words("accuse", "acquit", "charge", "clear", "indict", "suspect")
)

// proposals are the adjectives and participles that do.
var proposals = words("proposed", "planned", "possible", "potential", "alleged", "prospective", "threatened", "cancelled", "canceled",
	"hypothetical", "supposed", "suspected", "future", "postponed")

// spoken gives p the speaker of the words that hold token i, where no clause of
// theirs does: "Lund doubted the value of talks between Peru and Chile".
func (s *sentence) spoken(i int, p Proposition) Proposition {
	x := s.told.innermost(i)
	if x == nil || p.Speaker != nil {
		return p
	}
	if m := x.contentModality(); m != Negated { // who doubts the value of talks does not deny them
		p.Modality = strongest(p.Modality, m)
	}
	p.Modality = strongest(p.Modality, Said)
	if x.hasSource() {
		p.Speaker = &x.source
	}
	return p
}
