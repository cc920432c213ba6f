package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // it failed, or part of the input did
	exitUsage  = 2 // wrong usage; nothing was done. Of kg diff: also what kept it from comparing
)

// usageError is an error in how kg was called.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// hintedError is an error with what to do about it.
type hintedError struct {
	error
	hint string
}

func (e hintedError) Unwrap() error { return e.error }

// hinted adds a hint to an error: what to do now, in one line or several.
func hinted(err error, hint string) error { return hintedError{err, hint} }

// usage makes an error one of wrong usage, with a hint.
func usage(err error, hint string) error { return usageError{hinted(err, hint)} }

// troubleError is what keeps a comparison from being made, where 1 is the answer
// that there are differences (as with diff and cmp).
type troubleError struct{ error }

func (e troubleError) Unwrap() error { return e.error }

// errReported stands for failures that were reported as they happened.
var errReported = errors.New("failures were reported")

// report says what went wrong, if anything did, and returns the exit code.
func report(w io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errReported) {
		return exitFailed
	}
	warn(w, err)
	var wrong usageError
	var exit cli.ExitCoder // from the CLI library: `kg help NOTHING`
	var trouble troubleError
	if errors.As(err, &wrong) || errors.As(err, &exit) || errors.As(err, &trouble) {
		return exitUsage
	}
	return exitFailed
}

// warn writes an error, and its hint below it.
func warn(w io.Writer, err error) {
	fmt.Fprintf(w, "kg: %v\n", err)
	if hint := hintFor(err); hint != "" {
		fmt.Fprintf(w, "  %s\n", strings.ReplaceAll(hint, "\n", "\n  "))
	}
}

// hintFor returns what to do about an error, or "".
func hintFor(err error) string {
	var withHint hintedError
	var wrong *graph.QueryError
	switch {
	case errors.As(err, &withHint):
		return withHint.hint
	case errors.As(err, &wrong):
		return wrong.Hint
	}
	return ""
}

// interrupted reports whether err is that the user stopped kg.
func interrupted(err error) bool { return errors.Is(err, context.Canceled) }
