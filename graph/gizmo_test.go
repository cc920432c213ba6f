package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
)

// The graph that the scripts below ask.
const gizmoStory = `
article 2025-06-02 First
entity Ana Ferreira (Person) = Ferreira
entity Tomas Novak (Person)
fact Ana Ferreira | meets | Tomas Novak | They met. | confidence=0.87
fact Tomas Novak | meets | Mirela Popa | He met Popa.
`

func TestQuery(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, gizmoStory))
	for _, test := range []struct{ script, want string }{
		// As Cayley gives it.
		{`g.V("<kg:Ana_Ferreira>").Out("<rel:meets>").All()`, `[{"id":"<kg:Tomas_Novak>"}]`},
		{`graph.Vertex("<kg:Ana_Ferreira>").out("<rel:meets>").all()`, `[{"id":"<kg:Tomas_Novak>"}]`},
		{`g.V("<kg:Ana_Ferreira>").Tag("who").Out("<rel:meets>", "how").All()`, `[{"how":"<rel:meets>","id":"<kg:Tomas_Novak>","who":"<kg:Ana_Ferreira>"}]`},
		{`g.V("<kg:Ana_Ferreira>").Save("<rdfs:label>", "name").All()`, `[{"id":"<kg:Ana_Ferreira>","name":"Ana Ferreira"}]`},
		{`g.V("Ana Ferreira").In("<rdfs:label>").GetLimit(5)`, `[{"id":"<kg:Ana_Ferreira>"}]`},
		{`g.V("<kg:Ana_Ferreira>").In("<rdf:subject>").Out("<kg:confidence>").All()`, `[{"id":"\"0.87\"^^<xsd:decimal>"}]`},
		{`g.V("<kg:Ana_Ferreira>").Out("<rel:meets>").ForEach(function(d) { g.Emit({found: d.id}) })`, `[{"found":"<kg:Tomas_Novak>"}]`},
		{`var step = g.M().Out("<rel:meets>"); g.V("<kg:Ana_Ferreira>").Follow(step).Follow(step).All()`, `[{"id":"<kg:Mirela_Popa>"}]`},
		{`g.V("<kg:Ana_Ferreira>").Out([g.V("<rel:meets>")]).All()`, `[{"id":"<kg:Tomas_Novak>"}]`},
		{`g.V().Filter(regex("^kg:.*a$", true)).All()`, `[{"id":"<kg:Ana_Ferreira>"},{"id":"<kg:Mirela_Popa>"}]`},
		{`g.V("<kg:Tomas_Novak>").Both("<rel:meets>").Except(g.V("<kg:Mirela_Popa>")).All()`, `[{"id":"<kg:Ana_Ferreira>"}]`},
		{`g.V("<kg:Nobody>").Out().All()`, `[]`},

		// The value of the last expression.
		{`g.V("<kg:Ana_Ferreira>").Out("<rel:meets>").Count()`, `[{"value":1}]`},
		{`g.V("<kg:Ana_Ferreira>").Out("<rel:meets>")`, `[{"id":"<kg:Tomas_Novak>"}]`},
		{`g.V("<kg:Ana_Ferreira>").Out("<rel:meets>").ToArray();`, `[{"value":"<kg:Tomas_Novak>"}]`},
		{`g.V("<kg:Ana_Ferreira>").Out("<rel:meets>").TagArray()`, `[{"id":"<kg:Tomas_Novak>"}]`},
		{`g.V("<kg:Ana_Ferreira>").All(); g.V("<kg:Ana_Ferreira>").Count()`, `[{"id":"<kg:Ana_Ferreira>"},{"value":1}]`},
		{`[1, "two", {three: 3}]`, `[{"value":1},{"value":"two"},{"three":3}]`},
		{`var n = 7; n`, `[{"value":7}]`},
		{`var n = 7; n = 8`, `[]`},
		{`null`, `[]`},
		{`({})`, `[{}]`},
		{`g.Emit({nan: 0/0, list: [iri("kg:X"), 1/0], f: function() {}})`, `[{"f":null,"list":["<kg:X>",null],"nan":null}]`},
		{`g.Emit("a"); g.Emit(true)`, `[{"value":"a"},{"value":true}]`},

		// Names in place of IRIs.
		{`g.V(kg("Ferreira")).Out("<rel:meets>")`, `[{"id":"<kg:Tomas_Novak>"}]`},
		{`kg("kg:Tomas_Novak")`, `[{"value":"<kg:Tomas_Novak>"}]`},

		// What is wrong, where, and what to do.
		{``, `the query is empty (try g.V("<kg:…>").Out().All())`},
		{"g.V(\n  \"x\"", `line 2, column 6: syntax error: unexpected end of input (a query is JavaScript: g.V("<kg:Emmanuel_Macron>").Out("<rel:co-chairs>").All())`},
		{"let a;\nlet a", `line 2, column 5: syntax error: identifier 'a' has already been declared (a query is JavaScript: g.V("<kg:Emmanuel_Macron>").Out("<rel:co-chairs>").All())`},
		{"var a = 1\ng.V(Macron).All()", `line 2, column 5: ReferenceError: Macron is not defined (IRIs are strings with angle brackets, "<kg:…>"; kg("name") finds an entity by its name)`},
		{`g.V().Outt()`, `line 1, column 11: TypeError: Object has no member 'Outt' (did you mean Out?)`},
		{`g.Vertx()`, `line 1, column 8: TypeError: Object has no member 'Vertx' (did you mean Vertex?)`},
		{`g.V(kg("nobody"))`, `line 1, column 7: "nobody" is not in the graph`},
		{`g.V().Save()`, `line 1, column 11: unexpected arguments count: 0`},
		{`g.V().Filter(regex("["))`, "line 1, column 19: error parsing regexp: missing closing ]: `[`"},
		{`g.V().ForEach(function() { throw new Error("no") })`, `line 1, column 34: Error: no`},
		{`throw "no"`, `line 1, column 1: no`},
		{`g.V().In({a: 1})`, `line 1, column 9: Cayley cannot do this: unsupported type: map[string]interface {} (check the arguments: strings for IRIs and tags, numbers for limits, paths where paths are asked for)`},
		{`iri({})`, `Cayley cannot do this: expected string, got: map[string]interface {} (check the arguments: strings for IRIs and tags, numbers for limits, paths where paths are asked for)`},
		{`function f() { return f() + 1 }; f()`, `a function calls itself without end (let it return at some depth, or walk with .FollowRecursive())`},
		{`var a = {}; a.a = a; g.Emit(a)`, `line 1, column 28: TypeError: a value contains itself, or is nested too deeply`},
		{`var a = []; a.push(a); g.V(a)`, `line 1, column 27: TypeError: a value contains itself, or is nested too deeply`},
		{`new Array(1e9).fill(1)`, `line 1, column 20: RangeError: fill: more than 1048576 elements in one step`},
		{`"x".repeat(1e9)`, `line 1, column 11: RangeError: repeat: more than 1048576 elements in one step`},
		{`new Uint8Array(1e9)`, `line 1, column 5: ReferenceError: Uint8Array is not defined (IRIs are strings with angle brackets, "<kg:…>"; kg("name") finds an entity by its name)`},
	} {
		result, err := g.Query(t.Context(), test.script, QueryOptions{Limit: 10})
		if got := outcome(t, result, err); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.script, got, test.want)
		}
	}
}

