package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/graphql"
	_ "github.com/cayleygraph/cayley/query/mql" // registers the language

	"kg/graph"
)

// api answers queries as Cayley's HTTP API does, with what it lacks: limits on
// time and memory, a limit on rows that says when it cut, and the value of a
// script's last expression, so that g.V().Count() gives its number.
type api struct {
	graph   *graph.Graph
	limit   int
	timeout time.Duration
}

// answer is what a query gives: Cayley's {"result": […]}, and where rows were
// left out, that they were.
type answer struct {
	Result    []any `json:"result"`
	Truncated bool  `json:"truncated,omitempty"`
	Limit     int   `json:"limit,omitempty"` // that cut the result
}

// request is a query as it was asked.
type request struct {
	language, text string
	limit          int
	jsonLD         bool // values as JSON-LD: {"@id": "kg:Kyiv"} in place of "<kg:Kyiv>"
}

const jsonLD = "application/ld+json"

// queryV2 answers /api/v2/query?lang=…, the query in the body or in ?qu=.
func (a *api) queryV2(w http.ResponseWriter, r *http.Request) {
	a.serveQuery(w, r, r.URL.Query().Get("lang"), strings.HasPrefix(r.Header.Get("Accept"), jsonLD))
}

// queryV1 answers /api/v1/query/LANG.
func (a *api) queryV1(w http.ResponseWriter, r *http.Request) {
	a.serveQuery(w, r, languageV1(r), false)
}

// languageV1 is the language that an address of version 1 names. Gizmo was
// called Gremlin when the clients of that version were written.
func languageV1(r *http.Request) string {
	if lang := r.PathValue("lang"); lang != "gremlin" {
		return lang
	}
	return gizmo.Name
}

func (a *api) serveQuery(w http.ResponseWriter, r *http.Request, lang string, ld bool) {
	language := query.GetLanguage(lang)
	if language == nil {
		writeError(w, http.StatusBadRequest, fmt.Sprintf("unknown query language %q: it is gizmo, graphql or mql", lang))
		return
	}
	text, status, err := queryText(r)
	if err != nil {
		writeError(w, status, err.Error())
		return
	}
	q := request{lang, text, a.rowLimit(r), ld}
	if lang == graphql.Name {
		a.serveGraphQL(w, r, q)
		return
	}
	result, err := a.run(r.Context(), q)
	if err != nil {
		writeError(w, http.StatusBadRequest, a.explain(err))
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if ld {
		w.Header().Set("Content-Type", jsonLD)
	}
	writeJSON(w, result)
}

// queryText returns the text of the query, or the status to refuse it with.
func queryText(r *http.Request) (text string, status int, err error) {
	switch r.Method {
	case http.MethodGet:
		text = r.URL.Query().Get("qu")
	case http.MethodPost:
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return "", http.StatusBadRequest, fmt.Errorf("reading the query: %w", err)
		}
		text = string(body)
		if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "application/json" {
			_ = json.Unmarshal(body, &text) // the client on npm sends the query as a string of JSON; MQL is JSON, but no string
		}
	default:
		return "", http.StatusMethodNotAllowed, errors.New("queries are asked with GET or POST")
	}
	if strings.TrimSpace(text) == "" {
		return "", http.StatusBadRequest, errors.New("the query is empty")
	}
	return text, 0, nil
}

// rowLimit is what ?limit= asks for, but never more than the server gives.
func (a *api) rowLimit(r *http.Request) int {
	asked, err := strconv.Atoi(r.URL.Query().Get("limit"))
	if err != nil || asked <= 0 || asked > a.limit {
		return a.limit
	}
	return asked
}

// run runs a query in Gizmo or MQL.
func (a *api) run(ctx context.Context, q request) (answer, error) {
	if q.language != gizmo.Name {
		return a.runSession(ctx, a.graph.Handle().QuadStore, q)
	}
	o := graph.QueryOptions{Limit: q.limit, Timeout: a.timeout, LinkedData: q.jsonLD}
	result, err := a.graph.Query(ctx, q.text, o)
	if err != nil {
		return answer{}, err
	}
	out := answer{Result: make([]any, 0, len(result.Rows)), Truncated: result.Truncated}
	for _, row := range result.Rows {
		out.Result = append(out.Result, row)
	}
	if out.Truncated {
		out.Limit = q.limit
	}
	return out, nil
}

// runSession runs a query in a session of Cayley's, for one row more than the
// limit, which shows whether there were more.
func (a *api) runSession(ctx context.Context, store cayley.QuadStore, q request) (out answer, err error) {
	ctx, cancel := graph.Guarded(ctx, a.timeout)
	defer cancel()
	session := query.NewSession(store, q.language)
	it, err := session.Execute(ctx, q.text, query.Options{Limit: q.limit + 1, Collation: query.JSON})
	if err != nil {
		return answer{}, err
	}
	defer it.Close()
	out = answer{Result: []any{}}
	for it.Next(ctx) {
		if len(out.Result) == q.limit {
			out.Truncated, out.Limit = true, q.limit
			break
		}
		out.Result = append(out.Result, it.Result())
	}
	if err = it.Err(); ctx.Err() != nil && (err != nil || !out.Truncated) {
		err = context.Cause(ctx)
	}
	return out, err
}

// explain says what went wrong with a query, in words for who asked it.
func (a *api) explain(err error) string {
	var wrong *graph.QueryError
	switch {
	case errors.As(err, &wrong) && wrong.Hint != "":
		return fmt.Sprintf("%v (%s)", wrong, wrong.Hint)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Sprintf("stopped: not done after %s", a.timeout)
	case errors.Is(err, graph.ErrMemory):
		return err.Error() + "; ask for fewer rows"
	}
	return err.Error()
}

func writeError(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	writeJSON(w, map[string]string{"error": message})
}

// writeJSON writes a value. An error here is a client that has gone away.
func writeJSON(w io.Writer, value any) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(value)
}
