package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

func q(s, p, o, l string) quad.Quad {
	out := quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: quad.IRI(o)}
	if l != "" {
		out.Label = quad.IRI(l)
	}
	return out
}

func replace(t testing.TB, s *Store, c Change) Counts {
	t.Helper()
	n, err := s.Replace(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// all is the whole graph, a quad a line.
func all(t testing.TB, s *Store) []string {
	t.Helper()
	out := []string{}
	for q, err := range s.Quads(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q.NQuad())
	}
	return out
}

// nodeNames is g.V().
func nodeNames(t testing.TB, s *Store) []string {
	t.Helper()
	var out []string
	err := iterator.Iterate(context.Background(), s.NodesAllIterator()).EachValue(s, func(v quad.Value) error {
		out = append(out, v.String())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func expect(t testing.TB, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for _, x := range got {
		if !slices.Contains(want, x) {
			t.Errorf("%s: unwanted %s", what, x)
		}
	}
	for _, x := range want {
		if !slices.Contains(got, x) {
			t.Errorf("%s: missing %s", what, x)
		}
	}
	if !t.Failed() {
		t.Errorf("%s: in another order, or repeated: %q, want %q", what, got, want)
	}
}

// An article is replaced: what only it said is gone, what another says stays.
func TestReplaceArticle(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		first := []quad.Quad{q("anna", "meets", "ben", "a1"), q("anna", "leads", "club", "a1")}
		if n := replace(t, s, Change{Add: first, Records: []Record{{"/news/1", "a1", "d1"}}}); n != (Counts{Added: 2}) {
			t.Errorf("first article: %+v", n)
		}
		replace(t, s, Change{Add: []quad.Quad{q("anna", "meets", "ben", "a2")}})
		if n := replace(t, s, Change{Add: first}); n != (Counts{}) {
			t.Errorf("the same article again: %+v", n)
		}
		n := replace(t, s, Change{
			Remove:  []quad.Value{quad.IRI("a1"), quad.IRI("never-there")},
			Add:     []quad.Quad{q("anna", "meets", "ben", "a3"), q("carl", "meets", "ben", "a3"), q("carl", "meets", "ben", "a3")},
			Forget:  []string{"/news/1"},
			Records: []Record{{"/news/3", "a3", "d3"}},
		})
		if n != (Counts{Added: 2, Removed: 2}) {
			t.Errorf("replaced: %+v", n)
		}
		expect(t, "quads", all(t, s), []string{
			"<anna> <meets> <ben> <a2> .", "<anna> <meets> <ben> <a3> .", "<carl> <meets> <ben> <a3> ."})
		expect(t, "nodes", nodeNames(t, s), []string{"<a2>", "<a3>", "<anna>", "<ben>", "<carl>", "<meets>"})
		checkSound(t, s)
		recs, err := s.Records(context.Background(), "")
		if err != nil || len(recs) != 1 || recs[0] != (Record{"/news/3", "a3", "d3"}) {
			t.Errorf("records: %v, %v", recs, err)
		}
		if _, ok, err := s.Record(context.Background(), "/news/1"); ok || err != nil {
			t.Errorf("the forgotten record is there: %v, %v", ok, err)
		}
		replace(t, s, Change{Remove: []quad.Value{quad.IRI("a2"), quad.IRI("a3")}})
		expect(t, "quads of the emptied graph", all(t, s), []string{})
		expect(t, "nodes of the emptied graph", nodeNames(t, s), nil)
		checkSound(t, s)
	})
}

// A quad that is under a removed label and arrives again has neither left nor arrived.
func TestReplaceByTheSame(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l"), q("a", "p", "c", "l")}})
		n := replace(t, s, Change{Remove: []quad.Value{quad.IRI("l")}, Add: []quad.Quad{q("a", "p", "b", "l"), q("a", "p", "d", "l")}})
		if n != (Counts{Added: 1, Removed: 1}) {
			t.Errorf("%+v", n)
		}
		expect(t, "quads", all(t, s), []string{"<a> <p> <b> <l> .", "<a> <p> <d> <l> ."})
		expect(t, "nodes", nodeNames(t, s), []string{"<a>", "<b>", "<d>", "<l>", "<p>"})
		checkSound(t, s)
	})
}

