package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// madePage is a page of news, with what is its article and what is not.
type madePage struct {
	html      strings.Builder
	random    *rand.Rand
	own, none []string
}

var (
	pagePeople = strings.Fields("Pereira Lindqvist Berg Holm Ferreira Novak Lehner Dahl Moreau Okafor")
	pageDeeds  = []string{"told the council that the harbour would reopen", "warned that the bridge could not carry lorries", "said that talks with the union had failed", "announced a plan to rebuild the old quay", "asked the county for four million crowns"}
	pageTimes  = []string{"after a storm had kept it closed for eleven days", "while crews towed nine ships to the next port", "before a vote that is due on Thursday", "in a meeting that lasted until midnight"}
)

// says writes a paragraph of the article between two tags.
func (p *madePage) says(open string, sentences int, end string) {
	var text []string
	for range sentences {
		text = append(text, fmt.Sprintf("Mayor %s %s %s, and %d people signed.", pagePeople[p.random.IntN(len(pagePeople))], pageDeeds[p.random.IntN(len(pageDeeds))], pageTimes[p.random.IntN(len(pageTimes))], 10+p.random.IntN(9000)))
	}
	p.own = append(p.own, strings.Join(text, " "))
	p.html.WriteString(open + strings.Join(text, " ") + end)
}

// besides writes what is none of the article between two tags.
func (p *madePage) besides(open, text, end string) {
	p.none = append(p.none, text)
	p.html.WriteString(open + text + end)
}

// layouts are the ways in which the pages are laid out.
var layoutsOfPages = []struct {
	name string
	lay  func(*madePage)
}{
	{"plain", func(p *madePage) {
		p.html.WriteString("<article><h1>Harbour reopens</h1>")
		for range 8 {
			p.says("<p>", 3, "</p>")
		}
		p.html.WriteString("</article>")
	}},
	{"without a word of what is what", func(p *madePage) {
		p.html.WriteString(`<div id="wrap"><div class="col1"><div class="story">`)
		for range 8 {
			p.says("<div>", 3, "</div>")
		}
		p.html.WriteString(`</div></div><div class="col2">`)
		p.besides("<div>", "Subscribe to our letter for daily updates and more stories", "</div></div></div>")
	}},
	{"adverts between paragraphs", func(p *madePage) {
		p.html.WriteString("<main><h1>Harbour reopens</h1>")
		for i := range 8 {
			p.says("<p>", 2, "</p>")
			if i%2 == 1 {
				p.besides(`<div class="ad-slot"><p>`, fmt.Sprintf("Advertisement: buy %d pairs of boots at Nordic Boots now", i), "</p></div>")
			}
		}
		p.besides(`<div class="newsletter-signup"><p>`, "Sign up for our morning letter and never miss a story again", "</p><form><input></form></div></main>")
	}},
	{"comments below", func(p *madePage) {
		p.html.WriteString("<article><h1>Harbour reopens</h1>")
		for range 6 {
			p.says("<p>", 3, "</p>")
		}
		p.html.WriteString(`</article><section id="comments"><h2>Comments</h2>`)
		for i := range 6 {
			p.besides(`<div class="comment"><p>`, fmt.Sprintf("I think, says reader %d, that this is a shame for our town and that they should all resign.", i), "</p></div>")
		}
		p.html.WriteString("</section>")
	}},
	{"lists, a quotation and a table", func(p *madePage) {
		p.says("<article><h1>What we know</h1><p>", 2, "</p><ul>")
		for range 5 {
			p.says("<li>", 1, "</li>")
		}
		p.says("</ul><p>", 2, "</p>")
		p.says("<blockquote><p>", 1, "</p></blockquote>")
		p.says("<h2>Background</h2><p>", 3, "</p><table><tr><th>Port</th></tr><tr><td>Narvik</td></tr></table></article>")
	}},
	{"captions, bylines and links between paragraphs", func(p *madePage) {
		p.html.WriteString("<article><header><h1>Harbour reopens</h1>")
		p.besides(`<div class="byline">By <a rel="author" href="/nf">`, "Nora Falk", "</a></div>")
		p.besides("<time>", "3 June 2025", "</time></header>")
		p.besides("<figure><img src='a.jpg'><figcaption>", "The mayor at the pier on Tuesday. Photograph: Nora Falk/Courier", "</figcaption></figure>")
		p.says("<p>", 3, "</p>")
		p.besides(`<p class="wp-caption-text">`, "Ships in the harbour, seen from the church", "</p>")
		p.says("<p>", 2, "</p>")
		p.besides(`<p><a href="/x">`, "Ten ferries that everybody should know", "</a></p>")
		p.says("<p>", 3, "</p>")
		p.besides("<p><strong>", "ALSO READ", `</strong> | <a href="/y">Norlink buys two ships</a></p>`)
		p.says(`<p><a href="/z">`, 1, "</a></p>")
		p.says("<ul><li><a href='/p'>Otto Lind</a>, who ", 1, "</li></ul>")
		p.besides("<p>", "Follow us on Twitter @courier", "</p>")
		p.besides("<p><em>", "Additional reporting by Ole Dam. Editing by Rita Vang.", "</em></p>")
		p.besides(`<div class="post-tags">`, "harbours, ferries, storms", "</div></article>")
	}},
	{"two sentences", func(p *madePage) {
		p.says("<article><h1>Harbour reopens</h1><p>", 1, "</p>")
		p.says("<p>", 1, "</p></article>")
	}},
	{"a page that calls itself a newsletter", func(p *madePage) {
		p.html.WriteString(`<div class="newsletter">`)
		for range 8 {
			p.says("<p>", 3, "</p>")
		}
		p.html.WriteString("</div>")
	}},
	{"in two parts, pictures between", func(p *madePage) {
		p.html.WriteString(`<div class="article"><h1>Harbour</h1><div class="body">`)
		for range 4 {
			p.says("<p>", 3, "</p>")
		}
		p.html.WriteString(`</div><figure><img src="a.jpg"></figure><div class="body">`)
		for range 4 {
			p.says("<p>", 3, "</p>")
		}
		p.html.WriteString("</div></div>")
	}},
}

