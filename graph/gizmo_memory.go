package graph

import (
	"context"
	"fmt"
	"runtime/metrics"
	"time"
)

// The engine has no bound on memory of its own. So the heap of the process is
// watched while a script runs, and the script stopped when it has grown too
// far. That takes effect between two steps of the script; single steps that
// could take gigabytes at once are cut off by prelude.js. Other work of the
// process counts too: it is a guard against scripts that run away, not an
// account of what each one uses.
const (
	scriptMemory   = 256 << 20            // growth of the heap in use, bytes, that a script may cause
	memoryInterval = 5 * time.Millisecond // between two looks; a script can fill some 25 MB in it
	largestStep    = 1 << 20              // elements or bytes that one built-in step may make
	deepestCall    = 5000                 // calls inside calls, about 10 MB of stack
)

// ErrMemory says that a query was stopped because it took too much memory.
var ErrMemory = fmt.Errorf("stopped: it took more than %d MB of memory", scriptMemory>>20)

// Guarded returns a context for a query: it ends after timeout (0: never), and,
// with [ErrMemory] as its cause, when the query takes too much memory. It must be
// cancelled.
func Guarded(ctx context.Context, timeout time.Duration) (context.Context, context.CancelFunc) {
	end := func() {}
	if timeout > 0 {
		ctx, end = context.WithTimeout(ctx, timeout)
	}
	guarded, stop := context.WithCancelCause(ctx)
	go watchMemory(guarded, stop)
	return guarded, func() { stop(nil); end() }
}

// watchMemory stops a query when the heap has grown by more than scriptMemory,
// or by twice that with what is garbage: the collector lets garbage grow to as
// much as was in use, and to wait for it could take as long as one step.
func watchMemory(ctx context.Context, stop context.CancelCauseFunc) {
	ticker := time.NewTicker(memoryInterval)
	defer ticker.Stop()
	inUse, all := heapBytes()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if u, a := heapBytes(); u > inUse+scriptMemory || a > all+2*scriptMemory {
			stop(ErrMemory)
			return
		}
	}
}

// heapBytes returns the bytes on the heap that were in use when the collector
// last looked, and all that objects take now, garbage included.
func heapBytes() (inUse, all uint64) {
	samples := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64(), samples[1].Value.Uint64()
}
