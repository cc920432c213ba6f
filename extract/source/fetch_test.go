package source

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// newsServer serves a page, a feed whose item is a teaser of it, and trouble.
func newsServer(t *testing.T, robots string) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, robots) })
	mux.HandleFunc("/harbour", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<html><head><title>Harbour reopens</title></head><body><article><p>%s</p><p>%s</p></article></body></html>", body, body)
	})
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, `<rss version="2.0"><channel><item><title>Harbour reopens</title><link>/harbour</link><description>In short.</description></item></channel></rss>`)
	})
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/gone", http.NotFound)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestFetch(t *testing.T) {
	server := newsServer(t, "User-agent: *\nDisallow: /private\n")
	reader := &Reader{Fetch: NewFetcher("kg-test", true)}
	for path, want := range map[string]string{
		"/harbour":   server.URL + "/harbour | Harbour reopens |  |  | " + server.URL + "/harbour | " + body + "⏎⏎" + body + "\n",
		"/feed":      server.URL + "/harbour | Harbour reopens |  |  | " + server.URL + "/harbour | " + body + "⏎⏎" + body + "\n",
		"/private/a": "! " + server.URL + "/private/a: its robots.txt asks programs not to read it\n",
		"/round":     "! " + server.URL + "/round: more than 5 redirects\n",
		"/gone":      "! " + server.URL + "/gone: the server answered 404 Not Found\n",
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			if got := listing(t, reader, server.URL+path); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	server := newsServer(t, "")
	reader := &Reader{Fetch: NewFetcher("kg-test", false)}
	got := listing(t, reader, strings.Replace(server.URL, "127.0.0.1", "localhost", 1)+"/harbour")
	if !strings.Contains(got, "an address inside this machine or network") {
		t.Error(got)
	}
	for address, public := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true,
		"10.1.2.3": false, "192.168.0.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "::1": false, "fe80::1": false, "fd00::1": false, "224.0.0.1": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != public {
			t.Errorf("isPublic(%s) = %v", address, got)
		}
	}
}

// A server that never answers, or not to the end, or sends one on for ever, is
// waited for no longer than it takes.
func TestFetchEnds(t *testing.T) {
	hold := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
			return
		case "/half":
			w.Header().Set("Content-Length", "1000")
			fmt.Fprint(w, body)
			w.(http.Flusher).Flush()
		case "/on":
			http.Redirect(w, r, "/on?"+r.URL.RawQuery+"x", http.StatusFound)
			return
		case "/short":
			w.Header().Set("Content-Length", "1000")
			fmt.Fprint(w, body)
			return
		}
		select {
		case <-hold:
		case <-r.Context().Done():
		}
	}))
	defer server.Close()
	defer close(hold)
	for path, want := range map[string]string{
		"/never": "no answer within 200ms", "/half": "no answer within 200ms", "/on": "more than 5 redirects", "/short": "it ends in the middle",
	} {
		fetcher := NewFetcher("kg-test", true)
		fetcher.pause, fetcher.timeout = 0, 200*time.Millisecond
		if got := listing(t, &Reader{Fetch: fetcher}, server.URL+path); !strings.HasPrefix(got, "! "+server.URL+path+": ") || !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := NewFetcher("kg-test", true).get(ctx, server.URL+"/never"); err == nil {
		t.Error("no error")
	}
}

func TestAddressesAreRefusedWithoutAFetcher(t *testing.T) {
	got := listing(t, &Reader{}, "https://courier.example/harbour")
	if !strings.HasPrefix(got, "! https://courier.example/harbour: addresses are not read here") {
		t.Error(got)
	}
}
