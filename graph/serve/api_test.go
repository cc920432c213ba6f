package serve

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// fetch asks the server and returns the status and the body.
func fetch(t *testing.T, method, address, body string, header ...string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for pair := range slices.Chunk(header, 2) {
		request.Header.Set(pair[0], pair[1])
		if pair[0] == "Host" {
			request.Host = pair[1]
		}
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(content)
}

func TestQueries(t *testing.T) {
	server := serveWith(t, Options{Limit: 5, Timeout: 500 * time.Millisecond})
	const met = `g.V("<kg:Emmanuel_Macron>").Out("<rel:meets>").All()`
	for _, test := range []struct {
		name, method, path, body string
		header                   []string
		status                   int
		want                     string // of the body, whole where it is JSON
	}{
		{name: "Gizmo as Cayley's clients ask it", method: "POST", path: "/api/v2/query?lang=gizmo", body: met,
			status: 200, want: `{"result":[{"id":"<kg:Volodymyr_Zelenskyy>"}]}`},
		{name: "with GET", method: "GET", path: "/api/v2/query?lang=gizmo&qu=" + url.QueryEscape(met),
			status: 200, want: `{"result":[{"id":"<kg:Volodymyr_Zelenskyy>"}]}`},
		{name: "as JSON-LD, as the UI asks it", method: "POST", path: "/api/v2/query?lang=gizmo", body: met,
			header: []string{"Accept", "application/ld+json"},
			status: 200, want: `{"result":[{"id":{"@id":"kg:Volodymyr_Zelenskyy"}}]}`},
		{name: "in the first version of the API", method: "POST", path: "/api/v1/query/gizmo", body: met,
			status: 200, want: `{"result":[{"id":"<kg:Volodymyr_Zelenskyy>"}]}`},
		{name: "the value of a bare expression", method: "POST", path: "/api/v2/query?lang=gizmo",
			body: `g.V("<kg:Emmanuel_Macron>").Out("<rel:meets>").Count()`, status: 200, want: `{"result":[{"value":1}]}`},
		{name: "no result is an empty list", method: "POST", path: "/api/v2/query?lang=gizmo",
			body: `g.V("<kg:Nobody>").Out().All()`, status: 200, want: `{"result":[]}`},
		{name: "MQL", method: "POST", path: "/api/v2/query?lang=mql", body: `[{"id": "<kg:Emmanuel_Macron>", "<rel:hosts>": null}]`,
			status: 200, want: `{"result":[{"id":"<kg:Emmanuel_Macron>","<rel:hosts>":"<kg:Keir_Starmer>"}]}`},
		{name: "GraphQL", method: "POST", path: "/api/v2/query?lang=graphql", body: `{ nodes(id: <kg:Emmanuel_Macron>) { <rel:hosts> } }`,
			status: 200, want: `{"data":{"nodes":{"<rel:hosts>":"kg:Keir_Starmer"}}}`},
		{name: "GraphQL, cut and said", method: "POST", path: "/api/v2/query?lang=graphql&limit=2", body: `{ nodes { id } }`,
			status: 200, want: `"extensions":{"limit":2,"truncated":true}`},
		{name: "a mistake in GraphQL", method: "POST", path: "/api/v2/query?lang=graphql", body: `{ nodes`,
			status: 200, want: `"errors":[{"message":"Syntax Error`},
		{name: "Gremlin, as Gizmo was called, in JSON, as the client on npm sends it", method: "POST", path: "/api/v1/query/gremlin",
			body: `"g.V(\"<kg:Emmanuel_Macron>\").Out(\"<rel:meets>\").All()"`, header: []string{"Content-Type", "application/json"},
			status: 200, want: `{"result":[{"id":"<kg:Volodymyr_Zelenskyy>"}]}`},
		{name: "a mistake, with its place", method: "POST", path: "/api/v2/query?lang=gizmo", body: "g.V(",
			status: 400, want: "line 1, column 5"},
		{name: "an endless loop", method: "POST", path: "/api/v2/query?lang=gizmo", body: "while (true) {}",
			status: 400, want: "500ms"},
		{name: "no query", method: "POST", path: "/api/v2/query?lang=gizmo", status: 400, want: "the query is empty"},
		{name: "no language", method: "POST", path: "/api/v2/query", body: met, status: 400, want: "unknown query language"},
		{name: "a query that is a book", method: "POST", path: "/api/v2/query?lang=gizmo", body: strings.Repeat(" ", maxBody+1),
			status: 413, want: "larger than 1048576 bytes"},
		{name: "all quads of one subject", method: "GET", path: "/api/v2/read?sub=" + url.QueryEscape("<rel:hosts>"),
			status: 200, want: `<rel:hosts>`},
		{name: "the formats", method: "GET", path: "/api/v2/formats", status: 200, want: `"id":"nquads"`},
		{name: "writing", method: "POST", path: "/api/v2/write", body: "<a> <b> <c> .", status: 403, want: "read-only"},
		{name: "deleting", method: "POST", path: "/api/v2/delete", body: "<a> <b> <c> .", status: 403, want: "read-only"},
		{name: "deleting a node", method: "POST", path: "/api/v2/node/delete", body: "<kg:Emmanuel_Macron>", status: 403, want: "read-only"},
		{name: "writing in the first version", method: "POST", path: "/api/v1/write", body: "[]", status: 403, want: "read-only"},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, body := fetch(t, test.method, server+test.path, test.body, test.header...)
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			if strings.HasPrefix(test.want, "{") {
				if !sameJSON(t, body, test.want) {
					t.Errorf("got  %s\nwant %s", body, test.want)
				}
			} else if !strings.Contains(body, test.want) {
				t.Errorf("%q is not in the answer: %s", test.want, body)
			}
		})
	}
}

