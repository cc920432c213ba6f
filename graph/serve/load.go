package serve

import (
	"fmt"
	"net/http"
	"time"
)

// queueTime is how long a request waits for others to finish before it is
// told to come again.
const queueTime = 5 * time.Second

// places bounds how many requests read the graph at once: each may hold a
// query's memory and one of the machine's cores.
type places chan struct{}

// limit lets a request pass when there is a place for it, and answers that the
// server is busy where there is none for queueTime.
func (p places) limit(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		late := time.NewTimer(queueTime)
		defer late.Stop()
		select {
		case p <- struct{}{}:
			defer func() { <-p }()
			h.ServeHTTP(w, r)
		case <-r.Context().Done():
		case <-late.C:
			w.Header().Set("Retry-After", fmt.Sprint(int(queueTime.Seconds())))
			writeError(w, http.StatusServiceUnavailable, fmt.Sprintf("the server is busy: %d requests are being answered; try again in a few seconds", cap(p)))
		}
	})
}
