package extract

import (
	"strings"

	"kg/extract/identity"
	"kg/extract/nlp"
)

// ruleAward: to whom a prize goes has won it.
//
//	The prize for best film went to Ana Reyes.
//	⇒ Ana Reyes – wins – the prize
//
// Limit: what is given or goes to somebody and is no prize may be left or owed to them.
const ruleAward = "award"

func winners(_ *resolver, facts []Fact) []Fact {
	var out []Fact
	for _, f := range facts {
		if !isPlain(f) || f.Object.Type == nlp.Place || !isPrize(f.Subject.Name) {
			continue
		}
		switch f.Relation.Label {
		case "goes to", "is awarded to", "is given to", "is presented to":
			d := derived(f, f.Object, f.Subject, 1)
			d.Relation = Relation{ID: identity.RelationIRI("wins"), Label: "wins"}
			out = append(out, d)
		}
	}
	return out
}

// isPrize reports whether a name is that of something that is won.
func isPrize(name string) bool {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		switch word {
		case "prize", "prizes", "award", "awards", "medal", "trophy", "title":
			return true
		}
	}
	return false
}
