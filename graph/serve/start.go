package serve

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"

	"kg/graph"
	"kg/queries"
)

// The start page shows this many of each: what fits a screen.
const (
	startArticles  = 10
	startEntities  = 12
	startRelations = 12
)

// Of a large graph the page takes seconds to make, so it is kept for as long as
// the graph has as many quads and nodes, but not longer than startAge: a change
// may leave both as they were. While the graph grows, it is kept for startShare
// times as long as it takes to make, so that making it is not all that is done.
// What takes longer than startTimeout is left out, with words.
const (
	startAge     = time.Minute
	startShare   = 4
	startTimeout = 20 * time.Second
)

// start is the page at /: what the graph holds, and where to go from there.
type start struct {
	graph    *graph.Graph
	page     *template.Template
	examples []example
	logf     func(string, ...any)

	mu   sync.Mutex // one maker at a time; who comes meanwhile gets what is kept, if anything
	kept atomic.Pointer[kept]
}

// kept is a page as it was made.
type kept struct {
	html []byte
	data startData
	size cayley.Stats // of the graph
	made time.Time
	took time.Duration // to make it
}

// example is a query that the page offers.
type example struct {
	Name    string `json:"name"`
	Asks    string `json:"asks"`
	Link    string `json:"link,omitempty"` // into Cayley's UI; empty where the query needs arguments
	Page    string `json:"page"`           // with a form for its arguments
	Command string `json:"command"`        // how kg query asks it
}

// startData is what the page shows.
type startData struct {
	frame
	Stats     graph.Stats     `json:"stats"`
	Articles  []graph.Article `json:"articles"` // the newest
	More      int             `json:"more_articles"`
	Entities  []graph.Count   `json:"entities"` // the most connected
	Relations []graph.Count   `json:"relations"`
	Examples  []example       `json:"queries"`
	Problems  []string        `json:"problems,omitempty"`
}

func newStart(g *graph.Graph, templates *template.Template, o Options) (*start, error) {
	examples, err := savedExamples()
	if err != nil {
		return nil, err
	}
	return &start{graph: g, page: templates.Lookup("start.html"), examples: examples, logf: o.Logf}, nil
}

// savedExamples returns the saved queries, those that need no argument with
// their script as a link.
func savedExamples() ([]example, error) {
	all, err := queries.All()
	if err != nil {
		return nil, err
	}
	examples := make([]example, 0, len(all))
	for _, q := range all {
		e := example{Name: q.Name, Asks: q.Asks, Page: link("/query", "name", q.Name), Command: strings.TrimSpace("kg query " + q.Name + " " + q.Example)}
		if !slices.ContainsFunc(q.Args, func(a queries.Arg) bool { return !a.Optional }) {
			script, err := q.Bind(nil)
			if err != nil {
				return nil, fmt.Errorf("the saved query %s: %w", q.Name, err)
			}
			e.Link = uiLink(script)
		}
		examples = append(examples, e)
	}
	return examples, nil
}

// uiLink is the address of Cayley's UI with a query in its editor.
func uiLink(script string) string { return uiPath + "#gizmo=" + url.PathEscape(script) }

// factsQuery asks for all edges from and to a thing.
func factsQuery(iri string) string {
	return fmt.Sprintf("// What is known of <%s>.\ng.V(%q).Tag(\"source\").Both(null, \"relation\").Tag(\"target\").Has(\"<rdfs:label>\").All()", iri, "<"+iri+">")
}

// factsLink is the address of the UI with that query.
func factsLink(iri string) string { return uiLink(factsQuery(iri)) }

func (s *start) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	made, err := s.made(r.Context())
	if err != nil {
		s.logf("the start page: %v", err)
		writeError(w, http.StatusInternalServerError, "the start page could not be made; the server's log says why")
		return
	}
	if r.URL.Query().Get("format") == "json" {
		w.Header().Set("Content-Type", "application/json")
		writeJSON(w, made.data)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(made.html) // an error is a client that has gone away
}

// made returns the page of the graph as it is now.
func (s *start) made(ctx context.Context) (kept, error) {
	if !s.mu.TryLock() {
		if old := s.kept.Load(); old != nil {
			return *old, nil
		}
		s.mu.Lock()
	}
	defer s.mu.Unlock()
	// Who asked may go away; who waits still wants the page.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), startTimeout)
	defer cancel()
	size, err := s.graph.Handle().QuadStore.Stats(ctx, true)
	if err != nil {
		return kept{}, err
	}
	if old := s.kept.Load(); old != nil {
		if age := time.Since(old.made); old.size == size && age < startAge || age < startShare*old.took {
			return *old, nil
		}
	}
	begun := time.Now()
	data := s.data(ctx)
	var out bytes.Buffer
	if err := s.page.Execute(&out, data); err != nil {
		return kept{}, err
	}
	page := kept{out.Bytes(), data, size, time.Now(), time.Since(begun)}
	if len(data.Problems) == 0 {
		s.kept.Store(&page)
	}
	return page, nil
}

func (s *start) data(ctx context.Context) startData {
	data := startData{frame: frame{PageTitle: "Knowledge graph"}, Examples: s.examples}
	problem := func(part string, err error) {
		if err != nil {
			s.logf("the start page: %s: %v", part, err)
			data.Problems = append(data.Problems, fmt.Sprintf("%s cannot be shown: %v", part, err))
		}
	}
	var err error
	data.Stats, err = s.graph.Stats(ctx)
	problem("What the graph holds", err)
	data.Relations = data.Stats.Relations[:min(startRelations, len(data.Stats.Relations))]
	articles, err := s.graph.Articles(ctx)
	problem("The newest articles", err)
	data.Articles = articles[:min(startArticles, len(articles))]
	data.More = len(articles) - len(data.Articles)
	data.Entities, err = s.graph.MostStated(ctx, startEntities)
	problem("The most connected", err)
	return data
}

// readableDay is a day such as 2025-09-04 as a person writes it.
func readableDay(day string) string {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return date.Format("2 January 2006")
}

// facts is a number of facts in words.
func facts(n int) string {
	if n == 1 {
		return "1 fact"
	}
	return thousands(n) + " facts"
}

// thousands is a number with narrow spaces between its thousands.
func thousands(n int) string {
	digits := fmt.Sprint(n)
	var out strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			out.WriteRune('\u202f')
		}
		out.WriteRune(digit)
	}
	return out.String()
}
