package serve

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"kg/extract"
	"kg/graph"
)

// The load that TestLoad puts on a server.
const (
	loadClients  = 64
	loadArticles = 100     // of some 300 quads; KG_LOAD_ARTICLES takes another number: 3400 are a million quads
	loadRequests = 4       // of each client; KG_LOAD_REQUESTS takes another number
	loadMemory   = 1 << 30 // bytes on the heap, of clients and server together
)

func loadNumber(t *testing.T, name string, usual int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s is %q, not a number from 1 on", name, text)
	}
	return n
}

// TestLoad lets 64 clients ask for pages and queries while another writes
// articles: every request is answered, and memory stays within its bound. At
// full size:
//
//	KG_LOAD_ARTICLES=3400 KG_LOAD_REQUESTS=40 go test ./graph/serve -run TestLoad -v -timeout 30m
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("puts load on the machine, which -short leaves out")
	}
	articles, each := loadNumber(t, "KG_LOAD_ARTICLES", loadArticles), loadNumber(t, "KG_LOAD_REQUESTS", loadRequests)
	location := filepath.Join(t.TempDir(), "kg.db")
	loadGraph(t, location, articles)
	g, err := graph.Open(t.Context(), location, graph.Options{ReadOnly: true, MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	handler, err := New(g, Options{Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()

	ctx, stop := context.WithCancel(t.Context())
	var beside sync.WaitGroup
	written, most := 0, uint64(0)
	beside.Go(func() { written = ingest(t, ctx, location) })
	beside.Go(func() { most = watchHeap(ctx) })
	begun := time.Now()
	times := load(t, server, articles, each)
	took := time.Since(begun)
	stop()
	beside.Wait()

	slices.Sort(times)
	at := func(share float64) time.Duration { return times[int(share*float64(len(times)-1))] }
	t.Logf("%d clients, %d requests in %s: %.0f a second; median %s, p99 %s, longest %s; heap at most %d MB; %d articles written meanwhile",
		loadClients, len(times), took.Round(time.Millisecond), float64(len(times))/took.Seconds(), at(.5), at(.99), at(1), most>>20, written)
	if most > loadMemory {
		t.Errorf("the heap grew to %d MB, more than %d", most>>20, loadMemory>>20)
	}
	if written == 0 {
		t.Error("nothing was written meanwhile")
	}
}

// loadGraph writes a graph of articles like the news: each with twenty facts
// about people of whom few are in many articles.
func loadGraph(t *testing.T, location string, articles int) {
	t.Helper()
	g, err := graph.Open(t.Context(), location, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	pipe, out := io.Pipe()
	go func() {
		for n := range articles {
			if _, err := out.Write(loadArticle(n, articles)); err != nil {
				return
			}
		}
		out.Close()
	}()
	read, err := g.Import(t.Context(), pipe)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("a graph of %d quads", read.Quads)
}

func loadPerson(n int) string { return fmt.Sprintf("kg:Person_%d", n) }

func loadArticle(n, articles int) []byte {
	rng := rand.New(rand.NewPCG(uint64(n), 8))
	var out bytes.Buffer
	label := fmt.Sprintf("article:report-%06d", n)
	add := func(s, p, o string) { fmt.Fprintf(&out, "<%s> <%s> %s <%s> .\n", s, p, o, label) }
	add(label, "rdf:type", "<schema:NewsArticle>")
	add(label, "schema:headline", fmt.Sprintf(`"Report %d"`, n))
	person := func() string {
		who := int(float64(articles) * rng.Float64() * rng.Float64() * rng.Float64())
		iri := loadPerson(who)
		add(iri, "rdf:type", "<schema:Person>")
		add(iri, "rdfs:label", fmt.Sprintf(`"Person Number %d"`, who))
		add(label, "schema:mentions", "<"+iri+">")
		return iri
	}
	relations := []string{"rel:meets", "rel:visits", "rel:leads", "rel:opposes"}
	for i := range 20 {
		s, p, o := person(), relations[rng.IntN(len(relations))], person()
		fact, sentence := fmt.Sprintf("fact:%06x%02x", n, i), fmt.Sprintf("%s#char=%d,%d", label, 100*i, 100*i+90)
		add(s, p, "<"+o+">")
		add(fact, "rdf:type", "<rdf:Statement>")
		add(fact, "rdf:subject", "<"+s+">")
		add(fact, "rdf:predicate", "<"+p+">")
		add(fact, "rdf:object", "<"+o+">")
		add(fact, "kg:modality", `"asserted"`)
		add(fact, "kg:sentence", "<"+sentence+">")
		add(sentence, "rdf:value", fmt.Sprintf(`"Reporters wrote on day %d that %s did something about %s."`, n, s, o))
		add(sentence, "schema:isPartOf", "<"+label+">")
	}
	return out.Bytes()
}

// ingest puts one article after another, as another process would, until ctx
// ends, and returns how many.
func ingest(t *testing.T, ctx context.Context, location string) (written int) {
	g, err := graph.Open(ctx, location, graph.Options{MustExist: true})
	if err != nil {
		t.Error(err)
		return 0
	}
	defer g.Close()
	for ; ctx.Err() == nil; written++ {
		x := story()
		x.Article = extract.NewArticle(fmt.Sprintf("story-%d.txt", written), x.Article.Text, extract.Meta{Title: fmt.Sprintf("Story %d", written)})
		for i := range x.Facts {
			x.Facts[i].Article = x.Article.ID
			x.Facts[i].ID = fmt.Sprintf("fact:%014d%02d", written, i)
		}
		if _, err := g.Put(ctx, []*extract.Extraction{x}); err != nil && ctx.Err() == nil {
			t.Error(err)
			return written
		}
	}
	return written
}

// watchHeap returns the most that objects took of the heap until ctx ended.
func watchHeap(ctx context.Context) (most uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		metrics.Read(sample)
		most = max(most, sample[0].Value.Uint64())
		select {
		case <-tick.C:
		case <-ctx.Done():
			return most
		}
	}
}

// load lets the clients ask, and returns how long each answer took.
func load(t *testing.T, server *httptest.Server, articles, each int) (times []time.Duration) {
	client := server.Client()
	client.Transport.(*http.Transport).MaxIdleConnsPerHost = loadClients
	var mu sync.Mutex
	var clients sync.WaitGroup
	for c := range loadClients {
		clients.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(c), 9))
			for range each {
				path := loadPath(rng, articles)
				begun := time.Now()
				answer, err := client.Get(server.URL + path)
				if err != nil {
					t.Error(err)
					return
				}
				body, err := io.ReadAll(answer.Body)
				answer.Body.Close()
				if err != nil || answer.StatusCode != http.StatusOK {
					t.Errorf("%s: %d %v %.200s", path, answer.StatusCode, err, body)
				}
				mu.Lock()
				times = append(times, time.Since(begun))
				mu.Unlock()
			}
		})
	}
	clients.Wait()
	return times
}

