package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// clutter are words of the class or id of an element that is no part of the
// article though it stands between its paragraphs, where Readability keeps it.
var clutter = []string{
	"ad", "ads", "advert", "adverts", "advertisement", "advertising", "sponsored",
	"newsletter", "cookie", "cookies", "consent", "share", "sharing",
}

// clutterWords is how many words such an element has at most: one with more may
// be the article of a site that calls it its newsletter.
const clutterWords = 60

// removeClutter takes adverts and their like out of a page.
func removeClutter(root *html.Node) {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data != "html" && n.Data != "body" && isClutter(n) {
			found = append(found, n)
		}
	}
	for _, n := range found {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isClutter(n *html.Node) bool {
	names := attribute(n, "class") + " " + attribute(n, "id")
	named := slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(names), func(r rune) bool { return r < 'a' || r > 'z' }),
		func(word string) bool { return slices.Contains(clutter, word) })
	return named && fewWords(n)
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
