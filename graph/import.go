package graph

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// A batch of an import is one transaction. It ends where the label changes, so
// that whoever reads meanwhile sees whole articles of a file that lists them
// one after another, as an export does; but no batch grows beyond twice these
// sizes, which together bound the memory of an import (some 60 MB).
const (
	importQuads = 25_000
	importBytes = 8 << 20 // of lines
)

// maxLine is the longest line that is read, in bytes: room for a value of some
// 10 MB, every character of it escaped.
const maxLine = 64 << 20

// Imported says what came of an import.
type Imported struct {
	Quads int `json:"quads"` // read and in the graph
	Added int `json:"added"` // of these, that were not there before
}

// SyntaxError is a line that is no N-Quads.
type SyntaxError struct {
	Line   int // counted from 1
	Column int // characters, counted from 1; 0 where the whole line is meant
	Reason string
}

func (e *SyntaxError) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("line %d: %s", e.Line, e.Reason)
	}
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Reason)
}

// Import adds the quads of N-Quads, which may be compressed with gzip, to the
// graph. What is there already stays, and to import it again changes nothing.
// A quad without a label gets kg:curation, as every label of the graph is an
// article or that; decisions among them are in force at once. Blank nodes keep their names. Memory does not grow with r.
//
// On an error, Imported says what is in the graph all the same: every quad
// before the line that a [*SyntaxError] names or at which reading broke off;
// where the graph cannot be written, those of the transactions before.
//
// Which file or address an article was read from is not part of N-Quads, nor
// is the version of the rules it was read by. So an imported article is read
// again when it is next ingested; it is known by its ID, replaces itself, and
// its [Change] is Unchanged where its quads are as before. A changed article
// is another one to the graph, as no source ties it to the old.
func (g *Graph) Import(ctx context.Context, r io.Reader) (Imported, error) {
	text, err := decompressed(r)
	if err != nil {
		return Imported{}, err
	}
	loader, err := g.store.Loader()
	if err != nil {
		return Imported{}, err
	}
	before, err := g.Decisions(ctx)
	if err != nil {
		return Imported{}, errors.Join(err, loader.Close(ctx))
	}
	im := &importer{loader: loader}
	err = im.read(ctx, text)
	// Also when the user has asked to stop: what is stored is to be found fast.
	err = errors.Join(err, loader.Close(context.WithoutCancel(ctx)))
	if err == nil && im.curated {
		err = g.applyImported(ctx, before)
	}
	return im.Imported, err
}

// read imports text to its end, or to what is wrong in it.
func (im *importer) read(ctx context.Context, text io.Reader) (err error) {
	input := &watched{Reader: text}
	lines := bufio.NewScanner(input)
	lines.Buffer(nil, maxLine)
	lines.Split(splitLine)
	number := 0
	for lines.Scan() {
		number++
		if err = im.line(ctx, lines.Bytes(), number); err != nil {
			break
		}
	}
	var wrong *SyntaxError
	switch {
	case errors.As(err, &wrong) && input.err != nil:
		err = brokenOff(input.err, number) // the line is only the beginning of one
	case err == nil && lines.Err() != nil:
		err = brokenOff(lines.Err(), number+1)
	case err != nil && wrong == nil:
		return err
	}
	return errors.Join(err, im.flush(ctx))
}

// watched is a reader that remembers what ended it, unless that was the end.
type watched struct {
	io.Reader
	err error
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}

// brokenOff is the error for an input that cannot be read to its end.
func brokenOff(err error, line int) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return &SyntaxError{Line: line, Reason: fmt.Sprintf("it is longer than %d MiB", maxLine>>20)}
	}
	return fmt.Errorf("reading it broke off at line %d: %w", line, err)
}

// decompressed returns what r holds, without the gzip around it if any.
func decompressed(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReader(r)
	if head, _ := buffered.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return buffered, nil // an error will come again
	}
	unzipped, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("it begins as gzip does, but is none: %w", err)
	}
	return unzipped, nil
}

// splitLine is a bufio.SplitFunc for lines that end in LF, CR or both, as
// N-Quads have them.
func splitLine(data []byte, atEOF bool) (advance int, token []byte, err error) {
	end := bytes.IndexAny(data, "\r\n")
	switch {
	case end < 0 && atEOF && len(data) > 0:
		return len(data), data, nil
	case end < 0 || end == len(data)-1 && data[end] == '\r' && !atEOF:
		return 0, nil, nil // more is needed
	case data[end] == '\r' && end+1 < len(data) && data[end+1] == '\n':
		return end + 2, data[:end], nil
	}
	return end + 1, data[:end], nil
}

// importer gathers the quads of an import for the next transaction.
type importer struct {
	Imported
	loader sqlstore.Loader
	batch  []quad.Quad
	bytes  int // of the batch's lines

	curated bool // a quad of kg:curation was among them
}

var byteOrderMark = []byte("\uFEFF")

// line reads a line. The error is a *SyntaxError, or one of the store.
func (im *importer) line(ctx context.Context, line []byte, number int) error {
	if number == 1 {
		line = bytes.TrimPrefix(line, byteOrderMark)
	}
	q, found, err := parseLine(line)
	var wrong *lineError
	if errors.As(err, &wrong) {
		return &SyntaxError{Line: number, Column: wrong.column, Reason: wrong.reason}
	}
	if !found {
		return nil
	}
	if q.Label == nil {
		q.Label = kgCuration
	}
	if im.full(q.Label) {
		if err := im.flush(ctx); err != nil {
			return err
		}
	}
	im.curated = im.curated || q.Label == kgCuration
	im.batch = append(im.batch, q)
	im.bytes += len(line)
	return nil
}

// full reports whether the batch ends before a quad of this label.
func (im *importer) full(label quad.Value) bool {
	reached := func(share int) bool { return len(im.batch) >= share*importQuads || im.bytes >= share*importBytes }
	return reached(2) || reached(1) && im.batch[len(im.batch)-1].Label != label
}

// flush stores the batch.
func (im *importer) flush(ctx context.Context) error {
	if len(im.batch) == 0 {
		return nil
	}
	counts, err := im.loader.Add(ctx, im.batch)
	if err != nil {
		return fmt.Errorf("storing %d quads: %w", len(im.batch), err)
	}
	im.Quads += len(im.batch)
	im.Added += counts.Added
	clear(im.batch)
	im.batch, im.bytes = im.batch[:0], 0
	return nil
}
