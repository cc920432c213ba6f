package extract

// ruleSymmetric: what one does with another, the other does with the one.
//
//	Ana Reyes met with Bo Ek.
//	⇒ Bo Ek – meets with – Ana Reyes
//
// Limit: between two of a kind only; who meets a deadline is not met by it.
const ruleSymmetric = "symmetric"

func symmetric(_ *resolver, facts []Fact) []Fact {
	var out []Fact
	for _, f := range facts {
		if isPlain(f) && isMutual(f.Relation.Label) && f.Subject.Type == f.Object.Type {
			out = append(out, derived(f, f.Object, f.Subject, 1))
		}
	}
	return out
}

// isMutual reports whether a relation holds both ways.
func isMutual(label string) bool {
	switch label {
	case "meets", "meets with", "holds talks with", "holds meeting with", "has talks with", "has meeting with",
		"borders", "is married to", "marries", "merges with", "has agreement with", "has war with", "has ceasefire with":
		return true
	}
	return false
}
