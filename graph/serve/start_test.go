package serve

import (
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"kg/graph"
)

func TestTheStartPage(t *testing.T) {
	status, page := fetch(t, "GET", newServer(t)+"/", "")
	if status != 200 {
		t.Fatalf("%d: %s", status, page)
	}
	for _, want := range []string{
		"Three leaders in Paris", "4 September 2025", // the article
		">Emmanuel Macron</a>", ">Volodymyr Zelenskyy</a>", // who is in it
		"meets", `href="/cayley/"`, "/query?name=who-met", "/relation?id=rel%3Ameets",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	holdsToThePolicy(t, "/", page)
	for _, not := range []string{"http://", "https://"} {
		if strings.Contains(page, not) {
			t.Errorf("the page has %q", not)
		}
	}
}

func TestTheStartPageOfAnEmptyGraph(t *testing.T) {
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	handler, err := New(g, Options{Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	if status, page := fetch(t, "GET", server.URL, ""); status != 200 || !strings.Contains(page, "kg ingest articles/") {
		t.Errorf("%d: %s", status, page)
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1\u202f000", 1234567: "1\u202f234\u202f567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
