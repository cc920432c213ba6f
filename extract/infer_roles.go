package extract

import (
	"strings"

	"kg/extract/clause"
	"kg/extract/identity"
)

// ruleRoleHolder: what the holders of roles do as a group, each of them does.
//
//	The meeting was chaired by the leaders of France and Italy.   (1)
//	"…," said French President Emmanuel Macron.                   (2)
//	⇒ Emmanuel Macron – chairs – the meeting                      from (1), (2)
//
// Whoever the article says holds such a role is one of them. Limit: the article
// itself has to say who holds the role, in the present; who held it last year, or
// in another article, is not considered.
const ruleRoleHolder = "role-holder"

// roleHolderFactor lowers the confidence of what is derived below that of what
// it rests on: a collective act ("the leaders outnumber the ministers") need
// not be an act of each.
const roleHolderFactor = 0.9

// holding is what an article says of who holds a role.
type holding struct {
	holder Argument
	role   identity.Role
	said   []Fact // one fact, or two where one gives the office and one whose it is
}

func roleHolders(_ *resolver, facts []Fact) []Fact {
	var out []Fact
	holdings := holdingsOf(facts)
	if len(holdings) == 0 {
		return nil
	}
	for _, f := range facts {
		for _, h := range holders(f.Subject, holdings) {
			out = append(out, derived(f, h.holder, f.Object, roleHolderFactor, h.said...))
		}
		for _, h := range holders(f.Object, holdings) {
			out = append(out, derived(f, f.Subject, h.holder, roleHolderFactor, h.said...))
		}
	}
	return out
}

// holdingsOf returns who holds which role now, each holder and role once.
func holdingsOf(facts []Fact) []holding {
	type held struct {
		holder string
		role   identity.Role
	}
	var out []holding
	seen := map[held]bool{}
	for _, f := range facts {
		if f.Modality != clause.Asserted || f.Subject.ID == "" || f.Rule == ruleTenure || isPast(f) {
			continue
		}
		role, ok := roleIn(f)
		said := []Fact{f}
		if ok && role.Of == "" && !role.Former {
			if of := whose(f, facts); of != nil {
				role, ok = identity.ParseRole(role.Office + " of " + of.Object.Name)
				said = append(said, *of)
			}
		}
		if h := (held{f.Subject.ID, role}); ok && !seen[h] {
			seen[h] = true
			out = append(out, holding{f.Subject, role, said})
		}
	}
	return out
}

// ruleTenure is the rule of package clause that reads of offices taken and left,
// which may have been long ago: "became president in 1994".
const ruleTenure = "tenure"

// isPast reports whether a fact says that somebody held an office and holds it no
// more: "was president", "president until 2010", "mayor from 2006 to 2010".
func isPast(f Fact) bool {
	for _, verb := range []string{"was ", "were ", "had ", "used to "} {
		if strings.HasPrefix(strings.ToLower(f.Relation.Text), verb) {
			return true
		}
	}
	for _, c := range f.Context {
		preposition, _, _ := strings.Cut(strings.ToLower(c.Text), " ")
		if c.Role == "time" && (isEnd[preposition] || preposition == "from" && strings.Contains(c.Text, " to ")) {
			return true
		}
	}
	return false
}

// isEnd holds the prepositions before the end of a time.
var isEnd = map[string]bool{"until": true, "till": true, "to": true, "between": true}

// whose returns the fact of the same sentence that says whose office f gives:
// "President Awa Diallo of Senegal". Nil where there is none.
func whose(f Fact, facts []Fact) *Fact {
	for i, g := range facts {
		if g.Subject.ID == f.Subject.ID && g.Sentence == f.Sentence && g.Relation.Label == "is of" && isPlain(g) {
			return &facts[i]
		}
	}
	return nil
}

// relHoldsPosition is the relation between a person and the role they hold.
const relHoldsPosition = "rel:holds-position"

// roleIn reads the role that f says its subject holds: "holds position French
// President", "is president of" France.
func roleIn(f Fact) (identity.Role, bool) {
	if f.Relation.ID == relHoldsPosition {
		return identity.ParseRole(f.Object.Text)
	}
	office, ok := strings.CutPrefix(f.Relation.Label, "is ")
	if !ok || !strings.HasSuffix(office, " of") || f.Object.ID == "" {
		return identity.Role{}, false
	}
	return identity.ParseRole(office + " " + f.Object.Name)
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
