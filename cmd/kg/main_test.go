package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kg": main})
}

// TestScripts runs the real kg as the scripts in testdata/script say.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup:               setup,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"get": get, "post": post, "postgres": postgres},
		Condition:           conditions,
	})
}

// setup sets $ADDR to an address nobody listens on, and $TAKEN to one that is
// in use as long as the script runs.
func setup(env *testscript.Env) error {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	env.Defer(func() { taken.Close() })
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	env.Setenv("TAKEN", taken.Addr().String())
	env.Setenv("ADDR", free.Addr().String())
	env.Setenv("NO_COLOR", "")
	return free.Close()
}

// get fetches an address and prints the status and the body: get URL.
func get(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: get URL")
	}
	request, err := http.NewRequest(http.MethodGet, args[0], nil)
	ts.Check(err)
	answered(ts, request)
}

// post sends a file, with a token for writing, and prints the status and the
// body: post URL TOKEN FILE.
func post(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: post URL TOKEN FILE")
	}
	request, err := http.NewRequest(http.MethodPost, args[0], strings.NewReader(ts.ReadFile(args[2])))
	ts.Check(err)
	request.Header.Set("Authorization", "Bearer "+strings.TrimSpace(args[1]))
	answered(ts, request)
}

// answered prints the answer to a request, waiting for the server to come up.
func answered(ts *testscript.TestScript, request *http.Request) {
	const patience = 20 * time.Second
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		answer, err := http.DefaultClient.Do(request)
		if err == nil {
			body, _ := io.ReadAll(answer.Body)
			answer.Body.Close()
			fmt.Fprintf(ts.Stdout(), "%d\n%s", answer.StatusCode, body)
			return
		}
		if time.Now().After(deadline) {
			ts.Fatalf("%v", err)
		}
		if request.GetBody != nil {
			request.Body, _ = request.GetBody()
		}
	}
}
