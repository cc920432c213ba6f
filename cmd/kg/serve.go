package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
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
/health and /metrics for programs that watch it. It needs no internet and changes
nothing in the graph. Ctrl-C stops it.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "addr", Usage: "listen on `HOST:PORT`; port 0 takes a free one", Value: "127.0.0.1:64210"},
			&cli.IntFlag{Name: "limit", Usage: "give at most `N` rows of a query", Value: serve.DefaultLimit},
			&cli.DurationFlag{Name: "timeout", Usage: "stop a query after `TIME`", Value: serve.DefaultTimeout},
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
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		var access *slog.Logger
		if c.Bool("access-log") {
			access = slog.New(slog.NewJSONHandler(c.App.ErrWriter, nil))
		}
		handler, err := serve.New(g, serve.Options{
			Limit: c.Int("limit"), Timeout: c.Duration("timeout"), Hosts: []string{host}, Access: access,
			Logf: func(format string, args ...any) { fmt.Fprintf(c.App.ErrWriter, "kg: "+format+"\n", args...) },
		})
		if err != nil {
			return err
		}
		listener, err := listen(ctx, c.String("addr"))
		if err != nil {
			return err
		}
		announce(c, listener.Addr().(*net.TCPAddr).AddrPort())
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

// announce says where the pages are, and warns where others can see them too.
func announce(c *cli.Context, at netip.AddrPort) {
	address := at.String()
	if at.Addr().IsUnspecified() {
		address = netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), at.Port()).String()
	}
	fmt.Fprintf(c.App.ErrWriter, "The graph is at http://%s/, Cayley's UI at http://%s/cayley/. Ctrl-C stops.\n", address, address)
	if !at.Addr().IsLoopback() {
		fmt.Fprintf(c.App.ErrWriter, "kg: everyone who can reach %s can read the graph\n", at)
	}
}
