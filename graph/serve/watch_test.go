package serve

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
)

func TestMetricsAndTheAccessLog(t *testing.T) {
	var log bytes.Buffer
	handler, err := New(storyGraph(t), Options{Logf: t.Logf, Access: slog.New(slog.NewJSONHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	get := func(path string) string {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest("GET", "http://localhost"+path, nil))
		return answer.Body.String()
	}
	get("/search?q=macron")
	get("/entity?id=kg:Nobody")
	get("/nothing")
	metrics := get("/metrics")
	for _, want := range []string{
		`kg_http_request_duration_seconds_count{page="GET /search",status="200"} 1`,
		`kg_http_request_duration_seconds_count{page="GET /entity",status="404"} 1`,
		"kg_http_requests_current 1",
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics lack %s:\n%s", want, metrics)
		}
	}
	if !strings.Contains(log.String(), `"path":"/search","status":200`) {
		t.Errorf("the log lacks the search:\n%s", &log)
	}
	if strings.Contains(log.String(), "macron") {
		t.Errorf("the log tells what was looked for:\n%s", &log)
	}
}

func TestABusyServerSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		busy := make(places, 1)
		release := make(chan struct{})
		handler := busy.limit(maxBody, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
		request := httptest.NewRequest("GET", "http://localhost/", nil)
		go handler.ServeHTTP(httptest.NewRecorder(), request)
		synctest.Wait()
		refused := httptest.NewRecorder()
		handler.ServeHTTP(refused, request)
		if refused.Code != 503 || refused.Header().Get("Retry-After") != "5" {
			t.Errorf("%d, Retry-After %q", refused.Code, refused.Header().Get("Retry-After"))
		}
		close(release)
		synctest.Wait()
		served := httptest.NewRecorder()
		if handler.ServeHTTP(served, request); served.Code != 200 {
			t.Errorf("%d when there is a place again", served.Code)
		}
	})
}
