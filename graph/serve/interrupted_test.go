package serve

import (
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"kg/graph"
)

// Wherever the time runs out while a page is made, the answer says so: the store
// gives up no half of a quad, and no error of its own shows through.
func TestAPageThatIsInterrupted(t *testing.T) {
	location := filepath.Join(t.TempDir(), "kg.db")
	loadGraph(t, location, loadArticles)
	g, err := graph.Open(t.Context(), location, graph.Options{ReadOnly: true, MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	for timeout := time.Millisecond; timeout < time.Minute; timeout = timeout * 5 / 4 {
		handler, err := New(g, Options{Timeout: timeout, Logf: t.Errorf})
		if err != nil {
			t.Fatal(err)
		}
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest("GET", "http://localhost/entity?id="+loadPerson(0), nil))
		if answer.Code == 200 {
			return
		}
		if answer.Code != 504 {
			t.Errorf("after %s: %d %.300s", timeout, answer.Code, answer.Body)
		}
	}
	t.Error("the page is never done")
}
