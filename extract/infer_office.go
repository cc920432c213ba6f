package extract

import (
	"strings"

	"kg/extract/identity"
	"kg/extract/nlp"
)

// ruleOffice: who holds an office of a city, a province or a body of a country
// holds it in that country.
//
//	Marta Rojas – is mayor of – Cusco     (1)
//	Cusco – is in – Peru                  (2)
//	⇒ Marta Rojas – is mayor in – Peru    from (1), (2)
//
// So does the chairwoman of the Peruvian Electoral Court. Limit: of a body that is
// only seated in a country ("the president of the Red Cross") nothing follows.
const ruleOffice = "office"

func officesWithin(r *resolver, facts []Fact) []Fact {
	wholes := map[string][]Fact{} // by part
	for _, f := range facts {
		if isPlain(f) && f.Object.Type == nlp.Place && (f.Subject.Type == nlp.Place && isContainment(f.Relation.Label) || f.Relation.Label == "is of") {
			wholes[f.Subject.ID] = append(wholes[f.Subject.ID], f)
		}
	}
	var out []Fact
	for _, f := range facts {
		if !isPlain(f) || f.Subject.Type != nlp.Person {
			continue
		}
		role, ok := strings.CutSuffix(f.Relation.Label, " of")
		if _, isOffice := roleIn(f); !ok || !isOffice {
			continue
		}
		for _, w := range wholes[f.Object.ID] {
			near, ok := r.evidence(f, w)
			if !ok {
				continue
			}
			d := derived(f, f.Subject, w.Object, 1, w)
			d.Sentence = near
			d.Relation = Relation{ID: identity.RelationIRI(role + " in"), Label: role + " in"}
			out = append(out, d)
		}
	}
	return out
}