// loadPath is a page or a query about something.
func loadPath(rng *rand.Rand, articles int) string {
	who := loadPerson(int(float64(articles) * rng.Float64() * rng.Float64() * rng.Float64()))
	gizmo := func(script string) string { return "/api/v2/query?lang=gizmo&qu=" + url.QueryEscape(script) }
	switch rng.IntN(8) {
	case 0:
		return "/"
	case 1:
		return "/search?q=" + url.QueryEscape("person number "+strconv.Itoa(rng.IntN(articles)))
	case 2:
		return "/article?id=" + fmt.Sprintf("article:report-%06d", rng.IntN(articles))
	case 3:
		return gizmo(fmt.Sprintf(`g.V("<%s>").In("<rdf:subject>").Save("<rdf:predicate>", "does").Save("<rdf:object>", "to").GetLimit(50)`, who))
	case 4:
		return gizmo(fmt.Sprintf(`g.V("<%s>").Out("<rel:meets>").Count()`, who))
	case 5:
		return "/api/v2/query?lang=graphql&qu=" + url.QueryEscape(fmt.Sprintf(`{ nodes(id: <%s>) { id, <rdfs:label> } }`, loadPerson(0)))
	case 6:
		return "/api/v2/read?sub=" + url.QueryEscape("<"+who+">")
	}
	return "/entity?id=" + url.QueryEscape(loadPerson(rng.IntN(articles/20)))
}
