package source

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"kg/extract"
)

// parse returns the article of a plain text.
func parse(name string, content []byte) (extract.Article, error) {
	var article extract.Article
	var failed error
	w := &walk{ctx: context.Background(), reader: &Reader{Format: "text", AnyLanguage: true}, budget: &budget{}}
	w.yield = func(d Document, err error) bool {
		if failed = err; err == nil {
			article, failed = d.Article()
		}
		return true
	}
	openText(w, blob{source: name, name: name, r: bytes.NewReader(content)})
	return article, failed
}

func TestParseFindsHeadlineAndDay(t *testing.T) {
	tests := []struct {
		name, file, text string
		title, day       string
	}{
		{"headline, blank line, date line", "a.txt",
			"Harbour reopens after storm\n\nTuesday, March 4, 2025 \n\nThe harbour of Narvik reopened on Monday.\n",
			"Harbour reopens after storm", "2025-03-04"},
		{"headline right above the text", "a.txt",
			"Harbour reopens after storm\nThe harbour of Narvik reopened on Monday.\n",
			"Harbour reopens after storm", ""},
		{"a short sentence set apart", "a.txt",
			"The harbour is open again.\n\nThe harbour of Narvik reopened on Monday.\n",
			"The harbour is open again.", ""},
		{"a sentence that is no headline", "a.txt",
			"The harbour is open again.\nShips came in on Monday.\n",
			"", ""},
		{"text alone", "a.txt", "The harbour is open again", "", ""},
		{"a long paragraph first", "a.txt",
			"\n" + strings.Repeat("The harbour of Narvik reopened on Monday after a storm. ", 4) + "\n\nShips came in.\n",
			"", ""},
		{"day in the file name", "news/2024-02-29-harbour.txt", "Harbour reopens\n\nShips came in.\n", "Harbour reopens", "2024-02-29"},
		{"day inside the file name", "courier_2024-02-29_harbour.txt", "Harbour reopens\n\nShips came in.\n", "Harbour reopens", "2024-02-29"},
		{"no such day", "2023-02-29.txt", "Harbour reopens\n\nShips came in.\n", "Harbour reopens", ""},
		{"the text outweighs the file name", "2024-02-29.txt", "Harbour reopens\n4 March 2025\n\nShips came in.\n", "Harbour reopens", "2025-03-04"},
		{"a label and a time", "a.txt", "Harbour reopens\nPublished: March 4, 2025 at 10:15 GMT\n\nShips came in.\n", "Harbour reopens", "2025-03-04"},
		{"date first", "a.txt", "2025-03-04\nHarbour reopens\nShips came in.\n", "", "2025-03-04"},
		{"dateline", "a.txt", "Harbour reopens\n\nNARVIK, March 4, 2025 (Fjord News) — Ships came in on Monday.\n", "Harbour reopens", "2025-03-04"},
		{"a dateline without a year", "a.txt", "Harbour reopens\n\nNARVIK, March 4 (Fjord News) — Ships came in.\n", "Harbour reopens", ""},
		{"a date in a sentence says nothing", "a.txt", "Harbour reopens\n\nIt had closed on 4 March 2025.\n", "Harbour reopens", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := parse(tt.file, []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			day := ""
			if !a.Published.IsZero() {
				day = a.Published.Format("2006-01-02")
			}
			if a.Title != tt.title || day != tt.day {
				t.Errorf("title %q, day %q; want %q, %q", a.Title, day, tt.title, tt.day)
			}
			if a.Text != tt.text || a.Source != tt.file {
				t.Errorf("text or source changed: %q from %q", a.Text, a.Source)
			}
		})
	}
}

func TestParseRefusesWhatIsNoText(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"nothing", "", "no text in it"},
		{"white space", " \n\t\r\n ", "no text in it"},
		{"a byte order mark alone", "\uFEFF\n", "no text in it"},
		{"zero bytes", "SQLite format 3\x00\x10\x00abc", "binary"},
		{"control characters", "\x7fELF\x01\x02\x03" + "some text", "binary"},
		{"damaged", "Bodø and Tromsø are open, and Bergen is c\xf8.\n", "not UTF-8 (line 1, byte 44 of it)"},
		{"no UTF-16 after all", "\xff\xfetext", "not UTF-8 (line 1, byte 1 of it)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := parse("bad.txt", []byte(tt.content))
			if err == nil {
				t.Fatalf("no error, article %q", a.Text)
			}
			if !strings.HasPrefix(err.Error(), "bad.txt: ") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q, want one that names bad.txt and says %q", err, tt.want)
			}
		})
	}
}

func TestParseConvertsUTF16(t *testing.T) {
	const text = "Bodø reopens\n\nShips came in — slowly. 🚢\n"
	var little, big bytes.Buffer
	for _, unit := range utf16.Encode([]rune("\uFEFF" + text)) {
		little.Write([]byte{byte(unit), byte(unit >> 8)})
		big.Write([]byte{byte(unit >> 8), byte(unit)})
	}
	for name, content := range map[string][]byte{"little-endian": little.Bytes(), "big-endian": big.Bytes()} {
		a, err := parse("a.txt", content)
		if err != nil || a.Text != text {
			t.Errorf("%s: %q, %v", name, a.Text, err)
		}
	}
}

func TestParseKeepsAByteOrderMark(t *testing.T) {
	const text = "\uFEFFHarbour reopens\n\nShips came in.\n"
	a, err := parse("a.txt", []byte(text))
	if err != nil || a.Text != text || a.Title != "Harbour reopens" {
		t.Errorf("text %q, title %q, %v", a.Text, a.Title, err)
	}
}

func TestReadNamesThePathAndTheReason(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large.txt")
	if err := os.WriteFile(large, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "missing.txt")
	for path, want := range map[string]string{
		missing: missing + ": no such file or folder",
		dir:     dir + ": a folder, not a file",
		large:   large + ": larger than 64 MiB",
	} {
		if _, err := Read(path); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("Read(%s): %v, want %q", path, err, want)
		}
	}
}

func TestReadSaysWhatMayNotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("a"), 0); err != nil {
		t.Fatal(err)
	}
	if file, err := os.Open(path); err == nil {
		file.Close()
		t.Skip("whoever runs the tests, such as root, may read everything")
	}
	if _, err := Read(path); err == nil || !strings.HasPrefix(err.Error(), path+": not readable by you: change its permissions") {
		t.Error(err)
	}
}

func TestReadReadsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "2025-03-04.txt")
	if err := os.WriteFile(path, []byte("Harbour reopens\n\nShips came in.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	a, err := Read(path)
	if err != nil || a.Title != "Harbour reopens" || a.Published.Format("2006-01-02") != "2025-03-04" || a.Source != path {
		t.Errorf("%+v, %v", a, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "a", "Harbour reopens\n\n4 March 2025\n\nShips.", "\xff\xfea\x00", "\uFEFF#\n", "NARVIK, May 1, 2025 —", "9999-99-99"} {
		f.Add("2025-03-04.txt", []byte(seed))
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		a, err := parse(name, content)
		if err != nil {
			return
		}
		if strings.ContainsRune(a.Title, '\n') || len(a.Title) > headlineBytes || !strings.Contains(a.Text, a.Title) {
			t.Errorf("title %q is no line of the text", a.Title)
		}
	})
}
