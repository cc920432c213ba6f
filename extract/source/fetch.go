package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/temoto/robotstxt"

	"kg/extract"
)

// IsAddress reports whether a path is an http or https address.
func IsAddress(path string) bool {
	lower := strings.ToLower(path)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// Limits of a fetch.
const (
	fetchTimeout = 30 * time.Second // for one page, redirects and body included
	maxRedirects = 5                // browsers allow 20; articles need two or three
	hostPause    = time.Second      // between two pages of one host, unless robots.txt asks for more
	longestPause = 30 * time.Second // that robots.txt is heeded with
	robotsBytes  = 500 << 10        // RFC 9309, 2.5: at least 500 KiB are to be read
	robotsFresh  = 24 * time.Hour   // RFC 9309, 2.4: how long a robots.txt may be kept
	hostRest     = time.Minute      // after a host did not answer, before it is asked again
	mostRequests = 16               // at once, of all hosts together
)

// Fetcher reads web pages politely: it heeds robots.txt (RFC 9309), pauses
// between pages of one host, which it asks for one page at a time, and bounds time,
// size, redirects and how many hosts are asked at once. Addresses inside this machine or its network are refused, also where a public name or
// a redirect leads there. It may be used by several goroutines at once.
type Fetcher struct {
	agent   string
	client  *http.Client
	pause   time.Duration // hostPause; less in tests
	timeout time.Duration // fetchTimeout; less in tests
	slots   chan struct{} // one taken for each request

	mu    sync.Mutex
	hosts map[string]*host // by scheme and host
}

// host is what is known of one server. It belongs to who has its turn.
type host struct {
	turn    chan struct{} // holds a value while a page of it is asked for
	robots  *robotstxt.Group
	expires time.Time // when robots is to be read again
	down    error     // why it did not answer, if it did not
	rest    time.Time // until when it is not asked again, where it is down
	ready   time.Time // the earliest time for the next page
}

// NewFetcher returns a fetcher that calls itself agent. allowPrivate lets it
// read addresses of this machine and its network.
func NewFetcher(agent string, allowPrivate bool) *Fetcher {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !allowPrivate {
		dialer.Control = refusePrivate
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = dialer.DialContext
	transport.Proxy = proxyUnlessGuarded(allowPrivate)
	transport.ResponseHeaderTimeout = fetchTimeout
	return &Fetcher{
		agent: agent, pause: hostPause, timeout: fetchTimeout, slots: make(chan struct{}, mostRequests),
		client: &http.Client{
			Transport: transport,
			CheckRedirect: func(req *http.Request, via []*http.Request) error {
				if len(via) > maxRedirects {
					return fmt.Errorf("more than %d redirects", maxRedirects)
				}
				return nil
			},
		},
		hosts: map[string]*host{},
	}
}

// proxyUnlessGuarded returns no proxy where addresses are checked, since only
// the proxy would see them.
func proxyUnlessGuarded(allowPrivate bool) func(*http.Request) (*url.URL, error) {
	if allowPrivate {
		return http.ProxyFromEnvironment
	}
	return nil
}

var errPrivate = errors.New("an address inside this machine or network: allow it with --allow-private if it is meant")

// refusePrivate fails for connections to addresses that are not public. It
// sees the address that is connected to, so no name and no redirect gets round
// it.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	ip, err := netip.ParseAddrPort(address)
	if err != nil || !isPublic(ip.Addr().Unmap()) {
		return errPrivate
	}
	return nil
}

// shared is the address space of carriers (RFC 6598).
var shared = netip.MustParsePrefix("100.64.0.0/10")

func isPublic(ip netip.Addr) bool {
	return ip.IsGlobalUnicast() && !ip.IsPrivate() && !ip.IsLoopback() && !ip.IsLinkLocalUnicast() && !shared.Contains(ip)
}

// fetched is a page as its server sent it.
type fetched struct {
	address string // after redirects
	media   string
	content []byte
	stamps
}

// stamps tell one state of a page from another (RFC 9110, 8.8).
type stamps struct {
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
}

// get fetches the page at an address. The error has neither the address nor
// what led to it.
func (f *Fetcher) get(ctx context.Context, address string) (fetched, error) {
	return f.getUnless(ctx, address, stamps{})
}

// getUnless is get, or errUnchanged where the page is still as it was.
func (f *Fetcher) getUnless(ctx context.Context, address string, was stamps) (fetched, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return fetched{}, errors.New("not an address that can be read")
	}
	h := f.hostOf(u)
	if err := take(ctx, h.turn); err != nil {
		return fetched{}, err
	}
	defer func() { <-h.turn }()
	if err := f.readRobots(ctx, h, u); err != nil {
		return fetched{}, err
	}
	if !h.robots.Test(u.RequestURI()) {
		return fetched{}, errors.New("its robots.txt asks programs not to read it")
	}
	if err := h.wait(ctx, f.pause); err != nil {
		return fetched{}, err
	}
	return f.request(ctx, u.String(), MaxBytes, was)
}

