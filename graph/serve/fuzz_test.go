package serve

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// FuzzQueries sends anything to everything that takes a query or quads: each is
// answered, in JSON, without a panic.
func FuzzQueries(f *testing.F) {
	paths := []string{
		"/api/v2/query?lang=gizmo", "/api/v2/query?lang=mql", "/api/v2/query?lang=graphql", "/api/v1/query/gremlin",
		"/api/v1/shape/gizmo", "/api/v1/shape/mql", "/api/v2/write", "/api/v2/write?format=json", "/api/v2/write?format=jsonld",
		"/api/v2/write?format=pquads", "/api/v2/delete", "/api/v2/node/delete", "/api/v1/write", "/api/v1/delete", "/api/v1/write/file/nquad",
	}
	for i, body := range []string{
		`g.V("<kg:Keir_Starmer>").Tag("source").Out(null, "by").Tag("target").All()`, `[{"id": "<kg:Keir_Starmer>", "<rel:meets>": null}]`,
		`{ nodes(first: 2) { id, <rel:meets> { id } } }`, `"g.V().Count()"`, `g.V().Out().Intersect(g.V()).Except(g.V("x")).All()`, `[{"id": null}]`,
		`<kg:A> <rel:b> "c"@en <kg:curation> .`, `[{"subject": "<kg:A>", "predicate": "<rel:b>", "object": "\"c\"^^<xsd:date>"}]`,
		`{"@context": {"b": "rel:b"}, "@id": "kg:A", "b": [{"@id": "_:c"}, 1.5]}`, "\x02\x08\x01", "_:a <rel:b> _:c .", "<kg:A>", "[]", "[{}]", "--x\r\n",
	} {
		f.Add(uint8(i), body)
	}
	g := storyGraph(f)
	handler, err := New(g, Options{
		Token: token, Limit: 10, Timeout: 200 * time.Millisecond,
		Logf: func(format string, args ...any) { f.Errorf(format, args...) },
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, path uint8, body string) {
		request := httptest.NewRequest("POST", "http://localhost"+paths[int(path)%len(paths)], strings.NewReader(body))
		request.Header.Set("Authorization", "Bearer "+token)
		request.Header.Set("Content-Type", `multipart/form-data; boundary=x`)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if answer.Code >= http.StatusInternalServerError || !json.Valid(answer.Body.Bytes()) {
			t.Errorf("%s: %d %s", request.URL, answer.Code, answer.Body)
		}
	})
}
