package serve

import (
	"cmp"
	"slices"
	"strings"

	"kg/graph"
)

// ranked returns the facts with what their sentences come to: the relation
// that most articles support first, in it the fact that most support, of those
// the surest.
func (l listed) ranked(facts []graph.Fact) []factView {
	views := make([]factView, 0, len(facts))
	support := map[string]int{} // of a relation
	for _, f := range facts {
		view := viewOf(f)
		view.Other = l.other(f)
		support[l.heading(f)] += view.Support
		views = append(views, view)
	}
	slices.SortStableFunc(views, func(a, b factView) int {
		ha, hb := l.heading(a.Fact), l.heading(b.Fact)
		return cmp.Or(
			cmp.Compare(support[hb], support[ha]), cmp.Compare(ha, hb),
			cmp.Compare(b.Support, a.Support), cmp.Compare(b.Confidence, a.Confidence),
		)
	})
	return views
}

// viewOf sums up a fact. Its sentences stand with the surest first, of those
// the newest.
func viewOf(f graph.Fact) factView {
	f.Statements = slices.Clone(f.Statements)
	slices.SortStableFunc(f.Statements, func(a, b graph.Statement) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.Published, a.Published))
	})
	view := factView{Fact: f, Support: articlesOf(f)}
	if len(f.Statements) > 0 {
		view.Confidence = f.Statements[0].Confidence
	}
	view.Days = daysOf(f.Statements, func(s graph.Statement) string { return s.Published })
	return view
}

// articlesOf is how many articles state a fact.
func articlesOf(f graph.Fact) int {
	articles := map[string]bool{}
	for _, s := range f.Statements {
		articles[s.Article] = true
	}
	return len(articles)
}

// daysOf is the first and the last of the days that are known, as people write them.
func daysOf[T any](all []T, day func(T) string) string {
	first, last := "", ""
	for _, one := range all {
		if d := day(one); d != "" {
			if first == "" || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	if first == last {
		return readableDay(first)
	}
	return readableDay(first) + " – " + readableDay(last)
}

// rolesOf are the positions among the facts that an article asserts, and what
// somebody is of something, the one that most articles give first.
func rolesOf(facts []graph.Fact) []string {
	articles := map[string]int{}
	var roles []string
	for _, f := range facts {
		role := roleOf(f)
		if role == "" || !f.Edge {
			continue
		}
		if articles[role] == 0 {
			roles = append(roles, role)
		}
		articles[role] += max(1, articlesOf(f))
	}
	slices.SortStableFunc(roles, func(a, b string) int { return cmp.Compare(articles[b], articles[a]) })
	return roles
}

// roleOf is what a fact says that somebody is: "president of France"; empty
// where it says something else.
func roleOf(f graph.Fact) string {
	name := f.Relation.Name
	switch {
	case f.Relation.IRI == "rel:holds-position":
		return f.Object.Name
	case strings.HasPrefix(name, "is ") && strings.HasSuffix(name, " of") && !strings.HasPrefix(name, "is not "):
		return strings.TrimPrefix(name, "is ") + " " + f.Object.Name
	}
	return ""
}
