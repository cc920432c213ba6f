package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"kg/extract/nlp"
)

// clutter are words of the class or id of an element that is no part of the
// article though it stands between its paragraphs, where Readability keeps it.
var clutter = []string{
	"ad", "ads", "advert", "adverts", "advertisement", "advertising", "sponsored",
	"newsletter", "cookie", "cookies", "consent", "share", "sharing",
	"caption", "related", "breadcrumb", "breadcrumbs", "promo", "tags",
}

// isBeside reports whether an element is no part of the article by its kind: what a
// picture shows, the navigation of the site, and a time that stands in no sentence.
func isBeside(n *html.Node) bool {
	switch n.Data {
	case "figcaption", "nav":
		return true
	case "time":
		return !within(n, "p", "li", "td", "blockquote", "h1", "h2", "h3")
	case "p", "li":
		return leadsElsewhere(n)
	}
	return false
}

func within(n *html.Node, kinds ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if slices.Contains(kinds, p.Data) {
			return true
		}
	}
	return false
}

// leadsElsewhere reports whether a paragraph or item is a link and no more, as of other
// articles below this one. One that is a sentence is of this.
func leadsElsewhere(n *html.Node) bool {
	linked, rest := 0, 0
	last := ""
	for d := range n.Descendants() {
		if d.Type != html.TextNode {
			continue
		}
		words := len(strings.Fields(d.Data))
		if words > 0 {
			last = strings.TrimSpace(d.Data)
		}
		if within(d, "a") {
			linked += words
		} else {
			rest += words
		}
	}
	return linked >= linkWords && rest == 0 && !endsSentence(last)
}

// linkWords is how many words a link has at least that is a headline: fewer may be the
// name of what a list lists.
const linkWords = 4

// ownLines returns the text of a page without the lines that are furniture, or as it is
// where it has no others.
func ownLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !nlp.IsFurniture(line) {
			b.WriteString(line)
		}
	}
	if isBlank([]byte(b.String())) {
		return text
	}
	return strings.TrimSpace(collapseBlank(b.String()))
}

// clutterWords is how many words such an element has at most: one with more may
// be the article of a site that calls it its newsletter.
const clutterWords = 60

// removeClutter takes adverts and their like out of a page.
func removeClutter(root *html.Node) {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data != "html" && n.Data != "body" && (isBeside(n) || isClutter(n)) {
			found = append(found, n)
		}
	}
	for _, n := range found {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isClutter(n *html.Node) bool { return classed(n, clutter) && fewWords(n) }

// classed reports whether one of some words is in the class or id of an element.
func classed(n *html.Node, words []string) bool {
	names := attribute(n, "class") + " " + attribute(n, "id")
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(names), func(r rune) bool { return r < 'a' || r > 'z' }),
		func(word string) bool { return slices.Contains(words, word) })
}

// fewWords reports whether an element has at most clutterWords words.
func fewWords(n *html.Node) bool {
	words := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if words += len(strings.Fields(d.Data)); words > clutterWords {
				return false
			}
		}
	}
	return true
}
