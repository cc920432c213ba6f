package serve

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestHosts(t *testing.T) {
	server := serveWith(t, Options{Hosts: []string{"newsroom.example"}})
	for _, test := range []struct {
		host   string
		status int
	}{
		{"localhost", 200},
		{"localhost:64210", 200},
		{"LOCALHOST.", 200},
		{"127.0.0.1:64210", 200},
		{"[::1]:64210", 200},
		{"192.168.1.7", 200},
		{"newsroom.example:64210", 200},
		// A name that an attacker may point at this machine.
		{"attacker.example", 421},
		{"localhost.attacker.example:64210", 421},
		{"127.0.0.1.attacker.example", 421},
		{"notlocalhost", 421},
	} {
		for _, path := range []string{"/", "/cayley/", "/api/v2/formats"} {
			if status, body := fetch(t, "GET", server+path, "", "Host", test.host); status != test.status {
				t.Errorf("host %s: %s: %d, want %d: %s", test.host, path, status, test.status, body)
			}
		}
	}
}

func TestOtherPagesMayNotAsk(t *testing.T) {
	server := newServer(t)
	const query = `g.V().Count()`
	if status, _ := fetch(t, "POST", server+"/api/v2/query?lang=gizmo", query, "Origin", server); status != 200 {
		t.Errorf("from its own page: %d", status)
	}
	if status, _ := fetch(t, "POST", server+"/api/v2/query?lang=gizmo", query); status != 200 {
		t.Errorf("from curl: %d", status)
	}
	for _, header := range [][]string{
		{"Origin", "https://attacker.example"},
		{"Origin", "null"},
		{"Sec-Fetch-Site", "cross-site"},
	} {
		for _, path := range []string{"/api/v2/query?lang=gizmo", "/api/v2/write", "/api/v1/query/gizmo"} {
			if status, _ := fetch(t, "POST", server+path, query, header...); status != 403 {
				t.Errorf("%v: %s: %d, want 403", header, path, status)
			}
		}
	}
}

// A page elsewhere may be a link to a page here; it may not make a browser ask.
func TestOtherPagesMayNotBurden(t *testing.T) {
	server := newServer(t)
	const query = "/api/v2/query?lang=gizmo&qu=g.V().Count()"
	for _, test := range []struct {
		site, mode, dest, path string
		status                 int
	}{
		{"cross-site", "navigate", "document", "/", 200},
		{"same-site", "navigate", "document", "/entity?id=kg:Keir_Starmer", 200},
		{"cross-site", "navigate", "iframe", "/", 403},
		{"cross-site", "no-cors", "image", "/", 403},
		{"same-site", "no-cors", "image", query, 403},
		{"cross-site", "no-cors", "script", query, 403},
		{"cross-site", "cors", "empty", query, 403},
		{"cross-site", "navigate", "document", query, 403},
		{"cross-site", "no-cors", "script", "/cayley/opening.js", 403},
		{"same-origin", "cors", "empty", query, 200},
		{"none", "navigate", "document", query, 200}, // typed by the user
	} {
		status, _ := fetch(t, "GET", server+test.path, "", "Sec-Fetch-Site", test.site, "Sec-Fetch-Mode", test.mode, "Sec-Fetch-Dest", test.dest)
		if status != test.status {
			t.Errorf("%s %s %s %s: %d, want %d", test.site, test.mode, test.dest, test.path, status, test.status)
		}
	}
}

func TestNoAnswerLetsOtherPagesRead(t *testing.T) {
	server := newServer(t)
	for _, path := range []string{"/", "/cayley/", "/api/v2/query?lang=gizmo&qu=g.V().Count()", "/nothing"} {
		request, err := http.NewRequest("GET", server+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Origin", "https://attacker.example")
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		for _, name := range []string{"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"} {
			if value := answer.Header.Get(name); value != "" {
				t.Errorf("%s: %s: %s", path, name, value)
			}
		}
		policy := answer.Header.Get("Content-Security-Policy")
		if policy == "" || strings.Contains(strings.Split(policy, "style-src")[0], "unsafe") {
			t.Errorf("%s: Content-Security-Policy: %s", path, policy)
		}
	}
}

func TestAPanicIsAnswered(t *testing.T) {
	logged := ""
	handler := guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("broken") }),
		Options{Logf: func(_ string, args ...any) { logged = args[2].(string) }})
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", "http://localhost/", nil))
	if answer.Code != 500 || strings.Contains(answer.Body.String(), "broken") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
	if logged != "broken" {
		t.Errorf("logged %q", logged)
	}
}

func TestServeFinishesWhatIsUnderWay(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	begun := make(chan struct{})
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-ctx.Done()
		w.Write([]byte("done"))
	})
	served := make(chan error, 1)
	go func() { served <- Serve(ctx, listener, handler, time.Second) }()
	go func() { <-begun; stop() }()
	if status, body := fetch(t, "GET", "http://"+listener.Addr().String(), ""); status != 200 || body != "done" {
		t.Errorf("%d %q", status, body)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", listener.Addr().String()); err == nil {
		t.Error("it still listens")
	}
}
