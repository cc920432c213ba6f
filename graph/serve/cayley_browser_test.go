package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestBrowserOpensWithAQueryOfTheGraph runs what Cayley's UI opens with, lists
// and draws it, and takes a saved query from the menu.
func TestBrowserOpensWithAQueryOfTheGraph(t *testing.T) {
	server := newServer(t)
	b := newBrowser(t, server)
	b.run(t,
		chromedp.Navigate(server+"/cayley/"),
		chromedp.WaitVisible(editor),
		chromedp.Click(runButton),
		shows("pre.kg-editor", `"@id": "kg:Keir_Starmer"`),
	)
	b.picture(t, "cayley-opening.png")
	b.run(t, page("Visualize"), chromedp.WaitVisible(editor), chromedp.Click(runButton), shows(".graph svg text", "kg:Keir_Starmer"))
	b.run(t,
		chromedp.Click(`//nav[@aria-label="Saved queries"]//a[contains(., "newest")]`),
		page("Query"),
		chromedp.WaitVisible(editor),
		chromedp.Click(runButton),
		shows("pre.kg-editor", "Three leaders in Paris"),
		chromedp.Click(`//button[contains(., "Query History")]`),
		shows(".QueryHistory", "newest"),
	)
	b.check(t)
}

// TestBrowserSaysWhatCayleysUIKeepsSilent looks for the words that the UI itself
// does not say.
func TestBrowserSaysWhatCayleysUIKeepsSilent(t *testing.T) {
	server := serveWith(t, Options{Limit: 2})
	b := newBrowser(t, server)
	b.run(t, chromedp.Navigate(server+"/cayley/"),
		ask(`g.V().All()`), shows(".kg-note", "first 2 rows"),
		page("Visualize"), ask(`g.V("<kg:Emmanuel_Macron>").All()`), shows(".kg-note", "tags source and target"),
		// Values are drawn, too.
		ask(`g.V("<kg:Emmanuel_Macron>").Tag("source").Out("<rdfs:label>").Tag("target").All()`),
		shows(".graph svg text", "Emmanuel Macron"),
		page("Write"), shows(".kg-note", "kg serve --write"),
		ask("<kg:A> <rel:b> <kg:C> ."), shows(".kg-note", "kg serve --write"),
	)
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, line := range b.console {
		if !strings.Contains(line, "403") {
			t.Errorf("the console says: %s", line)
		}
	}
}

func TestBrowserWritesWithTheToken(t *testing.T) {
	server, g := writable(t)
	before := exported(t, g)
	b := newBrowser(t, server)
	const quad = "<kg:Lisbon> <rel:is-capital-of> <kg:Portugal> ."
	b.run(t,
		chromedp.Navigate(server+"/cayley/"),
		page("Write"), ask(quad),
		chromedp.WaitVisible(chromedp.CSS("dialog input")),
	)
	b.picture(t, "cayley-token.png")
	b.run(t,
		chromedp.SendKeys(chromedp.CSS("dialog input"), "not-the-token-of-it\r"),
		shows("dialog", "kg serve --write"), // which asks again
		chromedp.SendKeys(chromedp.CSS("dialog input"), token+"\r"),
		shows(".kg-note", "Successfully wrote 1 quads."),
	)
	b.picture(t, "cayley-write.png")
	if got := exported(t, g); !strings.Contains(got, "<rel:is-capital-of> <kg:Portugal> <kg:curation>") {
		t.Errorf("not written:\n%s", got)
	}
	b.run(t,
		ask("<kg:A> <rel:b"), shows(".kg-note", "line 1, column"),
		chromedp.Evaluate[chromedp.Void](`(() => {
			const select = document.querySelector(".actions select")
			select.value = "delete"
			select.dispatchEvent(new Event("change", { bubbles: true }))
		})()`),
		ask(quad), shows(".kg-note", "Successfully deleted 1 quads."),
	)
	if got := exported(t, g); got != before {
		t.Errorf("not deleted:\n%s", got)
	}
	// The address that kg serve prints hands the token over, and hides it.
	b.run(t,
		chromedp.Navigate("about:blank"),
		chromedp.Navigate(server+"/cayley/#token="+token),
		page("Write"), ask(quad), shows(".kg-note", "Successfully wrote 1 quads."),
	)
	address, err := chromedp.Run(b, chromedp.Evaluate[string](`window.location.href`))
	if err != nil || strings.Contains(address, token) {
		t.Errorf("the address is still %s (%v)", address, err)
	}
}