// Of a page, the article is kept as a whole and nothing beside it, however it is
// laid out.
func TestPages(t *testing.T) {
	for _, layout := range layoutsOfPages {
		t.Run(layout.name, func(t *testing.T) {
			for seed := range uint64(10) {
				p := &madePage{random: rand.New(rand.NewPCG(seed, 7))}
				p.html.WriteString("<html><head><title>Harbour reopens | Courier</title></head><body><header><nav><ul>")
				p.besides(`<li><a href="/">`, "Home of the Courier", "</a></li>")
				p.besides(`<li><a href="/s">`, "Sport and weather today", "</a></li></ul></nav></header>")
				layout.lay(p)
				p.besides(`<aside class="related"><a href="/x">`, "Ten things to know about ports", "</a></aside>")
				p.besides("<footer><p>", "Copyright 2025 The Courier. All rights reserved.", "</p></footer>")
				p.besides(`<div class="cookie-banner"><p>`, "We use cookies to improve your experience; accept all of them here", "</p></div></body></html>")
				got, err := parsePage([]byte(p.html.String()), "text/html; charset=utf-8", "")
				if err != nil {
					t.Fatal(err)
				}
				text := strings.Join(strings.Fields(got.text), " ")
				for _, own := range p.own {
					if !strings.Contains(text, own) {
						t.Errorf("page %d: lost: %s", seed, own)
					}
				}
				for _, none := range p.none {
					if strings.Contains(text, none) {
						t.Errorf("page %d: kept: %s", seed, none)
					}
				}
			}
		})
	}
}

func BenchmarkPage(b *testing.B) {
	p := &madePage{random: rand.New(rand.NewPCG(1, 7))}
	layoutsOfPages[0].lay(p)
	content := []byte("<html><body>" + p.html.String() + "</body></html>")
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := parsePage(content, "text/html; charset=utf-8", ""); err != nil {
			b.Fatal(err)
		}
	}
}
