package main

import (
	"context"
	"iter"
	"runtime"
)

// inOrder calls f for each item, on all cores, and yields the results in the
// order of the items. It works at most a few items ahead of who takes them.
//
// When ctx ends it begins at most one further item, and yields what it began.
// When who takes the results stops, it waits for nothing.
func inOrder[In, Out any](ctx context.Context, items iter.Seq[In], f func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		stopped := make(chan struct{})
		defer close(stopped)
		slots := make(chan chan Out, runtime.GOMAXPROCS(0)) // one for each item begun, in order
		go func() {
			defer close(slots)
			for item := range items {
				if ctx.Err() != nil {
					return
				}
				slot := make(chan Out, 1)
				select {
				case slots <- slot:
				case <-stopped:
					return
				}
				go func() { slot <- f(item) }()
			}
		}()
		for slot := range slots {
			if !yield(<-slot) {
				return
			}
		}
	}
}
