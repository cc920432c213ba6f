package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/extract/source"
	"kg/graph"
)

// stopsWhenRead is an article on standard input; reading it is when the user
// presses Ctrl-C.
type stopsWhenRead struct {
	stop context.CancelFunc
	text io.Reader
}

func (s stopsWhenRead) Read(p []byte) (int, error) {
	s.stop()
	return s.text.Read(p)
}

// TestStoppedIngestKeepsWhatItRead ingests an article and is stopped while it
// reads the second of two hundred.
func TestStoppedIngestKeepsWhatItRead(t *testing.T) {
	folder := t.TempDir()
	db := filepath.Join(folder, "kg.db")
	var files []string
	for i := range 200 {
		file := filepath.Join(folder, fmt.Sprintf("%03d.txt", i))
		if err := os.WriteFile(file, fmt.Appendf(nil, "Ana Pereira met Jonas Lindqvist in Lisbon %d times.\n", i+2), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	files[1] = stdinPath
	ctx, stop := context.WithCancel(t.Context())
	g, err := graph.Open(t.Context(), db, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	x, err := newExtractor()
	if err != nil {
		t.Fatal(err)
	}
	in := &ingestion{
		graph: g, extractor: x.extractor, errw: t.Output(),
		reader: &source.Reader{Stdin: stopsWhenRead{stop, strings.NewReader("Ana Pereira visited Oslo.\n")}},
	}
	if err := in.run(ctx, in.documents(ctx, files)); err != nil {
		t.Fatal(err)
	}
	in.finish(ctx)
	articles, err := g.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !in.summary.Stopped || in.summary.New < 1 || in.summary.New == len(files) || in.summary.Failed > 0 {
		t.Errorf("%+v", in.summary)
	}
	if len(articles) != in.summary.New {
		t.Errorf("%d articles in the graph, %d reported", len(articles), in.summary.New)
	}
	if err := in.outcome(); report(io.Discard, err) != exitFailed || hintFor(err) == "" {
		t.Errorf("outcome %v", err)
	}
}

func TestReport(t *testing.T) {
	for _, test := range []struct {
		err  error
		exit int
		want string
	}{
		{nil, exitDone, ""},
		{errReported, exitFailed, ""},
		{hinted(io.ErrUnexpectedEOF, "try\nagain"), exitFailed, "kg: unexpected EOF\n  try\n  again\n"},
		{fmt.Errorf("reading: %w", io.ErrUnexpectedEOF), exitFailed, "kg: reading: unexpected EOF\n"},
		{usage(io.ErrUnexpectedEOF, "try so"), exitUsage, "kg: unexpected EOF\n  try so\n"},
		{&graph.QueryError{Line: 1, Column: 5, Message: "bad", Hint: "good"}, exitFailed, "kg: line 1, column 5: bad\n  good\n"},
	} {
		var out bytes.Buffer
		if exit := report(&out, test.err); exit != test.exit || out.String() != test.want {
			t.Errorf("%v: exit code %d and %q, want %d and %q", test.err, exit, out.String(), test.exit, test.want)
		}
	}
}