func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var values [2]any
	for i, text := range []string{a, b} {
		if err := json.Unmarshal([]byte(text), &values[i]); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
	}
	x, _ := json.Marshal(values[0])
	y, _ := json.Marshal(values[1])
	return bytes.Equal(x, y)
}

func TestACutResultSaysSo(t *testing.T) {
	server := serveWith(t, Options{Limit: 5})
	for _, test := range []struct {
		path string
		rows int
	}{
		{"/api/v2/query?lang=gizmo", 5},
		{"/api/v2/query?lang=gizmo&limit=2", 2},
		{"/api/v2/query?lang=gizmo&limit=1000", 5},
		{"/api/v2/query?lang=mql&limit=2", 2},
	} {
		query := "g.V().All()"
		if strings.Contains(test.path, "mql") {
			query = `[{"id": null}]`
		}
		_, body := fetch(t, "POST", server+test.path, query)
		var got answer
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Result) != test.rows || !got.Truncated || got.Limit != test.rows {
			t.Errorf("%s: %d rows, truncated %v, limit %d; want %d rows and said", test.path, len(got.Result), got.Truncated, got.Limit, test.rows)
		}
	}
}

func TestShapes(t *testing.T) {
	server := newServer(t)
	for _, test := range []struct{ name, query, want string }{
		{"a path", `g.V("<kg:a>").Tag("source").Out("<rel:b>").Tag("target").All()`,
			`{"nodes":[
				{"id":1,"tags":["target"],"is_link_node":false,"is_fixed":false},
				{"id":2,"values":["<rel:b>"],"is_link_node":true,"is_fixed":true},
				{"id":3,"tags":["source"],"values":["<kg:a>"],"is_link_node":false,"is_fixed":true}],
			 "links":[{"source":3,"target":1,"pred_node":2}]}`},
		{"backwards", `g.V("<kg:a>").In().All()`,
			`{"nodes":[
				{"id":1,"is_link_node":false,"is_fixed":false},
				{"id":2,"values":["<kg:a>"],"is_link_node":false,"is_fixed":true},
				{"id":3,"is_link_node":true,"is_fixed":false}],
			 "links":[{"source":1,"target":2,"pred_node":3}]}`},
		{"nothing but a variable", `g.V().All()`, `{"nodes":[{"id":1,"is_link_node":false,"is_fixed":false}],"links":[]}`},
		{"no path", `var x = 1`, `{"nodes":[],"links":[]}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, body := fetch(t, "POST", server+"/api/v1/shape/gizmo", test.query)
			if status != 200 || !sameJSON(t, body, test.want) {
				t.Errorf("%d %s\nwant %s", status, body, test.want)
			}
		})
	}
	if status, body := fetch(t, "POST", server+"/api/v1/shape/mql", `[{"id": "<kg:a>", "<rel:b>": null}]`); status != 200 || !strings.Contains(body, `"links":[{`) || !strings.Contains(body, `"<rel:b>"`) {
		t.Errorf("MQL: %d %s", status, body)
	}
	for _, test := range []struct{ language, query, want string }{
		{"graphql", "{ nodes { id } }", "only the shape of a query in gizmo or mql"},
		{"mql", "[{", "error"},
		{"gizmo", "g.V(", "line 1"},
		{"gizmo", "g.V(1, function() {}).Out(g).All()", "error"},
	} {
		if status, body := fetch(t, "POST", server+"/api/v1/shape/"+test.language, test.query); status != 400 || !strings.Contains(body, test.want) {
			t.Errorf("%s: %d %s, want 400 with %q", test.query, status, body, test.want)
		}
	}
}