// checkSound fails where the tables are not whole.
func checkSound(t testing.TB, s *Store) {
	t.Helper()
	damage, err := s.Damage(context.Background())
	if err != nil || len(damage) > 0 {
		t.Errorf("the tables are damaged: %q, %v", damage, err)
	}
}

// Deltas apply in order and all or none; the first that cannot names itself.
func TestApplyDeltas(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		add := func(x quad.Quad) graph.Delta { return graph.Delta{Quad: x, Action: graph.Add} }
		del := func(x quad.Quad) graph.Delta { return graph.Delta{Quad: x, Action: graph.Delete} }
		ab, cd := q("a", "p", "b", ""), q("c", "p", "d", "")
		if err := s.ApplyDeltas([]graph.Delta{add(ab), del(ab), add(cd), add(ab), del(ab)}, graph.IgnoreOpts{}); err != nil {
			t.Fatal(err)
		}
		expect(t, "quads", all(t, s), []string{"<c> <p> <d> ."})
		expect(t, "nodes", nodeNames(t, s), []string{"<c>", "<d>", "<p>"})
		for _, c := range []struct {
			deltas []graph.Delta
			err    error
		}{
			{[]graph.Delta{add(ab), add(cd)}, graph.ErrQuadExists},
			{[]graph.Delta{add(ab), add(ab)}, graph.ErrQuadExists},
			{[]graph.Delta{add(ab), del(q("x", "y", "z", ""))}, graph.ErrQuadNotExist},
			{[]graph.Delta{del(cd), del(cd)}, graph.ErrQuadNotExist},
			{[]graph.Delta{add(ab), {Quad: cd}}, graph.ErrInvalidAction},
		} {
			err := s.ApplyDeltas(c.deltas, graph.IgnoreOpts{})
			var d *graph.DeltaError
			if !errors.As(err, &d) || d.Err != c.err {
				t.Errorf("%v: %v", c.deltas, err)
			}
		}
		expect(t, "quads after failures", all(t, s), []string{"<c> <p> <d> ."})
		checkSound(t, s)
	})
}

func TestIncompleteQuad(t *testing.T) {
	s := open(t, sqliteLocation(t), Options{})
	_, err := s.Replace(context.Background(), Change{Add: []quad.Quad{q("a", "p", "b", ""), {Subject: quad.IRI("a")}}})
	if err == nil {
		t.Error("a quad without predicate and object was taken")
	}
	expect(t, "quads", all(t, s), []string{})
}

// Random changes leave the graph that the same changes leave in a map.
func TestChangesAsInAMap(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		g := newsGraph{entities: 5}
		model := map[quad.Quad]bool{}
		for i := range 12 {
			var c Change
			for k := range 3 {
				n := (i*7 + k*3) % 6
				for _, x := range g.article(n)[:20+i] {
					x.Label = articleLabel(n % 4)
					c.Add = append(c.Add, x)
				}
			}
			c.Remove = []quad.Value{articleLabel(i % 4)}
			for x := range model {
				if x.Label == c.Remove[0] {
					delete(model, x)
				}
			}
			for _, x := range c.Add {
				model[x] = true
			}
			replace(t, s, c)
		}
		var want []string
		for x := range model {
			want = append(want, x.NQuad())
		}
		slices.Sort(want)
		got := all(t, s)
		slices.Sort(got)
		expect(t, "quads", got, want)
		checkSound(t, s)
	})
}

