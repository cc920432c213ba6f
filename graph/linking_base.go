package graph

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// The quads of an article as it was extracted are kept where others stand in the
// graph, so that whatever changed them can be taken back.

// keyQuads is the only key of the notes on an article's quads.
const keyQuads = "quads"

// base returns an article's quads as they were extracted. They are kept until the
// article is written, since keepBase changes what is noted of them before.
func (l *linking) base(ctx context.Context, article string) ([]quad.Quad, error) {
	if quads, ok := l.bases[article]; ok {
		return quads, nil
	}
	quads, err := l.readBase(ctx, article)
	l.bases[article] = quads
	l.held += len(quads)
	return quads, err
}

func (l *linking) readBase(ctx context.Context, article string) ([]quad.Quad, error) {
	kept, err := l.topic(ctx, topicBase+article)
	if err != nil {
		return nil, err
	}
	if packed := kept[keyQuads]; packed != "" {
		return unpack(packed, safeIRI(article))
	}
	var quads []quad.Quad
	for q, err := range l.now.Matching(ctx, quad.Quad{Label: safeIRI(article)}) {
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return sorted(quads), nil
}

// keepBase notes an article's quads as extracted where others stand in the graph.
// Those that were read of the notes are there already.
func (l *linking) keepBase(ctx context.Context, article string, base, final []quad.Quad, isNew bool) error {
	kept, err := l.topic(ctx, topicBase+article)
	if err != nil {
		return err
	}
	if len(base) == 0 || slices.Equal(base, final) {
		kept[keyQuads] = ""
		return nil
	}
	if kept[keyQuads] != "" && !isNew {
		return nil
	}
	kept[keyQuads], err = pack(base)
	return err
}

// pack writes quads into a note: N-Quads without the label of all, compressed.
func pack(quads []quad.Quad) (string, error) {
	var b bytes.Buffer
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(&b)
	w := nquads.NewWriter(z)
	for _, q := range quads {
		q.Label = nil
		if err := w.WriteQuad(q); err != nil {
			return "", err
		}
	}
	if err := cmp.Or(w.Close(), z.Close()); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// packers are kept, as one takes most of a megabyte. The default level takes a
// twentieth of the time of storing, for a seventh less of bytes.
var packers = sync.Pool{New: func() any {
	z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // it fails for a level that is none
	return z
}}

// unpack is the inverse of pack.
func unpack(packed string, label quad.Value) ([]quad.Quad, error) {
	z, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err != nil {
		return nil, fmt.Errorf("what is noted of an article is damaged: %w", err)
	}
	r := nquads.NewReader(z, true)
	var quads []quad.Quad
	for {
		q, err := r.ReadQuad()
		if err == io.EOF {
			return quads, nil
		}
		if err != nil {
			return nil, fmt.Errorf("what is noted of an article is damaged: %w", err)
		}
		q.Label = label // earlier versions of kg wrote it
		quads = append(quads, q)
	}
}
