package source

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"kg/extract"
)

func isHTML(head []byte) bool {
	start := beginning(head)
	return strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") ||
		strings.HasPrefix(start, "<") && (strings.Contains(start, "<head") || strings.Contains(start, "<body") || strings.Contains(start, "<article"))
}

// openHTML yields the article of a page: its body without navigation, adverts
// and footers, found by Mozilla's Readability (go-readability v2).
//
// go-trafilatura 1.12 was measured beside it on pages of eight layouts (30 of
// each): both kept all of every article and nothing beside it, but for adverts
// between its paragraphs, of which Readability kept .42 and trafilatura .33; with
// removeClutter none is left. It takes twice the time for a page, and its date
// parser, which the package of its extractor imports, .3 s and 88 MB at every
// start of the program.
func openHTML(w *walk, b blob) {
	w.whole(b, "html", func(content []byte) (extract.Article, error) {
		page, err := parsePage(content, b.media, b.meta.URL)
		if err != nil {
			return extract.Article{}, err
		}
		return extract.NewArticle(b.source, page.text, merged(page.meta, b.meta)), nil
	})
}

// page is what is found on an HTML page.
type page struct {
	text string
	meta extract.Meta
}

// maxElements is how many elements a page may have: the largest news pages
// have about ten thousand, and finding the body takes time and memory for each.
const maxElements = 200_000

// parsePage finds the article of an HTML page that was found at an address,
// which may be empty.
func parsePage(content []byte, media, address string) (page, error) {
	if isBlank(content) {
		return page{}, errEmpty
	}
	utf8, err := charset.NewReader(bytes.NewReader(content), media)
	if err != nil {
		return page{}, fmt.Errorf("its encoding is not known: %w", err)
	}
	root, err := parseBounded(utf8)
	if err != nil {
		return page{}, err
	}
	base, _ := url.Parse(address) // nil where it is none: links stay relative
	head := readHead(root, base)
	removeClutter(root)
	found, err := readability.FromDocument(root, base)
	if err != nil {
		return page{}, fmt.Errorf("no article found on the page: %w", err)
	}
	var text strings.Builder
	if found.Node != nil {
		if err := found.RenderText(&text); err != nil {
			return page{}, err
		}
	}
	if strings.TrimSpace(text.String()) == "" {
		return page{}, errors.New("no article found on the page: it has no body of text (pages built by script don't; save the text)")
	}
	meta := extract.Meta{Title: head.title, Author: authorOf(oneLine(found.Byline())), URL: head.canonical}
	meta.Title = head.headline(cmp.Or(meta.Title, oneLine(found.Title())))
	if published, err := found.PublishedTime(); err == nil {
		meta.Published = dayUTC(published)
	} else if at, ok := parseTime(head.time); ok {
		meta.Published = at
	}
	if modified, err := found.ModifiedTime(); err == nil {
		meta.Modified = modified.UTC()
	} else if at, ok := parseInstant(head.modified); ok {
		meta.Modified = at.UTC()
	}
	all := validText(text.String())
	guess := guessMeta("", all)
	guess.Title, guess.URL = "", address
	if head.day.IsZero() {
		head.day = guess.Published
	}
	guess.Published = head.day
	return page{ownLines(all), merged(meta, guess)}, nil
}

// parseBounded parses HTML and refuses more elements than a page has.
func parseBounded(r io.Reader) (*html.Node, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	if n := bytes.Count(content, []byte("<")); n > maxElements {
		return nil, fmt.Errorf("%d tags on one page, more than %d: not an article", n, maxElements)
	}
	return html.Parse(bytes.NewReader(content))
}

// head is what a page says of itself.
type head struct {
	canonical string    // absolute address
	title     string    // of the headline, without the name of the site
	time      string    // of the first <time datetime>
	modified  string    // by its data in JSON-LD
	headings  []string  // <h1>
	day       time.Time // that a line below the heading names, "Posted on 3 June 2025"
}

// headline returns a page's title without the name of the site behind it, which the
// page's heading does not have: "Harbour reopens | Courier". A page without a title
// has its heading, if that is the only one.
func (h head) headline(title string) string {
	for _, heading := range h.headings {
		site, found := strings.CutPrefix(title, heading)
		if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(site)); found && strings.ContainsRune("|-–—·:»", r) && len(site) < len(heading) {
			return heading
		}
	}
	if title == "" && len(h.headings) == 1 && len(h.headings[0]) <= headlineBytes {
		return h.headings[0]
	}
	return title
}

