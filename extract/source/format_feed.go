package source

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"

	"kg/extract"
)

func isFeed(head []byte) bool {
	start := beginning(head)
	if !strings.HasPrefix(start, "<?xml") && !strings.HasPrefix(start, "<rss") && !strings.HasPrefix(start, "<feed") && !strings.HasPrefix(start, "<rdf:rdf") {
		return false
	}
	return strings.Contains(start, "<rss") || strings.Contains(start, "<feed") || strings.Contains(start, "<rdf:rdf")
}

// fullText is how many words an item of a feed has at least if it is the whole
// article: teasers have up to about eighty.
const fullText = 120

// openFeed yields the items of an RSS, Atom or JSON feed. An item that is only
// a teaser is read from the page it links to where the feed was fetched too; of
// a feed in a file, it is the article itself.
func openFeed(w *walk, b blob) {
	content, err := readDocument(b.r)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: %w", &b, plainError(err)))
		return
	}
	feed, err := parseFeed(content)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: not a feed that can be read: %w", &b, err))
		return
	}
	base, _ := url.Parse(cmp.Or(b.meta.URL, feed.FeedLink, feed.Link))
	if b.online {
		ctx, cancel := context.WithCancel(w.ctx)
		defer cancel()
		before := w.ahead
		w.ahead = newAhead(ctx, w.reader.Fetch, teasers(feed.Items, base), pagesAhead)
		defer func() { w.ahead = before }()
	}
	for i, item := range feed.Items {
		if !w.feedItem(b, item, i+1, base) {
			return
		}
	}
}

// teasers returns the addresses of the items that are read from their pages.
func teasers(items []*gofeed.Item, base *url.URL) []string {
	var links []string
	for _, item := range items {
		if link := resolve(base, item.Link); link != "" && isTeaser(itemText(item)) {
			links = append(links, link)
		}
	}
	return links
}

func itemText(item *gofeed.Item) string {
	return ownLines(fragmentText(cmp.Or(item.Content, item.Description)))
}

func isTeaser(text string) bool { return len(strings.Fields(text)) < fullText }

// ownEntity is where a document defines an entity of its own (XML 1.0, 4.2).
var ownEntity = regexp.MustCompile(`<!ENTITY\s`)

// parseFeed parses a feed. The parser leaves entities that a feed defines as they
// are, so that they cannot expand without end or fetch a file, but what is left
// is no text: no feed that means well has them. A panic of the feed parser on odd
// input is an error of that input.
func parseFeed(content []byte) (feed *gofeed.Feed, err error) {
	if ownEntity.Match(content[:min(len(content), sniffBytes)]) {
		return nil, errors.New("it defines entities of its own, which are not read")
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged: %v", p)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(content))
}

func (w *walk) feedItem(b blob, item *gofeed.Item, number int, base *url.URL) bool {
	link := resolve(base, item.Link)
	text := itemText(item)
	meta := feedMeta(item, link)
	source := cmp.Or(link, b.source+"#item="+cmp.Or(item.GUID, strconv.Itoa(number)))
	if b.online && link != "" && isTeaser(text) {
		w.page(link, meta)
		return !w.stopped
	}
	return w.document(source, func() string { return contentOf("feed", []byte(text), meta) }, func() (extract.Article, error) {
		body := validText(text)
		if isBlank([]byte(body)) {
			return extract.Article{}, fmt.Errorf("%s: item %d (%s): %w", &b, number, cmp.Or(meta.Title, "untitled"), errEmpty)
		}
		return extract.NewArticle(source, body, meta), nil
	})
}

func feedMeta(item *gofeed.Item, link string) extract.Meta {
	meta := extract.Meta{Title: oneLine(fragmentText(item.Title)), URL: link}
	var authors []string
	for _, person := range item.Authors {
		if person != nil && person.Name != "" {
			authors = append(authors, person.Name)
		}
	}
	meta.Author = oneLine(strings.Join(authors, ", "))
	if item.UpdatedParsed != nil {
		meta.Modified = item.UpdatedParsed.UTC()
	}
	switch {
	case item.PublishedParsed != nil:
		meta.Published = dayUTC(*item.PublishedParsed)
	case item.UpdatedParsed != nil:
		meta.Published = dayUTC(*item.UpdatedParsed)
	}
	return meta
}