// outcome returns rows as JSON, or an error with its hint.
func outcome(t *testing.T, result *Result, err error) string {
	t.Helper()
	var wrong *QueryError
	if errors.As(err, &wrong) {
		if wrong.Hint == "" {
			return wrong.Error()
		}
		return wrong.Error() + " (" + wrong.Hint + ")"
	} else if err != nil {
		return "unexpected error: " + err.Error()
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(result.Rows); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

func TestMisnamed(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, gizmoStory))
	for source, want := range map[string]string{
		`g.V("Ferreira").Out("meets").All()`:                        `"Ferreira" is a text; kg("Ferreira") is the entity of that name|"meets" is a text; the relation is "<rel:meets>"`,
		`g.V("<kg:Ana_Ferreira>").Out("<rel:meetz>").All()`:         `<rel:meetz> is not in the graph; near it: <rel:meets>`,
		`g.V("<kg:Anna_Ferreira>").All()`:                           `<kg:Anna_Ferreira> is not in the graph; near it: <kg:Ana_Ferreira>`,
		`g.V(kg('Ferreira')).Tag("meets").Out("<rel:meets>").All()`: ``,
	} {
		reasons, err := g.Misnamed(t.Context(), source)
		if got := strings.Join(reasons, "|"); err != nil || got != want {
			t.Errorf("%s: %v, %v: want %s", source, got, err, want)
		}
	}
}

