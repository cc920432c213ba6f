package serve

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"kg/graph"
)

const token = "a-token-of-a-test"

// writable serves a small graph that may be written with the token.
func writable(t *testing.T) (server string, g *graph.Graph) {
	t.Helper()
	g = storyGraph(t)
	handler, err := New(g, Options{Token: token, Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return s.URL, g
}

func exported(t *testing.T, g *graph.Graph) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := g.Export(context.Background(), &out, graph.Selection{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// form is a body as curl -F NQuadFile=@… makes it, and its Content-Type.
func form(t *testing.T, name, content string) (body, kind string) {
	t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	part, err := w.CreateFormFile(name, "quads.nq")
	if err == nil {
		_, err = part.Write([]byte(content))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), w.FormDataContentType()
}

func TestWrites(t *testing.T) {
	const (
		line     = "<kg:Lisbon> <rel:is-capital-of> <kg:Portugal> ."
		stands   = "<kg:Lisbon> <rel:is-capital-of> <kg:Portugal> <kg:curation> .\n"
		asJSON   = `[{"subject": "<kg:Lisbon>", "predicate": "<rel:is-capital-of>", "object": "<kg:Portugal>"}]`
		asJSONLD = `{"@id": "kg:Lisbon", "rel:is-capital-of": {"@id": "kg:Portugal"}}`
	)
	uploaded, formKind := form(t, "NQuadFile", line)
	zippedFile, zippedKind := form(t, "NQuadFile", zipped(t, line))
	otherForm, otherKind := form(t, "file", line)
	for _, test := range []struct {
		name, path, kind, body string
		status                 int
		want                   string // of the answer
		added                  string // to the graph
	}{
		{"N-Quads, as curl and the UI send them", "/api/v2/write", "", line, 200, `{"count":1,"result":"Successfully wrote 1 quads."}`, stands},
		{"by their type", "/api/v2/write", "application/n-quads; charset=utf-8", line, 200, `"count":1`, stands},
		{"with gzip", "/api/v2/write", "", zipped(t, line), 200, `"count":1`, stands},
		{"under a label of one's own", "/api/v2/write", "", "<kg:A> <rel:b> \"c\" <kg:notes> .", 200, `"count":1`, "<kg:A> <rel:b> \"c\" <kg:notes> .\n"},
		{"JSON", "/api/v2/write", "application/json", asJSON, 200, `"count":1`, stands},
		{"JSON by ?format=", "/api/v2/write?format=json", "", asJSON, 200, `"count":1`, stands},
		{"JSON-LD", "/api/v2/write", "application/ld+json", asJSONLD, 200, `"count":1`, stands},
		{"nothing", "/api/v2/write", "", "", 200, `"count":0`, ""},
		{"the first version", "/api/v1/write", "application/json", asJSON, 200, `{"result":"Successfully wrote 1 quads."}`, stands},
		{"the first version's file", "/api/v1/write/file/nquad", formKind, uploaded, 200, `{"result":"Successfully wrote 1 quads."}`, stands},
		{"the first version's file, packed", "/api/v1/write/file/nquad", zippedKind, zippedFile, 200, `wrote 1 quads`, stands},

		{"a mistake in the second line", "/api/v2/write", "", line + "\n<kg:A> <rel:b .", 400, "line 2, column 14", ""},
		{"a quad of an article", "/api/v2/write", "", line + "\n<kg:A> <rel:b> <kg:C> <article:x> .", 400, "quad 2", ""},
		{"a text for a subject", "/api/v1/write", "", `[{"subject": "Lisbon", "predicate": "<rel:b>", "object": "c"}]`, 400, "the subject is not an IRI", ""},
		{"no JSON", "/api/v1/write", "", "{", 400, "reading json", ""},
		{"half a quad", "/api/v1/write", "", `[{"subject": "<kg:A>"}]`, 400, "invalid quad", ""},
		{"another form", "/api/v1/write/file/nquad", otherKind, otherForm, 400, "NQuadFile", ""},
		{"a context to fetch", "/api/v2/write", "application/ld+json", `{"@context": ["http://127.0.0.1:9/context"], "@id": "kg:A"}`, 400, "fetches nothing", ""},
		{"a book", "/api/v2/write", "", strings.Repeat(" ", maxWrite+1), 413, "larger than", ""},
		{"a book when unpacked", "/api/v2/write", "", zipped(t, strings.Repeat(" ", maxWrite+1)), 400, "larger than", ""},
		{"no gzip", "/api/v2/write", "", "\x1f\x8bnot", 400, "error", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			server, g := writable(t)
			before := exported(t, g)
			status, body := fetch(t, "POST", server+test.path, test.body, "Authorization", "Bearer "+token, "Content-Type", test.kind)
			if status != test.status || !strings.Contains(body, test.want) {
				t.Errorf("%d %s, want %d with %s", status, body, test.status, test.want)
			}
			after := exported(t, g)
			if test.added == "" && after != before {
				t.Errorf("the graph has changed:\n%s", after)
			}
			if !strings.Contains(after, test.added) {
				t.Errorf("%s is not in\n%s", test.added, after)
			}
			if status >= 400 {
				return
			}
			erase := strings.Replace(strings.TrimSuffix(test.path, "/file/nquad"), "write", "delete", 1)
			if erase == "/api/v1/delete" {
				test.body = asJSON
			}
			if status, body := fetch(t, "POST", server+erase, test.body, "Authorization", "Bearer "+token, "Content-Type", test.kind); status != 200 {
				t.Errorf("%s: %d %s", erase, status, body)
			}
			if got := exported(t, g); got != before {
				t.Errorf("erased, the graph is\n%s\nwant\n%s", got, before)
			}
		})
	}
}

func TestDeleteNode(t *testing.T) {
	server, g := writable(t)
	before := exported(t, g)
	ask := func(path, body string) (int, string) {
		return fetch(t, "POST", server+path, body, "Authorization", "Bearer "+token)
	}
	if status, body := ask("/api/v2/write", "<kg:A> <rel:b> <kg:C> .\n<kg:C> <rel:d> \"e\" ."); status != 200 {
		t.Fatalf("%d %s", status, body)
	}
	if status, body := ask("/api/v2/node/delete", "<kg:C>\n"); status != 200 || !strings.Contains(body, `"count":1`) {
		t.Errorf("%d %s", status, body)
	}
	if got := exported(t, g); got != before {
		t.Errorf("the graph is\n%s\nwant\n%s", got, before)
	}
	if status, body := ask("/api/v2/node/delete", "<kg:Keir_Starmer>"); status != 400 || !strings.Contains(body, "under an article") {
		t.Errorf("a node of an article: %d %s", status, body)
	}
	if status, _ := ask("/api/v2/node/delete", ""); status != 400 {
		t.Errorf("no node: %d", status)
	}
}

// writingPaths are all that may change the graph.
var writingPaths = []string{
	"/api/v2/write", "/api/v2/delete", "/api/v2/node/delete", "/api/v1/write", "/api/v1/delete", "/api/v1/write/file/nquad",
}

func TestWithoutTheTokenNobodyWrites(t *testing.T) {
	server, g := writable(t)
	readOnly := newServer(t)
	before := exported(t, g)
	for _, path := range writingPaths {
		for _, header := range [][]string{
			nil,
			{"Authorization", ""},
			{"Authorization", "Bearer "},
			{"Authorization", "Bearer " + token + "x"},
			{"Authorization", "Bearer " + token[1:]},
			{"Authorization", "Basic " + token},
			{"Authorization", token},
			{"Cookie", "token=" + token},
		} {
			if status, body := fetch(t, "POST", server+path, "<kg:A> <rel:b> <kg:C> .", header...); status != 401 || !strings.Contains(body, "token") {
				t.Errorf("%s with %v: %d %s, want 401", path, header, status, body)
			}
		}
		if status, body := fetch(t, "POST", readOnly+path, "", "Authorization", "Bearer "+token); status != 403 || !strings.Contains(body, "kg serve --write") {
			t.Errorf("%s of a server that is read-only: %d %s, want 403 and how to allow it", path, status, body)
		}
		// Whoever has the token may still not write from another origin.
		if status, _ := fetch(t, "POST", server+path, "", "Authorization", "Bearer "+token, "Origin", "https://attacker.example"); status != 403 {
			t.Errorf("%s from elsewhere: %d, want 403", path, status)
		}
		if status, _ := fetch(t, "GET", server+path, "", "Authorization", "Bearer "+token); status != 405 && status != 404 {
			t.Errorf("GET %s: %d", path, status)
		}
	}
	if got := exported(t, g); got != before {
		t.Errorf("the graph has changed:\n%s", got)
	}
}

// Writers and readers at once: no write is lost, and no answer is an error.
func TestManyWriteAndRead(t *testing.T) {
	server, g := writable(t)
	const each = 8
	var all sync.WaitGroup
	for i := range each {
		all.Go(func() {
			body := fmt.Sprintf("<kg:N%d> <rel:follows> <kg:N%d> .", i, i+1)
			request, _ := http.NewRequest("POST", server+"/api/v2/write", strings.NewReader(body))
			request.Header.Set("Authorization", "Bearer "+token)
			answer, err := http.DefaultClient.Do(request)
			if err != nil || answer.StatusCode != 200 {
				t.Errorf("write %d: %v %v", i, answer, err)
				return
			}
			answer.Body.Close()
		})
		all.Go(func() {
			for _, path := range []string{"/", "/entity?id=kg:Keir_Starmer", "/api/v2/query?lang=gizmo&qu=g.V().Count()", "/api/v2/read?pred=%3Crel:follows%3E"} {
				answer, err := http.Get(server + path)
				if err != nil || answer.StatusCode != 200 {
					t.Errorf("%s: %v %v", path, answer, err)
					return
				}
				answer.Body.Close()
			}
		})
	}
	all.Wait()
	if n := strings.Count(exported(t, g), "<rel:follows>"); n != each {
		t.Errorf("%d quads written, want %d", n, each)
	}
}
