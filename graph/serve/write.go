package serve

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/graph"
)

// Writing over HTTP is Cayley's: /api/v2/write, /api/v2/delete and
// /api/v2/node/delete, and the same of the first version of the API. It takes a
// token, which no page of another origin can know; and it is all or nothing,
// so a request that fails half-way leaves the graph as it was.

// maxWrite is the size of what one request writes, in bytes, unpacked: some
// 80,000 quads. More is kg import's, which works in batches.
const maxWrite = 8 << 20

// writing answers the requests that change the graph.
type writing struct {
	graph   *graph.Graph
	token   string // empty: the graph is served read-only
	timeout time.Duration
	logf    func(string, ...any)
}

// change carries out what a request asks for and returns its answer. A
// [*problem] is what is wrong with the request.
type change func(*http.Request) (answer any, err error)

// changes are the addresses that write.
func (wr *writing) changes() map[string]change {
	write, erase := wr.graph.Write, wr.graph.Erase
	return map[string]change{
		"/api/v2/write":            both(quadsOf, write, "wrote", counted2),
		"/api/v2/delete":           both(quadsOf, erase, "deleted", counted2),
		"/api/v2/node/delete":      wr.eraseNode,
		"/api/v1/write":            both(quadsOfJSON, write, "wrote", counted1),
		"/api/v1/delete":           both(quadsOfJSON, erase, "deleted", counted1),
		"/api/v1/write/file/nquad": both(quadsOfForm, write, "wrote", counted1),
	}
}

// both reads quads from a request and does something with them.
func both(read func(*http.Request) ([]quad.Quad, error), do func(context.Context, []quad.Quad) (int, error), did string, answer func(string, int) any) change {
	return func(r *http.Request) (any, error) {
		quads, err := read(r)
		if err != nil {
			return nil, &problem{http.StatusBadRequest, err.Error()}
		}
		if _, err := do(r.Context(), quads); err != nil {
			return nil, err
		}
		return answer(fmt.Sprintf("Successfully %s %d quads.", did, len(quads)), len(quads)), nil
	}
}

// The answers of the two versions. As Cayley does, they count the quads of the
// request: one that was there already is among them.
func counted1(words string, _ int) any { return map[string]any{"result": words} }

func counted2(words string, n int) any { return map[string]any{"result": words, "count": n} }

// allowed lets a request pass that may change the graph.
func (wr *writing) allowed(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wr.token == "" {
			writeError(w, http.StatusForbidden, "the graph is served read-only; kg serve --write allows writing")
			return
		}
		scheme, given, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		if !strings.EqualFold(scheme, "Bearer") || !same(strings.TrimSpace(given), wr.token) {
			w.Header().Set("WWW-Authenticate", `Bearer realm="kg"`)
			writeError(w, http.StatusUnauthorized, "writing needs the token that kg serve --write was started with, as Authorization: Bearer TOKEN")
			return
		}
		h.ServeHTTP(w, r)
	})
}

// same compares in a time that tells nothing of where two strings differ, nor
// of how long the wanted one is.
func same(given, wanted string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(wanted))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// handler answers a request whose body is there, when it has its turn.
func (wr *writing) handler(c change) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), wr.timeout)
		defer cancel()
		answer, err := c(r.WithContext(ctx))
		if err != nil {
			wr.refuse(w, err)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		writeJSON(w, answer)
	})
}

// eraseNode answers /api/v2/node/delete, whose body is one value.
func (wr *writing) eraseNode(r *http.Request) (any, error) {
	format := formatOf(r)
	if format.UnmarshalValue == nil {
		return nil, &problem{http.StatusBadRequest, format.Name + " cannot name a node; application/json and application/n-quads can"}
	}
	var node quad.Value
	body, err := unpacked(r.Body)
	if body = bytes.TrimSpace(body); err == nil && len(body) > 0 {
		node, err = format.UnmarshalValue(body)
	}
	if err != nil || node == nil {
		return nil, &problem{http.StatusBadRequest, "the body names no node, such as <kg:Lisbon>"}
	}
	if _, err := wr.graph.EraseNode(r.Context(), node); err != nil {
		return nil, err
	}
	return counted2("Successfully deleted 1 nodes.", 1), nil
}

