package serve

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestPagesAreAccessible lets axe-core, which is fetched from npm, look at every
// kind of page for what keeps people from using it: WCAG 2.1, levels A and AA.
func TestPagesAreAccessible(t *testing.T) {
	if chromium() == "" {
		t.Skip("no Chromium found: install it, or set KG_CHROMIUM to its path")
	}
	axe, err := os.ReadFile(filepath.Join(npmPackage(t, "axe-core@4.10.3"), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	server := newServer(t)
	b := newBrowser(t, server)
	for _, path := range []string{
		"/", "/entity?id=kg:Emmanuel_Macron", "/search?q=macron", "/search?q=nobody-of-this-name", "/ask?q=Who+met+Volodymyr+Zelenskyy%3F", "/entity?id=kg:Nobody", "/article?id=" + url.QueryEscape(story().Article.ID),
		"/relation?id=rel:meets", "/path?from=kg:Emmanuel_Macron&to=kg:Volodymyr_Zelenskyy", "/picture?id=kg:Emmanuel_Macron",
		"/statement?id=fact:0000000000000002", "/query?name=who-met&who=Zelenskyy",
	} {
		b.run(t,
			chromedp.Navigate(server+path),
			chromedp.WaitVisible(chromedp.CSS("main")),
			chromedp.Evaluate[chromedp.Void](string(axe)+`; window.axeFound = null;
				axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }).then(found => {
					window.axeFound = found.violations.map(v => v.id + ": " + v.help + ": " + v.nodes.map(n => n.html).slice(0, 3).join(" "))
				}); undefined`),
		)
		if _, err := chromedp.Run(b, chromedp.Poll[bool](`window.axeFound !== null`, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
			t.Fatalf("%s: axe-core does not end: %v", path, err)
		}
		found, err := chromedp.Run(b, chromedp.Evaluate[[]string](`window.axeFound`))
		if err != nil {
			t.Fatal(err)
		}
		for _, violation := range found {
			t.Errorf("%s: %s", path, violation)
		}
	}
}
