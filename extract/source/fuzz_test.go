package source

import (
	"bytes"
	"context"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// fuzzFormat feeds any bytes to a reader: it gives articles of valid UTF-8, or
// errors, and ends.
func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, seed := range append(seeds, "", body, "\xff\xfea\x00") {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		w := &walk{ctx: context.Background(), reader: &Reader{Format: name}, budget: &budget{}}
		w.yield = func(d Document, err error) bool {
			if err != nil {
				return true
			}
			a, err := d.Article()
			if err == nil && (strings.ToValidUTF8(a.Text, "") != a.Text || isBlank([]byte(a.Text)) || strings.ContainsRune(a.Title, '\n')) {
				t.Errorf("article %q titled %q", a.Text, a.Title)
			}
			return true
		}
		reader, _ := findFormat(func(f format) bool { return f.name == name })
		reader.open(w, blob{source: "f", name: "f", r: w.budget.taken(bytes.NewReader(content))})
	})
}

// TestEveryFormatIsFuzzed holds the targets below to the list of formats.
func TestEveryFormatIsFuzzed(t *testing.T) {
	fuzzed := []string{"gzip", "zstd", "bzip2", "zip", "tar", "pdf", "warc", "mbox", "eml", "feed", "html", "jsonl", "json", "csv", "tsv", "markdown", "text"}
	if !slices.Equal(fuzzed, Formats()) {
		t.Errorf("the formats are %q: give each a fuzz target", Formats())
	}
}

func FuzzText(f *testing.F) { fuzzFormat(f, "text", "Harbour reopens\n\n4 March 2025\n\n"+body) }

func FuzzMarkdown(f *testing.F) {
	fuzzFormat(f, "markdown", "---\ntitle: a\ndate: 2025-03-04\n---\n# b\n\n* [c](d \"e\")\n```\nf\n```\n| g | h |\n", "+++\ntitle = \"a\"\n+++\nb <i>c</i> &amp; \\*d\\*\n> e\n")
}

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, "html", `<html lang="de"><head><meta charset="windows-1252"><title>a</title><link rel=canonical href=//b><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04","author":[{"name":"c"}]}</script></head><body><nav>d</nav><article><h1>e</h1><p>`+body+`</p><table><tr><td>f</table></article>`,
		`<body><div><p>`+body+`<p>`+body+`<pre>a</pre><br>&nbsp;&#x0;&bogus;`)
}

func FuzzJSON(f *testing.F) {
	fuzzFormat(f, "json", `[{"title":"a","text":"b","date":"2025-03-04"},{"text":1},null]`, `{"articles":[{"body":"\ud800","author":{"name":["c"]}}]}`, `{"text":"a"} {"text":"b"}`, "\ufeff[{]")
}

func FuzzJSONLines(f *testing.F) {
	fuzzFormat(f, "jsonl", `{"text":"a"}`+"\n\n[]\n"+`{"text":{"b":1},"date":1741046400}`+"\r\n")
}

func FuzzCSV(f *testing.F) {
	fuzzFormat(f, "csv", "title,text,date\n\"a\",\"b\nc\",2025-03-04\nd\n", "text;title\na;b\n", "text\n\"a\n")
}

func FuzzTSV(f *testing.F) { fuzzFormat(f, "tsv", "title\ttext\na\tb \"c\"\n\td\te\n") }

func FuzzFeed(f *testing.F) {
	fuzzFormat(f, "feed", `<rss version="2.0"><channel><link>//a</link><item><title>b</title><link>c</link><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate><description><![CDATA[<p>`+body+`</p>]]></description></item><item/></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="html">a</title><content type="xhtml"><div>b</div></content><updated>2025-03-04T08:00:00Z</updated></entry></feed>`,
		`{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_html":"<p>a","date_published":"x"}]}`, `<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;`)
}

func FuzzMail(f *testing.F) {
	fuzzFormat(f, "eml", "From: =?utf-8?q?a=20b?= <c@d>\nSubject: =?x?b?/?=\nDate: Tue, 4 Mar 2025 08:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=e\n\n--e\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nf=E9=\ng\n--e\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+aA==\n--e--\n",
		"Subject: a\n\nOn Monday, b wrote:\n> c\n-- \nd\n")
}

func FuzzMbox(f *testing.F) {
	fuzzFormat(f, "mbox", "From a Tue Mar  4 08:00:00 2025\nSubject: b\n\nc\n>From d\n\nFrom e\n\nFrom f\nSubject: g\n\nh\n")
}

func FuzzPDF(f *testing.F) {
	fuzzFormat(f, "pdf", "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\nendobj\n4 0 obj\n<</Length 36>>stream\nBT /F1 12 Tf 9 9 Td (Hello) Tj ET\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF", "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>")
}

func FuzzWARC(f *testing.F) {
	fuzzFormat(f, "warc", warc("http://a.example/", "text/html", "<p>"+body), "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nWARC/1.1\nContent-Length: -1\n\n")
}

func FuzzZip(f *testing.F) { fuzzFormat(f, "zip", string(zipped(f, "a.txt", body, "../b/.c.md", "d"))) }

func FuzzTar(f *testing.F) {
	fuzzFormat(f, "tar", string(tarred(f, "a.txt", body, "b.csv", "text\nc")))
}

func FuzzGzip(f *testing.F) { fuzzFormat(f, "gzip", string(gzipped(f, []byte(body)))) }

func FuzzZstd(f *testing.F) {
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		f.Fatal(err)
	}
	fuzzFormat(f, "zstd", string(encoder.EncodeAll([]byte(body), nil)))
}

func FuzzBzip2(f *testing.F) {
	packed, err := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWTHsii8AAAKRgEAFLSacACAAIgBM0IQAAE1x6Xs8ASi3OnmK/i7kinChIGPZFF4=")
	if err != nil {
		f.Fatal(err)
	}
	fuzzFormat(f, "bzip2", string(packed))
}
