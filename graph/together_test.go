package graph

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kg/extract"
)

// Two that put articles at once, each through a store of its own as two
// processes would, move the sources of the same articles to and fro. Whatever
// they find of each other, an article is there as long as a source holds it,
// and no longer.
func TestSourcesMoveAtOnce(t *testing.T) {
	location := filepath.Join(t.TempDir(), "kg.db")
	const rounds = 60
	var writers sync.WaitGroup
	for writer := range 2 {
		g := openAt(t, location)
		stay, leave := soleArticle(t, "Shared", writer), soleArticle(t, "Other", writer)
		writers.Go(func() {
			for round := range rounds {
				x := stay
				if round%2 == 1 {
					x = leave
				}
				if _, err := g.Put(t.Context(), x); err != nil {
					t.Errorf("writer %d: %v", writer, err)
				}
			}
		})
	}
	writers.Wait()
	checkHeld(t, openAt(t, location))
}

// The same, where the one takes the article away that the other puts there.
func TestRemovedWhileItIsPut(t *testing.T) {
	location := filepath.Join(t.TempDir(), "kg.db")
	const rounds = 60
	putter, remover := openAt(t, location), openAt(t, location)
	batch := soleArticle(t, "Shared", 0)
	var writers sync.WaitGroup
	writers.Go(func() {
		for range rounds {
			if _, err := putter.Put(t.Context(), batch); err != nil {
				t.Error(err)
			}
		}
	})
	writers.Go(func() {
		for range rounds {
			_, _ = remover.Remove(t.Context(), batch[0].Article.ID) // it may not be there yet
		}
	})
	writers.Wait()
	checkHeld(t, openAt(t, location))
	put(t, putter, batch)
	if n := len(checkHeld(t, openAt(t, location))); n != 1 {
		t.Errorf("%d articles", n)
	}
}

func openAt(t *testing.T, location string) *Graph {
	t.Helper()
	g, err := Open(t.Context(), location, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

// soleArticle is an article that a writer's only source holds.
func soleArticle(t *testing.T, title string, writer int) []*extract.Extraction {
	t.Helper()
	return articles(t, fmt.Sprintf("article 2025-06-02 %s\nsource %d.txt\nfact Ana | meets | Tomas | %s: Ana met Tomas.", title, writer, title))
}

// checkHeld compares the articles in the graph with those that sources hold.
func checkHeld(t *testing.T, g *Graph) []string {
	t.Helper()
	there, err := g.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var have, held []string
	for _, a := range there {
		have = append(have, a.ID)
	}
	records, err := g.store.Records(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		held = append(held, r.Label)
	}
	slices.Sort(have)
	slices.Sort(held)
	if held = slices.Compact(held); !slices.Equal(have, held) {
		t.Errorf("the graph has the articles\n%s\nsources hold\n%s", strings.Join(have, "\n"), strings.Join(held, "\n"))
	}
	return have
}
