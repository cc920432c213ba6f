package source

import (
	"bytes"
	"compress/bzip2"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// isBzip2 reports whether content begins like bzip2: "BZh", the size of blocks,
// and the digits of π.
func isBzip2(head []byte) bool {
	return len(head) > 10 && bytes.HasPrefix(head, []byte("BZh")) && bytes.Equal(head[4:10], []byte("1AY&SY"))
}

func openGzip(w *walk, b blob) {
	r, err := gzip.NewReader(b.r)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: no gzip file, or a damaged one: %w", &b, unexpected(err)))
		return
	}
	w.unpacked(b, r)
}

// maxWindow is the memory that decompressing may take: what zstd's own tool
// allows unless told otherwise.
const maxWindow = 128 << 20

func openZstd(w *walk, b blob) {
	r, err := zstd.NewReader(b.r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: no zstd file, or a damaged one: %w", &b, err))
		return
	}
	defer r.Close()
	w.unpacked(b, r)
}

func openBzip2(w *walk, b blob) { w.unpacked(b, bzip2.NewReader(b.r)) }

// unpacked opens what was compressed: "a.txt.gz" is the text "a.txt", and
// "a.tgz" the archive "a.tar".
func (w *walk) unpacked(b blob, r io.Reader) {
	ending := path.Ext(b.name)
	b.name = strings.TrimSuffix(b.name, ending)
	if strings.EqualFold(ending, ".tgz") {
		b.name += ".tar"
	}
	b.r, b.media, b.file, b.depth = w.budget.given(r), "", nil, b.depth+1
	w.open(b)
}
