package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"kg/extract/source"
)

const nastyStory = "Ana Pereira visited Oslo on Friday and met the mayor of the city for the first time."

// nasties are files that people have and programs stumble over, with what is to
// be said of each: nothing where it holds an article all the same.
func nasties(t *testing.T) []struct {
	name    string
	content []byte
	want    string // a regular expression; empty: it is stored
} {
	story := []byte(nastyStory + "\n")
	units := utf16.Encode([]rune("\uFEFF" + nastyStory + " In UTF-16.\n"))
	var little, big bytes.Buffer
	for _, u := range units {
		little.Write([]byte{byte(u), byte(u >> 8)})
		big.Write([]byte{byte(u >> 8), byte(u)})
	}
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><item><title>x</title><description>&c;</description></item></channel></rss>`
	script := "<script>" + strings.Repeat("var x = 1;\n", 10<<20/11) + "</script>"
	bomb := gzipOf(t, io.LimitReader(same('a'), 400<<20))
	return []struct {
		name    string
		content []byte
		want    string
	}{
		{"good.txt", story, ""},
		{"cut.txt.gz", gzipOf(t, bytes.NewReader(bytes.Repeat(story, 50)))[:60], "it ends in the middle"},
		{"wrong.txt.gz", append(gzipOf(t, bytes.NewReader(story))[:30], "and then something else altogether"...), "wrong.txt.gz: damaged"},
		{"huge.txt.gz", gzipOf(t, io.LimitReader(same('a'), 100<<20)), "larger than 64 MiB"},
		{"bomb.jsonl.gz", bomb, "bomb.jsonl.gz: line 1: .*decompression bomb"},
		{"bombs.zip", zipOf(t, "one.txt", string(story), "bomb.jsonl.gz", string(bomb)), `bombs.zip!/bomb.jsonl.gz: line 1: .*decompression bomb`},
		{"up.zip", zipOf(t, "../../outside.txt", nastyStory+" It came up.\n"), ""},
		{"up.tar", tarOf(t, "/tmp/../outside.txt", nastyStory+" It came in a tar.\n"), ""},
		{"invalid.txt", []byte("Bodø and Tromsø are open, and Bergen is c\xf8.\n"), `invalid.txt: not UTF-8 \(line 1, byte 44 of it\)`},
		{"little.txt", little.Bytes(), ""},
		{"big.txt", append(big.Bytes(), 0, '\n'), ""},
		{"mark.txt", []byte("\uFEFF" + nastyStory + " With a mark.\n"), ""},
		{"zero.txt", []byte(nastyStory + "\x00\x00\n"), "zero.txt: binary"},
		{"zeros.txt", make([]byte, 1<<20), "zeros.txt: (binary|no text in it)"},
		{"bodiless.html", []byte("<html><head><title>Nothing</title></head></html>"), "bodiless.html: no article found"},
		{"script.html", []byte("<html><head><title>Visit</title>" + script + "</head><body><article><p>" + nastyStory + "</p><p>They talked about the harbour for two hours.</p></article></body></html>"), ""},
		{"only-script.html", []byte("<html><body>" + script + "</body></html>"), "only-script.html: no article found"},
		{"tags.html", []byte("<html><body>" + strings.Repeat("<b>", 300_000)), "tags.html: 300002 tags on one page"},
		{"laughs.rss", []byte(laughs), "laughs.rss: .*entities of its own"},
		{"outside.rss", []byte(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>x</title><description>&a;</description></item></channel></rss>`), "outside.rss: .*entities of its own"},
		{"types.jsonl", []byte("{\"text\": 5, \"title\": [1, {}]}\n{\"text\": {\"a\": []}}\n[]\n\"text\"\nnull\n{\"text\": \"" + nastyStory + " By the line.\", \"date\": {\"x\": 1}, \"author\": 7}\n"), `types.jsonl: line 2: no text in it(?s:.*)types.jsonl: line 3: a JSON array(?s:.*)types.jsonl: line 4: a JSON string(?s:.*)types.jsonl: line 5: no text`},
		{"ragged.csv", []byte("title,text\none," + nastyStory + "\ntwo\nthree,a,b,c\nfour,\"never closed\n"), `ragged.csv: row 2 \(line 3\): no text(?s:.*)ragged.csv: row 3 \(line 4\): 4 fields where`},
		{"empty.txt", nil, "empty.txt: no text in it"},
		{"empty.zip", zipOf(t), "empty.zip: no articles in this archive"},
		{"pictures.zip", zipOf(t, "a.png", "x", "b.png", "y"), `pictures.zip: no articles in this archive \(2 files of other kinds\)`},
		{"cut.zip", zipOf(t, "a.txt", nastyStory)[:40], "cut.zip: no zip archive"},
	}
}

