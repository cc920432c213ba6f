package identity

import (
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/nlp"
)

// attachRoles gives a person the office that a proposition states: "Emmanuel
// Macron, the French president, …", "Scholz was chancellor of Germany".
// Limit: only what the proposition asserts; who may become president is none.
func attachRoles(a *article) {
	for _, p := range a.props {
		m := a.byToken[p.Subject.Head]
		if p.Object.Kind != clause.Title || p.Modality != clause.Asserted || m == nil || m.role != nil || m.type_ != nlp.Person || ends(p) {
			continue
		}
		if role, ok := ParseRole(a.text(p.Object.Tokens)); ok {
			m.setRole(role)
		}
	}
}

// ends reports whether p says of an office when its holder had it, not only since
// when: "served as president from 2012 to 2017".
func ends(p clause.Proposition) bool {
	return p.Rule == "tenure" && slices.ContainsFunc(p.Context, func(c clause.Context) bool { return c.Bound == "" })
}

// mergeRoles puts an office in words together with its holder: "the French
// president" with "President Emmanuel Macron" of France, "the Ukrainian leader"
// with "Ukrainian President Volodymyr Zelenskyy", "the commissioner" with "Trade
// Commissioner Ada Lund", "the minister" with "Ada Lund, Norway's foreign minister".
// Where no country is said, it is the last holder of such an office named before.
// Limit: an office that two people of the article hold goes to neither.
func mergeRoles(a *article) {
	for _, m := range a.all {
		if m.Form != FormNominal || m.role == nil || m.plural || !m.phrase.definite() && m.role.Of == "" {
			continue
		}
		if holder := a.holder(m); holder != nil {
			a.merge(holder, m)
		}
	}
}

// holder returns the one person of the article who holds the office m.
func (a *article) holder(m *mention) *mention {
	var found *mention
	for _, n := range a.all {
		if n.role == nil || n.Form != FormName && !n.cluster.named() || n == m || !describes(*m.role, *n.role) || m.role.Of == "" && n.Head > m.Head {
			continue
		}
		if found != nil && found.cluster != n.cluster {
			return nil
		}
		found = n
	}
	return found
}

// describes reports whether the office a nominal gives fits a holder's: the same
// of the same country, or the bare end of it ("the minister").
func describes(nominal, held Role) bool {
	if nominal.Of != "" {
		return nominal.Unique && nominal.Matches(held)
	}
	if nominal.Former != held.Former {
		return false
	}
	return nominal.Office == held.Office || strings.HasSuffix(held.Office, " "+nominal.Office)
}
