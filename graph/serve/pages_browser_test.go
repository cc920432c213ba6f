package serve

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// screens are the sizes that pages are read on.
var screens = []struct {
	name          string
	width, height int64
}{{"desk", 1280, 860}, {"phone", 360, 740}}

// TestBrowserShowsEveryPage opens every kind of page on a desk and on a phone, in
// light and in dark: none is wider than the window, asks for anything outside or
// complains, and its words stand out from their ground.
func TestBrowserShowsEveryPage(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	for _, screen := range screens {
		for _, scheme := range []string{"light", "dark"} {
			b.run(t,
				chromedp.EmulateViewport(screen.width, screen.height),
				inScheme(scheme),
			)
			for _, path := range []string{
				"/", "/entity?id=kg:Emmanuel_Macron", "/picture?id=kg:Emmanuel_Macron&hops=2", storyArticle(t), "/relation?id=rel:meets",
				"/statement?id=fact:0000000000000002", "/path?from=Macron&to=Zelenskyy", "/query?name=who-met&who=Zelenskyy",
				"/search?q=m", "/ask?q=Who+met+Volodymyr+Zelenskyy%3F",
			} {
				t.Run(fmt.Sprintf("%s %s %s", screen.name, scheme, path), func(t *testing.T) {
					b.run(t, chromedp.Navigate(server+path), chromedp.WaitVisible("main"))
					b.fits(t)
					b.standsOut(t)
				})
			}
		}
	}
	b.check(t)
}

// inScheme has pages shown in light or dark colours.
func inScheme(scheme string) step {
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
		return chromedp.Void{}, err
	}
}

// faint lists the visible texts of a page whose contrast with their ground is less
// than WCAG's AA asks for: 4.5, and 3 for large text. The ground of a text in a
// drawing is the box before it.
const faint = `(() => {
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
  const rgba = color => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = color; paint.fillRect(0, 0, 1, 1); return paint.getImageData(0, 0, 1, 1).data }
  const light = c => [0, 1, 2].map(i => c[i] / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0)
  const ground = element => {
    if (element.tagName === "text" && element.parentNode.tagName !== "svg") {
      const box = element.parentNode.querySelector("rect")
      if (box) return rgba(getComputedStyle(box).fill)
    }
    for (let e = element; e; e = e.parentElement) {
      const color = rgba(getComputedStyle(e).backgroundColor)
      if (color[3] === 255) return color
    }
    return [255, 255, 255]
  }
  const found = []
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).map(n => n.data.trim()).join(" ")
    if (!words || element.tagName === "title" || !element.checkVisibility()) continue
    const style = getComputedStyle(element)
    const a = light(rgba(element.tagName === "text" ? style.fill : style.color)), b = light(ground(element))
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
    const size = parseFloat(style.fontSize)
    if (contrast < (size >= 24 || size >= 18.7 && style.fontWeight >= 700 ? 3 : 4.5)) found.push(words.slice(0, 40) + ": " + contrast.toFixed(2))
  }
  return found
})()`

// standsOut fails where words of the page are too faint to read.
func (b *browser) standsOut(t *testing.T) {
	t.Helper()
	found, err := chromedp.Run(b, chromedp.Evaluate[[]string](faint))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range found {
		t.Errorf("too faint: %s", words)
	}
}

func TestBrowserLightsUpTheWordsOfAFact(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+storyArticle(t)),
		withFocus,
		chromedp.Focus(`//li[contains(., "hosts")]//a[.="Keir Starmer"]`),
		shows(".word.lit", "Keir Starmer"),
		chromedp.Click(`//li[contains(., "hosts")]//a[.="hosts"]`),
		shows(".word:target", "Keir Starmer"),
	)
	b.check(t)
}

// withFocus has the page think that its window is the one that is typed into.
func withFocus(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
	_, err := cdp.Call(ctx, target, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return chromedp.Void{}, err
}

func TestBrowserSuggestsNames(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t, chromedp.Navigate(server+"/"), chromedp.SendKeys(chromedp.CSS("#search"), "mac"))
	has, err := chromedp.Run(b, chromedp.Poll[bool](`document.querySelector("#names option")?.value === "Emmanuel Macron"`))
	if err != nil || !has {
		t.Errorf("no name is suggested: %v", err)
	}
	b.check(t)
}

// TestBrowserFollowsAPath goes from the start page to how two are connected, from
// there over the picture to one of them, and on to what surrounds it.
func TestBrowserFollowsAPath(t *testing.T) {
	server := newServer(t)
	for _, screen := range screens {
		t.Run(screen.name, func(t *testing.T) {
			b := newBrowser(t, server)
			shown := map[string]string{"desk": ".wide ", "phone": ".narrow "}[screen.name]
			b.run(t,
				chromedp.EmulateViewport(screen.width, screen.height),
				chromedp.Navigate(server+"/"),
				chromedp.SendKeys(chromedp.CSS("input[name=from]"), "Macron"),
				chromedp.SendKeys(chromedp.CSS("input[name=to]"), "Starmer\r"),
				chromedp.WaitVisible(`//h1[.="Emmanuel Macron and Keir Starmer"]`),
			)
			b.run(t, shows("blockquote", "He hosted Keir Starmer, too."), clickNode(shown+"a.node", "Keir Starmer"),
				chromedp.WaitVisible(`//h1[.="Keir Starmer"]`))
			b.run(t, chromedp.Click(`//a[.="Go further from here"]`), chromedp.WaitVisible(`//h1[.="Around Keir Starmer"]`))
			b.run(t, clickNode(shown+"a.label", "meets"), chromedp.WaitVisible(`//h1[contains(., "Volodymyr Zelenskyy")]`))
			b.check(t)
		})
	}
}

// clickNode clicks a part of a drawing by its words, as a mouse would.
func clickNode(selector, words string) step {
	mark := fmt.Sprintf(`[...document.querySelectorAll(%q)].find(e => [...e.querySelectorAll("text")].some(text => text.textContent === %q)).id = "wanted"`, selector, words)
	return steps(chromedp.Evaluate[chromedp.Void](mark+"; undefined"), chromedp.Click(chromedp.CSS("#wanted rect")))
}

func TestBrowserAsksASavedQuery(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+"/"),
		chromedp.Click(`//a[contains(., "Whom did a person or organisation meet")]`),
		chromedp.WaitVisible(chromedp.CSS("input[name=who]")),
	)
	b.run(t,
		chromedp.SendKeys(chromedp.CSS("input[name=who]"), "Zelenskyy\r"),
		chromedp.WaitVisible(chromedp.CSS(".rows")),
	)
	b.run(t,
		shows(".rows td", "Emmanuel Macron"),
		shows(".rows blockquote", "Emmanuel Macron met Volodymyr Zelenskyy in Paris."),
	)
	b.check(t)
}
