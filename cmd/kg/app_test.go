package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestFlagsFirst(t *testing.T) {
	for _, test := range []struct{ given, want string }{
		{"", ""},
		{"stats", "stats --"},
		{"show Macron --format json", "show --format json -- Macron"},
		{"show --format=json Macron", "show --format=json -- Macron"},
		{"show Macron --db news.db", "--db news.db show -- Macron"},
		{"--db news.db show Macron", "--db news.db show -- Macron"},
		{"show --help", "show --help --"},
		{"query --arg who=A who-met --arg about=B", "query --arg who=A --arg about=B -- who-met"},
		{"query who-met --explain --arg who=A", "query --explain --arg who=A -- who-met"},
		{"ingest - --format json", "ingest --format json -- -"},
		{"show -- --format", "show -- --format"},
		{"export -o x.nq", "export -o x.nq --"},
		{"frobnicate --wide x", "--wide frobnicate x"},
		{"show stats", "show -- stats"},
		{"show Macron --format", "show --format -- Macron"},
		{"query --ex --generate-bash-completion", "query --ex --generate-bash-completion"},
	} {
		app := newApp(strings.NewReader(""), io.Discard, io.Discard)
		got := flagsFirst(app, append([]string{"kg"}, strings.Fields(test.given)...))
		if want := append([]string{"kg"}, strings.Fields(test.want)...); !slices.Equal(got, want) {
			t.Errorf("kg %s\ngot  %q\nwant %q", test.given, got, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for text, want := range map[string]textKind{
		`g.V().All()`:                       gizmoScript,
		`graph.Vertex("<kg:A>").Out()`:      gizmoScript,
		"// people\ng.V()":                  gizmoScript,
		`var x = 1`:                         gizmoScript,
		`while (true) {}`:                   gizmoScript,
		`who-met`:                           savedName,
		`who_met`:                           savedName,
		`Who met Ana Pereira in Lisbon?`:    englishText,
		`Which ports, e.g. Odesa, were hit`: englishText,
		`Kyiv?`:                             englishText,
	} {
		if got := kindOf(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}