// refuse answers a request that has changed nothing.
func (wr *writing) refuse(w http.ResponseWriter, err error) {
	status, words := http.StatusInternalServerError, "something went wrong inside, and nothing was changed; the server's log has it"
	var known *problem
	switch {
	case errors.As(err, &known):
		status, words = known.status, known.words
	case errors.Is(err, graph.ErrNotByHand):
		status, words = http.StatusBadRequest, err.Error()
	case errors.Is(err, context.DeadlineExceeded):
		status, words = http.StatusServiceUnavailable, fmt.Sprintf("not done after %s, perhaps because another program is writing; nothing was changed, try again", wr.timeout)
	default:
		wr.logf("writing: %v", err)
	}
	writeError(w, status, words)
}

// unpacked reads what gzip may have packed, up to maxWrite bytes of it.
func unpacked(r io.Reader) ([]byte, error) {
	in := bufio.NewReader(r)
	if head, _ := in.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return io.ReadAll(in)
	}
	zipped, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(http.MaxBytesReader(nil, zipped, maxWrite))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return nil, fmt.Errorf("unpacked it is larger than %d bytes; kg import takes files of any size", tooLarge.Limit)
	}
	return body, err
}

// formatOf is the format that ?format= or the Content-Type names; N-Quads
// where they name none.
func formatOf(r *http.Request) *quad.Format {
	if format := quad.FormatByName(r.URL.Query().Get("format")); format != nil {
		return format
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if format := quad.FormatByMime(kind); format != nil {
		return format
	}
	return quad.FormatByName(nquads)
}

const nquads = "nquads"

// quadsOf reads the body of a request to version 2.
func quadsOf(r *http.Request) ([]quad.Quad, error) {
	body, err := unpacked(r.Body)
	if err != nil {
		return nil, err
	}
	format := formatOf(r)
	switch {
	case format.Name == nquads:
		return graph.ReadNQuads(r.Context(), bytes.NewReader(body))
	case format.Reader == nil:
		return nil, fmt.Errorf("%s can be written but not read", format.Name)
	case format.Name == "jsonld" && fetches(body):
		return nil, errors.New("it names a context by its address; this server fetches nothing, so write the context into the document")
	}
	return quadsIn(format, bytes.NewReader(body))
}

func quadsIn(format *quad.Format, r io.Reader) ([]quad.Quad, error) {
	in := format.Reader(r)
	defer in.Close()
	quads, err := quad.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", format.Name, err)
	}
	return quads, nil
}

// fetches reports whether reading a document of JSON-LD would load another.
func fetches(body []byte) bool {
	var document any
	return json.Unmarshal(body, &document) == nil && namesContext(document, false)
}

func namesContext(v any, inContext bool) bool {
	switch v := v.(type) {
	case string:
		return inContext
	case []any:
		for _, item := range v {
			if namesContext(item, inContext) {
				return true
			}
		}
	case map[string]any:
		for key, value := range v {
			if key == "@import" || namesContext(value, key == "@context") {
				return true
			}
		}
	}
	return false
}

// quadsOfJSON reads the body of a request to version 1.
func quadsOfJSON(r *http.Request) ([]quad.Quad, error) {
	quads, err := quadsIn(quad.FormatByName("json"), r.Body)
	if err != nil {
		return nil, fmt.Errorf(`%w; it is [{"subject": "<kg:A>", "predicate": "<rel:meets>", "object": "<kg:B>"}, …]`, err)
	}
	return quads, nil
}

// quadsOfForm reads the file that a form of version 1 uploads.
func quadsOfForm(r *http.Request) ([]quad.Quad, error) {
	file, _, err := r.FormFile("NQuadFile")
	if err != nil {
		return nil, fmt.Errorf("reading the form's file NQuadFile: %w", err)
	}
	defer file.Close()
	body, err := unpacked(file)
	if err != nil {
		return nil, fmt.Errorf("reading the form's file: %w", err)
	}
	return graph.ReadNQuads(r.Context(), bytes.NewReader(body))
}
