package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

// newsFeed serves a feed of whole articles, which grows, and an ETag.
type newsFeed struct {
	mu    sync.Mutex
	towns []string
	asked func() // called when the feed was asked for, if not nil
}

func (f *newsFeed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r.URL.Path != "/feed" {
		http.NotFound(w, r)
		return
	}
	tag := fmt.Sprintf("%q", strings.Join(f.towns, " "))
	if f.asked != nil {
		f.asked()
	}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("ETag", tag)
	fmt.Fprint(w, `<rss version="2.0"><channel><title>News</title>`)
	for _, town := range f.towns {
		fmt.Fprintf(w, "<item><guid>%s</guid><title>News of %s</title><link>https://courier.example/%s</link><description>%s</description></item>", town, town, town,
			strings.Repeat(fmt.Sprintf("Ana Pereira visited %s on Friday and met the mayor of %s there for the first time. ", town, town), 8))
	}
	fmt.Fprint(w, "</channel></rss>")
}

// add adds a town, and what is to be called from now on when the feed is asked for.
func (f *newsFeed) add(town string, asked func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.towns, f.asked = append(f.towns, town), asked
}

// kgRun runs kg as main does and returns what it printed.
func kgRun(ctx context.Context, args ...string) (exit int, stdout, stderr string) {
	var out, errs bytes.Buffer
	exit = run(ctx, append([]string{"kg"}, args...), strings.NewReader(""), &out, &errs)
	return exit, out.String(), errs.String()
}

func TestWatch(t *testing.T) {
	feed := &newsFeed{towns: []string{"Oslo", "Bergen"}}
	server := httptest.NewServer(feed)
	t.Cleanup(server.Close)
	db, address := filepath.Join(t.TempDir(), "kg.db"), server.URL+"/feed"
	once := []string{"--db", db, "watch", "--once", "--allow-private", address}
	for _, step := range []struct {
		what string
		town string // that comes
		want string
	}{
		{"the first time", "", address + ": 2 articles: 2 new, 0 changed, 0 unchanged, 0 failed\n"},
		{"again, as cron would", "", address + ": nothing new\n"},
		{"with one more", "Bodø", address + ": 1 article: 1 new, 0 changed, 0 unchanged, 0 failed\n"},
	} {
		if step.town != "" {
			feed.add(step.town, nil)
		}
		exit, out, errs := kgRun(t.Context(), once...)
		if first, _, _ := strings.Cut(out, "\n"); exit != exitDone || first+"\n" != step.want || errs != "" {
			t.Errorf("%s: exit code %d, %q, %q; want %q", step.what, exit, out, errs, step.want)
		}
	}

	// Kept on, it is asked at once, and Ctrl-C ends it between two looks.
	ctx, stop := context.WithCancel(t.Context())
	feed.add("Hamar", func() { time.AfterFunc(500*time.Millisecond, stop) })
	exit, out, errs := kgRun(ctx, "--db", db, "watch", "--allow-private", address)
	if exit != exitDone || !strings.Contains(out, "1 article: 1 new") || !strings.Contains(errs, "watching 1 feed, every 15m") || !strings.Contains(errs, "the same command goes on") {
		t.Errorf("kept on: exit code %d, %q, %q", exit, out, errs)
	}
	if _, out, _ := kgRun(t.Context(), "--db", db, "stats"); !strings.Contains(out, "articles             4\n") {
		t.Errorf("not four articles: %s", out)
	}

	// One feed that fails stops no other.
	exit, out, errs = kgRun(t.Context(), append(once, server.URL+"/nowhere")...)
	if exit != exitFailed || !strings.Contains(out, "nothing new") || !strings.Contains(errs, "/nowhere: the server answered 404") {
		t.Errorf("beside one that fails: exit code %d, %q, %q", exit, out, errs)
	}
	for _, args := range [][]string{{"watch"}, {"watch", "feed.rss"}, {"watch", "--every", "5s", address}} {
		if exit, _, errs := kgRun(t.Context(), args...); exit != exitUsage {
			t.Errorf("kg %v: exit code %d, %q", args, exit, errs)
		}
	}
}

