package extract

import (
	"kg/extract/clause"
)

// Inference: facts that follow from several facts of one article, or from a fact
// and what the lexicons know of a place that it names.

// inference is a rule: from the facts so far it makes more. Each says what it
// rests on, and is asserted by the article as far as that is.
type inference struct {
	name string
	run  func(r *resolver, facts []Fact) []Fact
}

// inferences are the rules, in the order in which they run: what one derives,
// those after it take as given.
var inferences = []inference{
	{rulePair, pairs},
	{ruleRoleHolder, roleHolders},
	{ruleMember, membersDo},
	{ruleSeat, seatsAct},
	{ruleGazetteer, gazetteer},
	{ruleVenue, venues},
	{rulePartWhole, partsOfWholes},
	{ruleOffice, officesWithin},
	{ruleSymmetric, symmetric},
	{ruleAward, winners},
	{ruleBareOffice, bareOffices},
	{ruleAppointment, appointments},
	{rulePosition, positions},
}

// infer returns the facts that follow from facts, in the order of the rules and
// of what they rest on. None of them states again what a fact states.
func (r *resolver) infer(facts []Fact) []Fact {
	known := len(facts)
	seen := make(map[string]bool, len(facts))
	edges := make(map[edge]bool, len(facts))
	for _, f := range facts {
		seen[f.ID], edges[edgeOf(f)] = true, true
	}
	for _, rule := range inferences {
		for _, d := range rule.run(r, facts) {
			d.Rule = rule.name
			d.ID = factID(d)
			if e := edgeOf(d); seen[d.ID] || e.speaker == "" && edges[e] {
				continue
			}
			seen[d.ID], edges[edgeOf(d)] = true, true
			facts = append(facts, d)
		}
	}
	return facts[known:]
}

// edge is what a fact adds to the graph, wherever the article says it.
type edge struct{ subject, relation, object, value, speaker string }

func edgeOf(f Fact) edge {
	e := edge{f.Subject.ID, f.Relation.ID, f.Object.ID, f.Object.Value, ""}
	if f.Speaker != nil {
		e.speaker = f.Speaker.ID
	}
	return e
}

// derived returns f between other arguments, resting on f and on because. It
// keeps the words, the circumstances and the speaker of f.
func derived(f Fact, subject, object Argument, factor float64, because ...Fact) Fact {
	d := f
	d.Subject, d.Object = subject, object
	d.Confidence = f.Confidence * factor
	d.DerivedFrom = []string{f.ID}
	for _, b := range because {
		d.Confidence *= b.Confidence
		d.DerivedFrom = append(d.DerivedFrom, b.ID)
	}
	d.Confidence = round(d.Confidence)
	return d
}

// isPlain reports whether an article asserts f in its own voice, between two things.
func isPlain(f Fact) bool {
	return f.Modality == clause.Asserted && f.Speaker == nil && f.Subject.ID != "" && f.Object.ID != ""
}
