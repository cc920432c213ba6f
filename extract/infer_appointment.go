package extract

import (
	"slices"
	"strings"

	"kg/extract/identity"
	"kg/extract/nlp"
)

// ruleAppointment: who announces that somebody is appointed appoints them.
//
//	Norvik announced the appointment of Ana Reyes as chief executive.
//	⇒ Norvik – appoints – Ana Reyes {as: chief executive}
//
// Limit: a body alone announces what it does itself; a person may speak for another.
const ruleAppointment = "appointment"

// appointmentFactor: of the bodies that announce an appointment, some announce that of another.
const appointmentFactor = 0.9

func appointments(_ *resolver, facts []Fact) []Fact {
	var out []Fact
	for i, f := range facts {
		verb := appointingVerb(f.Relation.Label)
		if verb == "" || !isPlain(f) || f.Subject.Type != nlp.Organization || f.Object.Type != nlp.Person {
			continue
		}
		d := derived(f, f.Subject, f.Object, appointmentFactor)
		d.Relation = Relation{ID: identity.RelationIRI(verb), Label: verb}
		at := slices.IndexFunc(facts[:i], func(g Fact) bool {
			return g.Sentence == f.Sentence && g.Subject == f.Subject && strings.HasPrefix(f.Relation.Label, g.Relation.Label+" ")
		})
		if at >= 0 {
			d.Context = facts[at].Context
		}
		out = append(out, d)
	}
	return out
}

// appointingVerb returns what is done according to a label such as "announces
// appointment of", "" where nobody is appointed.
func appointingVerb(label string) string {
	switch label {
	case "announces appointment of", "confirms appointment of":
		return "appoints"
	case "announces promotion of", "confirms promotion of":
		return "promotes"
	case "announces nomination of":
		return "nominates"
	}
	return ""
}
