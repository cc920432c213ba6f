package sqlstore

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/kv/bbolt"
	"github.com/cayleygraph/quad"
)

// quadsVariable says how many quads BenchmarkStores loads, storesVariable into
// which stores, "sqlite postgres"; all where it is not set.
const (
	quadsVariable  = "KG_BENCH_QUADS"
	storesVariable = "KG_BENCH_STORES"
)

// benchQueries are what BenchmarkStores asks, by Gizmo in this process.
var benchQueries = []struct{ name, script string }{
	{"one hop", `g.V("<kg:Person_77>").Out("<rel:meets>").All()`},
	{"two hops", `g.V("<kg:Person_77>").Out("<rel:meets>").Out("<rel:visits>").Limit(1000).All()`},
	{"statements", `g.V("<kg:Person_77>").In("<rdf:subject>").Has("<rdf:predicate>", "<rel:meets>").Save("<rdf:object>", "o").Save("<kg:sentence>", "s").All()`},
	{"one label", `g.V().LabelContext("<article:report-0000007>").Has("<rdf:type>", "<rdf:Statement>").All()`},
	{"predicate count", `g.emit(g.V().Out("<rdf:subject>").Count())`},
	{"dense node count", `g.emit(g.V("<rdf:Statement>").In("<rdf:type>").Count())`},
	{"dense nodes intersected", `g.emit(g.V("<rdf:Statement>").In("<rdf:type>").Intersect(g.V("<kg:Person_0>").In("<rdf:object>")).Count())`},
	{"through a dense node", `g.V("<kg:Person_77>").In("<rdf:subject>").Has("<rdf:type>", "<rdf:Statement>").Out("<rdf:object>").Unique().All()`},
}

