package source

import (
	"os"
	"path/filepath"
	"testing"

	"kg/extract"
)

// contents returns the hash of the content of each document of a file, and its
// article's.
func contents(t *testing.T, r *Reader, path string) []string {
	t.Helper()
	var found []string
	for d, err := range r.Documents(t.Context(), path) {
		if err != nil {
			t.Fatal(err)
		}
		article, err := d.Article()
		if err != nil {
			t.Fatal(err)
		}
		if d.Content() != article.Content || len(d.Content()) != 2*contentBytes {
			t.Errorf("%s has %q, its article %q", d.Source, d.Content(), article.Content)
		}
		found = append(found, d.Content())
	}
	return found
}

// Content stays where a file is written again, moved or gathered with others, and
// changes with all that its reader makes the article of.
func TestContent(t *testing.T) {
	const page = `<html><head><title>Harbour</title></head><body><article><p>Ships came into the harbour of Narvik on Monday.</p><p>The mole is open.</p></article></body></html>`
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"one/a.txt": "Ships came in.\n", "two/a.txt": "Ships came in.\n", "one/2025-03-04.txt": "Ships came in.\n", "one/b.txt": "Ships went out.\n",
		"page.html": page, "marked.html": page + "<!-- -->",
		"rows.jsonl": `{"text":"Ships came in.","title":"Harbour"}` + "\n" + `{"title":"Harbour","text":"Ships came in."}` + "\n" + `{"text":"Ships came in.","title":"Port"}`,
	})
	of := func(r *Reader, name string) string { return contents(t, r, filepath.Join(dir, name))[0] }
	plain := &Reader{}
	first := of(plain, "one/a.txt")
	if of(plain, "one/a.txt") != first || of(plain, "two/a.txt") != first {
		t.Error("the same text in two folders differs")
	}
	for what, other := range map[string]string{
		"a day in the file's name": of(plain, "one/2025-03-04.txt"),
		"another text":             of(plain, "one/b.txt"),
		"another format":           of(&Reader{Format: "markdown"}, "one/a.txt"),
	} {
		if other == first {
			t.Errorf("%s makes no difference", what)
		}
	}
	if of(plain, "page.html") == of(plain, "marked.html") {
		t.Error("a page's markup makes no difference")
	}
	rows := contents(t, plain, filepath.Join(dir, "rows.jsonl"))
	if rows[0] != rows[1] || rows[0] == rows[2] {
		t.Errorf("records in another order, and with another title: %q", rows)
	}
	if mapped := contents(t, &Reader{Fields: Fields{"author": "by"}}, filepath.Join(dir, "rows.jsonl")); mapped[0] == rows[0] {
		t.Error("the mapping of fields makes no difference")
	}
	if contentOf("feed", nil, extract.Meta{Title: "a"}) == contentOf("feed", nil, extract.Meta{Author: "a"}) {
		t.Error("what the container says makes no difference")
	}
}

// A file that is rewritten between two readings, with the time it had, is seen to
// have changed: its bytes count, not its time.
func TestContentOfAFileWithItsOldTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	write(t, filepath.Dir(path), map[string]string{"a.txt": "Ships came in.\n"})
	before := contents(t, &Reader{}, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Dir(path), map[string]string{"a.txt": "Ships went in.\n"})
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if after := contents(t, &Reader{}, path); after[0] == before[0] {
		t.Error("the other text of the same length and time makes no difference")
	}
}
