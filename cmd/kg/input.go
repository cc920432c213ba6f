package main

import (
	"context"
	"io"
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
