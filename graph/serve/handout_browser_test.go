package serve

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"kg/graph"
	"kg/graph/handout"
)

// TestBrowserOpensAHandout opens the file that kg export makes from a folder,
// with nothing served, searches in it and opens a sentence.
func TestBrowserOpensAHandout(t *testing.T) {
	var html bytes.Buffer
	if _, err := handout.Write(t.Context(), &html, storyGraph(t), graph.Selection{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "graph.html")
	if err := os.WriteFile(file, html.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	address := "file://" + filepath.ToSlash(file)
	b := newBrowser(t, address)
	b.run(t,
		chromedp.Navigate(address),
		chromedp.WaitVisible(chromedp.CSS("#search")),
		chromedp.SendKeys(chromedp.CSS("#search"), "HOSTS"),
		shows("#found", "2 found"),
	)
	hidden, err := chromedp.Run(b, chromedp.Evaluate[bool](`Array.from(document.querySelectorAll(".thing")).find(s => s.querySelector("h2").textContent.includes("Zelenskyy")).hidden`))
	if err != nil || !hidden {
		t.Errorf("what was not searched for is shown: %v", err)
	}
	b.run(t,
		chromedp.Click(`//section[contains(., "kg:Emmanuel_Macron")]//summary[contains(., "hosts")]`),
		chromedp.WaitVisible(`//blockquote[contains(., "He hosted Keir Starmer, too.")]`),
	)
	b.fits(t)
	b.check(t)
}
