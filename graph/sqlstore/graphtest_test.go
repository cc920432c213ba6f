package sqlstore

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"
)

// TestCayleyConformance runs Cayley's own suite for backends, all of it.
func TestCayleyConformance(t *testing.T) {
	// The suite finds its data by a path relative to the folders of Cayley's backends.
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Fatalf("finding Cayley's source: %v", err)
	}
	t.Chdir(filepath.Join(strings.TrimSpace(string(out)), "graph", "kv", "bbolt"))
	conf := &graphtest.Config{AlwaysRunIntegration: true, PageSize: maxPage}
	for name, location := range map[string]func(testing.TB) string{"sqlite": sqliteLocation, "postgres": postgresLocation} {
		t.Run(name, func(t *testing.T) {
			location(t) // skips where there is none
			graphtest.TestAll(t, func(t testing.TB) (graph.QuadStore, graph.Options) {
				return open(t, location(t), Options{}), nil
			}, conf)
		})
	}
}
