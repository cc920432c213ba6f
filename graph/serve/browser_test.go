package serve

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"kg/extract"
	"kg/extract/source"
	"kg/graph"
)

// browser is a headless Chromium that can reach nothing but this machine.
type browser struct {
	context.Context
	mu      sync.Mutex
	outside []string // addresses asked for outside the server
	console []string // errors and warnings
}

// newBrowser starts Chromium: $KG_CHROMIUM, or the first one in the PATH. The
// test is skipped where there is none.
func newBrowser(t *testing.T, server string) *browser {
	t.Helper()
	path := chromium()
	if path == "" {
		t.Skip("no Chromium found: install it, or set KG_CHROMIUM to its path")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 860),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true),
		// A page from the back/forward cache fires no load event to wait for.
		chromedp.Flag("disable-features", "BackForwardCache,Translate"),
		// Every name but those of this machine fails to resolve.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"),
	)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &browser{Context: ctx}
	if err := chromedp.Listen(ctx, func(event any) { b.listen(server, event) }); err != nil {
		t.Fatalf("starting %s: %v", path, err)
	}
	return b
}

func chromium() string {
	if path := os.Getenv("KG_CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func (b *browser) listen(server string, event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch event := event.(type) {
	case *network.EventRequestWillBeSent:
		address := event.Request.URL
		if !strings.HasPrefix(address, server) && !strings.HasPrefix(address, "data:") && address != "about:blank" {
			b.outside = append(b.outside, address)
		}
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError || event.Entry.Level == log.EntryLevelWarning {
			b.console = append(b.console, event.Entry.Text+" "+event.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		b.console = append(b.console, fmt.Sprintf("%+v", event.ExceptionDetails.Exception))
	}
}

func (b *browser) run(t *testing.T, actions ...step) {
	t.Helper()
	if err := chromedp.Do(b, actions...); err != nil {
		t.Fatalf("in the browser: %v\nconsole: %s", err, strings.Join(b.console, "\n"))
	}
}

// check fails where a page asked for something elsewhere, or complained.
func (b *browser) check(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.outside) > 0 {
		t.Errorf("asked for outside the server: %s", strings.Join(b.outside, ", "))
	}
	if len(b.console) > 0 {
		t.Errorf("the console says:\n%s", strings.Join(b.console, "\n"))
	}
}

// picture saves what the window shows where KG_PICTURES names a folder.
func (b *browser) picture(t *testing.T, name string) {
	t.Helper()
	folder := os.Getenv("KG_PICTURES")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), png, 0o666); err != nil {
		t.Error(err)
	}
}

// step is something done in the browser.
type step = chromedp.Action[chromedp.Void]

const (
	editor    = chromedp.CSS("textarea.kg-editor")
	runButton = `//button[contains(., "Run")]`
)

// page is a page of Cayley's UI, by its entry in the menu.
func page(name string) step {
	return chromedp.Click(`//div[contains(@class, "mdc-list-item")][normalize-space()="` + name + `"]`)
}

// ask types a query into the editor and runs it.
func ask(query string) step {
	return steps(
		chromedp.WaitVisible(editor),
		chromedp.Evaluate[chromedp.Void](`document.querySelector("textarea.kg-editor").select()`),
		chromedp.SendKeys(editor, query),
		chromedp.Click(runButton),
	)
}

// shows waits until the text of the first element that the selector finds
// contains what is wanted.
func shows(selector, wanted string) step {
	found := fmt.Sprintf("Array.from(document.querySelectorAll(%q)).some(e => e.textContent.includes(%q))", selector, wanted)
	poll := chromedp.Poll[bool](found, chromedp.WithPollingTimeout(20*time.Second))
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		if _, err := poll(ctx, target); err != nil {
			return chromedp.Void{}, fmt.Errorf("waiting for %q in %s: %w", wanted, selector, err)
		}
		return chromedp.Void{}, nil
	}
}

// steps are several steps as one.
func steps(all ...step) step {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		for _, s := range all {
			if _, err := s(ctx, target); err != nil {
				return chromedp.Void{}, err
			}
		}
		return chromedp.Void{}, nil
	}
}

const (
	whoMeets = `g.V("<kg:Emmanuel_Macron>").Out("<rel:meets>").Save("<rdfs:label>", "name").All()`
	drawing1 = `g.V("<kg:Emmanuel_Macron>").Tag("source").Out("<rel:meets>").Tag("target").All()`
)

func TestBrowserRunsAQueryInCayleysUI(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+"/cayley/"),
		ask(whoMeets),
		shows("pre.kg-editor", `"@id": "kg:Volodymyr_Zelenskyy"`),
		shows("pre.kg-editor", `"name": "Volodymyr Zelenskyy"`),
	)
	b.run(t, chromedp.Click(`//button[contains(., "Query History")]`), shows(".QueryHistory", whoMeets))
	b.check(t)
}

func TestBrowserShowsTheShapeOfAQuery(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+"/cayley/"),
		page("Query Shape"),
		ask(drawing1),
		shows("pre.kg-editor", `"pred_node"`),
		shows("pre.kg-editor", `<rel:meets>`),
	)
	b.check(t)
}

func TestBrowserDrawsAGraph(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+"/cayley/"),
		page("Visualize"),
		ask(drawing1),
		shows(".graph svg text", "kg:Emmanuel_Macron"),
		shows(".graph svg text", "kg:Volodymyr_Zelenskyy"),
		chromedp.Sleep(time.Second), // the drawing settles
	)
	b.check(t)
}

