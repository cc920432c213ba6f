package extract

import (
	"kg/extract/clause"
	"kg/extract/identity"
)

// rulePair: who the two are that a phrase stands for, as package identity finds
// them.
//
//	Ana Reyes met Bo Ek in Oslo. Both leaders praised the plan.
//	⇒ Ana Reyes – is one of – both leaders
const rulePair = "pair"

// pairConfidence is below that of what a sentence states: which two are meant is
// a guess from what stands near. It is an estimate, not a measurement.
const pairConfidence = 0.75

const relIsOneOf = "rel:is-one-of"

func pairs(r *resolver, _ []Fact) []Fact {
	var out []Fact
	for _, e := range r.res.Entities {
		for _, id := range e.Members {
			group := e.Mentions[0]
			out = append(out, Fact{
				Article:    r.article.ID,
				Sentence:   r.sentenceOf(group),
				Subject:    r.lastBefore(id, group.Head),
				Relation:   Relation{ID: relIsOneOf, Label: "is one of"},
				Object:     r.mentionArgument(&e, group),
				Modality:   clause.Asserted,
				Confidence: pairConfidence,
			})
		}
	}
	return out
}

// ruleMember: what two do together, each of them does.
//
//	Both leaders praised the plan.              (1)
//	Ana Reyes – is one of – both leaders        (2)
//	⇒ Ana Reyes – praises – the plan            from (1), (2)
//
// What they do to each other, each does to the other. Limit: what needs two ("the two
// countries share a border") is said of each with the other left out.
const ruleMember = "member"

func membersDo(_ *resolver, facts []Fact) []Fact {
	members := map[string][]Fact{} // by group
	for _, f := range facts {
		if f.Relation.ID == relIsOneOf && f.Rule == rulePair {
			members[f.Object.ID] = append(members[f.Object.ID], f)
		}
	}
	var out []Fact
	for _, f := range facts {
		if f.Rule == rulePair {
			continue
		}
		for _, m := range members[f.Subject.ID] {
			switch {
			case isReciprocal(f.Object):
				for _, other := range members[f.Subject.ID] {
					if other.Subject.ID != m.Subject.ID {
						out = append(out, derived(f, m.Subject, other.Subject, roleHolderFactor, m, other))
					}
				}
			case m.Subject.ID != f.Object.ID:
				out = append(out, derived(f, m.Subject, f.Object, roleHolderFactor, m))
			}
		}
		for _, m := range members[f.Object.ID] {
			if m.Subject.ID != f.Subject.ID {
				out = append(out, derived(f, f.Subject, m.Subject, roleHolderFactor, m))
			}
		}
	}
	return out
}

// isReciprocal reports whether a is "each other" or "one another".
func isReciprocal(a Argument) bool { return a.Value == "each other" || a.Value == "one another" }

func (r *resolver) sentenceOf(m identity.Mention) Passage {
	return r.passage(r.doc.Sentences[r.doc.SentenceOf(m.Head)].Span)
}

// mentionArgument is a mention as an argument.
func (r *resolver) mentionArgument(e *identity.Entity, m identity.Mention) Argument {
	span := r.doc.Span(m.Tokens)
	return Argument{Text: span.In(r.doc.Text), Begin: span.Begin, End: span.End, ID: e.ID, Name: e.Name, Type: e.Type}
}

// lastBefore is the last mention by name of an entity before a token, or its
// first, as an argument.
func (r *resolver) lastBefore(id string, token int) Argument {
	e := r.res.Entity(id)
	best := e.Mentions[0]
	for _, m := range e.Mentions {
		if m.Head < token && m.Form == identity.FormName {
			best = m
		}
	}
	return r.mentionArgument(e, best)
}
