package source

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// feedServer serves a feed of its items, with an ETag, and counts what it sent.
type feedServer struct {
	items  []string
	status int // of the feed, where not 200
	sent   int // feeds
	same   int // answers that nothing changed
}

func (s *feedServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	tag := fmt.Sprintf("\"%x\"", sha256.Sum256([]byte(strings.Join(s.items, ""))))
	switch {
	case r.URL.Path == "/late" && len(s.items) > 2:
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, "<html><body><article><p>%s</p><p>%s</p></article></body></html>", body, body)
	case r.URL.Path == "/page":
		fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>`)
	case r.URL.Path != "/feed":
		http.NotFound(w, r)
	case s.status != 0:
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(s.status)
	case r.Header.Get("If-None-Match") == tag:
		s.same++
		w.WriteHeader(http.StatusNotModified)
	default:
		s.sent++
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprintf(w, `<rss version="2.0"><channel>%s</channel></rss>`, strings.Join(s.items, ""))
	}
}

// whole is an item with its full text; teaser one that only links.
func whole(id string) string {
	return fmt.Sprintf("<item><guid>%s</guid><title>News %s</title><link>/%s</link><description>%s</description></item>", id, id, id, strings.Repeat(body+" ", 6))
}

func teaser(id string) string {
	return fmt.Sprintf("<item><guid>%s</guid><title>News %s</title><link>/%s</link><description>In short.</description></item>", id, id, id)
}

// TestPolls polls a feed as it grows, each time from the state that was kept.
func TestPolls(t *testing.T) {
	feed := &feedServer{items: []string{whole("a")}}
	server := httptest.NewServer(feed)
	t.Cleanup(server.Close)
	fetcher := NewFetcher("kg-test", true)
	fetcher.pause = 0
	reader := &Reader{Fetch: fetcher}
	kept := "{}"
	poll := func() string {
		var before FeedState
		if err := json.Unmarshal([]byte(kept), &before); err != nil {
			t.Fatal(err)
		}
		p, err := reader.Poll(t.Context(), server.URL+"/feed", before)
		if err != nil {
			return err.Error()
		}
		var got []string
		for i := range p.Len() {
			read := true
			for d, err := range p.Documents(t.Context(), i) {
				if err == nil {
					_, err = d.Article()
				}
				read = read && err == nil
				got = append(got, fmt.Sprintf("%s %v", strings.TrimPrefix(d.Source, server.URL), err == nil))
			}
			p.Done(i, read)
		}
		state, err := json.Marshal(p.Next())
		if err != nil {
			t.Fatal(err)
		}
		kept = string(state)
		return strings.Join(got, ", ")
	}
	for _, step := range []struct {
		what       string
		change     func()
		want       string
		sent, same int
	}{
		{"the first time all is read", func() {}, "/a true", 1, 0},
		{"then nothing is sent", func() {}, "", 1, 1},
		{"a new item alone is read, and what fails is said", func() { feed.items = append([]string{teaser("late")}, feed.items...) }, "/late false", 2, 1},
		{"what failed is tried again", func() {}, "/late false", 3, 1},
		{"and read when it is there; older items first", func() { feed.items = append([]string{whole("c")}, feed.items...) }, "/late true, /c true", 4, 1},
		{"then all is known", func() {}, "", 4, 2},
		{"an item that the feed changes is read again", func() {
			feed.items = []string{whole("c"), teaser("late"), strings.Replace(whole("a"), "Monday", "Tuesday", 1)}
		}, "/a true", 5, 2},
		{"one that never comes is left after three tries", func() { feed.items = []string{teaser("never")} }, "/never false", 6, 2},
		{"two", func() {}, "/never false", 7, 2},
		{"three", func() {}, "/never false", 8, 2},
		{"no more", func() {}, "", 8, 3},
	} {
		step.change()
		if got := poll(); got != step.want || feed.sent != step.sent || feed.same != step.same {
			t.Errorf("%s: %q after %d feeds and %d answers that nothing changed, want %q, %d, %d", step.what, got, feed.sent, feed.same, step.want, step.sent, step.same)
		}
	}
	feed.status = http.StatusTooManyRequests
	var busy *BusyError
	if _, err := reader.Poll(t.Context(), server.URL+"/feed", FeedState{}); !errors.As(err, &busy) || busy.After != 2*time.Minute {
		t.Errorf("a server that asks for time: %v", err)
	}
	if _, err := reader.Poll(t.Context(), server.URL+"/page", FeedState{}); err == nil || !strings.Contains(err.Error(), "a page, not a feed; its feed is "+server.URL+"/feed") {
		t.Errorf("a page: %v", err)
	}
}

func TestRetryAfter(t *testing.T) {
	for value, want := range map[string]time.Duration{"": 0, "soon": 0, "30": 30 * time.Second, "-5": 0, "9999999": maxRetryAfter * time.Second, "Mon, 02 Jan 2006 15:04:05 GMT": 0} {
		if got := retryAfter(value); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

// FuzzPoll feeds any bytes as a feed: it is an error or a poll whose items have
// documents or errors.
func FuzzPoll(f *testing.F) {
	f.Add([]byte("<rss><channel>" + whole("a") + "</channel></rss>"))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>a</title><content type="html">b</content></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"a"}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		feed, err := parseFeed(content)
		if err != nil {
			return
		}
		p := &Poll{reader: &Reader{}, blob: blob{source: "f"}, next: FeedState{Seen: map[string]string{}, Tried: map[string]int{}}}
		for i, it := range feed.Items {
			p.add(FeedState{}, item{Item: it, number: i + 1})
		}
		for i := range p.Len() {
			for d, err := range p.Documents(context.Background(), i) {
				if err == nil {
					_, _ = d.Article() // an error is an answer
				}
			}
			p.Done(i, true)
		}
		if len(p.Next().Tried) > 0 {
			t.Errorf("left over: %v", p.Next().Tried)
		}
	})
}
