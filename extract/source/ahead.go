package source

import "context"

// pagesAhead is how many of the pages that a feed links to are asked for before the
// first of them is taken. Feeds that gather news link to many hosts, and what one is
// slow to send need not keep the others waiting; the pages lie in memory meanwhile.
const pagesAhead = 8

// ahead fetches pages before they are taken, in the order in which they will be.
type ahead struct {
	ctx   context.Context
	fetch *Fetcher
	next  []string // not asked for yet
	asked map[string]chan answer
}

// answer is a page or why there is none.
type answer struct {
	page fetched
	err  error
}

func newAhead(ctx context.Context, fetch *Fetcher, addresses []string) *ahead {
	return &ahead{ctx: ctx, fetch: fetch, next: addresses, asked: map[string]chan answer{}}
}

// take returns the page at an address.
func (a *ahead) take(address string) (fetched, error) {
	a.ask()
	asked, ok := a.asked[address]
	if !ok { // it was taken before, or its turn has not come
		return a.fetch.get(a.ctx, address)
	}
	got := <-asked
	delete(a.asked, address)
	return got.page, got.err
}

// ask asks for the next pages, as far as may be.
func (a *ahead) ask() {
	for len(a.next) > 0 && len(a.asked) < pagesAhead {
		address := a.next[0]
		a.next = a.next[1:]
		if a.asked[address] != nil {
			continue
		}
		answers := make(chan answer, 1)
		a.asked[address] = answers
		go func() {
			page, err := a.fetch.get(a.ctx, address)
			answers <- answer{page, err}
		}()
	}
}

// fetch returns the page at an address, which may have been asked for already.
func (w *walk) fetch(address string) (fetched, error) {
	if w.ahead != nil {
		return w.ahead.take(address)
	}
	return w.reader.Fetch.get(w.ctx, address)
}
