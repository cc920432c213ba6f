package serve

import (
	"regexp"
	"strings"
	"testing"
)

// TestTheUIAsksNobodyElse looks in all that the UI is made of for addresses that
// a browser would fetch: those in quotes, in url(…) and in import.
func TestTheUIAsksNobodyElse(t *testing.T) {
	files, err := uiFiles()
	if err != nil {
		t.Fatal(err)
	}
	// Names that look like addresses, and links in messages to developers.
	harmless := regexp.MustCompile(`^https?://(www\.w3\.org/|reactjs\.org/docs/error-decoder|fb\.me/)`)
	address := regexp.MustCompile(`https?://[\w.:/@+-]+`)
	for name, content := range files {
		if !regexp.MustCompile(`\.(html|js|css|json)$`).MatchString(name) {
			continue
		}
		for _, found := range address.FindAllString(string(content), -1) {
			if !harmless.MatchString(found) {
				t.Errorf("%s has %s", name, found)
			}
		}
	}
}

func TestTheUIStandsUnderItsOwnAddress(t *testing.T) {
	server := newServer(t)
	status, page := fetch(t, "GET", server+uiPath, "")
	if status != 200 {
		t.Fatalf("%s: %d", uiPath, status)
	}
	links := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 8 {
		t.Fatalf("only %d links in the page: %s", len(links), page)
	}
	for _, link := range links {
		if !strings.HasPrefix(link[1], uiPath) {
			t.Errorf("%s is not under %s", link[1], uiPath)
		}
		if status, _ := fetch(t, "GET", server+link[1], ""); status != 200 {
			t.Errorf("%s: %d", link[1], status)
		}
	}
	if strings.Contains(page, "<script>") {
		t.Error("the page has a script inline, which the Content-Security-Policy refuses")
	}
}

func TestAddressesThatAreNotThere(t *testing.T) {
	server := newServer(t)
	for _, path := range []string{"/nothing", "/cayley/nothing", "/cayley/../assets/start.html", "/cayley/service-worker.js", "/static/"} {
		if status, _ := fetch(t, "GET", server+path, ""); status != 404 {
			t.Errorf("%s: %d, want 404", path, status)
		}
	}
	if status, _ := fetch(t, "GET", server+"/health", ""); status != 204 {
		t.Errorf("/health: %d", status)
	}
}
