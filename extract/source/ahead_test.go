package source

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// pageHost serves pages, and counts how many are asked for at once.
type pageHost struct {
	mu        sync.Mutex
	now, most int
	before    func() // called while a page is asked for, if not nil
}

func (h *pageHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" {
		http.NotFound(w, r)
		return
	}
	h.count(1)
	defer h.count(-1)
	if h.before != nil {
		h.before()
	}
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprintf(w, "<html><body><article><p>%s</p><p>Of %s.</p></article></body></html>", body, r.URL.Path)
}

func (h *pageHost) count(by int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now += by
	h.most = max(h.most, h.now)
}

func serve(t *testing.T, h http.Handler) string {
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

func quickFetcher() *Fetcher {
	fetcher := NewFetcher("kg-test", true)
	fetcher.pause = 0
	return fetcher
}

// The pages that a feed links to are asked for at once where they are on several hosts,
// one at a time where they are on one, and yielded in the order of the feed.
func TestPagesOfAFeed(t *testing.T) {
	asked := make(chan struct{})
	late := &pageHost{before: func() { <-asked }}
	soon := &pageHost{before: sync.OnceFunc(func() { close(asked) })}
	hosts := []string{serve(t, late), serve(t, soon)}
	var items, want []string
	for i := range 3 * pagesAhead {
		link := fmt.Sprintf("%s/%d", hosts[i%2], i)
		items = append(items, fmt.Sprintf("<item><guid>%d</guid><link>%s</link><description>In short.</description></item>", i, link))
		want = append(want, link)
	}
	items, want = append(items, items[0]), append(want, want[0]) // a feed may name a page twice
	feed := serve(t, &feedServer{items: items})
	var got []string
	for d, err := range (&Reader{Fetch: quickFetcher()}).Documents(t.Context(), feed+"/feed") {
		if err == nil {
			_, err = d.Article()
		}
		if got = append(got, d.Source); err != nil {
			t.Error(err)
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got %v, want %v", got, want)
	}
	if late.most != 1 || soon.most != 1 {
		t.Errorf("%d and %d pages of a host at once", late.most, soon.most)
	}
}

// A page waits for its host as long as it takes, and no longer than who wants it.
func TestWaitingForAHost(t *testing.T) {
	hold := make(chan struct{})
	host := &pageHost{before: func() { <-hold }}
	address := serve(t, host)
	defer close(hold)
	fetcher := quickFetcher()
	go func() { _, _ = fetcher.get(t.Context(), address+"/first") }()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		host.mu.Lock()
		busy := host.now > 0
		host.mu.Unlock()
		if busy {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := fetcher.get(ctx, address+"/second"); !errors.Is(err, context.Canceled) {
		t.Errorf("it waited for another page: %v", err)
	}
}

// A host that does not answer, or not for its robots.txt, is asked once for all its
// pages; and again after a while.
func TestAHostThatIsDown(t *testing.T) {
	asked, status := 0, http.StatusServiceUnavailable
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked++; r.URL.Path == "/robots.txt" {
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(status)
			return
		}
		fmt.Fprint(w, body)
	}))
	fetcher := quickFetcher()
	for range 3 {
		_, err := fetcher.get(t.Context(), address+"/page")
		var busy *BusyError
		if want := "its robots.txt cannot be read: the server answered 503"; err == nil || !strings.HasPrefix(err.Error(), want) || !errors.As(err, &busy) || busy.After != 2*time.Minute {
			t.Fatalf("%v, want %s", err, want)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	status = http.StatusNotFound
	for _, h := range fetcher.hosts {
		h.rest = time.Now()
	}
	if got, err := fetcher.get(t.Context(), address+"/page"); err != nil || string(got.content) != body {
		t.Errorf("after a while: %q, %v", got.content, err)
	}
}

// Addresses that are named together are fetched from several hosts at once, one at a
// time of each host, and read in their order, whatever goes wrong with some of them.
func TestAddressesOfSeveralHosts(t *testing.T) {
	asked := make(chan struct{})
	late := &pageHost{before: func() { <-asked }} // until the host that is named last is asked
	other := &pageHost{}
	last := &pageHost{before: sync.OnceFunc(func() { close(asked) })}
	gone := serve(t, http.NotFoundHandler())
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	forbidden := newsServer(t, "User-agent: *\nDisallow: /\n").URL
	var paths, want []string
	add := func(address, failure string) {
		paths, want = append(paths, address), append(want, address+failure)
	}
	lateHost := serve(t, late)
	for i := range 2 * hostAhead {
		add(fmt.Sprintf("%s/%d", lateHost, i), "")
	}
	add(gone+"/a", "!")
	add(closed.URL+"/a", "!")
	add(forbidden+"/harbour", "!")
	for _, h := range []http.Handler{other, last} {
		host := serve(t, h)
		for i := range 2 * addressesAhead {
			add(fmt.Sprintf("%s/%d", host, i), "")
		}
	}
	add(paths[0], "") // a second time
	var got []string
	reader := (&Reader{Fetch: quickFetcher()}).Ahead(t.Context(), paths)
	for _, path := range paths {
		for d, err := range reader.Documents(t.Context(), path) {
			failure := ""
			if err != nil {
				failure = "!"
			}
			got = append(got, d.Source+failure)
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, h := range []*pageHost{late, other, last} {
		if h.most != 1 {
			t.Errorf("%d pages of a host at once", h.most)
		}
	}
}

// Of hosts by turns, each page is asked for once, also where there are more of them
// than pages may be asked for.
func TestManyHostsByTurns(t *testing.T) {
	var mu sync.Mutex
	times := map[string]int{}
	count := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		times[r.Host+r.URL.Path]++
		mu.Unlock()
		fmt.Fprint(w, body)
	})
	var hosts, paths []string
	for range 3 * pagesAhead {
		hosts = append(hosts, serve(t, count))
	}
	for i := range 3 {
		for _, host := range hosts {
			paths = append(paths, fmt.Sprintf("%s/%d", host, i))
		}
	}
	a := newAhead(t.Context(), quickFetcher(), paths, pagesAhead)
	for _, path := range paths {
		if _, err := a.take(path); err != nil {
			t.Error(err)
		}
		if len(a.asked) > a.most {
			t.Errorf("%d pages ahead", len(a.asked))
		}
	}
	for _, path := range paths {
		if n := times[strings.TrimPrefix(path, "http://")]; n != 1 {
			t.Errorf("%s was asked for %d times", path, n)
		}
	}
	if a.bytes.Load() != 0 || len(a.hosts) > 0 && len(a.asked) > 0 {
		t.Errorf("%d bytes of %d pages are left", a.bytes.Load(), len(a.asked))
	}
}

// A reader stops asking when what has come takes as much memory as may be.
func TestMemoryOfWhatIsAhead(t *testing.T) {
	host := serve(t, &pageHost{})
	var paths []string
	for i := range 4 {
		paths = append(paths, fmt.Sprintf("%s/%d", host, i))
	}
	a := newAhead(t.Context(), quickFetcher(), paths, pagesAhead)
	a.bytes.Add(MaxBytes)
	for _, path := range paths {
		if _, err := a.take(path); err != nil {
			t.Error(err)
		}
	}
	if got := a.bytes.Load(); got != MaxBytes || len(a.asked) > 0 {
		t.Errorf("%d bytes, %d pages", got, len(a.asked))
	}
}
