// Package serve shows a graph over HTTP: pages for people at /, Cayley's web UI
// at /cayley/, and Cayley's HTTP API at /api/v2 and /api/v1.
//
// Everything comes from the server itself, so that it works with the network
// off; no other web page may ask, and who has no token writes nothing.
//
//	serve.go    the addresses, and the limits
//	watch.go    what is counted and logged of every request
//	guard.go    what every request passes first
//	load.go     how many may read the graph at once
//	pages.go    what the pages for people share
//	start.go    … the start page
//	entity.go   … the page of an entity
//	ranked.go     what comes first on it
//	timeline.go   what happened when
//	drawing.go  … pictures, and the page of one
//	article.go  … the page of an article
//	words.go      the names in its sentences
//	path.go     … how two entities are connected
//	relation.go … the page of a relation
//	statement.go … and of one statement
//	query.go    … a saved query, with a form
//	find.go     … search, and answers to questions
//	ui.go       Cayley's UI, rewritten to stand here
//	opening.go  … and what it opens with
//	api.go      Cayley's HTTP API: queries
//	graphql.go  … those in GraphQL
//	shape.go    … and the shape of a query
//	write.go    … and what changes the graph
//	server.go   the HTTP server around it all
package serve

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"path"
	"time"

	cayleyhttp "github.com/cayleygraph/cayley/server/http"
	_ "github.com/cayleygraph/quad/dot"     // a format of /api/v2/read
	_ "github.com/cayleygraph/quad/gml"     // likewise
	_ "github.com/cayleygraph/quad/graphml" // likewise
	_ "github.com/cayleygraph/quad/json"    // likewise, and of /api/v2/write
	_ "github.com/cayleygraph/quad/jsonld"  // likewise
	_ "github.com/cayleygraph/quad/nquads"  // likewise
	_ "github.com/cayleygraph/quad/pquads"  // likewise; Cayley's client in Go reads and writes it

	"kg/graph"
	"kg/graph/draw"
)

// Options bound what a request may cost. The zero value takes the defaults.
type Options struct {
	Limit   int                              // rows of a query; 0 is [DefaultLimit]
	Timeout time.Duration                    // of a query; 0 is [DefaultTimeout]
	Hosts   []string                         // host names to answer to, besides localhost and any IP address
	Token   string                           // that writing takes; empty: the graph is served read-only
	AtOnce  int                              // requests that read the graph at once; 0 is [DefaultAtOnce]
	Logf    func(format string, args ...any) // takes what went wrong inside; nil drops it
	Access  *slog.Logger                     // takes a line for each request answered; nil drops it
}

// The defaults of [Options].
const (
	// DefaultLimit is more rows than anyone reads, and about 1 MB of JSON,
	// which the UI still shows at once.
	DefaultLimit = 1000
	// DefaultTimeout leaves room for a scan of a million quads.
	DefaultTimeout = 30 * time.Second
	// DefaultAtOnce keeps some cores busy and the memory of scripts bounded.
	DefaultAtOnce = 16
)

// streamsAtOnce is how many may read out the graph over /api/v2/read at once.
const streamsAtOnce = 4

// maxBody is the size of a request in bytes that writes nothing. A query is a
// page of text at most.
const maxBody = 1 << 20

//go:embed assets
var assets embed.FS

// New returns the handler that shows g.
func New(g *graph.Graph, o Options) (http.Handler, error) {
	if o.Limit <= 0 {
		o.Limit = DefaultLimit
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.AtOnce <= 0 {
		o.AtOnce = DefaultAtOnce
	}
	if o.Logf == nil {
		o.Logf = func(string, ...any) {}
	}
	mux := http.NewServeMux()
	files, err := uiFiles()
	if err != nil {
		return nil, err
	}
	for address, asset := range ours {
		if files[address], err = assets.ReadFile("assets/" + asset); err != nil {
			return nil, fmt.Errorf("reading an embedded file: %w", err)
		}
	}
	files["/static/draw.css"] = []byte(draw.Style)
	for address, content := range files {
		mux.Handle(exact(address), static(path.Base(address), content))
	}
	templates, err := parsePages()
	if err != nil {
		return nil, err
	}
	start, err := newStart(g, templates, o)
	if err != nil {
		return nil, err
	}
	busy, streams := make(places, o.AtOnce), make(places, streamsAtOnce)
	reading := func(h http.Handler) http.Handler { return busy.limit(maxBody, h) }
	mux.Handle("GET /{$}", reading(start))
	pages := &pages{graph: g, templates: templates, timeout: o.Timeout, logf: o.Logf}
	for _, page := range pages.routes() {
		mux.Handle("GET "+page.path, reading(pages.page(page.template, page.made)))
	}
	mux.Handle("GET "+uiPath+"opening.js", reading(openingScript(start, o.Token != "")))
	mux.Handle("GET /cayley", http.RedirectHandler(uiPath, http.StatusMovedPermanently))
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })

	api := &api{graph: g, limit: o.Limit, timeout: o.Timeout}
	stock := cayleyhttp.NewAPIv2(g.Handle())
	stock.SetReadOnly(true)
	mux.Handle("/api/v2/", streams.stream(maxBody, stock))
	mux.Handle("/api/v2/query", reading(http.HandlerFunc(api.queryV2)))
	mux.Handle("POST /api/v1/query/{lang}", reading(http.HandlerFunc(api.queryV1)))
	mux.Handle("POST /api/v1/shape/{lang}", reading(http.HandlerFunc(api.shapeV1)))
	writing := &writing{graph: g, token: o.Token, timeout: o.Timeout, logf: o.Logf}
	turn := make(places, 1) // the graph has one writer at a time
	for address, change := range writing.changes() {
		mux.Handle("POST "+address, writing.allowed(turn.limit(maxWrite, writing.handler(change))))
	}
	watch := newWatch(o.Access)
	mux.Handle("GET /metrics", watch.metrics())
	return watch.over(guard(mux, o)), nil
}

// ours are the embedded files by the address they are served at.
var ours = map[string]string{
	uiPath + "editor.js":                   "editor.js",
	uiPath + "desk.js":                     "desk.js",
	uiPath + "ui.css":                      "ui.css",
	uiPath + "icon/play_circle_filled.svg": "play_circle_filled.svg",
	uiPath + "icon/check_circle.svg":       "check_circle.svg",
	uiPath + "icon/error.svg":              "error.svg",
	"/static/icon.svg":                     "icon.svg",
	"/static/style.css":                    "style.css",
	"/static/page.js":                      "page.js",
}

// exact is the mux pattern of one address and nothing below it.
func exact(address string) string {
	if address == uiPath {
		return "GET " + address + "{$}"
	}
	return "GET " + address
}

// static serves a file that does not change while the program runs, but may
// with its next version: browsers ask each time and are told that it is the same.
func static(name string, content []byte) http.Handler {
	if path.Ext(name) == "" {
		name = "index.html"
	}
	sum := sha256.Sum256(content)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "no-cache")
		if path.Ext(name) == ".ts" {
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		}
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
	})
}
