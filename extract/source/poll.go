package source

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"kg/extract"
)

// FeedState is what is kept of a feed between two polls, so that the next reads
// only what is new. Its zero value knows nothing.
type FeedState struct {
	stamps
	Seen  map[string]string `json:"seen,omitempty"`  // by item: a hash of what the feed said when it was read
	Tried map[string]int    `json:"tried,omitempty"` // by item that could not be read: how often
}

// tries is how often an item that cannot be read is tried again: its page may
// come a little later than the feed that names it.
const tries = 3

// Poll is one look at a feed: the items that are new or that it has changed.
type Poll struct {
	reader *Reader
	blob   blob
	base   *url.URL
	items  []item
	next   FeedState
	ahead  *ahead
}

// item is an item of a feed that is to be read.
type item struct {
	*gofeed.Item
	number int // in the feed, counted from 1
	key    string
	digest string
}

// Poll asks the server of a feed for what came since before, politely: where
// nothing did, the feed is not even sent. It is a [*BusyError] where the server
// asks for time.
func (r *Reader) Poll(ctx context.Context, address string, before FeedState) (*Poll, error) {
	if r.Fetch == nil {
		return nil, fmt.Errorf("%s: addresses are not read here", address)
	}
	p := &Poll{reader: r, next: FeedState{stamps: before.stamps, Seen: map[string]string{}, Tried: map[string]int{}}}
	was := before.stamps
	if len(before.Tried) > 0 {
		was = stamps{} // what could not be read is in the feed alone
	}
	got, err := r.Fetch.getUnless(ctx, address, was)
	if errors.Is(err, errUnchanged) {
		p.next = before
		return p, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, err)
	}
	feed, err := parseFeed(got.content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, noFeed(got, err))
	}
	p.next.stamps = got.stamps
	p.blob = blob{source: address, meta: extract.Meta{URL: got.address}, online: true}
	p.base, _ = url.Parse(got.address)
	for i, it := range feed.Items {
		p.add(before, item{Item: it, number: i + 1})
	}
	return p, nil
}

// add takes an item that is to be read, or notes that it was.
func (p *Poll) add(before FeedState, it item) {
	it.key = cmp.Or(it.GUID, it.Link, it.Title)
	sum := sha256.Sum256([]byte(strings.Join([]string{it.Title, it.Link, it.Published, it.Updated, it.Content, it.Description}, "\x00")))
	it.digest = hex.EncodeToString(sum[:8])
	if before.Seen[it.key] == it.digest {
		p.next.Seen[it.key] = it.digest
		return
	}
	p.next.Tried[it.key] = before.Tried[it.key]
	p.items = append(p.items, it)
}

// noFeed says what is wrong with what should be a feed, and where the feed of a
// page is.
func noFeed(got fetched, err error) error {
	if !isHTML(got.content[:min(len(got.content), sniffLength)]) {
		return fmt.Errorf("not a feed that can be read: %w", err)
	}
	base, _ := url.Parse(got.address)
	if root, err := parseBounded(strings.NewReader(string(got.content))); err == nil {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && n.Data == "link" && strings.EqualFold(attribute(n, "rel"), "alternate") && isFeedType(attribute(n, "type")) {
				return fmt.Errorf("a page, not a feed; its feed is %s", resolve(base, attribute(n, "href")))
			}
		}
	}
	return errors.New("a page, not a feed, and it names none")
}

func isFeedType(media string) bool {
	f, ok := findFormat(func(f format) bool { return f.name == "feed" })
	for _, m := range f.media {
		ok = ok && m != strings.ToLower(media)
	}
	return !ok
}

// Len is how many items are to be read.
func (p *Poll) Len() int { return len(p.items) }

// Documents yields what the item i holds or links to, the oldest item, which
// feeds have last, at 0. The pages of the items behind it are asked for meanwhile, until
// the ctx of the first call ends. [Poll.Done] may be called by another goroutine.
func (p *Poll) Documents(ctx context.Context, i int) iter.Seq2[Document, error] {
	it := p.at(i)
	if p.ahead == nil && p.blob.online {
		items := make([]*gofeed.Item, p.Len())
		for i := range items {
			items[i] = p.at(i).Item
		}
		p.ahead = newAhead(ctx, p.reader.Fetch, teasers(items, p.base), pagesAhead)
	}
	return func(yield func(Document, error) bool) {
		w := &walk{ctx: ctx, reader: p.reader, yield: yield, budget: &budget{}, ahead: p.ahead}
		w.feedItem(p.blob, it.Item, it.number, p.base)
	}
}

func (p *Poll) at(i int) item { return p.items[len(p.items)-1-i] }

// Done notes that the item i was read, or could not be.
func (p *Poll) Done(i int, read bool) {
	it := p.at(i)
	tried := p.next.Tried[it.key] + 1
	if read || tried >= tries {
		delete(p.next.Tried, it.key)
		p.next.Seen[it.key] = it.digest
		return
	}
	p.next.Tried[it.key] = tried
}

// Waiting is how many items could not be read and are to be tried again.
func (p *Poll) Waiting() int { return len(p.next.Tried) }

// Next is the state to be kept for the next poll. Items that [Poll.Done] was not
// told of are read then.
func (p *Poll) Next() FeedState { return p.next }
