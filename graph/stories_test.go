package graph

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kg/extract"
	"kg/graph/story"
)

var update = flag.Bool("update", false, "write what the graph answers into the stories")

// A story in testdata is told to an empty graph, section by section, in order:
//
//	put            articles, as package story reads them, in one batch
//	status         articles: what the graph takes each of them for
//	remove X       takes an article out; what came of it
//	export         the graph as N-Quads
//	as before      the export is what it was at the last "export"
//	find X, show X, article X, articles, stats   what the graph answers
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tell := teller{t: t, graph: openGraph(t)}
			for i, section := range archive.Files {
				got, answered := tell.section(section.Name, string(section.Data))
				if !answered {
					continue
				}
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if want := string(section.Data); got != want {
					t.Errorf("%s, section %q\ngot:\n%s\nwant:\n%s", file, section.Name, got, want)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// teller tells one story.
type teller struct {
	t        *testing.T
	graph    *Graph
	exported string
}

// section does what a section says and returns what the graph answers, if the
// section is a question.
func (s *teller) section(name, text string) (answer string, answered bool) {
	s.t.Helper()
	word, rest, _ := strings.Cut(name, " ")
	switch word {
	case "put":
		if _, err := s.graph.Put(s.t.Context(), articles(s.t, text)); err != nil {
			s.t.Fatal(err)
		}
		return "", false
	case "as":
		if got := export(s.t, s.graph); got != s.exported {
			s.t.Errorf("the graph is not as before\ngot:\n%s\nwant:\n%s", got, s.exported)
		}
		return "", false
	case "export":
		s.exported = export(s.t, s.graph)
		return s.exported, true
	case "status":
		return text[:strings.Index(text, "\n=>")] + "\n" + s.statuses(text), true
	}
	return s.ask(word, rest), true
}

// statuses answers a section whose articles end in a line "=>".
func (s *teller) statuses(text string) string {
	told, _, _ := strings.Cut(text, "\n=>")
	out := "=>\n"
	for _, x := range articles(s.t, told) {
		status, err := s.graph.Status(s.t.Context(), x.Article)
		if err != nil {
			s.t.Fatal(err)
		}
		out += fmt.Sprintf("%s: %s\n", x.Article.Title, status)
	}
	return out
}

func (s *teller) ask(word, rest string) string {
	s.t.Helper()
	ctx := s.t.Context()
	var answer string
	var err error
	switch word {
	case "remove":
		var a Article
		if a, err = s.graph.FindArticle(ctx, rest); err == nil {
			var n int
			n, err = s.graph.Remove(ctx, a.ID)
			answer = fmt.Sprintf("%d quads are gone\n", n)
		}
	case "find":
		var e Entity
		e, err = s.graph.FindEntity(ctx, rest)
		answer = fmt.Sprintf("%s: %s (%s), also %q, facts %d\n", e.IRI, e.Name, e.Type, e.Aliases, e.Facts)
	case "show":
		var e Entity
		var page *Page
		if e, err = s.graph.FindEntity(ctx, rest); err == nil {
			if page, err = s.graph.Show(ctx, e.IRI); err == nil {
				answer = pageText(page)
			}
		}
	case "article":
		var a Article
		a, err = s.graph.FindArticle(ctx, rest)
		answer = articleText(a)
	case "articles":
		var all []Article
		all, err = s.graph.Articles(ctx)
		for _, a := range all {
			answer += articleText(a)
		}
	case "stats":
		var st Stats
		st, err = s.graph.Stats(ctx)
		answer = statsText(st)
	default:
		s.t.Fatalf("no story has a section %q", word)
	}
	if err != nil {
		return errorText(err)
	}
	return answer
}

func errorText(err error) string {
	kind := "error"
	var several *AmbiguousError
	var articles *AmbiguousArticleError
	switch {
	case errors.Is(err, ErrNotFound):
		kind = "not found"
	case errors.As(err, &several), errors.As(err, &articles):
		kind = "ambiguous"
	}
	return fmt.Sprintf("%s: %v\n", kind, err)
}

func articleText(a Article) string {
	var sources []string
	for _, s := range a.Sources {
		sources = append(sources, filepath.Base(s))
	}
	copied := ""
	if a.CopyOf != "" {
		copied = ", a copy of " + a.CopyOf
	}
	return fmt.Sprintf("%s %q %s by %q at %q from %s: %d sentences, %d facts, %d entities, %d quads%s\n",
		a.ID, a.Title, a.Published, a.Author, a.URL, sources, a.Sentences, a.Facts, a.Entities, a.Quads, copied)
}

func statsText(st Stats) string {
	out := fmt.Sprintf("%d quads, %d nodes, %d articles (%d copies), %d sentences, %d entities, %d statements\n",
		st.Quads, st.Nodes, st.Articles, st.Copies, st.Sentences, st.Entities, st.Statements)
	for _, c := range slices.Concat(st.Types, st.Relations) {
		out += fmt.Sprintf("%4d %s (%s)\n", c.Count, c.Name, c.IRI)
	}
	return out
}

func pageText(p *Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s), also %q\n", p.Name, p.Type, p.Aliases)
	for _, part := range []struct {
		title string
		facts []Fact
	}{{"does", p.Out}, {"is done to", p.In}, {"says", p.Said}} {
		for _, f := range part.facts {
			fmt.Fprintf(&b, "%s: %s | %s | %s", part.title, f.Subject.Name, f.Relation.Name, f.Object.Name)
			if !f.Edge {
				b.WriteString(" (no edge)")
			}
			b.WriteByte('\n')
			for _, st := range f.Statements {
				statementText(&b, st)
			}
		}
	}
	for _, a := range p.Articles {
		fmt.Fprintf(&b, "mentioned in %s %q\n", a.Published, a.Title)
	}
	return b.String()
}

func statementText(b *strings.Builder, st Statement) {
	fmt.Fprintf(b, "\t%s %s by rule %s: %s [%s %s]\n", st.Modality, plain(decimal(st.Confidence)), st.Rule, st.Sentence, st.Title, st.Published)
	if st.Speaker != nil {
		fmt.Fprintf(b, "\tspeaker %s\n", st.Speaker.Name)
	}
	for _, w := range st.When {
		fmt.Fprintf(b, "\twhen %s\n", w.Name)
	}
	for _, w := range st.Where {
		fmt.Fprintf(b, "\twhere %s\n", w.Name)
	}
	for _, c := range st.Context {
		fmt.Fprintf(b, "\t%s %s\n", c.Role, c.Name)
	}
	if len(st.ReprintedIn) > 0 {
		fmt.Fprintf(b, "\treprinted in %s\n", strings.Join(st.ReprintedIn, ", "))
	}
	if len(st.DerivedFrom) > 0 {
		fmt.Fprintf(b, "\tderived from %s\n", strings.Join(st.DerivedFrom, ", "))
	}
}

// articles reads a story.
func articles(t testing.TB, text string) []*extract.Extraction {
	t.Helper()
	out, err := story.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// export returns the graph as N-Quads.
func export(t testing.TB, g *Graph) string {
	t.Helper()
	var b bytes.Buffer
	n, err := g.Export(t.Context(), &b, Selection{})
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(b.String(), "\n"); lines != n {
		t.Fatalf("Export says %d quads and writes %d lines", n, lines)
	}
	return b.String()
}
