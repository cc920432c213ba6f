package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/graph/serve"
)

func serveCommand() *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "show the graph in a browser",
		Description: `Pages to read at /, with search, entities, articles and answers to questions in
English; Cayley's web UI at /cayley/, its HTTP API at /api/v2 and /api/v1;
/health and /metrics for programs that watch it. It needs no internet. Ctrl-C stops it.

Nothing in the graph is changed unless --write is given. Then Cayley's API and the
Write page of its UI write quads for whoever has the token: the one in $KG_TOKEN or
--token-file, else a new one that is printed at the start. What is written so stands
under kg:curation, or the label it is given, and no ingest takes it away.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "addr", Usage: "listen on `HOST:PORT`; port 0 takes a free one", Value: "127.0.0.1:64210"},
			&cli.IntFlag{Name: "limit", Usage: "give at most `N` rows of a query", Value: serve.DefaultLimit},
			&cli.DurationFlag{Name: "timeout", Usage: "stop a query after `TIME`", Value: serve.DefaultTimeout},
			&cli.BoolFlag{Name: "write", Usage: "let those who have the token write to the graph"},
			&cli.StringFlag{Name: "token-file", Usage: "with --write, take the token from `FILE`"},
			&cli.BoolFlag{Name: "access-log", Usage: "write a line of JSON to standard error for each request"},
		},
		Action: serveGraph,
	}
}

func serveGraph(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	if c.Int("limit") <= 0 || c.Duration("timeout") <= 0 {
		return usage(errors.New("--limit and --timeout must be above 0"), "kg serve --help says what they do")
	}
	host, _, err := net.SplitHostPort(c.String("addr"))
	if err != nil {
		return usage(fmt.Errorf("--addr: %w", err), "it is HOST:PORT, such as 127.0.0.1:64210")
	}
	token, isNew, err := serveToken(c)
	if err != nil {
		return err
	}
	open := withGraph
	if token != "" {
		open = withWritable
	}
	return open(c, func(ctx context.Context, g *graph.Graph) error {
		var access *slog.Logger
		if c.Bool("access-log") {
			access = slog.New(slog.NewJSONHandler(c.App.ErrWriter, nil))
		}
		handler, err := serve.New(g, serve.Options{
			Limit: c.Int("limit"), Timeout: c.Duration("timeout"), Hosts: []string{host}, Token: token, Access: access,
			Logf: func(format string, args ...any) { fmt.Fprintf(c.App.ErrWriter, "kg: "+format+"\n", args...) },
		})
		if err != nil {
			return err
		}
		listener, err := listen(ctx, c.String("addr"))
		if err != nil {
			return err
		}
		at := listener.Addr().(*net.TCPAddr).AddrPort()
		announce(c, at)
		if token != "" {
			announceWriting(c, at, token, isNew)
		}
		return serve.Serve(ctx, listener, handler, c.Duration("timeout"))
	})
}

func listen(ctx context.Context, addr string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, hinted(fmt.Errorf("%s is in use: another kg serve may be running", addr), "--addr 127.0.0.1:0 takes a free port")
	}
	if err != nil {
		return nil, hinted(fmt.Errorf("cannot listen: %w", err), "--addr takes an address of this machine, such as 127.0.0.1:64210")
	}
	return listener, nil
}

// leastToken is the fewest characters of a token that somebody chose. One that is
// made here has 26, and 128 bits.
const leastToken = 16

// serveToken returns the token that writing takes, empty where nobody may, and
// whether it is new, so that its owner does not know it yet.
func serveToken(c *cli.Context) (token string, isNew bool, err error) {
	file, known := c.String("token-file"), os.Getenv("KG_TOKEN")
	switch {
	case !c.Bool("write") && file != "":
		return "", false, usage(errors.New("--token-file is of use with --write only"), "kg serve --write --token-file FILE")
	case !c.Bool("write"):
		return "", false, nil
	case file != "":
		content, err := os.ReadFile(file)
		if err != nil {
			return "", false, hinted(fmt.Errorf("reading the token: %w", err), "--token-file names a file that holds nothing but the token")
		}
		token = strings.TrimSpace(string(content))
	case known != "":
		token = known
	default:
		return rand.Text(), true, nil
	}
	if len(token) < leastToken || strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "", false, usage(fmt.Errorf("the token is not at least %d letters, digits and marks without a space", leastToken), "openssl rand -hex 16 makes a good one")
	}
	return token, false, nil
}

// announceWriting says that the graph may be written to. A new token it shows,
// the only time, and in a link that hands it to Cayley's UI: what stands after
// the # a browser sends to nobody.
func announceWriting(c *cli.Context, at netip.AddrPort, token string, isNew bool) {
	if isNew {
		fmt.Fprintf(c.App.ErrWriter, "Writing takes the token %s, good until the server stops:\n  http://%s/cayley/#token=%s\n", token, reachable(at), token)
	} else {
		fmt.Fprintln(c.App.ErrWriter, "Writing takes your token.")
	}
	if !at.Addr().IsLoopback() {
		fmt.Fprintln(c.App.ErrWriter, "kg: the token goes over the network as it is; a proxy with https keeps it secret")
	}
}

// reachable is an address at which this machine reaches the server.
func reachable(at netip.AddrPort) netip.AddrPort {
	if at.Addr().IsUnspecified() {
		return netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), at.Port())
	}
	return at
}

// announce says where the pages are, and warns where others can see them too.
func announce(c *cli.Context, at netip.AddrPort) {
	address := reachable(at)
	fmt.Fprintf(c.App.ErrWriter, "The graph is at http://%s/, Cayley's UI at http://%s/cayley/. Ctrl-C stops.\n", address, address)
	if !at.Addr().IsLoopback() {
		fmt.Fprintf(c.App.ErrWriter, "kg: everyone who can reach %s can read the graph\n", at)
	}
}
