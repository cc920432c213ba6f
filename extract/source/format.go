package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"slices"
	"strings"
)

// format is a way in which articles are kept.
type format struct {
	name    string
	endings []string // of file names, lower case
	media   []string // media types
	magic   func(head []byte) bool
	// open yields the documents of a blob, or hands the blobs in it to
	// [walk.open].
	open func(w *walk, b blob)
}

// formats is the order in which content is recognised: what is certain by its
// first bytes comes first, what is only likely later, and plain text takes the
// rest. It is filled in by init since the formats open one another.
var formats []format

func init() {
	formats = []format{
		{"gzip", []string{".gz", ".tgz"}, []string{"application/gzip", "application/x-gzip"}, prefix("\x1f\x8b"), openGzip},
		{"zstd", []string{".zst"}, []string{"application/zstd"}, prefix("\x28\xb5\x2f\xfd"), openZstd},
		{"bzip2", []string{".bz2"}, []string{"application/x-bzip2"}, isBzip2, openBzip2},
		{"zip", []string{".zip"}, []string{"application/zip"}, prefix("PK\x03\x04"), openZip},
		{"tar", []string{".tar"}, []string{"application/x-tar"}, isTar, openTar},
		{"pdf", []string{".pdf"}, []string{"application/pdf"}, prefix("%PDF-"), openPDF},
		{"warc", []string{".warc"}, []string{"application/warc"}, prefix("WARC/"), openWARC},
		{"mbox", []string{".mbox", ".mbx"}, []string{"application/mbox"}, prefix("From "), openMbox},
		{"eml", []string{".eml"}, []string{"message/rfc822"}, isMail, openMail},
		{"feed", []string{".rss", ".atom"}, []string{"application/rss+xml", "application/atom+xml", "application/feed+json"}, isFeed, openFeed},
		{"html", []string{".html", ".htm", ".xhtml"}, []string{"text/html", "application/xhtml+xml"}, isHTML, openHTML},
		{"jsonl", []string{".jsonl", ".ndjson"}, []string{"application/x-ndjson", "application/jsonl"}, nil, openJSONLines},
		{"json", []string{".json"}, []string{"application/json"}, nil, openJSON},
		{"csv", []string{".csv"}, []string{"text/csv"}, nil, openCSV},
		{"tsv", []string{".tsv"}, []string{"text/tab-separated-values"}, nil, openTSV},
		{"markdown", []string{".md", ".markdown"}, []string{"text/markdown"}, nil, openMarkdown},
		{"text", []string{".txt", ".text"}, []string{"text/plain"}, nil, openText},
	}
}

// Formats returns the names that [Reader.Format] may have.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// recognise returns the format of content by its name, its media type and its
// first bytes. The first bytes of a binary format outweigh the name, since
// servers and people rename files; that of text never do, since an article may
// begin like a mail.
func recognise(name, media string, head []byte) format {
	for _, f := range formats[:slices.IndexFunc(formats, func(f format) bool { return f.name == "mbox" })] {
		if f.magic(head) {
			return f
		}
	}
	ending := strings.ToLower(path.Ext(name))
	if f, ok := findFormat(func(f format) bool { return slices.Contains(f.endings, ending) }); ok {
		return f
	}
	if kind, _, err := mime.ParseMediaType(media); err == nil && kind != "text/plain" {
		if f, ok := findFormat(func(f format) bool { return slices.Contains(f.media, kind) }); ok {
			return f
		}
	}
	f, _ := findFormat(func(f format) bool { return f.magic != nil && f.magic(head) || f.name == "text" })
	return f
}

func findFormat(is func(format) bool) (format, bool) {
	i := slices.IndexFunc(formats, is)
	if i < 0 {
		return format{}, false
	}
	return formats[i], true
}

// sniffLength is how many first bytes formats are told apart by; the mark of a
// tar archive is at byte 257.
const sniffLength = 1024

// maxDepth is how many archives may lie in one another: a tar in a gzip in a
// zip is three.
const maxDepth = 4

// open recognises a blob and yields its documents.
func (w *walk) open(b blob) {
	if b.depth > maxDepth {
		w.fail(b.source, fmt.Errorf("%s: more than %d archives in one another: unpack the outer ones", &b, maxDepth))
		return
	}
	buffered := bufio.NewReaderSize(b.r, b.bufferSize())
	b.r = buffered
	head, err := buffered.Peek(sniffLength)
	if len(head) == 0 && errors.Is(err, io.EOF) {
		w.fail(b.source, fmt.Errorf("%s: %w", &b, errEmpty))
		return
	}
	f := recognise(b.name, b.media, head)
	if chosen := w.reader.Format; chosen != "" && !isContainer(f) {
		named, ok := findFormat(func(f format) bool { return f.name == chosen })
		if !ok {
			w.fail(b.source, fmt.Errorf("%s: no input format %q: it is one of %s", &b, chosen, strings.Join(Formats(), ", ")))
			return
		}
		f = named
	}
	f.open(w, b)
}

// bufferSize is how much of a blob is read at once: of a small file no more than
// it has, as there may be a million.
func (b *blob) bufferSize() int {
	const most = 64 << 10
	if b.file == nil {
		return most
	}
	info, err := b.file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return most
	}
	return int(min(most, max(sniffLength, info.Size())))
}

// isContainer reports whether a chosen format is about what lies inside f, as
// with "--input-format html" for an archive of pages.
func isContainer(f format) bool {
	return slices.Contains([]string{"gzip", "zstd", "bzip2", "zip", "tar"}, f.name)
}

func prefix(mark string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(mark)) }
}

// beginning returns the first bytes of text in lower case, without a byte order
// mark and white space.
func beginning(head []byte) string {
	head = bytes.TrimPrefix(head, []byte(utf8Mark))
	return strings.ToLower(string(bytes.TrimSpace(head)))
}
