package serve

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/nlp"
	"kg/graph"
)

func storyArticle(t *testing.T) string {
	t.Helper()
	return "/article?id=" + url.QueryEscape(story().Article.ID)
}

func TestPages(t *testing.T) {
	server := newServer(t)
	for _, test := range []struct {
		path   string
		status int
		want   []string
	}{
		{"/entity?id=kg:Emmanuel_Macron", 200, []string{
			"<h1>Emmanuel Macron</h1>", "Person", "in 1 article", "<h3>hosts</h3>", "<h3>meets</h3>",
			`<a href="/entity?id=kg%3AKeir_Starmer">Keir Starmer</a>`, "1 article · 4 September 2025 · 90\u202f%",
			"<blockquote>He hosted Keir Starmer, too.</blockquote>", ">Three leaders in Paris</a>", `href="/cayley/#gizmo=`}},
		{"/entity?id=kg:Volodymyr_Zelenskyy", 200, []string{"<h3>… meets Volodymyr Zelenskyy</h3>", "2 facts"}},
		{"/entity?id=kg:Emmanuel_Macron&part=out&fact=fact:0000000000000002", 200, []string{"The whole page", "He hosted Keir Starmer"}},
		{"/entity?id=kg:Emmanuel_Macron&limit=1", 200, []string{"1 more</a>", "offset=1&amp;part=out"}},
		{"/entity?id=kg:Nobody", 404, []string{"not in the graph", `role="search"`}},
		{"/entity?id=Macron", 404, []string{"those begin with kg:"}},
		{"/entity", 404, []string{"those begin with kg:"}},
		{"/entity?id=kg:Emmanuel_Macron&offset=-1", 400, []string{"offset is"}},
		{"/entity?id=kg:Emmanuel_Macron&limit=many", 400, []string{"limit is"}},
		{"/entity?id=kg:Emmanuel_Macron", 200, []string{`aria-label="Emmanuel Macron and 2 of its neighbours"`, `href="/path?from=kg%3AEmmanuel_Macron&amp;to=kg%3AKeir_Starmer"`,
			`<h2 id="timeline">Timeline <small>2 events`}},
		{"/entity?id=kg:Emmanuel_Macron&part=timeline&period=2025-09-04", 200, []string{"4 September 2025</small>", "He hosted Keir Starmer, too."}},
		{"/entity?id=kg:Emmanuel_Macron&part=timeline&period=2024", 200, []string{"0 events"}},
		{"/picture?id=kg:Emmanuel_Macron&limit=1&open=kg:Keir_Starmer", 200, []string{"<h1>Around Emmanuel Macron</h1>", ">close</a>", ">Volodymyr Zelenskyy</a>", "format=svg"}},
		{"/picture?id=kg:Emmanuel_Macron&format=svg", 200, []string{`<svg xmlns=`}},
		{"/picture?id=kg:Nobody", 404, []string{"not in the graph"}},
		{"/picture?id=Macron", 404, []string{"those begin with kg:"}},
		{"/picture?id=kg:Emmanuel_Macron&hops=9", 400, []string{"from 1 to 3"}},
		{"/picture?id=kg:Emmanuel_Macron" + strings.Repeat("&open=kg:Keir_Starmer", 20), 400, []string{"no room"}},
		{"/path?from=Macron&to=Zelenskyy", 200, []string{"<h1>Emmanuel Macron and Volodymyr Zelenskyy</h1>", "1 step <small>in 1 article", "<blockquote>Emmanuel Macron met Volodymyr Zelenskyy in Paris.</blockquote>", "All that is stated of both"}},
		{"/path?from=Macron&to=Nobody", 200, []string{"not in the graph", `value="Emmanuel Macron"`}},
		{"/path?from=Macron&to=kg:Emmanuel_Macron", 200, []string{"name two different things"}},
		{"/path", 200, []string{"How are they connected?"}},
		{"/relation?id=rel:meets", 200, []string{"<h1>… meets …</h1>", "2 statements", "<blockquote>Starmer met Zelenskyy.</blockquote>"}},
		{"/relation?id=rel:nothing", 404, []string{"not in the graph"}},
		{"/relation?id=meets", 404, []string{"those begin with rel:"}},
		{"/statement?id=fact:0000000000000002", 200, []string{"He hosted Keir Starmer, too.", "the rule active", `<code>fact:0000000000000002</code>`}},
		{"/statement?id=fact:nothing", 404, []string{"not in the graph"}},
		{"/query?name=who-met", 200, []string{"Whom did a person or organisation meet", `name="who" value=""`, "kg query who-met"}},
		{"/query?name=who-met&who=zelenskyy", 200, []string{`<th scope="col">whom</th>`, `href="/entity?id=kg%3AEmmanuel_Macron">Emmanuel Macron</a>`, "<blockquote>Starmer met Zelenskyy.</blockquote>", ">Three leaders in Paris</a>", "4 September 2025"}},
		{"/query?name=who-met&who=Nobody", 200, []string{"not in the graph"}},
		{"/query?name=connected&who=Macron&hops=many", 200, []string{"not a number such as 10"}},
		{"/query?name=connected&who=Macron&hops=9", 200, []string{"hops is a number from 1 to 5"}},
		{"/query?name=newest-articles", 200, []string{">Three leaders in Paris</a>"}},
		{"/query?name=nothing", 404, []string{"no saved query"}},
		{"/statement", 404, []string{"those begin with fact:"}},
		{storyArticle(t), 200, []string{"<h1>Three leaders in Paris</h1>", "4 September 2025", "3 facts in 3 sentences", "<b>hosts</b>", `<p class="text">Starmer met Zelenskyy.</p>`,
			`<article class="read" id="char=50,78">`, `<a class="word Person" id="w3" href="/entity?id=kg%3AKeir_Starmer">Keir Starmer</a>`, `<li data-words="w3">`}},
		{storyArticle(t) + "&limit=1&at=79", 200, []string{"What comes before", "Starmer met Zelenskyy."}},
		{"/article?id=article:nothing", 404, []string{"not in the graph"}},
		{"/article?id=kg:Emmanuel_Macron", 404, []string{"those begin with article:"}},
		{"/search?q=macron", 200, []string{">Emmanuel Macron</a>", `value="macron"`}},
		{"/search?q=makron", 200, []string{">Emmanuel Macron</a>", "spelt almost so"}},
		{"/search?q=xyzzyx", 200, []string{"Nothing in the graph"}},
		{"/search", 200, []string{"Write the name"}},
		{"/search?q=" + strings.Repeat("a", 2000), 400, []string{"too long"}},
		{"/search?q=%3Cscript%3Ealert(1)%3C/script%3E", 200, []string{"&lt;script&gt;"}},
		{"/ask?q=Who+met+Volodymyr+Zelenskyy%3F", 200, []string{">Emmanuel Macron</a>", ">Keir Starmer</a>", "Understood as:", "<blockquote>Starmer met Zelenskyy.</blockquote>"}},
		{"/ask?q=banana", 200, []string{"not understood"}},
		{"/ask?q=Who+sued+Volodymyr+Zelenskyy%3F", 200, []string{"The graph does not say"}},
		{"/ask", 200, []string{"Write a question"}},
	} {
		status, page := fetch(t, "GET", server+test.path, "")
		if status != test.status {
			t.Errorf("%s: %d, want %d", test.path, status, test.status)
		}
		for _, want := range test.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q:\n%s", test.path, want, page)
			}
		}
		if !strings.Contains(test.path, "format=svg") {
			holdsToThePolicy(t, test.path, page)
		}
	}
}

