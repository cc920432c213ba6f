package serve

import (
	"cmp"
	"slices"

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
	view := factView{Fact: f, Support: f.Articles()}
	if len(f.Statements) > 0 {
		view.Confidence = f.Statements[0].Confidence
	}
	view.Days = daysOf(f.Statements, func(s graph.Statement) string { return s.Published })
	return view
}

// daysOf is the first and the last of the days that are known, as people write them.
func daysOf[T any](all []T, day func(T) string) string {
	return readableDays(graph.Span(all, day))
}

// readableDays is a time from one day to another, as people write it.
func readableDays(first, last string) string {
	if first == last {
		return readableDay(first)
	}
	return readableDay(first) + " – " + readableDay(last)
}
