package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kg/graph"
)

// pages are the pages for people: each is made of one value, which
// ?format=json gives as it is.
type pages struct {
	graph     *graph.Graph
	templates *template.Template
	timeout   time.Duration
	logf      func(string, ...any)
}

// route is a page: its address, its template, and how what it shows is made.
type route struct {
	path, template string
	made           func(context.Context, url.Values) (any, error)
}

// routes are the pages but for the start page.
func (p *pages) routes() []route {
	return []route{
		{"/entity", "entity.html", p.entity},
		{"/picture", "picture.html", p.picture},
		{"/article", "article.html", p.article},
		{"/relation", "relation.html", p.relation},
		{"/statement", "statement.html", p.statement},
		{"/path", "path.html", p.path},
		{"/query", "query.html", p.query},
		{"/search", "search.html", p.search},
		{"/ask", "ask.html", p.ask},
	}
}

// file is a page that is not HTML, to be saved under a name.
type file struct {
	kind, name string
	content    []byte
}

// frame is what stands around every page: its title, and what its boxes hold.
type frame struct {
	PageTitle   string `json:"-"`
	SearchBox   string `json:"-"`
	QuestionBox string `json:"-"`
}

// problem is a page that cannot be shown, in words for who asked for it.
type problem struct {
	status int
	words  string
}

func (p *problem) Error() string { return p.words }

// errorView is the page of a problem.
type errorView struct {
	frame
	Words string `json:"error"`
}

func parsePages() (*template.Template, error) {
	functions := template.FuncMap{
		"day": readableDay, "thousands": thousands, "facts": facts, "counted": counted,
		"percent": percent, "printed": printed, "entity": entityLink, "article": articleLink, "path": pathLink, "web": isWeb,
		"days": readableDays, "anchor": anchorOf, "headline": headline, "termLink": termLink, "firstWord": firstWord, "source": sourceLink, "link": link, "relation": relationLink, "statement": statementLink,
	}
	templates, err := template.New("").Funcs(functions).ParseFS(assets, "assets/*.html")
	if err != nil {
		return nil, fmt.Errorf("the pages: %w", err)
	}
	return templates, nil
}

// page is the handler of the page that a template shows of what is made.
func (p *pages) page(name string, made func(context.Context, url.Values) (any, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), p.timeout)
		defer cancel()
		data, err := made(ctx, r.URL.Query())
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // whatever the store says of being interrupted
		}
		status := http.StatusOK
		if saved, isFile := data.(*file); isFile && err == nil {
			saved.write(w)
			return
		}
		if err != nil {
			var words string
			status, words = p.explain(r, err)
			data, name := errorView{frame{PageTitle: http.StatusText(status)}, words}, "error.html"
			p.write(w, r, status, name, data)
			return
		}
		p.write(w, r, status, name, data)
	})
}

// filePolicy lets a drawing that is opened by itself have the style it holds, and
// nothing else.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

func (f *file) write(w http.ResponseWriter) {
	w.Header().Set("Content-Security-Policy", filePolicy)
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": f.name}))
	_, _ = w.Write(f.content) // an error is a client that has gone away
}

// explain returns the status and the words for an error.
func (p *pages) explain(r *http.Request, err error) (int, string) {
	var known *problem
	switch {
	case errors.As(err, &known):
		return known.status, known.words
	case errors.Is(err, graph.ErrNotFound):
		return http.StatusNotFound, err.Error()
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusGatewayTimeout, fmt.Sprintf("The page was not done after %s; kg serve --timeout gives it longer.", p.timeout)
	case errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable, "The request was given up."
	}
	p.logf("%s: %v", r.URL.Path, err)
	return http.StatusInternalServerError, "The page could not be made; the server's log says why."
}