func TestQueryLimit(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, gizmoStory))
	for _, test := range []struct {
		script    string
		limit     int
		rows      int
		truncated bool
	}{
		{`g.V().All()`, 3, 3, true},
		{`g.V()`, 3, 3, true},
		{`g.V().GetLimit(2)`, 3, 2, false},
		{`g.V().GetLimit(9)`, 3, 3, true},
		{`g.V().GetLimit(-1)`, 3, 3, true},
		{`g.V().ToArray()`, 3, 3, true},
		{`g.V().ToArray().forEach(function(v) { g.Emit(v) })`, 3, 3, true},
		{`while (true) g.Emit(1)`, 3, 3, true},
		{`g.Emit(1); g.Emit(2); g.Emit(3)`, 3, 3, false},
		{`g.Emit(1); g.Emit(2); g.Emit(3); throw "after the last row"`, 2, 2, true},
		{`for (var i = 0; i < 500; i++) g.Emit(i)`, 0, 500, false},
	} {
		result, err := g.Query(t.Context(), test.script, QueryOptions{Limit: test.limit})
		if err != nil {
			t.Errorf("%s: %v", test.script, err)
		} else if len(result.Rows) != test.rows || result.Truncated != test.truncated {
			t.Errorf("%s with limit %d: %d rows, truncated %v, want %d, %v",
				test.script, test.limit, len(result.Rows), result.Truncated, test.rows, test.truncated)
		}
	}
}

// An endless script is stopped; without that this test would not end.
func TestQueryTimeout(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, gizmoStory))
	for _, script := range []string{
		`while (true) {}`,
		`for (;;) g.V().ToArray()`,
		`for (;;) g.V("<kg:Nobody>").All()`,
		`for (;;) try { for (;;) {} } catch (e) {}`,
		`for (;;) try { for (;;) {} } finally { continue }`,
		`(function f() { try { f() } catch (e) {} f() })()`,
		`g.V().ForEach(function() { for (;;) {} })`,
		`({toString: function() { for (;;) {} }}) + ""`,
		`var g = {get All() { for (;;) {} }}; g`,
	} {
		_, err := g.Query(t.Context(), script, QueryOptions{Timeout: 100 * time.Millisecond})
		var wrong *QueryError
		if !errors.As(err, &wrong) || wrong.Error() != "a function calls itself without end" &&
			(!errors.Is(err, context.DeadlineExceeded) || !strings.Contains(wrong.Message, "not done after 100ms")) {
			t.Errorf("%s: %v", script, err)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := g.Query(cancelled, `while (true) {}`, QueryOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if r, err := g.Query(t.Context(), `1`, QueryOptions{}); err != nil || len(r.Rows) != 1 {
		t.Errorf("after all that, 1 is %v, %v", r, err)
	}
}

// A script that fills the memory is stopped long before the time is up.
func TestQueryMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("fills the memory that a script may take")
	}
	g := openGraph(t)
	for _, script := range []string{
		`var s = "x"; for (;;) s += s`,
		`var a = []; for (;;) a.push({a: [a.length], b: "b" + a.length})`,
	} {
		_, err := g.Query(t.Context(), script, QueryOptions{})
		if !errors.Is(err, ErrMemory) || !strings.Contains(err.Error(), "more than 256 MB") {
			t.Errorf("%s: %v", script, err)
		}
	}
}