// BenchmarkStores loads one news graph into each store and asks each the same,
// and prints a table of what each took. Cayley's bolt comes last and only
// answers what it answers in a minute.
//
//	KG_BENCH_QUADS=1000000 go test -run - -bench Stores -benchtime 1x ./graph/sqlstore
func BenchmarkStores(b *testing.B) {
	n := 50_000
	if v := os.Getenv(quadsVariable); v != "" {
		var err error
		if n, err = strconv.Atoi(v); err != nil {
			b.Fatalf("%s: %v", quadsVariable, err)
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%d quads, medians in milliseconds\n", n)
	for range b.N {
		for _, store := range benchStores {
			if only := os.Getenv(storesVariable); only != "" && !slices.Contains(strings.Fields(only), store.name) {
				continue
			}
			location := store.location(b)
			if location == "" {
				continue
			}
			qs := store.open(b, location)
			took := measure(b, qs, n)
			if err := qs.Close(); err != nil {
				b.Fatal(err)
			}
			fmt.Fprintf(&table, "%-10s %s; %d MB on disk\n", store.name, took, diskUse(location)>>20)
		}
	}
	b.Log(table.String())
}

var benchStores = []struct {
	name     string
	location func(testing.TB) string
	open     func(testing.TB, string) graph.QuadStore
}{
	{"sqlite", sqliteLocation, openForBench},
	{"postgres", func(t testing.TB) string {
		if os.Getenv(postgresVariable) == "" {
			return ""
		}
		return postgresLocation(t)
	}, openForBench},
	{"bolt", func(t testing.TB) string { return t.TempDir() }, func(t testing.TB, dir string) graph.QuadStore {
		if err := graph.InitQuadStore(bbolt.Type, dir, nil); err != nil {
			t.Fatal(err)
		}
		qs, err := graph.NewQuadStore(bbolt.Type, dir, graph.Options{kv.OptNoBloom: true})
		if err != nil {
			t.Fatal(err)
		}
		return qs
	}},
}

func openForBench(t testing.TB, location string) graph.QuadStore {
	s, err := Open(context.Background(), location, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// denseQueries are what BenchmarkDense asks.
var denseQueries = []struct{ name, script string }{
	{"one hop, counted", `g.emit(g.V("<kg:Hub_0>").Out("<rel:meets>").Count())`},
	{"one hop, first 100", `g.V("<kg:Hub_0>").Out("<rel:meets>").Limit(100).All()`},
	{"two intersected, counted", `g.emit(g.V("<kg:Hub_0>").Out("<rel:meets>").Intersect(g.V("<kg:Hub_1>").Out("<rel:meets>")).Count())`},
	{"a path through it", `g.V("<kg:Person_9>").In("<rel:meets>").Out("<rel:leads>").All()`},
	{"a path through it, back", `g.V("<kg:Team_0>").In("<rel:leads>").Out("<rel:meets>").Has("<rel:knows>", "<kg:Person_9>").All()`},
}

// BenchmarkDense asks about two nodes of 100,000 edges each, a tenth of which
// lead to the same nodes.
//
//	go test -run - -bench Dense -benchtime 1x ./graph/sqlstore
func BenchmarkDense(b *testing.B) {
	const edges = 100_000
	for range b.N {
		s := openForBench(b, sqliteLocation(b)).(*Store)
		c := Change{Add: []quad.Quad{{Subject: quad.IRI("kg:Person_10"), Predicate: quad.IRI("rel:knows"), Object: quad.IRI("kg:Person_9"), Label: articleLabel(0)}}}
		for hub := range 2 {
			subject := quad.IRI(fmt.Sprintf("kg:Hub_%d", hub))
			c.Add = append(c.Add, quad.Quad{Subject: subject, Predicate: quad.IRI("rel:leads"), Object: quad.IRI(fmt.Sprintf("kg:Team_%d", hub)), Label: articleLabel(0)})
			for i := range edges {
				c.Add = append(c.Add, quad.Quad{Subject: subject, Predicate: quad.IRI("rel:meets"), Object: entityIRI(hub*edges*9/10 + i), Label: articleLabel(i / 20)})
			}
		}
		if _, err := s.Replace(context.Background(), c); err != nil {
			b.Fatal(err)
		}
		var table strings.Builder
		for _, query := range denseQueries {
			fmt.Fprintf(&table, "%-26s %s\n", query.name, median(b, s, query.script))
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.Logf("medians in milliseconds (rows)\n%s", table.String())
	}
}

// BenchmarkLoad loads a news graph of 200,000 quads into SQLite.
func BenchmarkLoad(b *testing.B) {
	for range b.N {
		location := sqliteLocation(b)
		s := openForBench(b, location)
		loadThrough(b, s, 200_000)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(diskUse(location))/(1<<20), "MB")
	}
}

// measure loads n quads and runs the queries.
func measure(b *testing.B, qs graph.QuadStore, n int) string {
	start := time.Now()
	loaded := loadThrough(b, qs, n)
	took := time.Since(start)
	out := []string{fmt.Sprintf("load %.1fs (%.0f/s); %d MB resident", took.Seconds(), float64(loaded)/took.Seconds(), resident()>>20)}
	for _, query := range benchQueries {
		out = append(out, fmt.Sprintf("%s %s", query.name, median(b, qs, query.script)))
	}
	return strings.Join(out, "; ")
}

func loadThrough(b *testing.B, qs graph.QuadStore, n int) int {
	w, err := qs.NewQuadWriter()
	if err != nil {
		b.Fatal(err)
	}
	g := newsGraph{entities: max(1000, n/100)}
	loaded := 0
	for i := 0; loaded < n; i++ {
		quads := g.article(i)
		if _, err := w.WriteQuads(quads); err != nil {
			b.Fatal(err)
		}
		loaded += len(quads)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return loaded
}

// patience is how long a query may take; one that takes longer is not repeated.
const patience = time.Minute

func median(b *testing.B, qs graph.QuadStore, script string) string {
	var times []time.Duration
	rows := 0
	for range 7 {
		start := time.Now()
		done := make(chan int, 1)
		go func() { done <- len(gizmoRows(b, qs, script)) }()
		select {
		case rows = <-done:
		case <-time.After(patience):
			return "over a minute"
		}
		times = append(times, time.Since(start))
		if times[0] > time.Second {
			break
		}
	}
	slices.Sort(times)
	return fmt.Sprintf("%.2f (%d)", float64(times[len(times)/2].Microseconds())/1000, rows)
}

// resident is this process's memory, where the system tells (Linux).
func resident() int64 {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var total, pages int64
	_, _ = fmt.Sscan(string(statm), &total, &pages)
	return pages * int64(os.Getpagesize())
}

func diskUse(location string) int64 {
	if isPostgres(location) {
		return 0
	}
	var total int64
	_ = filepath.Walk(filepath.Dir(location), func(path string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() && (strings.HasPrefix(path, location)) {
			total += info.Size()
		}
		return nil
	})
	return total
}
