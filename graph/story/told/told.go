// Package told makes a graph of a story, for the tests of packages above graph.
// It is no part of package story, which the tests inside package graph import.
package told

import (
	"path/filepath"
	"testing"

	"kg/graph"
	"kg/graph/story"
)

// Graph returns a graph that holds the story in text, closed when the test ends.
// A text that is no story fails the test.
func Graph(t testing.TB, text string) *graph.Graph {
	t.Helper()
	articles, err := story.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if _, err := g.Put(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	return g
}