func TestBrowserOpensAQueryFromTheStartPage(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t, chromedp.Navigate(server+"/"), chromedp.WaitVisible(`//h2[.="Most connected"]`))
	b.run(t,
		chromedp.Click(`//a[.="Volodymyr Zelenskyy"]`),
		chromedp.WaitVisible(`//h1[.="Volodymyr Zelenskyy"]`),
		chromedp.Click(`//a[.="Open in Cayley"]`),
		chromedp.WaitVisible(editor),
		chromedp.Click(runButton),
		shows("pre.kg-editor", `"@id": "kg:Emmanuel_Macron"`),
	)
	b.check(t)
}

// TestBrowserReadsTheEvidence goes the way of a reader: search, entity,
// evidence, article, and back; on a desk and on a phone.
func TestBrowserReadsTheEvidence(t *testing.T) {
	server := newServer(t)
	for _, screen := range []struct {
		name          string
		width, height int64
	}{{"desk", 1280, 860}, {"phone", 360, 740}} {
		t.Run(screen.name, func(t *testing.T) {
			b := newBrowser(t, server)
			b.run(t,
				chromedp.EmulateViewport(screen.width, screen.height),
				chromedp.Navigate(server+"/"),
				chromedp.SendKeys(chromedp.CSS("#search"), "zelensky\r"),
				// The start page has a link of that name, too.
				chromedp.WaitVisible(`//h1[.="Search for “zelensky”"]`),
				chromedp.WaitVisible(`//a[.="Volodymyr Zelenskyy"]`),
			)
			b.fits(t)
			b.run(t, chromedp.Click(`//a[.="Volodymyr Zelenskyy"]`), chromedp.WaitVisible(`//h1[.="Volodymyr Zelenskyy"]`))
			b.run(t,
				chromedp.Click(`//li[contains(., "Emmanuel Macron")]//summary`),
				chromedp.WaitVisible(`//blockquote[contains(., "Emmanuel Macron met Volodymyr Zelenskyy in Paris.")]`),
			)
			b.fits(t)
			b.run(t,
				chromedp.Click(`//li[contains(., "Emmanuel Macron")]//figcaption/a`),
				chromedp.WaitVisible(`//h1[.="Three leaders in Paris"]`),
				shows(".read .text", "He hosted Keir Starmer, too."),
			)
			b.fits(t)
			b.run(t, chromedp.NavigateBack(), chromedp.WaitVisible(`//h1[.="Volodymyr Zelenskyy"]`))
			b.check(t)
			b.picture(t, "entity-"+screen.name+".png")
		})
	}
}

func TestBrowserAsksAQuestion(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+"/"),
		chromedp.SendKeys(chromedp.CSS("#question"), "Who met Volodymyr Zelenskyy?\r"),
		chromedp.WaitVisible(chromedp.CSS(".answers")),
	)
	b.run(t,
		shows(".answers h2", "Emmanuel Macron"),
		shows(".answers h2", "Keir Starmer"),
		shows("blockquote", "Starmer met Zelenskyy."),
	)
	b.check(t)
}

// fits fails where the page is wider than the window.
func (b *browser) fits(t *testing.T) {
	t.Helper()
	b.run(t, chromedp.Poll[chromedp.Void](`document.readyState === "complete"`, chromedp.WithPollingTimeout(20*time.Second)))
	over, err := chromedp.Run(b, chromedp.Evaluate[int](`document.documentElement.scrollWidth - window.innerWidth`))
	if err != nil {
		t.Fatal(err)
	}
	if over > 0 {
		t.Errorf("the page is %d pixels wider than the window", over)
	}
}

// TestPictures makes the pictures of the README, from the sample articles:
//
//	KG_PICTURES=docs go test ./graph/serve -run TestPictures
func TestPictures(t *testing.T) {
	if os.Getenv("KG_PICTURES") == "" {
		t.Skip("KG_PICTURES names no folder for pictures")
	}
	g := sampleGraph(t)
	handler, err := New(g, Options{Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	b := newBrowser(t, server.URL)
	b.run(t,
		chromedp.Navigate(server.URL+"/cayley/"),
		ask(`// Who co-chairs the meeting of the Coalition of the Willing?
g.V("<kg:Coalition_of_the_Willing_meeting>").Tag("target")
  .In("<rel:co-chairs>").Tag("source").Save("<rdfs:label>", "name").Unique().All()`),
		shows("pre.kg-editor", `"name": "Emmanuel Macron"`),
		chromedp.Sleep(time.Second), // the button's ripple settles
	)
	b.picture(t, "cayley-ui.png")
	b.run(t,
		chromedp.EmulateViewport(1280, 1150),
		chromedp.Navigate(server.URL+"/entity?id=kg:Coalition_of_the_Willing_meeting"),
		chromedp.WaitVisible(`//h2[.="Roles" or contains(., "Around")]`),
	)
	b.picture(t, "entity-page.png")
	b.run(t,
		withFocus,
		chromedp.EmulateViewport(1280, 700),
		chromedp.Click(`//section[@aria-labelledby="articles"]//a[contains(@href, "european-leaders")]`),
		chromedp.WaitVisible(`//h2[.="What it says"]`),
		chromedp.Focus(`(//li[contains(., "holds talks with")]//a)[1]`),
	)
	b.picture(t, "article-page.png")
	b.check(t)
}

// sampleGraph is the graph of the sample articles.
func sampleGraph(t *testing.T) *graph.Graph {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	files, problems := source.Find([]string{"../../data/articles"})
	if len(problems) > 0 || len(files) == 0 {
		t.Fatalf("%d sample articles, %v", len(files), problems)
	}
	var batch []*extract.Extraction
	for _, file := range files {
		article, err := source.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		batch = append(batch, x.Extract(article))
	}
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if _, err := g.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	return g
}
