package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// setInLines breaks the paragraphs of a text into lines of at most width characters,
// the first of each paragraph after an indent.
func setInLines(text string, width int, indent, between string) string {
	var out []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(paragraph) == "" {
			continue
		}
		var lines []string
		line := indent
		for word := range strings.FieldsSeq(paragraph) {
			if strings.TrimSpace(line) != "" && len(line)+1+len(word) > width {
				lines, line = append(lines, line), ""
			}
			if line != "" && line != indent {
				line += " "
			}
			line += word
		}
		out = append(out, strings.Join(append(lines, line), "\n"))
	}
	return strings.Join(out, between)
}

// An article states the same however its lines are set.
func TestFactsOfWrappedText(t *testing.T) {
	files, err := filepath.Glob("../data/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in data/articles (%v)", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		facts := func(text string) string {
			return listFacts(extractor.Extract(NewArticle(file, text, Meta{Published: storyDay})).Facts)
		}
		want := facts(string(content))
		for what, text := range map[string]string{
			"72 columns":                setInLines(string(content), 72, "", "\n\n"),
			"64 columns, set in":        setInLines(string(content), 64, "    ", "\n"),
			"72 columns, double-spaced": strings.ReplaceAll(setInLines(string(content), 72, "", "\n\n"), "\n", "\n\n"),
			"76 columns, of Windows":    strings.ReplaceAll(setInLines(string(content), 76, "", "\n\n"), "\n", "\r\n"),
		} {
			if got := facts(text); got != want {
				t.Errorf("%s in %s states otherwise:\n%s", filepath.Base(file), what, unlike(want, got))
			}
		}
	}
}

// unlike returns the lines of one text that the other lacks, and the other way round.
func unlike(want, got string) string {
	var b strings.Builder
	for _, side := range []struct{ mark, text, other string }{{"- ", want, got}, {"+ ", got, want}} {
		for line := range strings.Lines(side.text) {
			if !strings.Contains("\n"+side.other, "\n"+line) {
				b.WriteString(side.mark + line)
			}
		}
	}
	return b.String()
}
