package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/zstd"
)

const body = "The harbour of Narvik reopened on Monday after a storm, officials said. Ships came in from many ports, and the crews were glad of it."

// listing reads a file and writes a line for each article, and each problem.
func listing(t *testing.T, r *Reader, path string) string {
	t.Helper()
	var b strings.Builder
	dir := filepath.Dir(path) + string(filepath.Separator)
	for document, err := range r.Documents(context.Background(), path) {
		if err == nil {
			article, parseErr := document.Article()
			if err = parseErr; err == nil {
				day := ""
				if !article.Published.IsZero() {
					day = article.Published.Format("2006-01-02")
				}
				fmt.Fprintf(&b, "%s | %s | %s | %s | %s | %s\n", strings.TrimPrefix(article.Source, dir), article.Title, article.Author, day, article.URL, strings.ReplaceAll(article.Text, "\n", "⏎"))
				continue
			}
		}
		fmt.Fprintf(&b, "! %s\n", strings.ReplaceAll(err.Error(), dir, ""))
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	page := `<!doctype html><html lang="en"><head><title>Harbour reopens – Courier</title>
<meta property="og:title" content="Harbour reopens"><link rel="canonical" href="https://courier.example/harbour">
<meta name="author" content="Greta Lehner"><meta property="article:published_time" content="2025-03-04T08:00:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Harbour reopens</h1><p>` + body + `</p><p>` + body + `</p></article>
<footer>Imprint and cookies</footer></body></html>`
	feed := `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
<item><title>Harbour reopens</title><link>/harbour</link><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate><author>Greta Lehner</author><description>&lt;p&gt;` + body + `&lt;/p&gt;</description></item>
<item><title>Nothing in it</title><guid>n2</guid></item></channel></rss>`
	mail := "Return-Path: <a@courier.example>\r\nFrom: Greta Lehner <greta@courier.example>\r\nSubject: =?utf-8?q?Harbour_reopens?=\r\nMessage-ID: <1@courier.example>\r\nDate: Tue, 4 Mar 2025 08:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		body + "\r\n\r\nOn Monday, Otto Lind wrote:\r\n> An earlier mail.\r\n-- \r\nThe Courier\r\n"
	text := "⏎⏎" + body
	tests := []struct {
		name, file, content string
		fields              Fields
		want                string
	}{
		{"a page", "a.html", page, nil, "a.html | Harbour reopens | Greta Lehner | 2025-03-04 | https://courier.example/harbour | " + body + text + "\n"},
		{"a page by its content", "page", page, nil, "page | Harbour reopens | Greta Lehner | 2025-03-04 | https://courier.example/harbour | " + body + text + "\n"},
		{"a page with the site's name in its title", "a.html", "<html><head><title>Harbour reopens after storm | The Courier</title></head><body><h1>Harbour reopens after storm</h1><p>" + body + "</p></body></html>", nil,
			"a.html | Harbour reopens after storm |  |  |  | " + body + "\n"},
		{"a page whose heading is the site's name", "a.html", "<html><head><title>Courier – harbour reopens</title></head><body><h1>Courier</h1><p>" + body + "</p></body></html>", nil,
			"a.html | Courier – harbour reopens |  |  |  | " + body + "\n"},
		{"a page without a title", "a.html", "<html><body><article><h1>Harbour reopens</h1><p>" + body + "</p></article></body></html>", nil,
			"a.html | Harbour reopens |  |  |  | Harbour reopens⏎⏎" + body + "\n"},
		{"a page whose day and author stand below its heading", "a.html", `<html><head><title>Harbour reopens</title></head><body><div class="date">1 January 2030</div><article><h1>Harbour reopens</h1><p class="byline">By Greta Lehner</p><div class="entry-meta">Posted on <a href="#">March 4, 2025</a> by <a href="#">Greta</a></div><p>` + body + `</p></article></body></html>`, nil,
			"a.html | Harbour reopens | Greta Lehner | 2025-03-04 |  | " + body + "\n"},
		{"text with a byline", "a.txt", "Harbour reopens\nBy Greta Lehner and Otto Lind, Courier Staff Writers | 4 March 2025\n\n" + body, nil,
			"a.txt | Harbour reopens | Greta Lehner and Otto Lind |  |  | Harbour reopens⏎By Greta Lehner and Otto Lind, Courier Staff Writers | 4 March 2025⏎⏎" + body + "\n"},
		{"text with the day in its byline", "a.txt", "Harbour reopens\n\nBy Greta Lehner, 4 March 2025\n\n" + body, nil,
			"a.txt | Harbour reopens | Greta Lehner | 2025-03-04 |  | Harbour reopens⏎⏎By Greta Lehner, 4 March 2025⏎⏎" + body + "\n"},
		{"a page without a body", "a.html", "<html><head><title>x</title></head><body><script>var x = 1</script></body></html>", nil, "! a.html: no article found on the page: it has no body of text (pages built by script don't; save the text)\n"},
		{"Markdown", "a.md", "---\ntitle: Harbour reopens\ndate: 2025-03-04\nauthor: Greta Lehner\n---\n# Storm\n\nThe **harbour** of [Narvik](https://narvik.example) reopened on Monday after a storm.\n\n- Ships came in.\n", nil,
			"a.md | Harbour reopens | Greta Lehner | 2025-03-04 |  | Storm⏎⏎The harbour of Narvik reopened on Monday after a storm.⏎⏎Ships came in.⏎\n"},
		{"Markdown with a table", "a.md", "# Ports\n\n| Port | Berths |\n|---|---|\n| Narvik | 6 |\n\nIt reopened.\n", nil, "a.md | Ports |  |  |  | Ports⏎⏎Port Berths⏎⏎Narvik 6⏎⏎It reopened.⏎\n"},
		{"UTF-16 without a mark", "a.txt", utf16LE("Harbour reopens\n\nIt was shut – for “days”.\n"), nil, "a.txt | Harbour reopens |  |  |  | Harbour reopens⏎⏎It was shut – for “days”.⏎\n"},
		{"an empty PDF", "a.pdf", "", nil, "! a.pdf: no text in it: it is empty or holds white space only\n"},
		{"an empty mailbox", "a.mbox", "", nil, "! a.mbox: no text in it: it is empty or holds white space only\n"},
		{"Windows-1252", "a.txt", "Harbour reopens\n\nThe caf\xe9 in Troms\xf8 and the one in Bod\xf8 have reopened, and so has the one in M\xfcnster, which was closed for weeks after the storm.\n", nil,
			"a.txt | Harbour reopens |  |  |  | Harbour reopens⏎⏎The café in Tromsø and the one in Bodø have reopened, and so has the one in Münster, which was closed for weeks after the storm.⏎\n"},
		{"JSON Lines", "a.jsonl", `{"title":"Harbour reopens","body":"` + body + `","published_at":"2025-03-04T23:00:00-05:00","url":"https://courier.example/1","authors":["Greta Lehner","Otto Lind"]}` + "\n\nnot json\n[1]\n{\"headline\":\"x\"}\n", nil,
			"a.jsonl#url=https://courier.example/1 | Harbour reopens | Greta Lehner, Otto Lind | 2025-03-04 | https://courier.example/1 | " + body + "\n" +
				"! a.jsonl: line 3: not JSON: invalid character 'o' in literal null (expecting 'u')\n" +
				"! a.jsonl: line 4: a JSON array where an object {…} is expected\n" +
				"! a.jsonl: line 5: no text in it: say which of its fields (\"headline\") holds it, with --field text=NAME\n"},
		{"JSON whose text is none", "a.jsonl", `{"Text":{"a":[]},"TEXT":"","title":"x"}` + "\n", nil,
			"! a.jsonl: line 1: no text in it: its field \"TEXT\" holds none; --field text=NAME names another\n"},
		{"a list in JSON", "a.json", `{"status":"ok","articles":[{"id":7,"headline":"Harbour reopens","content":{"text":"` + body + `"},"date":1741075200},3]}`, nil,
			"a.json#id=7 | Harbour reopens |  | 2025-03-04 |  | " + body + "\n! a.json: item 2: a value where an object {…} is expected\n"},
		{"JSON with fields of its own", "a.json", `[{"h":"Harbour reopens","payload":{"full":"<p>The harbour &amp; the quay</p><p>have reopened.</p>"}}]`, Fields{"title": "h", "text": "payload.full"},
			"a.json#item=1 | Harbour reopens |  |  |  | The harbour & the quay⏎⏎have reopened.\n"},
		{"JSON of content systems", "a.json", `{"response":{"status":"ok","results":[{"id":"w/1","webTitle":"Harbour reopens","webPublicationDate":"2025-03-04T08:00:00Z","fields":{"bodyText":"` + body + `","byline":"By Greta Lehner"}}]}}`, nil,
			"a.json#id=w/1 | Harbour reopens | Greta Lehner | 2025-03-04 |  | " + body + "\n"},
		{"JSON of blogs", "a.jsonl", `{"id":5,"date":"2025-03-04T08:00:00","link":"https://courier.example/h","title":{"rendered":"Harbour &amp; quay"},"content":{"rendered":"<p>` + body + `</p>"}}` + "\n", nil,
			"a.jsonl#id=5 | Harbour & quay |  | 2025-03-04 | https://courier.example/h | " + body + "\n"},
		{"JSON that is wrong in a line", "a.json", "{\n \"title\": \"x\",\n \"text\": \"y\",\n}\n", nil, "! a.json: line 4: not JSON: invalid character '}' looking for beginning of object key string\n"},
		{"JSON that is cut off", "a.json", "[\n{\"text\": \"y", nil, "! a.json: line 2: not JSON: unexpected end of JSON input\n"},
		{"a table with names of several words and semicolons", "a.csv", "Headline;Article Text;Publish Date\nHarbour, quay;" + body + ";4 March 2025\n", nil,
			"a.csv#row=1 | Harbour, quay |  | 2025-03-04 |  | " + body + "\n"},
		{"a table of Windows", "a.csv", "title,text\nHarbour reopens,\"The caf\xe9 in Troms\xf8 and the one in Bod\xf8 have reopened.\"\n", nil,
			"a.csv#row=1 | Harbour reopens |  |  |  | The café in Tromsø and the one in Bodø have reopened.\n"},
		{"a table", "a.csv", "\uFEFFtitle,text,date\nHarbour reopens,\"" + body + "\",4 March 2025\nShort\nx,y,z,too many\n", nil,
			"a.csv#row=1 | Harbour reopens |  | 2025-03-04 |  | " + body + "\n! a.csv: row 2 (line 3): no text in it: say which of its fields (\"title\") holds it, with --field text=NAME\n! a.csv: row 3 (line 4): 4 fields where the first row names 3: quote fields that hold the separator\n"},
		{"a table without the column", "a.csv", "title,text\na,b\n", Fields{"text": "body"}, "! a.csv: no column \"body\" for the text: its first row names title, text\n"},
		{"a feed", "a.rss", feed, nil, "https://courier.example/harbour | Harbour reopens | Greta Lehner | 2025-03-04 | https://courier.example/harbour | " + body + "\n! a.rss: item 2 (Nothing in it): no text in it: it is empty or holds white space only\n"},
		{"a feed that is cut off", "a.rss", feed[:300], nil, "! a.rss: not a feed that can be read: "},
		{"a mail", "a.eml", mail, nil, "a.eml | Harbour reopens | Greta Lehner | 2025-03-04 |  | " + body + "⏎⏎\n"},
		{"a mail that forwards another", "a.eml", "Return-Path: <o@courier.example>\r\nFrom: Otto Lind <o@courier.example>\r\nSubject: FW: Fwd: Harbour reopens\r\nDate: Wed, 5 Mar 2025 08:00:00 +0100\r\n\r\nFor tomorrow?\r\n\r\n---------- Forwarded message ---------\r\nFrom: Greta Lehner <greta@courier.example>\r\nDate: Tue, Mar 4, 2025 at 10:15 AM\r\nSubject: Harbour reopens\r\nTo: Otto Lind <o@courier.example>\r\n\r\n" + body + "\r\n", nil,
			"a.eml | Harbour reopens | Greta Lehner | 2025-03-04 |  | " + body + "⏎\n"},
		{"a mail above the one that it answers", "a.eml", "Return-Path: <o@courier.example>\r\nFrom: o@courier.example\r\nSubject: Re: Harbour\r\n\r\n" + body + " " + body + "\r\n-----Original Message-----\r\nFrom: Greta\r\nSent: Tuesday, March 4, 2025 10:15 AM\r\n\r\nWhat is new?\r\n", nil,
			"a.eml | Harbour | o@courier.example |  |  | " + body + " " + body + "⏎\n"},
		{"a mailbox", "a.mbox", "From greta Tue Mar  4 08:00:00 2025\n" + strings.ReplaceAll(mail, "\r\n", "\n") + "\nFrom otto Tue Mar  4 09:00:00 2025\nSubject: Second\n\n>From the harbour came ships of the line.\n", nil,
			"a.mbox#id=1@courier.example | Harbour reopens | Greta Lehner | 2025-03-04 |  | " + body + "⏎⏎\na.mbox#message=2 | Second |  |  |  | From the harbour came ships of the line.⏎\n"},
		{"a mail in a mailbox is that mail", "a.mbox", "From a Tue Mar  4 08:00:00 2025\nSubject: First\n\nThe harbour reopened.\n\nFrom b Tue Mar  4 09:00:00 2025\r\nSubject: Second\r\n\r\nShips came in.\r\n\r\n", nil,
			"a.mbox#message=1 | First |  |  |  | The harbour reopened.⏎\na.mbox#message=2 | Second |  |  |  | Ships came in.⏎\n"},
		{"a web archive", "a.warc", warc("https://courier.example/harbour", "text/html", page) + warc("https://courier.example/logo", "image/png", "x"), nil,
			"https://courier.example/harbour | Harbour reopens | Greta Lehner | 2025-03-04 | https://courier.example/harbour | " + body + text + "\n"},
		{"a damaged web archive", "a.warc", warc("https://courier.example/x", "text/plain", body) + "WARC/1.0\r\nContent-Length: many\r\n\r\n", nil,
			"https://courier.example/x |  |  |  | https://courier.example/x | " + body + "\n! a.warc: record 2: damaged: its Content-Length is \"many\" (what follows it is not read)\n"},
		{"no PDF", "a.pdf", "%PDF-1.4 nothing more", nil, "! a.pdf: a PDF that cannot be read: "},
		{"another language", "a.txt", "Der Hafen von Narvik wurde am Montag nach einem Sturm wieder geöffnet, wie die Behörden mitteilten. Schiffe kamen aus vielen Häfen, und die Besatzungen waren froh darüber.", nil,
			"! a.txt: in German, it seems: kg reads English only (--any-language reads it all the same)\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.file)
			if err := os.WriteFile(path, []byte(tt.content), 0o644); err != nil {
				t.Fatal(err)
			}
			got := listing(t, &Reader{Fields: tt.fields}, path)
			if got != tt.want && !(strings.HasSuffix(tt.want, ": ") && strings.HasPrefix(got, tt.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// utf16LE returns a text as Windows writes "Unicode", without a byte order mark.
func utf16LE(text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return string(b)
}

// warc returns a response record.
func warc(address, media, content string) string {
	response := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", media, len(content), content)
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", address, len(response), response)
}

func gzipped(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(content)
	if err := cmp.Or(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipped(t testing.TB, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		m, err := w.Create(members[i])
		if err == nil {
			_, err = m.Write([]byte(members[i+1]))
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

func tarred(t testing.TB, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		err := w.WriteHeader(&tar.Header{Name: members[i], Mode: 0o644, Size: int64(len(members[i+1]))})
		if err == nil {
			_, err = w.Write([]byte(members[i+1]))
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

func TestArchives(t *testing.T) {
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	members := []string{"one.txt", body, "../../etc/two.txt", body, "logo.png", "x", "__MACOSX/one.txt", "x", "README.md", "x", "in/three.txt.gz", string(gzipped(t, []byte(body)))}
	inside := func(archive string) string {
		var b strings.Builder
		for _, name := range []string{"one.txt", "../../etc/two.txt", "in/three.txt.gz"} {
			fmt.Fprintf(&b, "%s!/%s |  |  |  |  | %s\n", archive, name, body)
		}
		return b.String()
	}
	nested := zipped(t, "a.txt", body)
	for range maxDepth {
		nested = zipped(t, "a.zip", string(nested))
	}
	tests := []struct {
		file    string
		content []byte
		want    string
	}{
		{"a.txt.gz", gzipped(t, []byte(body)), "a.txt.gz |  |  |  |  | " + body + "\n"},
		{"a.txt.zst", encoder.EncodeAll([]byte(body), nil), "a.txt.zst |  |  |  |  | " + body + "\n"},
		{"a.zip", zipped(t, members...), inside("a.zip")},
		{"a.tar", tarred(t, members...), inside("a.tar")},
		{"a.tgz", gzipped(t, tarred(t, members...)), inside("a.tgz")},
		{"cut.txt.gz", gzipped(t, []byte(body))[:60], "! cut.txt.gz: it ends in the middle: it is cut off or damaged; get it again\n"},
		{"cut.zip", zipped(t, members...)[:90], "! cut.zip: no zip archive, or a damaged one: it ends in the middle: it is cut off or damaged; get it again\n"},
		{"report.zip", zipped(t, "word/document.xml", "<w/>"), "! report.zip: a Word document: save it as text, HTML or PDF\n"},
		{"deep.zip", nested, "! deep.zip!/a.zip!/a.zip!/a.zip!/a.zip!/a.txt: more than 4 archives in one another: unpack the outer ones\n"},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.file)
			if err := os.WriteFile(path, tt.content, 0o644); err != nil {
				t.Fatal(err)
			}
			if got := listing(t, &Reader{}, path); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// zeros reads as zero bytes without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestBudgetEndsABomb(t *testing.T) {
	b := &budget{}
	r := b.given(zeros{})
	buffer := make([]byte, 1<<20)
	total := 0
	for {
		n, err := r.Read(buffer)
		total += n
		if err != nil {
			if !errors.Is(err, errBomb) {
				t.Fatal(err)
			}
			break
		}
	}
	if total > freeBytes {
		t.Errorf("%d bytes came of nothing", total)
	}
}

func TestALongLineStopsNoOther(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	line := []byte(`{"text":"` + body + `"}` + "\n")
	content := append(bytes.Repeat([]byte("x"), MaxBytes+10), '\n')
	if err := os.WriteFile(path, append(content, line...), 0o644); err != nil {
		t.Fatal(err)
	}
	want := "! a.jsonl: line 1: longer than 64 MiB: no article is\na.jsonl#line=2 |  |  |  |  | " + body + "\n"
	if got := listing(t, &Reader{}, path); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDocumentsStopWhenToldTo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(path, []byte(strings.Repeat(`{"text":"a b"}`+"\n", 10)), 0o644); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for range (&Reader{}).Documents(context.Background(), path) {
		if seen++; seen == 3 {
			break
		}
	}
	if seen != 3 {
		t.Errorf("saw %d", seen)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	for _, err := range (&Reader{}).Documents(ctx, path) {
		cancel()
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("the last error is %v", last)
	}
}

// A file that is written to while it is read is said to be, and what was read of
// it is as good as any.
func TestAFileThatChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	line := `{"text":"` + body + `"}` + "\n"
	for what, change := range map[string]func() error{
		"grows":       func() error { return os.WriteFile(path, []byte(strings.Repeat(line, 9)), 0o644) },
		"is cut off":  func() error { return os.Truncate(path, 40) },
		"is left":     func() error { return nil },
		"is replaced": func() error { return cmp.Or(os.Remove(path), os.WriteFile(path, nil, 0o644)) },
	} {
		if err := os.WriteFile(path, []byte(strings.Repeat(line, 5000)), 0o644); err != nil { // more than is read ahead
			t.Fatal(err)
		}
		seen, said := 0, ""
		for d, err := range (&Reader{}).Documents(t.Context(), path) {
			if err != nil {
				said = err.Error()
				continue
			}
			if a, err := d.Article(); err != nil || a.Text != body {
				t.Errorf("%s: %q, %v", what, a.Text, err)
			}
			if seen++; seen == 1 {
				if err := change(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if wrong := strings.HasPrefix(said, path+": it changed while it was read"); wrong != (what == "grows" || what == "is cut off") {
			t.Errorf("a file that %s: %d articles, and it says %q", what, seen, said)
		}
	}
}

func TestFormatNames(t *testing.T) {
	if names := Formats(); !slices.Contains(names, "html") || len(names) != len(formats) {
		t.Error(names)
	}
	got := listing(t, &Reader{Format: "docx"}, filepath.Join("..", "..", "data", "articles", "2025-09-04-seed.txt"))
	if !strings.Contains(got, `no input format "docx": it is one of gzip`) {
		t.Error(got)
	}
}
