package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// pipes is a listener whose connections hold nothing: what one end does not
// take, the other cannot send. With it time is that of the test.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	if c, open := <-p; open {
		return c, nil
	}
	return nil, net.ErrClosed
}

func (p pipes) Close() error   { close(p); return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 64210} }

func (p pipes) dial() net.Conn {
	mine, theirs := net.Pipe()
	p <- theirs
	return mine
}

// slowly serves h for a client that is slow, and closes everything after.
func slowly(t *testing.T, h http.Handler, client func(pipes)) {
	synctest.Test(t, func(t *testing.T) {
		listener := make(pipes)
		ctx, stop := context.WithCancel(t.Context())
		served := make(chan error, 1)
		go func() { served <- Serve(ctx, listener, h, DefaultTimeout) }()
		client(listener)
		stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
}

// quick asks as a good client does, and fails the test where the answer is late.
func quick(t *testing.T, l pipes, path string) {
	t.Helper()
	c := l.dial()
	defer c.Close()
	begun := time.Now()
	go fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", path)
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Error(err)
		return
	}
	_, _ = io.Copy(io.Discard, answer.Body)
	if took := time.Since(begun); answer.StatusCode != 200 || took > 0 {
		t.Errorf("another client got %d after %s", answer.StatusCode, took)
	}
}

// drip sends a byte a second until the other side hangs up, and returns how
// long that took.
func drip(c net.Conn, opening string) time.Duration {
	go io.Copy(io.Discard, c)
	begun := time.Now()
	if _, err := io.WriteString(c, opening); err != nil {
		return time.Since(begun)
	}
	for time.Since(begun) < time.Hour {
		if _, err := c.Write([]byte("x")); err != nil {
			break
		}
		time.Sleep(time.Second)
	}
	return time.Since(begun)
}

func onePlace(body string) http.Handler {
	one := make(places, 1)
	mux := http.NewServeMux()
	mux.Handle("/made", one.limit(maxBody, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) })))
	streams := make(places, 1)
	mux.Handle("/stream", streams.stream(maxBody, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) })))
	return mux
}

func TestASlowHeaderIsHungUpOn(t *testing.T) {
	slowly(t, onePlace("hello"), func(l pipes) {
		took := drip(l.dial(), "GET /made HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
		if took > headerTimeout+2*time.Second {
			t.Errorf("it could send a header for %s", took)
		}
	})
}

func TestASlowBodyHoldsNoPlace(t *testing.T) {
	slowly(t, onePlace("hello"), func(l pipes) {
		ended := make(chan time.Duration)
		go func() {
			ended <- drip(l.dial(), "POST /made HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n")
		}()
		time.Sleep(time.Second)
		quick(t, l, "/made")
		if took := <-ended; took > readTimeout+2*time.Second {
			t.Errorf("it could send a body for %s", took)
		}
	})
}

func TestASlowReaderHoldsNoPlace(t *testing.T) {
	slowly(t, onePlace(strings.Repeat("hello ", 1e6)), func(l pipes) {
		slow := l.dial()
		defer slow.Close()
		go io.WriteString(slow, "GET /made HTTP/1.1\r\nHost: localhost\r\n\r\n")
		if _, err := slow.Read(make([]byte, 10)); err != nil {
			t.Fatal(err)
		}
		quick(t, l, "/made")
	})
}

// Who reads out the graph and then takes nothing is hung up on, and the next
// one gets the place.
func TestAStalledStreamLosesItsPlace(t *testing.T) {
	slowly(t, onePlace(strings.Repeat("hello ", 1e6)), func(l pipes) {
		slow := l.dial()
		defer slow.Close()
		go io.WriteString(slow, "GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
		if _, err := slow.Read(make([]byte, 10)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(stallTime + time.Second)
		quick(t, l, "/stream")
	})
}
