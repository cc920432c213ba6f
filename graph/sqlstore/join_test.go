package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
)

// gizmoRows runs a script; each result is a line, sorted.
func gizmoRows(t testing.TB, qs graph.QuadStore, script string) []string {
	t.Helper()
	it, err := gizmo.NewSession(qs).Execute(context.Background(), script, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	defer it.Close()
	var out []string
	for it.Next(context.Background()) {
		line, err := json.Marshal(gizmoResult(t, qs, it.Result()))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(line))
	}
	if err := it.Err(); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	slices.Sort(out)
	return out
}

func gizmoResult(t testing.TB, qs graph.QuadStore, result any) map[string]string {
	r := result.(*gizmo.Result)
	out := map[string]string{}
	if r.Val != nil {
		v, err := json.Marshal(r.Val)
		if err != nil {
			t.Fatal(err)
		}
		out["value"] = string(v)
	}
	for name, ref := range r.Tags {
		v, err := qs.NameOf(ref)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = v.String()
	}
	return out
}

// queriesOfAllKinds are shapes of query that a join answers in whole or in part,
// or not at all.
var queriesOfAllKinds = []string{
	`g.V("<kg:Person_1>").Out("<rel:meets>").All()`,
	`g.V("<kg:Person_1>").In().All()`,
	`g.V("<kg:Person_1>", "<kg:Person_2>", "<kg:Nobody>").Out("<rel:meets>").All()`,
	`g.V("<kg:Nobody>").Out().All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Out("<rel:visits>").All()`,
	`g.V("<kg:Person_1>").Both("<rel:meets>").All()`,
	`g.V("<kg:Person_1>").In("<rdf:subject>").Has("<rdf:predicate>", "<rel:meets>").Save("<rdf:object>", "o").Save("<kg:sentence>", "s").All()`,
	`g.V("<kg:Person_1>").In("<rdf:subject>").Tag("f").Out("<kg:sentence>").Out("<rdf:value>").All()`,
	`g.V("<kg:Person_1>").Tag("a").Out("<rel:meets>").Tag("b").Back("a").Out("<rel:visits>").All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Intersect(g.V("<kg:Person_2>").Out("<rel:meets>")).Unique().All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Union(g.V("<kg:Person_2>").Out("<rel:visits>")).All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Except(g.V("<kg:Person_2>").Out("<rel:meets>")).All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Unique().All()`,
	`g.V("<kg:Person_1>").LabelContext("<article:report-0000001>").Out().All()`,
	`g.V("<kg:Person_1>").LabelContext("<article:report-0000001>", "<article:report-0000002>").Out().All()`,
	`g.V().LabelContext("<article:report-0000003>").Has("<rdf:type>", "<rdf:Statement>").All()`,
	`g.V("<kg:Person_1>").Labels().All()`,
	`g.V("<kg:Person_1>").OutPredicates().All()`,
	`g.V("<kg:Person_1>").InPredicates().All()`,
	`g.V("<kg:Person_1>").SaveOutPredicates("p").All()`,
	`g.V("<kg:Person_1>").Out(["<rel:meets>", "<rel:visits>"], "p").All()`,
	`g.V("<kg:Person_1>").Out(null, "p").All()`,
	`g.V().Has("<rdfs:label>", "Person Number 1").All()`,
	`g.V().Has("<rel:meets>", "<kg:Person_1>").Has("<rel:visits>", "<kg:Person_2>").Unique().All()`,
	`g.V("<kg:Person_1>").SaveOpt("<rel:co-chairs>", "c").All()`,
	`g.V("<kg:Person_2>").FollowRecursive(g.M().Out("<rel:leads>"), 2).All()`,
	`g.V("<kg:Person_1>").HasR("<rel:meets>", "<kg:Person_2>").All()`,
	`g.V("<kg:Person_1>").In("<schema:mentions>").Count()`,
	`g.emit(g.V("<kg:Person_1>").Out("<rel:meets>").Count())`,
	`g.emit(g.V().Out("<rdf:subject>").Count())`,
	`g.emit(g.V("<rdf:Statement>").In("<rdf:type>").Count())`,
	`g.emit(g.V("<rdf:Statement>").In("<rdf:type>").Has("<rdf:predicate>", "<rel:meets>").Count())`,
	`g.emit(g.V("<kg:Person_1>").Out("<rel:meets>").Intersect(g.V("<kg:Person_2>").Out("<rel:meets>").Out("<rel:visits>")).Unique().Count())`,
	`g.emit(g.V("<kg:Person_1>").Out(["<rel:meets>", "<rel:visits>"]).Count())`,
	`g.emit(g.V("<kg:Person_1>").Out("<rel:meets>").Limit(3).Count())`,
	`g.emit(g.V("<kg:Person_1>").Out("<rel:meets>").Skip(3).Count())`,
	`g.emit(g.V("<kg:Person_1>").LabelContext("<article:report-0000001>").Out().Count())`,
	`g.V().Has("<kg:confidence>", gt(0.97)).All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Filter(regex("Person_[0-5]$", true)).All()`,
	`g.V("<kg:Person_1>").Is("<kg:Person_1>").Out("<rel:meets>").All()`,
	`g.V("<kg:Person_1>").Out("<rel:meets>").Is("<kg:Person_1>").All()`,
	`g.V("<rdf:Statement>").In("<rdf:type>").Out("<rdf:object>").In("<rel:meets>").Unique().All()`,
}