// take waits until there is room in a channel of places, and takes one.
func take(ctx context.Context, places chan struct{}) error {
	select {
	case places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (f *Fetcher) hostOf(u *url.URL) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	if f.hosts[key] == nil {
		f.hosts[key] = &host{turn: make(chan struct{}, 1)}
	}
	return f.hosts[key]
}

// readRobots reads a host's robots.txt the first time, and once a day. A server that
// has none allows everything; one that fails allows nothing (RFC 9309, 2.3.1), and is
// left alone for a while, so that a dead one is not waited for page by page.
func (f *Fetcher) readRobots(ctx context.Context, h *host, u *url.URL) error {
	switch now := time.Now(); {
	case h.robots != nil && now.Before(h.expires):
		return nil
	case h.down != nil && now.Before(h.rest):
		return h.down
	}
	robots, err := f.robotsOf(ctx, u)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	h.down, h.rest = err, time.Now().Add(hostRest)
	if err != nil {
		return err
	}
	h.robots, h.expires = robots.FindGroup(f.agent), time.Now().Add(robotsFresh)
	return nil
}

func (f *Fetcher) robotsOf(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	page, err := f.request(ctx, u.Scheme+"://"+u.Host+"/robots.txt", robotsBytes, stamps{})
	var status statusError
	switch {
	case err == nil:
		status = http.StatusOK
	case errors.As(err, &status) && status < http.StatusInternalServerError:
	case errors.As(err, &status), errors.As(err, new(*BusyError)):
		return nil, fmt.Errorf("its robots.txt cannot be read: %w", err)
	default:
		return nil, err
	}
	robots, err := robotstxt.FromStatusAndBytes(int(status), page.content)
	if err != nil {
		return nil, fmt.Errorf("its robots.txt cannot be understood: %w", err)
	}
	return robots, nil
}

// wait waits until the host may be asked again.
func (h *host) wait(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(time.Until(h.ready))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
	}
	h.ready = time.Now().Add(min(max(pause, h.robots.CrawlDelay), longestPause))
	return nil
}

// statusError is an HTTP status other than 200.
type statusError int

func (e statusError) Error() string {
	return fmt.Sprintf("the server answered %d %s", int(e), http.StatusText(int(e)))
}

// errUnchanged is the answer of a server to a request for what has changed.
var errUnchanged = errors.New("it has not changed")

// BusyError is an answer of a server that asks not to be asked again for a time.
type BusyError struct {
	statusError
	After time.Duration // 0 where it does not say
}

// answerError returns the error of an answer that is no page.
func answerError(resp *http.Response) error {
	switch resp.StatusCode {
	case http.StatusNotModified:
		return errUnchanged
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return &BusyError{statusError(resp.StatusCode), retryAfter(resp.Header.Get("Retry-After"))}
	}
	return statusError(resp.StatusCode)
}

// retryAfter reads the header field of that name (RFC 9110, 10.2.3).
func retryAfter(value string) time.Duration {
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(max(0, min(seconds, maxRetryAfter))) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, time.Until(at))
	}
	return 0
}

const maxRetryAfter = 7 * 24 * 3600 // seconds; a server that asks for more is wrong

// request reads one address, at most so many bytes, unless it is as it was.
func (f *Fetcher) request(ctx context.Context, address string, most int64, was stamps) (fetched, error) {
	if err := take(ctx, f.slots); err != nil {
		return fetched{}, err
	}
	defer func() { <-f.slots }()
	ctx, cancel := context.WithTimeout(ctx, f.timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return fetched{}, errors.New("not an address that can be read")
	}
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5")
	if was.ETag != "" {
		req.Header.Set("If-None-Match", was.ETag)
	}
	if was.LastModified != "" {
		req.Header.Set("If-Modified-Since", was.LastModified)
	}
	resp, err := f.client.Do(req)
	if err != nil {
		return fetched{}, f.explain(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fetched{}, answerError(resp)
	}
	content, err := io.ReadAll(io.LimitReader(resp.Body, most+1))
	switch {
	case err != nil:
		return fetched{}, f.explain(err)
	case int64(len(content)) > most:
		return fetched{}, errTooLarge
	}
	return fetched{
		resp.Request.URL.String(), resp.Header.Get("Content-Type"), content,
		stamps{resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")},
	}, nil
}

// explain returns the reason of an error without the address, which the message
// has already.
func (f *Fetcher) explain(err error) error {
	var urlErr *url.Error
	if errors.As(err, &urlErr) {
		err = urlErr.Err
	}
	var noHost *net.DNSError
	switch {
	case errors.As(err, &noHost) && noHost.IsNotFound:
		return inWords{"there is no host " + noHost.Name + ": check the address", err}
	case errors.Is(err, syscall.ECONNREFUSED):
		return inWords{"no server answers there (connection refused)", err}
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no answer within %v", f.timeout)
	}
	return plainError(err)
}

// address yields what stands at an address that was named by a person.
func (w *walk) address(address string) { w.page(address, extract.Meta{}) }

// page yields what stands at an address; meta is what is known of it.
func (w *walk) page(address string, meta extract.Meta) {
	if w.reader.Fetch == nil {
		w.fail(address, fmt.Errorf("%s: addresses are not read here: save the page and name the file", address))
		return
	}
	got, err := w.fetch(address)
	if err != nil {
		w.fail(address, fmt.Errorf("%s: %w", address, err))
		return
	}
	name := ""
	if u, err := url.Parse(got.address); err == nil {
		name = path.Base(u.Path)
	}
	meta.URL = got.address
	body := strings.NewReader(string(got.content))
	w.open(blob{source: address, name: name, media: got.media, meta: meta, r: w.budget.taken(body), online: true})
}
