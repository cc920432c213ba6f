package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers says what each package may import of the module's own, itself and
// standard library aside: the table in ARCHITECTURE.md.
var layers = map[string][]string{
	"kg/data":              {},
	"kg/extract/nlp":       {"kg/data"},
	"kg/extract/nlp/train": {"kg/extract/nlp"},
	"kg/extract/clause":    {"kg/extract/nlp"},
	"kg/extract/identity":  {"kg/data", "kg/extract/clause", "kg/extract/nlp"},
	"kg/extract":           {"kg/data", "kg/extract/clause", "kg/extract/identity", "kg/extract/nlp"},
	"kg/extract/link":      {"kg/data", "kg/extract", "kg/extract/clause", "kg/extract/identity", "kg/extract/nlp"},
	"kg/extract/source":    {"kg/extract", "kg/extract/nlp"},
	"kg/extract/gold":      {"kg/extract", "kg/extract/clause"},
	"kg/graph/sqlstore":    {},
	"kg/graph":             {"kg/extract", "kg/extract/clause", "kg/extract/identity", "kg/extract/link", "kg/extract/nlp", "kg/graph/sqlstore"},
	"kg/queries":           {"kg/extract/identity"},
	"kg/queries/english":   {"kg/data", "kg/extract/identity", "kg/extract/nlp", "kg/graph", "kg/queries"},
	"kg/graph/story":       {"kg/extract", "kg/extract/clause", "kg/extract/identity", "kg/extract/nlp"},
	"kg/graph/story/told":  {"kg/graph", "kg/graph/story"},
	"kg/graph/draw":        {"kg/graph"},
	"kg/graph/handout":     {"kg/graph", "kg/graph/draw"},
	"kg/graph/serve":       {"kg/graph", "kg/graph/draw", "kg/queries", "kg/queries/english"},
	"kg/cmd/kg": {
		"kg/data", "kg/extract", "kg/extract/gold", "kg/extract/link", "kg/extract/nlp", "kg/extract/source", "kg/graph", "kg/graph/draw", "kg/graph/handout", "kg/graph/serve", "kg/queries", "kg/queries/english",
	},
}

// Libraries that belong to one part of the tree.
var confined = map[string]string{
	"github.com/cayleygraph/cayley": "kg/graph",
	"github.com/urfave/cli/v2":      "kg/cmd/kg",
	"modernc.org/sqlite":            "kg/graph/sqlstore",
	"github.com/jdkato/prose/v3":    "kg/extract/nlp",
}

func TestImportsFollowTheLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "kg/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg, imports := owner(fields[0]), fields[1:]
		allowed, known := layers[pkg]
		if !known {
			t.Errorf("package %s has no place in the layers: add it here and in ARCHITECTURE.md", pkg)
		}
		for _, imported := range imports {
			if own := owner(imported); strings.HasPrefix(own, "kg/") && own != pkg && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, which its layer does not allow", pkg, imported)
			}
			for library, place := range confined {
				if within(imported, library) && !within(pkg, place) {
					t.Errorf("%s imports %s, which belongs to %s", pkg, imported, place)
				}
			}
		}
	}
}

// owner is the package that an internal package belongs to; any other is its own.
func owner(path string) string {
	parent, _, _ := strings.Cut(path, "/internal/")
	return parent
}

// within reports whether the import path is root or below it.
func within(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }
