package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// The patience of the server. A client that is slower than this is broken or
// hostile; a worker is not kept for it.
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 30 * time.Second // of a request of at most maxBody
	idleTimeout   = 2 * time.Minute
	writeSlack    = 60 * time.Second // beyond the query's own time: reading out the whole graph takes long
	stopTimeout   = 5 * time.Second  // for requests under way when the server stops
)

// Serve answers requests on l until ctx ends, then lets those under way finish
// for a few seconds. It closes l. Timeout is that of [Options].
func Serve(ctx context.Context, l net.Listener, h http.Handler, timeout time.Duration) error {
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      timeout + writeSlack,
		IdleTimeout:       idleTimeout,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	if err := server.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close()
}
