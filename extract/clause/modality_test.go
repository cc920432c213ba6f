package clause

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kg/extract/nlp"
)

// markedSentence is a sentence with one of its words in braces.
type markedSentence struct {
	text    string
	at      int  // byte offset of the word in text
	failing bool // known to fail
}

// markedSentences reads a list in testdata/modality: one sentence a line, "#"
// opens a comment, "-" marks what is known to fail.
func markedSentences(t *testing.T, name string, atLeast int) []markedSentence {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "modality", name))
	if err != nil {
		t.Fatal(err)
	}
	var list []markedSentence
	for _, line := range strings.Split(string(data), "\n") {
		line, failing := strings.CutPrefix(strings.TrimSpace(line), "- ")
		before, rest, ok := strings.Cut(line, "{")
		word, after, closed := strings.Cut(rest, "}")
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		if !ok || !closed {
			t.Fatalf("%s: no word in braces: %q", name, line)
		}
		list = append(list, markedSentence{before + word + after, len(before), failing})
	}
	if len(list) < atLeast {
		t.Fatalf("%s: %d sentences, want at least %d", name, len(list), atLeast)
	}
	return list
}

// statesPlainly reports whether a proposition asserts the plain relation of the
// word at byte offset at: asserted, said by nobody, and with that word as the
// verb of its relation, not as what "threatens to" or "agrees to" governs.
func statesPlainly(doc *nlp.Document, at int) bool {
	for _, p := range Extract(doc) {
		k := slices.IndexFunc(p.Relation.Tokens, func(i int) bool { return doc.Tokens[i].Begin == at })
		if k < 0 || p.Modality != Asserted || p.Speaker != nil {
			continue
		}
		i := p.Relation.Tokens[k]
		base := strings.TrimPrefix(p.Relation.Base, "be ")
		first, _, _ := strings.Cut(base, " ")
		if first == strings.ToLower(doc.Tokens[i].Lemma) || strings.EqualFold(first, doc.Word(i)) || p.Relation.Base == "say" {
			return true
		}
	}
	return false
}

// TestUnasserted checks that what a sentence denies, supposes, plans, asks,
// wishes or only reports never comes out as a plain asserted relation.
func TestUnasserted(t *testing.T) {
	a := analyzer(t)
	for _, m := range markedSentences(t, "unasserted.txt", 120) {
		if stated := statesPlainly(a.Analyze(m.text), m.at); stated != m.failing {
			t.Errorf("%q: asserted %v, known to fail %v", m.text, stated, m.failing)
		}
	}
}

// TestAsserted checks that what a sentence does assert comes out so.
func TestAsserted(t *testing.T) {
	a := analyzer(t)
	for _, m := range markedSentences(t, "asserted.txt", 30) {
		if stated := statesPlainly(a.Analyze(m.text), m.at); stated == m.failing {
			t.Errorf("%q: asserted %v, known to fail %v", m.text, stated, m.failing)
		}
	}
}