// holdsToThePolicy fails where a page has a script or a style of its own, which
// our Content-Security-Policy refuses, or a value that a template refused.
func holdsToThePolicy(t *testing.T, path, page string) {
	t.Helper()
	page = strings.Replace(page, `<script src="/static/page.js" defer></script>`, "", 1)
	for _, not := range []string{"<script", "<style", "style=", "onclick", "ZgotmplZ"} {
		if strings.Contains(page, not) {
			t.Errorf("%s has %q", path, not)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, test := range [][3]string{
		{"Leaders meet", "article:leaders-meet-12345678", "Leaders meet"},
		{"", "article:leaders-meet-in-12345678", "Leaders meet in …"},
		{"", "article:12345678", "12345678 …"},
	} {
		if got := headline(test[0], test[1]); got != test[2] {
			t.Errorf("%q of %s: %q, want %q", test[0], test[1], got, test[2])
		}
	}
}

// A strip has a bar for each day, month or year, as the time is long.
func TestStrip(t *testing.T) {
	for _, test := range []struct {
		days []string // the last first
		want []string
	}{
		{[]string{"2025-09-04"}, nil},
		{[]string{"2025-09-04", "2025-09-02", "2025-09-02"}, []string{">2 September 2025</text>", "<title>2 September 2025: 2</title>", "period=2025-09-04"}},
		{[]string{"2025-09-04", "2025-01", "2024-11-30"}, []string{"<title>September 2025: 1</title>", "<title>January 2025: 1</title>", ">November 2024</text>"}},
		{[]string{"2025-09-04", "1990"}, []string{"<title>2025: 1</title>", "<title>1990: 1</title>"}},
		{[]string{"2025-13-40", "2025-09-04", "2025-09-03"}, []string{"<title>4 September 2025: 1</title>"}},
	} {
		var moments []moment
		for _, day := range test.days {
			moments = append(moments, moment{Day: day})
		}
		svg, err := stripOf("kg:Ana", "Ana", moments, wideDrawing)
		if err != nil {
			t.Fatal(err)
		}
		if len(test.want) == 0 && len(svg) > 0 {
			t.Errorf("%v: %s, want no strip", test.days, svg)
		}
		for _, want := range test.want {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%v lacks %s:\n%s", test.days, want, svg)
			}
		}
	}
}

func TestTheQueryOfAnArticle(t *testing.T) {
	result, err := storyGraph(t).Query(t.Context(), articleScript(story().Article.ID), graph.QueryOptions{})
	if err != nil || len(result.Rows) != 3 || result.Rows[0]["sentence"] == nil || result.Rows[0]["object"] == nil {
		t.Errorf("%v %v, want three facts with their sentences", result, err)
	}
}

func TestPagesAsJSON(t *testing.T) {
	server := newServer(t)
	for _, test := range []struct{ path, key, want string }{
		{"/?", "articles", "Three leaders in Paris"},
		{"/entity?id=kg:Emmanuel_Macron", "sections", "He hosted Keir Starmer, too."},
		{"/entity?id=kg:Nobody", "error", "not in the graph"},
		{"/picture?id=kg:Emmanuel_Macron", "nodes", "kg:Keir_Starmer"},
		{"/path?from=Macron&to=Zelenskyy", "paths", "rel:meets"},
		{"/path?", "paths", "[]"},
		{"/query?name=who-met&who=Macron", "rows", "kg:Volodymyr_Zelenskyy"},
		{"/relation?id=rel:hosts", "statements", "kg:Keir_Starmer"},
		{"/statement?id=fact:0000000000000002", "sentence", "He hosted"},
		{storyArticle(t), "evidence", "rel:hosts"},
		{"/search?q=macron", "results", "kg:Emmanuel_Macron"},
		{"/ask?q=Who+met+Volodymyr+Zelenskyy%3F", "answers", "kg:Keir_Starmer"},
		{"/ask?q=banana", "problem", ""},
	} {
		_, body := fetch(t, "GET", server+test.path+"&format=json", "")
		var got map[string]json.RawMessage
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v: %s", test.path, err, body)
		} else if value, there := got[test.key]; !there || !strings.Contains(string(value), test.want) {
			t.Errorf("%s: %s lacks %q: %s", test.path, test.key, test.want, body)
		}
	}
}

