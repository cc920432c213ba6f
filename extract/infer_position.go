package extract

import (
	"strings"

	"kg/extract/identity"
	"kg/extract/nlp"
)

// rulePosition: who is something of a place or body holds that office, where all who hold it
// meet, and who is former mayor of it formerly held it.
//
//	Marta Rojas – is mayor of – Cusco
//	⇒ Marta Rojas – holds position – Mayor of Cusco
//
// Limit: what is of another person, or of what has no name, is no office.
const rulePosition = "position"

func positions(r *resolver, facts []Fact) []Fact {
	known := map[[2]string]bool{} // by holder and office
	for _, f := range facts {
		if IsPosition(f.Relation.ID) {
			office, _, _ := strings.Cut(f.Object.ID, "_to_") // an envoy's is said
			known[[2]string{f.Subject.ID, office}] = true
		}
	}
	var out []Fact
	for _, f := range facts {
		if !isPlain(f) || f.Subject.Type != nlp.Person || isPast(f) {
			continue
		}
		role, preposition, ok := roleAndPreposition("be " + strings.TrimPrefix(f.Relation.Label, "is "))
		if !ok || preposition != "of" || !strings.HasPrefix(f.Relation.Label, "is ") {
			continue
		}
		office, ok := identity.OfficeOf(role, r.res.Entity(f.Object.ID), r.sentTo(f, role, facts))
		of, _, _ := strings.Cut(office.ID, "_to_")
		if key := [2]string{f.Subject.ID, of}; ok && !known[key] {
			known[key] = true
			d := derived(f, f.Subject, f.Object, 1)
			d.Relation = Relation{Text: f.Relation.Text, Label: "holds position"}
			out = append(out, r.inOffice(d, office))
		}
	}
	return out
}

// sentTo returns to where somebody is sent as what the fact f says that he is of another
// land, nil where its sentence does not say so.
func (r *resolver) sentTo(f Fact, role string, facts []Fact) *identity.Entity {
	for _, g := range facts {
		if g.Subject.ID == f.Subject.ID && g.Sentence == f.Sentence && g.Relation.Label == "is "+role+" to" {
			return r.res.Entity(g.Object.ID)
		}
	}
	return nil
}
