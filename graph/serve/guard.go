package serve

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
)

// The Content-Security-Policies. A page may load what comes from this server
// and nothing else, and runs no script that stands in the page itself. Cayley's
// UI sets styles from its scripts and draws its select box with a data: image.
const (
	ourPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	uiPolicy  = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
)

// guard is what every request passes before it is looked at.
//
// A server on localhost can be reached by any web page that the user opens.
// Such a page must neither read the graph nor burden it, so a request must name
// a host that is ours, must not come from another origin unless it only asks to
// be shown something, and no answer permits another origin to read it.
func guard(h http.Handler, o Options) http.Handler {
	sameOrigin := http.NewCrossOriginProtection().Handler(h)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer answerPanic(w, r, o)
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Content-Security-Policy", ourPolicy)
		if strings.HasPrefix(r.URL.Path, uiPath) {
			header.Set("Content-Security-Policy", uiPolicy)
		}
		if !ourHost(r.Host, o.Hosts) {
			writeError(w, http.StatusMisdirectedRequest, fmt.Sprintf("this server is not %q; open it by its address, such as http://127.0.0.1:64210/", r.Host))
			return
		}
		if burdens(r) {
			writeError(w, http.StatusForbidden, "a page of another origin may link to this one, and nothing else")
			return
		}
		sameOrigin.ServeHTTP(w, r)
	})
}

// burdens reports whether a page of another origin makes a browser ask for
// something: to read it such a page is not allowed, but each query that it asks
// for, as a picture perhaps, would take its time. A person may follow a link from
// elsewhere to a page, but none that is a query. What is no browser sends no
// Sec-Fetch-Site (www.w3.org/TR/fetch-metadata).
func burdens(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site == "" || site == "same-origin" || site == "none" {
		return false
	}
	follows := r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	return !follows || strings.HasPrefix(r.URL.Path, "/api/")
}

// ourHost reports whether a Host header names this server. An attacker can let
// a name of his own resolve to 127.0.0.1 (DNS rebinding), and his page is then
// of the same origin as this server; he cannot do so with an IP address.
func ourHost(hostport string, names []string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "localhost" || slices.Contains(names, host)
}

// answerPanic turns a panic into an answer, so that one bad request costs no
// other. What is not meant for it, http.ErrAbortHandler, it passes on.
func answerPanic(w http.ResponseWriter, r *http.Request, o Options) {
	failure := recover()
	if failure == nil {
		return
	}
	if failure == http.ErrAbortHandler {
		panic(failure)
	}
	o.Logf("%s %s: %v\n%s", r.Method, r.URL.Path, failure, debug.Stack())
	writeError(w, http.StatusInternalServerError, "something went wrong inside; the server's log has it")
}
