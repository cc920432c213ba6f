// Command kg turns news into a knowledge graph and answers from it.
//
// The commands are thin: each reads its flags, calls the packages that do the
// work, and lays out what they return. How kg speaks (its errors, exit codes
// and tables) is in voice.go, style.go and output.go.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() {
		stop() // a second signal is not caught any more
		time.Sleep(lastCall)
		fmt.Fprintln(os.Stderr, "kg: stopped before the end")
		os.Exit(exitFailed)
	})
	os.Exit(run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// lastCall is how long after the first signal kg ends, whatever it waits for:
// longer than it takes to store what is in hand. A write that is not done by
// then leaves the graph as it was.
const lastCall = 10 * time.Second
