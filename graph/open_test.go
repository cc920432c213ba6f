package graph

import (
	"path/filepath"
	"testing"
)

// openGraph opens an empty graph that lasts as long as the test.
func openGraph(t testing.TB) *Graph {
	t.Helper()
	g, err := Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}
