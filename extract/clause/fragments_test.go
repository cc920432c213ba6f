package clause

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestFragments reads what is left of the fixtures' sentences when words are cut off at either
// end, as a feed cuts its summaries: rules look at the neighbours of a word, and at the edge of a
// document it has none.
func TestFragments(t *testing.T) {
	a := analyzer(t)
	for _, folder := range []string{"rules", "repairs", "modality"} {
		for _, file := range fixtures(t, folder) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range archive.Files {
				sentence, _, _ := strings.Cut(string(c.Data), "\n")
				for _, part := range fragments(sentence) {
					describe(a.Analyze(part)) // which reads every span
				}
			}
		}
	}
}

// fragments returns the sentence without its first word, without its stop and last word, and
// the half of it that has the most neighbours missing.
func fragments(sentence string) []string {
	w := strings.Fields(sentence)
	if len(w) < 4 {
		return nil
	}
	return []string{strings.Join(w[1:], " "), strings.Join(w[:len(w)-1], " "), strings.Join(w[len(w)/2:len(w)-1], " ")}
}
