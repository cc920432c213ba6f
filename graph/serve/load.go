package serve

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// queueTime is how long a request waits for others to finish before it is told
// to come again: as long as a person does. What waits costs hardly anything.
const (
	queueTime  = 20 * time.Second
	retryAfter = "5" // seconds, of an answer that the server is busy
)

// The patience with who reads a stream: stallTime for a write, streamTime for
// all of it, in which a graph of some million quads is read out.
const (
	stallTime  = 10 * time.Second
	streamTime = 2 * time.Minute
)

// maxAnswer is the size of an answer, in bytes, that is made before it is sent.
// A query with the most rows comes to a few megabytes.
const maxAnswer = 64 << 20

// places bounds how many requests read the graph at once: each may hold a
// query's memory and one of the machine's cores.
type places chan struct{}

// limit lets a request pass when there is a place for it, and answers that the
// server is busy where there is none for queueTime. The place is held while the
// answer is made, not while a client is sending or taking what it may take as
// long over as it likes: so the request is read before and the answer sent after.
func (p places) limit(body int64, h http.Handler) http.Handler {
	return whole(body, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		out := &madeAnswer{ResponseWriter: w, status: http.StatusOK}
		if !p.hold(w, r, func() { h.ServeHTTP(out, r) }) {
			return
		}
		out.send()
	}))
}

// hold does something in a place; false where there was none, which it answers.
func (p places) hold(w http.ResponseWriter, r *http.Request, do func()) bool {
	late := time.NewTimer(queueTime)
	defer late.Stop()
	select {
	case p <- struct{}{}:
		defer func() { <-p }()
		do()
		return true
	case <-r.Context().Done():
	case <-late.C:
		w.Header().Set("Retry-After", retryAfter)
		writeError(w, http.StatusServiceUnavailable, fmt.Sprintf("the server is busy: %d requests are being answered; try again in a few seconds", cap(p)))
	}
	return false
}

// whole reads a request of at most limit bytes before h sees it.
func whole(limit int64, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
		if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
			writeError(w, http.StatusRequestEntityTooLarge, fmt.Sprintf("the request is larger than %d bytes", tooLarge.Limit))
			return
		} else if err != nil {
			writeError(w, http.StatusBadRequest, fmt.Sprintf("reading the request: %v", err))
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		h.ServeHTTP(w, r)
	})
}

// madeAnswer keeps an answer until it is sent.
type madeAnswer struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
	over   bool // the answer grew beyond maxAnswer
}

var errAnswerSize = fmt.Errorf("the answer is larger than %d bytes", maxAnswer)

func (a *madeAnswer) WriteHeader(status int) { a.status = status }

func (a *madeAnswer) Write(b []byte) (int, error) {
	if a.body.Len()+len(b) > maxAnswer {
		a.over = true
		return 0, errAnswerSize
	}
	return a.body.Write(b)
}

// send sends the answer. An error is a client that has gone away.
func (a *madeAnswer) send() {
	if a.over {
		writeError(a.ResponseWriter, http.StatusBadRequest, errAnswerSize.Error()+"; ask for fewer rows")
		return
	}
	a.ResponseWriter.WriteHeader(a.status)
	_, _ = a.ResponseWriter.Write(a.body.Bytes())
}

// stream lets a request pass whose answer is too long to be kept, such as the
// whole graph. Its place is one of its own kind, and a client that takes
// nothing for stallTime loses it.
func (p places) stream(body int64, h http.Handler) http.Handler {
	return whole(body, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.hold(w, r, func() {
			h.ServeHTTP(&pacedWriter{ResponseWriter: w, control: http.NewResponseController(w), begun: time.Now()}, r)
		})
	}))
}

// pacedWriter gives each write to a client stallTime, and all of them streamTime.
type pacedWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	begun   time.Time
}

func (w *pacedWriter) Write(b []byte) (int, error) {
	deadline := time.Now().Add(stallTime)
	if last := w.begun.Add(streamTime); last.Before(deadline) {
		deadline = last
	}
	_ = w.control.SetWriteDeadline(deadline) // a writer of a test has none
	return w.ResponseWriter.Write(b)
}
