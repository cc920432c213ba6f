package sqlstore

import (
	"bytes"
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
// and prints a table of what each took, and how that compares with Cayley's
// bolt. That comes last and only answers what it answers in a minute. On a busy
// machine the processor's time tells more than the clock's.
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
	for range b.N {
		var all []measurement
		for _, store := range benchStores {
			if only := os.Getenv(storesVariable); only != "" && !slices.Contains(strings.Fields(only), store.name) {
				continue
			}
			location := store.location(b)
			if location == "" {
				continue
			}
			qs := store.open(b, location)
			m := measure(b, qs, n)
			if err := qs.Close(); err != nil {
				b.Fatal(err)
			}
			m.store, m.disk = store.name, diskUse(location)
			all = append(all, m)
		}
		b.Log(tableOf(all))
	}
}

// measurement is what one store took. Where it is unknown, it is 0.
type measurement struct {
	store           string
	quads           int
	load, processor time.Duration
	memory, disk    int64
	times           []time.Duration // of benchQueries; patience where one took longer
	rows            []int
}

// tableOf is a line for each store, and one that compares it with the last.
func tableOf(all []measurement) string {
	var out strings.Builder
	for _, m := range all {
		fmt.Fprintf(&out, "%s, %d quads: load %.1f s (%.0f/s), %.1f s of the processor, %d MB of memory, %d MB on disk; milliseconds (rows):",
			m.store, m.quads, m.load.Seconds(), float64(m.quads)/m.load.Seconds(), m.processor.Seconds(), m.memory>>20, m.disk>>20)
		for i, query := range benchQueries {
			fmt.Fprintf(&out, " %s %.2f (%d)", query.name, milliseconds(m.times[i]), m.rows[i])
		}
		out.WriteString("\n")
	}
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1]
	for _, m := range all[:len(all)-1] {
		fmt.Fprintf(&out, "%s against %s: load %.2f× as fast, by the processor %.2f×; %.2f of the file; queries",
			m.store, last.store, last.load.Seconds()/m.load.Seconds(), last.processor.Seconds()/m.processor.Seconds(), float64(m.disk)/float64(last.disk))
		for i, query := range benchQueries {
			fmt.Fprintf(&out, " %s %.1f×", query.name, float64(last.times[i])/float64(m.times[i]))
		}
		out.WriteString("\n")
	}
	return out.String()
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

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
			took, rows := median(b, s, query.script)
			fmt.Fprintf(&table, "%-26s %.2f (%d)\n", query.name, milliseconds(took), rows)
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
func measure(b *testing.B, qs graph.QuadStore, n int) measurement {
	start, busy := time.Now(), processorTime()
	m := measurement{quads: loadThrough(b, qs, n)}
	m.load, m.processor, m.memory = time.Since(start), processorTime()-busy, resident()
	for _, query := range benchQueries {
		took, rows := median(b, qs, query.script)
		m.times, m.rows = append(m.times, took), append(m.rows, rows)
	}
	return m
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

func median(b *testing.B, qs graph.QuadStore, script string) (took time.Duration, rows int) {
	var times []time.Duration
	for range 7 {
		start := time.Now()
		done := make(chan int, 1)
		go func() { done <- len(gizmoRows(b, qs, script)) }()
		select {
		case rows = <-done:
		case <-time.After(patience):
			return patience, 0
		}
		times = append(times, time.Since(start))
		if times[0] > time.Second {
			break
		}
	}
	slices.Sort(times)
	return times[len(times)/2], rows
}

// processorTime is how long this process has kept processors busy, where the
// system tells (Linux, in hundredths of a second).
func processorTime() time.Duration {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:])) // the third field and on
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
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
