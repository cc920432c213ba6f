// Command kg turns news into a knowledge graph and answers from it.
//
// The commands are thin: each reads its flags, calls the packages that do the
// work, and lays out what they return. How kg speaks (its errors, exit codes
// and tables) is in voice.go, style.go and output.go.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks to stop; a second one is not caught any more.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr))
}
