package source

import (
	"context"
	"net/url"
	"sync/atomic"
)

// What one host is slow to send need not keep the others waiting: pages are asked for
// before they are taken, and lie in memory meanwhile. The feed's are few, since of a
// feed that is watched only what is new is read.
const (
	pagesAhead     = 8  // of those that a feed links to
	addressesAhead = 64 // of addresses that were named: those of four hosts, where each has many
	hostAhead      = 16 // of one host, which is asked for one after the other
)

// Ahead returns a reader of paths, which are to be read in the order in which they are
// given and by one goroutine: while one is read, the addresses behind it are fetched,
// those of several hosts at once, until ctx ends.
func (r *Reader) Ahead(ctx context.Context, paths []string) *Reader {
	var addresses []string
	for _, path := range paths {
		if IsAddress(path) {
			addresses = append(addresses, path)
		}
	}
	if r.Fetch == nil || len(addresses) < 2 {
		return r
	}
	ahead := *r
	ahead.named = newAhead(ctx, r.Fetch, addresses, addressesAhead)
	return &ahead
}

// ahead fetches pages before they are taken.
type ahead struct {
	ctx   context.Context
	fetch *Fetcher
	most  int                 // pages that are asked for and not taken
	hosts []string            // that have pages which are not asked for yet, as they came
	next  map[string][]string // by host: these pages, in the order in which they are taken
	of    map[string]int      // by host: how many are asked for and not taken
	asked map[string]chan answer
	bytes atomic.Int64 // of the pages that have come and are not taken
}

// answer is a page or why there is none.
type answer struct {
	page fetched
	err  error
}

func newAhead(ctx context.Context, fetch *Fetcher, addresses []string, most int) *ahead {
	a := &ahead{ctx: ctx, fetch: fetch, most: most, next: map[string][]string{}, of: map[string]int{}, asked: map[string]chan answer{}}
	for _, address := range addresses {
		host := hostIn(address)
		if len(a.next[host]) == 0 {
			a.hosts = append(a.hosts, host)
		}
		a.next[host] = append(a.next[host], address)
	}
	return a
}

func hostIn(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// take returns the page at an address.
func (a *ahead) take(address string) (fetched, error) {
	a.ask()
	host := hostIn(address)
	asked, ok := a.asked[address]
	if !ok { // it was taken before, or its turn has not come
		if next := a.next[host]; len(next) > 0 && next[0] == address {
			a.next[host] = next[1:]
		}
		return a.fetch.get(a.ctx, address)
	}
	got := <-asked
	a.bytes.Add(-int64(len(got.page.content)))
	delete(a.asked, address)
	a.of[host]--
	return got.page, got.err
}

// ask asks for the next pages as far as may be, for one of each host, then for another.
// What has come may take no more memory than the largest document.
func (a *ahead) ask() {
	for more := true; more; {
		more = false
		hosts := a.hosts[:0]
		for _, host := range a.hosts {
			if a.of[host] < hostAhead && len(a.asked) < a.most && a.bytes.Load() < MaxBytes {
				more = a.askOf(host) || more
			}
			if len(a.next[host]) > 0 {
				hosts = append(hosts, host)
			}
		}
		a.hosts = hosts
	}
}

// askOf asks for the next page of a host, and reports whether it has one that is not
// asked for already.
func (a *ahead) askOf(host string) bool {
	for len(a.next[host]) > 0 {
		address := a.next[host][0]
		a.next[host] = a.next[host][1:]
		if a.asked[address] != nil {
			continue
		}
		answers := make(chan answer, 1)
		a.asked[address] = answers
		a.of[host]++
		go func() {
			page, err := a.fetch.get(a.ctx, address)
			a.bytes.Add(int64(len(page.content)))
			answers <- answer{page, err}
		}()
		return true
	}
	return false
}

// fetch returns the page at an address, which may have been asked for already.
func (w *walk) fetch(address string) (fetched, error) {
	if w.ahead != nil {
		return w.ahead.take(address)
	}
	return w.reader.Fetch.get(w.ctx, address)
}