// TestThePageOfAHub holds the page of an entity with thousands of facts to a
// size that a phone loads at once, and its lists to going on.
func TestThePageOfAHub(t *testing.T) {
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if _, err := g.Put(t.Context(), hub(6, 200)); err != nil {
		t.Fatal(err)
	}
	handler, err := New(g, Options{Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	_, page := fetch(t, "GET", server.URL+"/entity?id=kg:Hub", "")
	if len(page) > 200_000 {
		t.Errorf("the page has %d bytes", len(page))
	}
	for _, want := range []string{"200 facts", "180 more", "4 more", "6 articles"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	_, last := fetch(t, "GET", server.URL+"/entity?id=kg:Hub&part=out&offset=190", "")
	if n := strings.Count(last, "<summary>"); n != 10 || strings.Contains(last, "more</a></p>\n</section>") {
		t.Errorf("the last part lists %d facts, want 10 and no more", n)
	}
	if strings.Contains(page, "fewest sentences") {
		t.Error("the page says that it leaves facts out")
	}
	if _, err := g.Put(t.Context(), hub(9, 200)); err != nil {
		t.Fatal(err)
	}
	_, page = fetch(t, "GET", server.URL+"/entity?id=kg:Hub", "")
	if !strings.Contains(page, "34 facts with 306") { // 166 with 9 sentences each are shown
		t.Error("the page does not say what it leaves out")
	}
	if _, all := fetch(t, "GET", server.URL+"/entity?id=kg:Hub&part=out", ""); !strings.Contains(all, "200 facts") {
		t.Error("a part does not have all of them")
	}
}

// TestThePageOfTooMuch holds the page of an entity that nobody could read as a
// whole to its picture and to the questions that narrow it down.
func TestThePageOfTooMuch(t *testing.T) {
	g, err := graph.Open(t.Context(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	var quads strings.Builder
	for i := range 200_001 {
		fmt.Fprintf(&quads, "<kg:Hub> <rel:meets> <kg:Person_%d> .\n", i)
	}
	if _, err := g.Import(t.Context(), strings.NewReader(quads.String())); err != nil {
		t.Fatal(err)
	}
	handler, err := New(g, Options{Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	status, page := fetch(t, "GET", server.URL+"/entity?id=kg:Hub", "")
	if status != 200 || len(page) > 200_000 {
		t.Errorf("%d, %d bytes", status, len(page))
	}
	for _, want := range []string{"More is known of it than a page can show", "/query?name=who-met&amp;who=kg%3AHub", "and 16 of its neighbours"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// hub is articles that each state the same facts of one entity.
func hub(articles, facts int) []*extract.Extraction {
	var batch []*extract.Extraction
	center := extract.Entity{ID: "kg:Hub", Type: nlp.Organization, Name: "Hub"}
	for a := range articles {
		text := fmt.Sprintf("Number %d. %s.", a, strings.Repeat("Hub meets people in many towns ", 8))
		article := extract.NewArticle(fmt.Sprintf("%d.txt", a), text, extract.Meta{Published: time.Date(2025, 9, 1+a, 0, 0, 0, 0, time.UTC)})
		x := &extract.Extraction{Article: article, Entities: []extract.Entity{center}}
		for f := range facts {
			other := extract.Entity{ID: fmt.Sprintf("kg:Person_%d", f), Type: nlp.Person, Name: fmt.Sprintf("Person %d", f)}
			x.Entities = append(x.Entities, other)
			x.Facts = append(x.Facts, extract.Fact{
				ID: fmt.Sprintf("fact:%08d%08d", a, f), Article: article.ID,
				Sentence: extract.Passage{Begin: 0, End: len(text), Text: text},
				Subject:  extract.Argument{ID: center.ID, Name: center.Name, Type: center.Type, Text: center.Name},
				Relation: extract.Relation{ID: "rel:meets", Label: "meets", Text: "meets"},
				Object:   extract.Argument{ID: other.ID, Name: other.Name, Type: other.Type, Text: other.Name},
				Modality: clause.Asserted, Confidence: 0.9, Rule: "active",
			})
		}
		batch = append(batch, x)
	}
	return batch
}
