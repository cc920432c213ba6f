package serve

import (
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// watch counts what is answered, for /metrics, and logs it.
type watch struct {
	registry *prometheus.Registry
	seconds  *prometheus.HistogramVec
	current  prometheus.Gauge
	log      *slog.Logger // nil where nobody wants it
}

func newWatch(log *slog.Logger) *watch {
	w := &watch{
		registry: prometheus.NewRegistry(),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "kg_http_request_duration_seconds", Help: "Time to answer a request, by the page asked for and the status.",
			Buckets: []float64{.005, .02, .1, .5, 2, 10, 30},
		}, []string{"page", "status"}),
		current: prometheus.NewGauge(prometheus.GaugeOpts{Name: "kg_http_requests_current", Help: "Requests being answered."}),
		log:     log,
	}
	w.registry.MustRegister(w.seconds, w.current, collectors.NewGoCollector())
	return w
}

func (w *watch) metrics() http.Handler {
	return promhttp.HandlerFor(w.registry, promhttp.HandlerOpts{})
}

// over watches h. A request is known by its pattern and its path; what stands
// after the "?" is what somebody looks for, and is not logged.
func (w *watch) over(h http.Handler) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		w.current.Inc()
		defer w.current.Dec()
		seen := &seenWriter{ResponseWriter: out, status: http.StatusOK}
		h.ServeHTTP(seen, r)
		took := time.Since(begun)
		page := r.Pattern
		if page == "" {
			page = "none"
		}
		w.seconds.WithLabelValues(page, strconv.Itoa(seen.status)).Observe(took.Seconds())
		if w.log != nil {
			w.log.Info("answered", "method", r.Method, "path", r.URL.Path, "status", seen.status,
				"bytes", seen.bytes, "ms", took.Milliseconds(), "from", r.RemoteAddr)
		}
	})
}

// seenWriter remembers what was answered.
type seenWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
	begun  bool
}

func (w *seenWriter) WriteHeader(status int) {
	if !w.begun {
		w.status, w.begun = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *seenWriter) Write(b []byte) (int, error) {
	w.begun = true
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *seenWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
