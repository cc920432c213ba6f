package main

import (
	"context"
	"iter"
	"runtime"
	"time"
)

// patience is how long kg goes on with what it has in hand when it is asked to
// stop. An article takes milliseconds; one that takes longer is huge, or its
// source gives nothing.
const patience = 2 * time.Second

// inOrder calls f for each item, on all cores, and yields the results in the
// order of the items. It works at most a few items ahead of who takes them.
//
// When ctx ends it begins at most one further item, and yields what it began
// as far as that is done before its patience ends. What is left then, or when
// who takes the results stops, goes on in the background, for nobody.
func inOrder[In, Out any](ctx context.Context, items iter.Seq[In], f func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		stopped := make(chan struct{})
		defer close(stopped)
		enough := afterPatience(ctx, stopped)
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
		for {
			slot, ok := receive(slots, enough)
			if !ok {
				return
			}
			out, ok := receive(slot, enough)
			if !ok || !yield(out) {
				return
			}
		}
	}
}

// afterPatience returns a channel that is closed when ctx ended and the
// patience is over. Nothing is left of it when stopped is closed.
func afterPatience(ctx context.Context, stopped <-chan struct{}) <-chan struct{} {
	over := make(chan struct{})
	go func() {
		select {
		case <-ctx.Done():
		case <-stopped:
			return
		}
		select {
		case <-time.After(patience):
			close(over)
		case <-stopped:
		}
	}()
	return over
}

// receive returns the next value of a channel, false where it is closed or
// there was enough.
func receive[T any](values <-chan T, enough <-chan struct{}) (value T, ok bool) {
	select {
	case value, ok = <-values:
	case <-enough:
	}
	return value, ok
}
