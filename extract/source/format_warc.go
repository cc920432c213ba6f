package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"kg/extract"
)

// openWARC yields the pages of a web archive (ISO 28500, WARC 1.0 and 1.1):
// its response and resource records that hold HTML or text.
func openWARC(w *walk, b blob) {
	r := bufio.NewReaderSize(b.r, 64<<10)
	for number := 1; ; number++ {
		record, err := readWARCRecord(r)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			w.fail(b.source, fmt.Errorf("%s: record %d: %w (what follows it is not read)", &b, number, plainError(err)))
			return
		}
		if !w.warcRecord(b, record, number) {
			return
		}
		if _, err := io.Copy(io.Discard, record.body); err != nil {
			w.fail(b.source, fmt.Errorf("%s: record %d: %w", &b, number, plainError(err)))
			return
		}
	}
}

type warcRecord struct {
	header textproto.MIMEHeader
	body   *io.LimitedReader
}

func readWARCRecord(r *bufio.Reader) (warcRecord, error) {
	for {
		line, err := readLine(r)
		if len(bytes.TrimSpace(line)) > 0 {
			if !bytes.HasPrefix(line, []byte("WARC/")) {
				return warcRecord{}, errors.New("damaged: no WARC record begins here")
			}
			break
		}
		if err != nil {
			return warcRecord{}, err
		}
	}
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return warcRecord{}, fmt.Errorf("damaged: %w", unexpected(err))
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return warcRecord{}, fmt.Errorf("damaged: its Content-Length is %q", header.Get("Content-Length"))
	}
	return warcRecord{header, &io.LimitedReader{R: r, N: length}}, nil
}

// warcRecord yields the page of a record, if it has one, and reports whether
// more is wanted.
func (w *walk) warcRecord(b blob, record warcRecord, number int) bool {
	address := strings.Trim(record.header.Get("WARC-Target-URI"), "<>")
	page := blob{source: address, meta: extract.Meta{URL: resolve(nil, address)}, depth: b.depth + 1, r: record.body}
	if page.source == "" {
		page.source = b.source + "#record=" + strconv.Itoa(number)
	}
	switch record.header.Get("WARC-Type") {
	case "response":
		response, err := http.ReadResponse(bufio.NewReader(record.body), nil)
		if err != nil {
			return w.fail(page.source, fmt.Errorf("%s: record %d: no HTTP response: %w", &b, number, unexpected(err)))
		}
		if response.StatusCode != http.StatusOK {
			return true
		}
		page.media, page.r = response.Header.Get("Content-Type"), response.Body
	case "resource":
		page.media = record.header.Get("Content-Type")
	default:
		return true
	}
	if !isPage(page.media) {
		return true
	}
	w.open(page)
	return !w.stopped
}

// isPage reports whether a media type is one of texts, not of pictures and
// scripts that came with them.
func isPage(media string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(kind) {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf":
		return true
	}
	return false
}