// readHead reads a page's canonical address and headline (RFC 6596, Open
// Graph).
func readHead(root *html.Node, base *url.URL) head {
	var h head
	headed := false
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "link" && strings.EqualFold(attribute(n, "rel"), "canonical"):
			h.canonical = resolve(base, attribute(n, "href"))
		case n.Data == "meta" && attribute(n, "property") == "og:url" && h.canonical == "":
			h.canonical = resolve(base, attribute(n, "content"))
		case n.Data == "meta" && attribute(n, "property") == "og:title":
			h.title = oneLine(attribute(n, "content"))
		case n.Data == "h1":
			var text strings.Builder
			writeText(&text, n)
			if heading := oneLine(text.String()); heading != "" {
				h.headings = append(h.headings, heading)
			}
		case n.Data == "time" && h.time == "":
			h.time = attribute(n, "datetime")
		case n.Data == "script" && strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil && h.modified == "":
			var data any
			if json.Unmarshal([]byte(n.FirstChild.Data), &data) == nil {
				h.modified = modifiedIn(data)
			}
		case isDated(n) && h.day.IsZero() && headed:
			h.day = dayBelow(n)
		}
		headed = headed || n.Type == html.ElementNode && (n.Data == "h1" || n.Data == "h2")
	}
	return h
}

// modifiedIn returns when an article was modified last, by what schema.org has of it.
func modifiedIn(data any) string {
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			if at := modifiedIn(item); at != "" {
				return at
			}
		}
	case map[string]any:
		if at, ok := v["dateModified"].(string); ok && strings.Contains(valueText(v["@type"]), "Article") {
			return at
		}
		return modifiedIn(v["@graph"])
	}
	return ""
}

// dated are words of the class of an element that says when a page was published.
var dated = []string{"date", "published", "posted", "timestamp", "pubdate", "meta", "byline"}

// isDated reports whether an element says by its name when a page was published.
func isDated(n *html.Node) bool { return classed(n, dated) && fewWords(n) }

// dayBelow returns the first day that stands by itself below a node.
func dayBelow(n *html.Node) time.Time {
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if day, ok := dayOf(d.Data); ok {
				return day
			}
		}
	}
	return time.Time{}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// resolve returns an http address, absolute, or nothing.
func resolve(base *url.URL, ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// fragmentText returns the text of a piece of HTML, as feeds and fields hold
// them, or s itself where it has no tags.
func fragmentText(s string) string {
	if !strings.Contains(s, "<") || strings.Count(s, "<") > maxElements {
		return html.UnescapeString(s)
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	var text strings.Builder
	writeText(&text, root)
	return strings.TrimSpace(collapseBlank(text.String()))
}

// blocks are elements that begin and end a paragraph.
var blocks = map[string]bool{
	"p": true, "div": true, "li": true, "ul": true, "ol": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"blockquote": true, "table": true, "tr": true, "figure": true, "figcaption": true, "section": true, "article": true, "header": true, "pre": true, "hr": true,
}

// unread are elements whose text is none of the article's.
var unread = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "iframe": true, "head": true}

// writeText writes the text below a node, a blank line between paragraphs. The
// parser bounds the depth of nodes.
func writeText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(strings.NewReplacer("\n", " ", "\t", " ").Replace(n.Data))
		return
	case n.Type == html.ElementNode && unread[n.Data]:
		return
	case n.Type == html.ElementNode && n.Data == "br":
		b.WriteByte('\n')
	}
	block := n.Type == html.ElementNode && blocks[n.Data]
	if block {
		b.WriteString("\n\n")
	}
	for child := range n.ChildNodes() {
		writeText(b, child)
	}
	if block {
		b.WriteString("\n\n")
	}
}

// collapseBlank makes one blank line of several, and trims every line.
func collapseBlank(s string) string {
	var b strings.Builder
	blank := false
	for line := range strings.Lines(s) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte('\n')
		}
		b.WriteString(line)
		b.WriteByte('\n')
		blank = false
	}
	return b.String()
}

// oneLine returns s without line breaks and doubled spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(validText(s)), " ") }

// validText returns s as valid UTF-8 without zero bytes.
func validText(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}