// TestBrowserKeepsAHostilePageOut lets a page of another origin try to read the
// graph, to write to it and to burden it, in every way that a browser has.
func TestBrowserKeepsAHostilePageOut(t *testing.T) {
	writing, written := writable(t)
	reading := newServer(t)
	before := exported(t, written)
	for name, server := range map[string]string{"read-only": reading, "with --write": writing} {
		t.Run(name, func(t *testing.T) {
			hostile := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				_, _ = w.Write([]byte(strings.ReplaceAll(hostilePage, "SERVER", server)))
			}))
			defer hostile.Close()
			b := newBrowser(t, server)
			// Another port is the same site, another name of this machine another one.
			for _, origin := range []string{hostile.URL, strings.Replace(hostile.URL, "127.0.0.1", "localhost", 1)} {
				b.run(t, chromedp.Navigate(origin), shows("#done", "done"))
				got, err := chromedp.Run(b, chromedp.Evaluate[[]string](`window.reached`))
				if err != nil {
					t.Fatal(err)
				}
				if len(got) > 0 {
					t.Errorf("from %s: %s", origin, strings.Join(got, "; "))
				}
			}
		})
	}
	time.Sleep(100 * time.Millisecond) // for a form that was sent last
	if got := exported(t, written); got != before {
		t.Errorf("the hostile page has written:\n%s", got)
	}
}

// hostilePage notes in window.reached what it reached.
const hostilePage = `<!doctype html><title>Hostile</title><p id="done"></p>
<iframe name="inner"></iframe>
<form id="form" method="post" enctype="text/plain" target="inner"><input name="&lt;kg:X> &lt;rel:is> &lt;kg:Y> . #" value=""></form>
<script>
const server = "SERVER"
window.reached = []
const quad = "<kg:X> <rel:is> <kg:Y> ."
async function attempt(what, options, path) {
  try {
    const answer = await fetch(server + path, options)
    if (answer.type === "opaque") return // sent, but not to be read; the graph shows whether it did anything
    window.reached.push(what + ": " + answer.status + " " + (await answer.text()).slice(0, 80))
  } catch (e) {}
}
function loads(name, property, path) {
  return new Promise(resolve => {
    const made = document.createElement(name)
    made.onload = () => { window.reached.push(name + " loaded " + path); resolve() }
    made.onerror = resolve
    made.rel = "stylesheet"
    made[property] = server + path
    document.body.append(made)
  })
}
(async () => {
  for (const path of ["/api/v2/write", "/api/v2/delete", "/api/v2/node/delete", "/api/v1/write", "/api/v1/delete"]) {
    await attempt("write", { method: "POST", body: quad }, path)
    await attempt("blind write", { method: "POST", body: quad, mode: "no-cors" }, path)
    await attempt("write with a guess", { method: "POST", body: quad, headers: { Authorization: "Bearer guess" } }, path)
    await attempt("write with cookies", { method: "POST", body: quad, credentials: "include" }, path)
    document.getElementById("form").action = server + path
    document.getElementById("form").submit()
  }
  for (const path of ["/", "/entity?id=kg:Keir_Starmer&format=json", "/api/v2/query?lang=gizmo&qu=g.V().Count()", "/api/v2/read", "/metrics"]) {
    await attempt("read", {}, path)
    await loads("script", "src", path)
    await loads("img", "src", path)
  }
  await loads("script", "src", "/cayley/opening.js")
  await loads("link", "href", "/static/style.css")
  if (window.kg) window.reached.push("the graph's entities by a script")
  document.getElementById("done").textContent = "done"
})()
</script>`