// A query gives what it gives on Cayley's own store in memory.
func TestQueriesAsInMemory(t *testing.T) {
	g := newsGraph{entities: 60}
	mem := memstore.New()
	var c Change
	for i := range 40 {
		c.Add = append(c.Add, g.article(i)...)
	}
	for _, x := range c.Add {
		mem.AddQuad(x)
	}
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, c)
		snap, err := s.Snapshot(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		defer snap.Close()
		some := 0
		for _, script := range queriesOfAllKinds {
			want := gizmoRows(t, mem, script)
			expect(t, script, gizmoRows(t, s, script), want)
			expect(t, "in a snapshot: "+script, gizmoRows(t, snap, script), want)
			some += len(want)
		}
		if some < 1000 {
			t.Errorf("the queries have but %d results", some)
		}
	})
}

// g.V().Count() counts nodes (the store in memory counts its quads as well).
func TestCountOfNodes(t *testing.T) {
	s := open(t, sqliteLocation(t), Options{})
	replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l"), q("a", "p", "c", "l")}})
	expect(t, "nodes", gizmoRows(t, s, `g.emit(g.V().Count())`), []string{`{"value":"5"}`})
}

// What an intersection counts is what it has, not what its smallest part has.
func TestCountOfIntersections(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l"), q("a", "p", "c", "l"), q("d", "p", "c", "l"), q("e", "q", "e", "l")}})
		for script, want := range map[string]string{
			`g.V("<a>").And(g.V("<b>")).Count()`:                                 "0",
			`g.V("<a>", "<b>").And(g.V("<b>", "<c>")).Count()`:                   "1",
			`g.V().And(g.V("<b>")).Count()`:                                      "1",
			`g.V("<a>").Out().And(g.V("<c>")).Count()`:                           "1",
			`g.V("<a>").Out().And(g.V("<d>").Out()).Count()`:                     "1",
			`g.V("<a>").Out().And(g.V("<e>")).Count()`:                           "0",
			`g.V("<a>").And(g.V("<b>")).Limit(5).Count()`:                        "0",
			`g.V("<a>").Out().And(g.V("<d>").Out()).Unique().Count()`:            "1",
			`g.V("<a>", "<d>", "<e>").SaveOpt("<p>", "to").Count()`:              "4",
			`g.V("<a>").Out().SaveOpt("<p>", "to").And(g.V("<e>")).Count()`:      "0",
			`g.V("<a>").FollowRecursive(g.M().Out()).And(g.V("<e>")).Count()`:    "0",
			`g.V("<a>").Has("<p>", "<c>").And(g.V("<d>")).Count()`:               "0",
			`g.V("<a>").Has("<p>", "<c>").And(g.V("<a>", "<d>", "<e>")).Count()`: "1",
		} {
			expect(t, script, gizmoRows(t, s, "g.emit("+script+")"), []string{`{"value":"` + want + `"}`})
		}
	})
}

