package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Role is what somebody is said to be, and when.
type Role struct {
	Name     string `json:"name"`            // "president of France"
	Articles int    `json:"articles"`        // that say so
	First    string `json:"first,omitempty"` // day of the first of them, "2025-09-04"
	Last     string `json:"last,omitempty"`  // and of the last
}

// RolesOf returns the positions among facts that articles assert, and what
// somebody is of something, the one that most articles give first. Names that
// differ in case and punctuation alone are one role, by its most frequent name.
func RolesOf(facts []Fact) []Role {
	named, said := map[string][]Role{}, map[string][]Statement{}
	var order []string
	for _, f := range facts {
		name := roleIn(f)
		if name == "" || !f.Edge {
			continue
		}
		key := roleKey(name)
		if named[key] == nil {
			order = append(order, key)
		}
		role := Role{Name: name, Articles: f.Articles()}
		role.First, role.Last = Span(f.Statements, func(s Statement) string { return s.Published })
		named[key] = append(named[key], role)
		said[key] = append(said[key], f.Statements...)
	}
	roles := make([]Role, 0, len(order))
	for _, key := range order {
		role := oneRole(named[key])
		role.Articles = Fact{Statements: said[key]}.Articles()
		roles = append(roles, role)
	}
	slices.SortStableFunc(roles, func(a, b Role) int { return cmp.Compare(b.Articles, a.Articles) })
	return roles
}

// roleKey is what the spellings of a role have in common.
func roleKey(name string) string {
	return FoldName(strings.ReplaceAll(strings.ReplaceAll(name, ".", ""), " of the ", " of "))
}

// oneRole brings the spellings of a role together, but not their articles.
func oneRole(spellings []Role) Role {
	slices.SortStableFunc(spellings, func(a, b Role) int { return cmp.Compare(b.Articles, a.Articles) })
	one := spellings[0]
	for _, r := range spellings[1:] {
		if r.First != "" && (one.First == "" || r.First < one.First) {
			one.First = r.First
		}
		one.Last = max(one.Last, r.Last)
	}
	return one
}

// roleIn is what a fact says that somebody is: "president of France"; empty
// where it says something else.
func roleIn(f Fact) string {
	name := f.Relation.Name
	switch {
	case f.Relation.IRI == relationPosition:
		return f.Object.Name
	case strings.HasPrefix(name, "is ") && strings.HasSuffix(name, " of") && !strings.HasPrefix(name, "is not ") && name != "is of":
		return strings.TrimPrefix(name, "is ") + " " + f.Object.Name
	}
	return ""
}

// Articles is how many articles state a fact.
func (f Fact) Articles() int {
	articles := map[string]bool{}
	for _, s := range f.Statements {
		articles[s.Article] = true
	}
	return len(articles)
}

// Span is the first and the last of the days that are known, such as
// "2025-09-04"; empty where none is.
func Span[T any](all []T, day func(T) string) (first, last string) {
	for _, one := range all {
		if d := day(one); d != "" {
			if first == "" || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	return first, last
}