// A script that was stopped, or that has more rows than are wanted, leaves no
// goroutine behind and no connection to the store.
func TestStoppedScriptsEnd(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, gizmoStory))
	scripts := []string{
		`for (;;) {}`,
		`for (;;) g.V().Out().Count()`,
		`function f() { for (;;) g.Emit(1) } f()`,
		`g.V().Out().ForEach(function() { for (;;) {} })`,
		`g.V().All(); g.V().All(); g.V().All()`,
	}
	run := func() {
		for _, script := range scripts {
			_, err := g.Query(t.Context(), script, QueryOptions{Limit: 3, Timeout: 50 * time.Millisecond})
			if err != nil && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s: %v", script, err)
			}
		}
	}
	run() // what is started once
	time.Sleep(time.Second)
	before := runtime.NumGoroutine()
	for range 4 {
		run()
	}
	for end := time.Now().Add(time.Minute); runtime.NumGoroutine() > before; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// closedStore tells when it is closed.
type closedStore struct {
	graph.QuadStore
	closed chan struct{}
}

func (s closedStore) Close() error {
	close(s.closed)
	return nil
}

// A script whose time is up before its first step lets go of the store as well.
func TestScriptStoppedBeforeItBegins(t *testing.T) {
	g := openGraph(t)
	program, err := compile(`for (;;) {}`)
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	for range 20 {
		store := closedStore{g.Handle().QuadStore, make(chan struct{})}
		s := &script{graph: g, ctx: ended, store: store, program: program, done: make(chan struct{}), collation: query.JSON}
		if _, err := s.results(ended, 3); !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		s.release()
		select {
		case <-store.closed:
		case <-time.After(time.Minute):
			t.Fatal("the store is still open")
		}
	}
}

func TestQueriesSideBySide(t *testing.T) {
	g := openGraph(t)
	put(t, g, articles(t, gizmoStory))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				r, err := g.Query(t.Context(), `g.V(kg("Ferreira")).Out("<rel:meets>").Count()`, QueryOptions{Timeout: time.Minute})
				if err != nil || len(r.Rows) != 1 || r.Rows[0]["value"] != int64(1) {
					t.Errorf("%v, %v", r, err)
				}
			}
		})
	}
	wg.Wait()
}

// FuzzQuery: a script never panics, never outlives its time, and its rows are
// no more than asked for and can be written as JSON.
func FuzzQuery(f *testing.F) {
	for _, seed := range []string{
		`g.V().Count()`, `g.V("<kg:A>").Out()`, `g.V().Tag("a").In().Back("a").All()`, `g.Emit([g, g.V(), iri("x")])`,
		`g.V().Has("<a>", lt(5)).Save("<b>").GetLimit(-5)`, `var a = {}; a.b = [a]; a`, `new Array(99999)`, `g.V().FollowRecursive(g.M().Out(), 5, "d")`,
		`g.V().Is(g.V())`, `g.V(null, undefined, 1.5, NaN, true, new Date())`, `g.M().All()`, `g.V().Filter(like("%"), gt("a"))`,
		`g.V().Out(null, ["a", 1])`, `g.V().Intersect()`, `g.V().Skip(-9).Limit(1e99)`, `g.Emit(new Map([[1, g]]))`, `g.V().LabelContext(g.V()).All()`,
	} {
		f.Add(seed)
	}
	g := openGraph(f)
	put(f, g, articles(f, gizmoStory))
	f.Fuzz(func(t *testing.T, script string) {
		result, err := g.Query(t.Context(), script, QueryOptions{Limit: 3, Timeout: 200 * time.Millisecond})
		if err != nil {
			return
		}
		if len(result.Rows) > 3 {
			t.Errorf("%d rows", len(result.Rows))
		}
		if _, err := json.Marshal(result.Rows); err != nil {
			t.Error(err)
		}
	})
}
