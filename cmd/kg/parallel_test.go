package main

import (
	"context"
	"iter"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// numbers yields 0, 1, 2 …, and counts how many were taken.
func numbers(n int, taken *int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			*taken = i + 1
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	taken, next := 0, 0
	for square := range inOrder(t.Context(), numbers(1000, &taken), func(i int) int { return i * i }) {
		if square != next*next {
			t.Fatalf("result %d is %d", next, square)
		}
		next++
	}
	if next != 1000 {
		t.Errorf("%d results", next)
	}
}

func TestInOrderStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	taken, got := 0, 0
	for range inOrder(ctx, numbers(100_000, &taken), func(i int) int { return i }) {
		if got++; got == 10 {
			cancel()
		}
	}
	if got < 10 || got == 100_000 || taken > got+1 {
		t.Errorf("%d taken, %d results; want the rest left, and every one begun to be given", taken, got)
	}
	for range inOrder(t.Context(), numbers(1000, new(int)), func(i int) int { return i }) {
		break // leaves nothing waiting: the goroutine ends with the test
	}
}

// TestInOrderHasPatience: what is in hand when the user asks to stop is finished,
// unless it takes too long.
func TestInOrderHasPatience(t *testing.T) {
	for _, test := range []struct {
		name  string
		takes time.Duration
		want  []int
	}{
		{"soon done", patience / 2, []int{1}},
		{"never done", 1000 * time.Hour, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, stop := context.WithCancel(t.Context())
				begun := time.Now()
				var got []int
				work := func(n int) int {
					stop()
					time.Sleep(test.takes)
					return n
				}
				one := func(yield func(int) bool) {
					if yield(1) {
						<-ctx.Done()
						yield(2)
					}
				}
				for n := range inOrder(ctx, one, work) {
					got = append(got, n)
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("got %v, want %v", got, test.want)
				}
				if waited := time.Since(begun); waited > patience {
					t.Errorf("waited %s", waited)
				}
				time.Sleep(test.takes) // what goes on for nobody ends before the test does
			})
		})
	}
}

// TestInOrderStopsWaitingForItems: a pipe that nobody writes to gives no item.
func TestInOrderStopsWaitingForItems(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		const long = 1000 * time.Hour
		never := func(func(int) bool) { time.Sleep(long) }
		for n := range inOrder(ctx, never, func(n int) int { return n }) {
			t.Errorf("got %d", n)
		}
		time.Sleep(long) // what goes on for nobody ends before the test does
	})
}
