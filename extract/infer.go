package extract

import (
	"kg/extract/clause"
	"kg/extract/identity"
)

// Inference: facts that follow from several facts of one article.

// ruleRoleHolder names the only rule so far.
//
//	The meeting was chaired by the leaders of France and Italy.   (1)
//	"…," said French President Emmanuel Macron.                   (2)
//	⇒ Emmanuel Macron – chairs – the meeting                      from (1), (2)
//
// What the holders of roles do as a group, each of them does; and whoever the
// article says holds such a role is one of them. Limit: the article itself has
// to say who holds the role, in the present; who held it last year, or in
// another article, is not considered.
const ruleRoleHolder = "role-holder"

// roleHolderFactor lowers the confidence of what is derived below that of what
// it rests on: a collective act ("the leaders outnumber the ministers") need
// not be an act of each.
const roleHolderFactor = 0.9

// holding is a fact that says who holds a role.
type holding struct {
	fact Fact
	role identity.Role
}

// infer returns the facts that follow from facts, in the order of what they
// rest on. None of them is among facts already.
func infer(facts []Fact) []Fact {
	holdings := holdingsOf(facts)
	if len(holdings) == 0 {
		return nil
	}
	seen := make(map[string]bool, len(facts))
	for _, f := range facts {
		seen[f.ID] = true
	}
	var derived []Fact
	for _, f := range facts {
		for _, d := range deriveFrom(f, holdings) {
			if !seen[d.ID] {
				seen[d.ID] = true
				derived = append(derived, d)
			}
		}
	}
	return derived
}

// holdingsOf returns the facts that say who holds which role now.
func holdingsOf(facts []Fact) []holding {
	var out []holding
	for _, f := range facts {
		if f.Modality != clause.Asserted || f.Relation.ID != relHoldsPosition {
			continue
		}
		if role, ok := identity.ParseRole(f.Object.Text); ok {
			out = append(out, holding{f, role})
		}
	}
	return out
}

// relHoldsPosition is the relation between a person and the role they hold.
const relHoldsPosition = "rel:holds-position"

// deriveFrom puts the holders of roles in the place of a group of role
// holders that is the subject or the object of f.
func deriveFrom(f Fact, holdings []holding) []Fact {
	var out []Fact
	for _, h := range holders(f.Subject, holdings) {
		out = append(out, derive(f, h, h.fact.Subject, f.Object))
	}
	for _, h := range holders(f.Object, holdings) {
		out = append(out, derive(f, h, f.Subject, h.fact.Subject))
	}
	return out
}

// holders returns the holdings of roles that the group a is made of.
func holders(a Argument, holdings []holding) []holding {
	if a.ID == "" {
		return nil
	}
	roles, ok := identity.ParseGroupRole(a.Text)
	if !ok {
		return nil
	}
	var out []holding
	for _, h := range holdings {
		for _, role := range roles {
			if role.Matches(h.role) {
				out = append(out, h)
				break
			}
		}
	}
	return out
}

func derive(f Fact, h holding, subject, object Argument) Fact {
	d := f
	d.Subject, d.Object = subject, object
	d.Confidence = round(f.Confidence * h.fact.Confidence * roleHolderFactor)
	d.Rule = ruleRoleHolder
	d.DerivedFrom = []string{f.ID, h.fact.ID}
	d.ID = factID(d)
	return d
}
