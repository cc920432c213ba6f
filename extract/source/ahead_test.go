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