// Whatever is given of a quad, SQLite finds it in one range of one order, but for
// what is given beside a label.
func TestEveryPatternIsARange(t *testing.T) {
	s := open(t, sqliteLocation(t), Options{})
	for mask := range 32 {
		p := pattern{wide: mask&16 != 0}
		given := 0
		for i := range p.bound {
			if p.bound[i] = mask>>i&1 == 1; p.bound[i] {
				given++
			}
		}
		beside := 0 // what is given and no range
		if labelled := p.bound[3] && !p.bound[0]; labelled && !p.wide {
			beside = given - 1
		} else if labelled && given > 1 || p.bound == [4]bool{true, false, true, true} {
			beside = 1
		}
		where, args := p.where("")
		var plan string
		var ignored int
		if _, err := one(context.Background(), s.q, "EXPLAIN QUERY PLAN SELECT s, p, o, l FROM quad WHERE "+where, args, &ignored, &ignored, &ignored, &plan); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(plan, "=?"); got != given-beside || strings.Contains(plan, "SCAN") != (given == 0) {
			t.Errorf("given %v, wide %v: %s", p.bound, p.wide, plan)
		}
	}
}

// Beside a label that has very many quads, a predicate or an object counts that has
// fewer.
func TestWideLabels(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		c := Change{Add: []quad.Quad{q("a", "rare", "b", "l"), q("a", "rare", "b", "m"), q("b", "often", "c", "m")}}
		for i := range countLimit + 1 {
			c.Add = append(c.Add, q(fmt.Sprint("s", i), "often", "b", "l"))
		}
		replace(t, s, c)
		for _, tt := range []struct {
			given quad.Quad
			wide  bool
			quads int64
		}{
			{quad.Quad{Predicate: quad.IRI("rare"), Label: quad.IRI("l")}, true, 1},
			{quad.Quad{Predicate: quad.IRI("often"), Label: quad.IRI("l")}, false, countLimit + 1},
			{quad.Quad{Predicate: quad.IRI("rare"), Object: quad.IRI("b"), Label: quad.IRI("l")}, true, 1},
			{quad.Quad{Object: quad.IRI("c"), Label: quad.IRI("l")}, true, 0},
			{quad.Quad{Subject: quad.IRI("a"), Label: quad.IRI("l")}, false, 1},
			{quad.Quad{Predicate: quad.IRI("often"), Label: quad.IRI("m")}, false, 1},
			{quad.Quad{Label: quad.IRI("l")}, false, countLimit + 2},
		} {
			p, found, err := s.patternFor(context.Background(), tt.given)
			if !found || err != nil || p.wide != tt.wide {
				t.Errorf("%v: wide %v, %v, %v", tt.given, p.wide, found, err)
			}
			if n, err := s.Count(context.Background(), tt.given); n != tt.quads || err != nil {
				t.Errorf("%v: %d quads, %v", tt.given, n, err)
			}
		}
		for script, want := range map[string]int{
			`g.V().LabelContext("<l>").Has("<rare>", "<b>").All()`:                     1,
			`g.V("<a>").LabelContext("<l>").Out("<rare>").In("<often>").All()`:         countLimit + 1,
			`g.V("<b>").LabelContext("<m>").In("<rare>").Out("<rare>").All()`:          1,
			`g.V("<c>").LabelContext(["<l>", "<m>"]).In("<often>").In("<rare>").All()`: 2,
		} {
			if rows := gizmoRows(t, s, script); len(rows) != want {
				t.Errorf("%s: %d rows", script, len(rows))
			}
		}
	})
}

// A page begins where the one before it ended, found by the index alone.
func TestPagesAreRanges(t *testing.T) {
	s := open(t, sqliteLocation(t), Options{})
	var plan string
	var ignored int
	_, err := one(context.Background(), s.q, "EXPLAIN QUERY PLAN SELECT s, p, o, l FROM quad WHERE p = ? AND (o, s, l) > (?, ?, ?) ORDER BY o, s, l LIMIT ? OFFSET ?",
		[]any{1, 2, 3, 4, 5, 6}, &ignored, &ignored, &ignored, &plan)
	if err != nil || !strings.Contains(plan, "USING COVERING INDEX quad_posl (p=? AND (o,s,l)>(?,?,?))") {
		t.Errorf("%s, %v", plan, err)
	}
}