// Whatever lies beside it, what is good is stored, and each failure is named with
// file, place and reason.
func TestNasties(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "news")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	all := nasties(t)
	args := []string{"--db", filepath.Join(parent, "kg.db"), "ingest", "--report", filepath.Join(parent, "report.jsonl"), dir}
	for _, n := range all {
		path := filepath.Join(dir, n.name)
		if err := os.WriteFile(path, n.content, 0o666); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(n.name) == ".csv" {
			args = append(args, path) // in a folder only if named
		}
	}
	for link, to := range map[string]string{"loop": ".", "round.txt": "round.txt", "nowhere.txt": "gone.txt"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	before, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	exit, out, errs := kgRun(t.Context(), args...)
	if exit != exitFailed {
		t.Errorf("exit code %d", exit)
	}
	for _, n := range all {
		named := strings.Contains(errs, "/"+n.name)
		switch {
		case n.want == "" && named:
			t.Errorf("%s is said to be bad:\n%s", n.name, errs)
		case n.want != "" && (!named || !regexp.MustCompile(n.want).MatchString(errs)):
			t.Errorf("%s: nothing says %s in\n%s", n.name, n.want, errs)
		}
	}
	for _, link := range []string{"round.txt: too many", "nowhere.txt: a link, and what it points to is not there"} {
		if !strings.Contains(errs, link) {
			t.Errorf("nothing says %q in\n%s", link, errs)
		}
	}
	// good.txt is also in bombs.zip and, as row 1 of ragged.csv, under a title of
	// its own; new are up.zip, up.tar, both UTF-16, mark.txt, script.html, lines 1
	// and 6 of types.jsonl, row 4 of ragged.csv.
	if want := "37 articles: 11 new, 0 changed, 1 unchanged, 25 failed\n"; !strings.HasPrefix(out, want) {
		t.Errorf("%s, want %s", out, want)
	}
	if _, listed, _ := kgRun(t.Context(), "--db", filepath.Join(parent, "kg.db"), "search", "Ana Pereira"); !strings.Contains(listed, "Ana Pereira") {
		t.Errorf("nothing is known of her:\n%s", listed)
	}
	after, err := os.ReadDir(parent)
	if err != nil || len(after) > len(before)+4 { // the graph, its two journals, the report
		t.Errorf("something was written beside: %v, %v", after, err)
	}
}

// same is a text of one character that does not end.
type same byte

func (b same) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(b)
	}
	return len(p), nil
}

// A line of 1 GB, in whatever format, takes little memory, and what follows it
// is read where lines are articles.
func TestALineOfAGigabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads four times 1 GB, some seconds: left out of -short")
	}
	const most = 600 << 20 // beyond what the process has already
	for format, want := range map[string]string{
		"jsonl": "line 1: longer than 64 MiB", "text": "larger than 64 MiB", "csv": "longer than 64 MiB", "mbox": "larger than 64 MiB",
	} {
		t.Run(format, func(t *testing.T) {
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			end := "\n{\"text\": \"" + nastyStory + "\"}\n"
			first := ""
			if format == "mbox" {
				first = "From a\nSubject: b\n\n"
			}
			reader := &source.Reader{Format: format, Stdin: io.MultiReader(strings.NewReader(first), io.LimitReader(same('a'), 1<<30), strings.NewReader(end))}
			said, articles := "", 0
			for document, err := range reader.Documents(t.Context(), source.Stdin) {
				if err == nil {
					_, err = document.Article()
				}
				if err != nil {
					said += err.Error() + "\n"
				} else {
					articles++
				}
			}
			runtime.ReadMemStats(&after)
			if !strings.Contains(said, want) || format == "jsonl" && articles != 1 {
				t.Errorf("%d articles, and it says %s", articles, said)
			}
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > most {
				t.Errorf("it took %d MB", grown>>20)
			}
		})
	}
}

// tinyVariable says how many files TestTinyFiles makes.
const tinyVariable = "KG_TEST_TINY_FILES"

// Very many small files are all read, once, in memory that does not grow with
// them: a million by KG_TEST_TINY_FILES=1000000, which takes an hour.
func TestTinyFiles(t *testing.T) {
	files := 200
	if text := os.Getenv(tinyVariable); text != "" {
		var err error
		if files, err = strconv.Atoi(text); err != nil {
			t.Fatalf("%s: %v", tinyVariable, err)
		}
	}
	dir := t.TempDir()
	for i := range files {
		sub := filepath.Join(dir, "news", strconv.Itoa(i/1000))
		err := os.MkdirAll(sub, 0o777)
		if err = cmp.Or(err, os.WriteFile(filepath.Join(sub, fmt.Sprintf("%d.txt", i)), fmt.Appendf(nil, "Ana met Tomas %d.\n", i), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"--db", filepath.Join(dir, "kg.db"), "ingest", "--quiet", filepath.Join(dir, "news")}
	for _, want := range []string{"%d new, 0 changed, 0 unchanged, 0 failed", "0 new, 0 changed, %d unchanged, 0 failed"} {
		if exit, out, errs := kgRun(t.Context(), args...); exit != exitDone || !strings.Contains(out, fmt.Sprintf(want, files)) {
			t.Errorf("exit code %d, %s%s", exit, out, errs)
		}
	}
}

func gzipOf(t *testing.T, r io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(w, r)
	if err := cmp.Or(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipOf(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		m, err := w.Create(members[i])
		if err == nil {
			_, err = io.WriteString(m, members[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content))})
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err := cmp.Or(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