// Update writes what its plan makes of the present graph; where the plan fails,
// nothing is written, and others get their turn.
func TestUpdate(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s, other := open(t, location, Options{}), open(t, location, Options{})
		add := func(s *Store) {
			_, err := s.Update(context.Background(), func(now View) (Change, error) {
				n := 0
				for _, err := range now.Matching(context.Background(), quad.Quad{Label: quad.IRI("l")}) {
					if err != nil {
						return Change{}, err
					}
					n++
				}
				next := quad.Quad{Subject: quad.Int(n), Predicate: quad.IRI("p"), Object: quad.IRI("o"), Label: quad.IRI("l")}
				return Change{Add: []quad.Quad{next}, Records: []Record{{fmt.Sprint(n), "l", ""}}}, nil
			})
			if err != nil {
				t.Error(err)
			}
		}
		const each = 10
		var writers sync.WaitGroup
		for _, s := range []*Store{s, s, other} {
			writers.Go(func() {
				for range each {
					add(s)
				}
			})
		}
		writers.Wait()
		if n := len(all(t, s)); n != 3*each {
			t.Errorf("%d quads, want %d: some were planned from what another was changing", n, 3*each)
		}
		_, err := s.Update(context.Background(), func(now View) (Change, error) {
			if records, err := now.Records(context.Background(), "l"); len(records) != 3*each || err != nil {
				t.Errorf("%d records, %v", len(records), err)
			}
			return Change{Remove: []quad.Value{quad.IRI("l")}}, errFault
		})
		if !errors.Is(err, errFault) {
			t.Errorf("a plan that fails gives %v", err)
		}
		if _, err := other.Update(context.Background(), func(View) (Change, error) {
			return Change{Add: []quad.Quad{{Subject: quad.IRI("s")}}}, nil
		}); err == nil {
			t.Error("an incomplete quad is stored")
		}
		if n := len(all(t, other)); n != 3*each {
			t.Errorf("%d quads after what failed", n)
		}
		if _, err := open(t, location, Options{ReadOnly: true}).Update(context.Background(), nil); !errors.Is(err, errReadOnly) {
			t.Errorf("an update of a graph opened for reading: %v", err)
		}
	})
}

func TestDeleteTakesSingleQuads(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l"), q("a", "p", "c", "l"), q("a", "p", "b", ""), q("x", "p", "y", "m")}})
		n := replace(t, s, Change{
			Delete: []quad.Quad{q("a", "p", "b", "l"), q("a", "p", "b", "l"), q("a", "p", "b", "other"), q("new", "p", "b", "l"), q("x", "p", "y", "m")},
			Add:    []quad.Quad{q("x", "p", "y", "m"), q("z", "p", "y", "m")},
		})
		if want := (Counts{Added: 1, Removed: 1}); n != want {
			t.Errorf("counts %v, want %v", n, want)
		}
		expect(t, "after", all(t, s), []string{
			q("a", "p", "b", "").NQuad(), q("a", "p", "c", "l").NQuad(), q("x", "p", "y", "m").NQuad(), q("z", "p", "y", "m").NQuad(),
		})
		if names := nodeNames(t, s); slices.Contains(names, "<new>") || slices.Contains(names, "<other>") {
			t.Errorf("what was only to be deleted has become a node: %v", names)
		}
	})
}

// A transaction may be made of parts: each sees those before it, all are there in
// the end, and nothing where one of them fails.
func TestParts(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "one"), q("c", "p", "d", "two"), q("e", "p", "f", "three")}})
		before := all(t, s)
		errPart := errors.New("no more")
		update := func(failed error) (Counts, error) {
			return s.Update(context.Background(), func(now View) (Change, error) {
				return Change{Remove: []quad.Value{quad.IRI("one")}, Add: []quad.Quad{q("new", "p", "b", "one")}, Then: func(yield func(Change, error) bool) {
					n, err := now.Count(context.Background(), quad.Quad{Subject: quad.IRI("new")})
					if err != nil || n != 1 {
						t.Errorf("%d quads of what the part before wrote, %v", n, err)
					}
					if yield(Change{Remove: []quad.Value{quad.IRI("two")}, Add: []quad.Quad{q("new", "p", "b", "one"), q("c", "p", "new", "two")}}, nil) {
						yield(Change{Remove: []quad.Value{quad.IRI("three")}}, failed)
					}
				}}, nil
			})
		}
		if _, err := update(errPart); !errors.Is(err, errPart) {
			t.Errorf("a part that failed: %v", err)
		}
		if got := all(t, s); !slices.Equal(got, before) {
			t.Errorf("after a part that failed: %v, want %v", got, before)
		}
		n, err := update(nil)
		if want := (Counts{Added: 2, Removed: 3}); err != nil || n != want {
			t.Errorf("%+v, %v; want %+v", n, err, want)
		}
		want := []string{q("c", "p", "new", "two").NQuad(), q("new", "p", "b", "one").NQuad()}
		got := all(t, s)
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		checkSound(t, s)
	})
}