// write answers with data as a page, or as JSON where that is asked for.
func (p *pages) write(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	if r.URL.Query().Get("format") == "json" {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		writeJSON(w, data)
		return
	}
	var out bytes.Buffer
	if err := p.templates.ExecuteTemplate(&out, name, data); err != nil {
		p.logf("%s: %v", r.URL.Path, err)
		writeError(w, http.StatusInternalServerError, "the page could not be made; the server's log says why")
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // an error is a client that has gone away
}

// maxLimit is the most that one page lists of anything.
const maxLimit = 100

// window is the part of a list that a page shows.
type window struct{ offset, limit int }

// windowOf reads ?offset= and ?limit=, which usual stands in for.
func windowOf(q url.Values, usual int) (window, error) {
	w := window{0, usual}
	for _, part := range []struct {
		name  string
		value *int
		least int
	}{{"offset", &w.offset, 0}, {"limit", &w.limit, 1}} {
		text := q.Get(part.name)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < part.least {
			return w, &problem{http.StatusBadRequest, fmt.Sprintf("%s is %q; it is a number from %d on.", part.name, text, part.least)}
		}
		*part.value = n
	}
	w.limit = min(w.limit, maxLimit)
	return w, nil
}

// more says what a list goes on with.
type more struct {
	Left int    `json:"left"`
	Link string `json:"link"`
}

// cut returns the part of a list in the window, and what comes after it: a link
// to the same page with these parameters.
func cut[T any](list []T, w window, path string, parameters ...string) ([]T, *more) {
	begin := min(w.offset, len(list))
	end := begin + min(w.limit, len(list)-begin)
	if end == len(list) {
		return list[begin:], nil
	}
	parameters = append(parameters, "offset", strconv.Itoa(end), "limit", strconv.Itoa(w.limit))
	return list[begin:end], &more{len(list) - end, link(path, parameters...)}
}

// link is an address with parameters: a name, its value, the next name ….
func link(path string, parameters ...string) string {
	values := url.Values{}
	for i := 0; i+1 < len(parameters); i += 2 {
		values.Set(parameters[i], parameters[i+1])
	}
	return path + "?" + values.Encode()
}

func entityLink(iri string) string { return link("/entity", "id", iri) }

// isEntityIRI returns an error in words for what is no entity's IRI.
func isEntityIRI(iri string) error {
	if !strings.HasPrefix(iri, "kg:") {
		return &problem{http.StatusNotFound, fmt.Sprintf("%q is no entity of a graph; those begin with kg:. The search box finds them by their names.", iri)}
	}
	return nil
}

// anchorOf is the name of a sentence on the page of its article: "char=120,260".
func anchorOf(sentence string) string {
	_, fragment, _ := strings.Cut(sentence, "#")
	return fragment
}

// headline is the title of an article; of one without, the words that its ID is
// made of, its first ones.
func headline(title, id string) string {
	if title != "" {
		return title
	}
	words := strings.TrimPrefix(id, "article:")
	if hash := strings.LastIndexByte(words, '-'); hash > 0 {
		words = words[:hash]
	}
	words = strings.ReplaceAll(words, "-", " ")
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:] + " …"
}

// firstWord is the first of IDs with spaces between them.
func firstWord(ids string) string {
	first, _, _ := strings.Cut(ids, " ")
	return first
}

// sourceLink is the address of a sentence on the page of its article.
func sourceLink(sentence, article string) string {
	if sentence == "" {
		return articleLink(article)
	}
	return link("/article", "id", article, "at", strconv.Itoa(beginOf(sentence))) + "#" + anchorOf(sentence)
}

func pathLink(from, to string) string { return link("/path", "from", from, "to", to) }

func relationLink(iri string) string { return link("/relation", "id", iri) }

func statementLink(id string) string { return link("/statement", "id", id) }

func articleLink(id string) string { return link("/article", "id", id) }

// isWeb reports whether an article's address is one that a browser may open.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}

// counted is a number of things in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// percent is a confidence from 0 to 1 as people write it.
func percent(confidence float64) string { return fmt.Sprintf("%.0f\u202f%%", 100*confidence) }

// printed says where a statement stands besides its article.
func printed(copies []string) string { return graph.Printed(len(copies)) }
