package queries

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kg/graph"
	"kg/graph/story/told"
)

var update = flag.Bool("update", false, "write what the queries return into the stories")

// A story in testdata/NAME.txtar holds a few articles and what the query NAME
// returns from them: the section "story" as package story reads it, then
// sections named as the arguments are typed, each with the rows.
func TestStories(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		t.Run(q.Name, func(t *testing.T) {
			file := filepath.Join("testdata", q.Name+".txtar")
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatalf("every query has a story: %v", err)
			}
			if len(archive.Files) < 2 || archive.Files[0].Name != "story" {
				t.Fatalf("%s: want a section story, then what the query returns", file)
			}
			g := told.Graph(t, string(archive.Files[0].Data))
			for i, section := range archive.Files[1:] {
				got := ask(t, g, q, section.Name)
				if *update {
					archive.Files[i+1].Data = []byte(got)
				} else if want := string(section.Data); got != want {
					t.Errorf("%s %s\ngot:\n%s\nwant:\n%s", q.Name, section.Name, got, want)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// ask returns the rows of a query as text: a line for each value, an empty line
// between rows.
func ask(t *testing.T, g *graph.Graph, q Query, arguments string) string {
	t.Helper()
	args := map[string]string{}
	for _, m := range examplePair.FindAllString(arguments, -1) {
		name, value, _ := strings.Cut(m, "=")
		args[name] = resolve(t, g, q, name, strings.Trim(value, "'"))
	}
	script, err := q.Bind(args)
	if err != nil {
		t.Fatal(err)
	}
	result, err := g.Query(t.Context(), script, graph.QueryOptions{})
	if err != nil {
		t.Fatalf("%s %s: %v", q.Name, arguments, err)
	}
	var b strings.Builder
	for _, row := range result.Rows {
		for _, key := range slices.SortedFunc(maps.Keys(row), inOrderOf(script)) {
			fmt.Fprintf(&b, "%s: %s\n", key, show(row[key]))
		}
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return "nothing\n"
	}
	return b.String()
}

func resolve(t *testing.T, g *graph.Graph, q Query, name, value string) string {
	for _, a := range q.Args {
		if a.Name == name && a.Kind == Article {
			found, err := g.FindArticle(t.Context(), value)
			if err != nil {
				t.Fatal(err)
			}
			return found.ID
		}
		if a.Name == name && a.Kind == Entity {
			e, err := g.FindEntity(t.Context(), value)
			if err != nil {
				t.Fatal(err)
			}
			return e.IRI
		}
	}
	return value
}

// inOrderOf orders columns by where the script names them.
func inOrderOf(script string) func(a, b string) int {
	return func(a, b string) int {
		return strings.Index(script, strconv.Quote(a)) - strings.Index(script, strconv.Quote(b))
	}
}

func show(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	text, _ := json.Marshal(v)
	return string(text)
}