// Feeds of several hosts are asked at once: here the first answers when the other was
// asked. What came of them is said in the order given.
func TestWatchAsksSeveralAtOnce(t *testing.T) {
	asked := make(chan struct{})
	late := &newsFeed{towns: []string{"Oslo"}, asked: func() { <-asked }}
	soon := &newsFeed{towns: []string{"Oslo", "Bergen"}, asked: sync.OnceFunc(func() { close(asked) })}
	var addresses []string
	for _, feed := range []*newsFeed{late, soon} {
		server := httptest.NewServer(feed)
		t.Cleanup(server.Close)
		addresses = append(addresses, server.URL+"/feed")
	}
	args := append([]string{"--db", filepath.Join(t.TempDir(), "kg.db"), "watch", "--once", "--allow-private"}, addresses...)
	exit, out, errs := kgRun(t.Context(), append(args, addresses[0])...) // named twice, it is asked once
	first, second := strings.Index(out, addresses[0]+": 1 article: 1 new"), strings.Index(out, addresses[1]+": 2 articles: 1 new, 0 changed, 1 unchanged")
	if exit != exitDone || first != 0 || second < 0 || strings.Count(out, addresses[0]) != 1 {
		t.Errorf("exit code %d, %q, %q", exit, out, errs)
	}
}

// A feed with more items than lie in memory at once is one look all the same.
func TestWatchManyItems(t *testing.T) {
	feed := &newsFeed{}
	for i := range 2*portionItems + 1 {
		feed.towns = append(feed.towns, fmt.Sprintf("Town%d", i))
	}
	server := httptest.NewServer(feed)
	t.Cleanup(server.Close)
	exit, out, errs := kgRun(t.Context(), "--db", filepath.Join(t.TempDir(), "kg.db"), "watch", "--once", "--allow-private", server.URL+"/feed")
	if want := fmt.Sprintf("%s/feed: %d articles: %d new, ", server.URL, len(feed.towns), len(feed.towns)); exit != exitDone || !strings.HasPrefix(out, want) || strings.Count(out, "articles:") != 1 {
		t.Errorf("exit code %d, %q, %q; want %q", exit, out, errs, want)
	}
}

// A feed that fails again and again is named again when the reason is another.
func TestFeedFailed(t *testing.T) {
	var errs bytes.Buffer
	app := cli.NewApp()
	app.ErrWriter = &errs
	w := &watcher{c: cli.NewContext(app, nil, nil)}
	f := &watched{address: "https://courier.example/rss"}
	for _, reason := range []string{"no answer", "no answer", "gone", "no answer"} {
		if err := w.feedFailed(f, errors.New(reason)); err != nil {
			t.Fatal(err)
		}
	}
	if want := "kg: no answer\nkg: gone\nkg: no answer\n"; errs.String() != want {
		t.Errorf("it says %q, want %q", errs.String(), want)
	}
	if err := w.feedFailed(f, graphError{errors.New("disk full")}); err == nil {
		t.Error("an error of the graph does not end the watch")
	}
}

func TestWaitFor(t *testing.T) {
	const every = 15 * time.Minute
	for _, tt := range []struct {
		failures int
		wanted   time.Duration
		want     time.Duration
	}{
		{0, 0, every}, {1, 0, 2 * every}, {3, 0, 8 * every}, {40, 0, longestWait},
		{0, time.Hour, time.Hour}, {1, time.Minute, 2 * every}, {2, 72 * time.Hour, 72 * time.Hour},
	} {
		if got := waitFor(every, tt.failures, tt.wanted); got != tt.want {
			t.Errorf("after %d failures, asked for %v: %v, want %v", tt.failures, tt.wanted, got, tt.want)
		}
	}
	if got := waitFor(48*time.Hour, 2, 0); got != 48*time.Hour {
		t.Errorf("asked for every two days: %v", got)
	}
}

func TestShortTime(t *testing.T) {
	for d, want := range map[time.Duration]string{15 * time.Minute: "15m", 2 * time.Hour: "2h", 90 * time.Minute: "1h30m", 90 * time.Second: "1m30s", 10 * time.Second: "10s", 0: "0s"} {
		if got := shortTime(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
