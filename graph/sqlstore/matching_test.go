package sqlstore

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

// Whatever is given of a quad: what matches, how many, and how they are
// divided, is what going through all quads finds.
func TestMatching(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		random := rand.New(rand.NewPCG(5, 6))
		value := func() quad.Value {
			return []quad.Value{quad.IRI("a"), quad.IRI("b"), quad.String("a"), quad.Int(7), quad.BNode("c")}[random.IntN(5)]
		}
		var all []quad.Quad
		for range 200 {
			q := quad.Quad{Subject: value(), Predicate: value(), Object: value()}
			if random.IntN(3) > 0 {
				q.Label = value()
			}
			if !slices.Contains(all, q) {
				all = append(all, q)
			}
		}
		replace(t, s, Change{Add: all})
		snapshot, err := s.Snapshot(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		defer snapshot.Close()
		for range 200 {
			var given quad.Quad
			for _, d := range quad.Directions {
				switch random.IntN(8) {
				case 0:
					given.Set(d, quad.IRI("nowhere"))
				case 1, 2, 3:
					given.Set(d, value())
				}
			}
			by := quad.Directions[random.IntN(4)]
			distinct := []quad.Direction{quad.Any, quad.Subject, quad.Object}[random.IntN(3)]
			checkMatching(t, snapshot, all, given, by, distinct)
		}
	})
}

func checkMatching(t *testing.T, s *Store, all []quad.Quad, given quad.Quad, by, distinct quad.Direction) {
	t.Helper()
	ctx := context.Background()
	want := map[quad.Quad]bool{}
	divided := map[quad.Value]map[any]bool{}
	for _, q := range all {
		if !has(q, given) {
			continue
		}
		want[q] = true
		if divided[q.Get(by)] == nil {
			divided[q.Get(by)] = map[any]bool{}
		}
		if distinct == quad.Any {
			divided[q.Get(by)][q] = true
		} else {
			divided[q.Get(by)][q.Get(distinct)] = true
		}
	}
	seen := 0
	for q, err := range s.Matching(ctx, given) {
		if err != nil || !want[q] {
			t.Errorf("given %v: %v, %v", given, q, err)
		}
		seen++
	}
	n, err := s.Count(ctx, given)
	if seen != len(want) || err != nil || int(n) != len(want) {
		t.Errorf("given %v: %d match and %d are counted, want %d (%v)", given, seen, n, len(want), err)
	}
	tallies, err := s.Tallies(ctx, given, by, distinct)
	if err != nil || len(tallies) != len(divided) {
		t.Errorf("given %v: %d values by %v, want %d (%v)", given, len(tallies), by, len(divided), err)
	}
	for _, tally := range tallies {
		if int(tally.Quads) != len(divided[tally.Value]) {
			t.Errorf("given %v, by %v: %d of %v (distinct %v), want %d", given, by, tally.Quads, tally.Value, distinct, len(divided[tally.Value]))
		}
	}
}

// has reports whether a quad has the given values.
func has(q, given quad.Quad) bool {
	for _, d := range quad.Directions {
		if v := given.Get(d); v != nil && q.Get(d) != v {
			return false
		}
	}
	return true
}

// More quads than a page holds, and a reader that has enough early.
func TestMatchingPages(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		var c Change
		for i := range firstPage + maxPage + 1 {
			c.Add = append(c.Add, quad.Quad{Subject: quad.IRI("a"), Predicate: quad.IRI("b"), Object: quad.Int(i)})
		}
		replace(t, s, c)
		for _, enough := range []int{1, firstPage, firstPage + 1, len(c.Add) + 1} {
			seen := map[quad.Quad]bool{}
			for q, err := range s.Matching(context.Background(), quad.Quad{Predicate: quad.IRI("b")}) {
				if err != nil {
					t.Fatal(err)
				}
				seen[q] = true
				if len(seen) == enough {
					break
				}
			}
			if len(seen) != min(enough, len(c.Add)) {
				t.Errorf("%d quads are seen, want %d", len(seen), min(enough, len(c.Add)))
			}
		}
	})
}

// About yields of many subjects what Matching yields of each.
func TestAbout(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		g := newsGraph{entities: 50}
		var c Change
		for i := range 8 {
			c.Add = append(c.Add, g.article(i)...)
		}
		replace(t, s, c)
		var subjects []quad.Value
		seen := map[quad.Value]bool{}
		for _, x := range c.Add {
			if !seen[x.Subject] {
				seen[x.Subject] = true
				subjects = append(subjects, x.Subject)
			}
		}
		if len(subjects) < 300 {
			t.Fatalf("only %d subjects", len(subjects))
		}
		asked := append([]quad.Value{quad.IRI("kg:Nobody"), subjects[0]}, subjects...)
		for _, predicates := range [][]quad.Value{nil, {quad.IRI("rdfs:label"), quad.IRI("rel:meets"), quad.IRI("rel:never")}} {
			want := []string{}
			for _, subject := range subjects {
				for x, err := range s.Matching(context.Background(), quad.Quad{Subject: subject}) {
					if err != nil {
						t.Fatal(err)
					}
					x.Label = nil
					if predicates == nil || slices.Contains(predicates, x.Predicate) {
						want = append(want, x.NQuad())
					}
				}
			}
			got := []string{}
			for x, err := range s.About(context.Background(), asked, predicates) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, slices.Repeat([]string{x.NQuad()}, x.Labels)...)
			}
			slices.Sort(got)
			slices.Sort(want)
			expect(t, "about all", got, want)
		}
		counts, err := s.Objects(context.Background(), asked, quad.IRI("rel:meets"))
		if err != nil {
			t.Fatal(err)
		}
		for _, subject := range subjects {
			met, err := s.Tallies(context.Background(), quad.Quad{Subject: subject, Predicate: quad.IRI("rel:meets")}, quad.Object, quad.Any)
			if err != nil || len(met) != counts[subject] {
				t.Errorf("%s has %d objects, not %d; %v", subject, counts[subject], len(met), err)
			}
		}
		for range s.About(context.Background(), subjects, nil) {
			break // whoever has enough gets no more
		}
		for x, err := range s.About(context.Background(), []quad.Value{quad.IRI("kg:Nobody")}, nil) {
			t.Errorf("about nobody: %v, %v", x, err)
		}
	})
}
