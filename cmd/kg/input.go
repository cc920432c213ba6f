package main

import (
	"context"
	"fmt"
	"io"

	"kg/extract"
	"kg/extract/source"
)

// stoppable is standard input that ends with an error when ctx ends, so that
// Ctrl-C stops a kg that waits for it.
type stoppable struct {
	ctx context.Context
	in  io.Reader
}

func (s stoppable) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	buffer := make([]byte, len(p)) // not p: a read that is given up may still end
	done := make(chan result, 1)
	go func() {
		n, err := s.in.Read(buffer)
		done <- result{n, err}
	}()
	select {
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	case r := <-done:
		return copy(p, buffer[:r.n]), r.err
	}
}

// stdinPath stands for standard input where a path can stand.
const stdinPath = "-"

// readStdin reads one article from standard input.
func readStdin(stdin io.Reader) (extract.Article, error) {
	text, err := io.ReadAll(io.LimitReader(stdin, source.MaxBytes+1))
	if err != nil {
		return extract.Article{}, fmt.Errorf("reading standard input: %w", err)
	}
	if len(text) > source.MaxBytes {
		return extract.Article{}, fmt.Errorf("standard input: more than %d MiB; give one article", source.MaxBytes>>20)
	}
	article, err := source.Parse("standard input", text)
	article.Source = stdinPath
	return article, err
}
