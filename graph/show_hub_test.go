package graph

import (
	"fmt"
	"strings"
	"testing"
)

// A page of a hub that nobody could read is an error in words, at once.
func TestShowRefusesAHub(t *testing.T) {
	g := openGraph(t)
	var b strings.Builder
	for i := range maxPageQuads + 1 {
		fmt.Fprintf(&b, "<kg:Hub> <rel:meets> <kg:n%d> .\n", i)
	}
	if _, err := g.Import(t.Context(), strings.NewReader(b.String())); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Show(t.Context(), "kg:Hub"); err == nil || !strings.Contains(err.Error(), "more than a page can show") {
		t.Errorf("the error is %v", err)
	}
}
