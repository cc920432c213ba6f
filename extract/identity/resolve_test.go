package identity

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"kg/extract/clause"
	"kg/extract/nlp"
)

var analyzer = sync.OnceValues(nlp.New)

func analyse(t testing.TB, text string) (*nlp.Document, []clause.Proposition) {
	t.Helper()
	a, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	doc := a.Analyze(text)
	return doc, clause.Extract(doc)
}

// show writes an entity as a story's "want" does:
//
//	kg:Ada_Lund Person: Ada Lund; Lund; she
func show(doc *nlp.Document, e Entity) string {
	var mentions []string
	for _, m := range e.Mentions {
		mentions = append(mentions, doc.TextOf(m.Tokens))
	}
	return fmt.Sprintf("%s %s: %s", e.ID, e.Type, strings.Join(mentions, "; "))
}

func stories(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	found := map[string]*txtar.Archive{}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found[filepath.Base(path)] = archive
	}
	return found
}

// Each story is a text, the entities that must come of it, mention by mention,
// and identifiers that must not.
func TestStories(t *testing.T) {
	for name, archive := range stories(t) {
		for i := 0; i+1 < len(archive.Files); i += 2 {
			text, want := archive.Files[i], archive.Files[i+1]
			t.Run(strings.TrimSuffix(name, ".txtar")+"/"+text.Name, func(t *testing.T) {
				doc, props := analyse(t, string(text.Data))
				got := map[string]bool{}
				var all strings.Builder
				for _, e := range Resolve(doc, props, "abc123").Entities {
					got[show(doc, e)], got[e.ID] = true, true
					fmt.Fprintln(&all, show(doc, e))
				}
				for line := range strings.Lines(string(want.Data)) {
					line = strings.TrimSpace(line)
					if not, never := strings.CutPrefix(line, "never "); never && got[not] {
						t.Errorf("found %s", not)
					} else if !never && !got[line] {
						t.Errorf("no %s", line)
					}
				}
				if t.Failed() {
					t.Logf("entities:\n%s", all.String())
				}
			})
		}
	}
}

// checkResolution reports what no article may break: mentions lie in the text
// and in one entity each, IDs are unique and sorted, every entity has a name and
// more than pronouns, and what EntityOf finds is one of the entities.
func checkResolution(t testing.TB, doc *nlp.Document, props []clause.Proposition, r *Resolution) {
	t.Helper()
	owner := map[Mention]string{}
	last := ""
	for _, e := range r.Entities {
		if e.ID <= last || !strings.HasPrefix(e.ID, "kg:") || e.Name == "" || e.Type == "" {
			t.Fatalf("entity %q after %q, name %q, type %q", e.ID, last, e.Name, e.Type)
		}
		last = e.ID
		pronouns := 0
		for _, m := range e.Mentions {
			if m.Tokens.First < 0 || m.Tokens.End > len(doc.Tokens) || !m.Tokens.Has(m.Head) {
				t.Fatalf("%s: mention %+v of %d tokens", e.ID, m, len(doc.Tokens))
			}
			if other, taken := owner[m]; taken {
				t.Fatalf("%+v is of %s and of %s", m, other, e.ID)
			}
			owner[m] = e.ID
			if m.Form == FormPronoun {
				pronouns++
			}
		}
		if pronouns == len(e.Mentions) {
			t.Fatalf("%s has only pronouns", e.ID)
		}
	}
	arguments(props, func(a clause.Argument, _ bool) {
		if e, ok := r.EntityOf(a); ok && (a.Kind != clause.Phrase && a.Kind != clause.Demonym || e.ID == "") {
			t.Fatalf("%+v stands for %+v", a, e)
		}
	})
}

func TestResolveProperties(t *testing.T) {
	for name, archive := range stories(t) {
		for i := 0; i < len(archive.Files); i += 2 {
			doc, props := analyse(t, string(archive.Files[i].Data))
			want := Resolve(doc, props, "abc123")
			checkResolution(t, doc, props, want)
			shuffled := append([]clause.Proposition(nil), props...)
			for seed := range uint64(5) {
				rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
				if got := Resolve(doc, shuffled, "abc123"); !reflect.DeepEqual(got.Entities, want.Entities) {
					t.Errorf("%s/%s: the order of the propositions changes the entities", name, archive.Files[i].Name)
				}
			}
		}
	}
}

func FuzzResolve(f *testing.F) {
	for _, archive := range stories(f) {
		for i := 0; i < len(archive.Files); i += 2 {
			f.Add(string(archive.Files[i].Data))
		}
	}
	f.Add("")
	f.Add("President President of of of 's. \"I,\" (X) said He (UN) he.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip("long texts are the stories' business")
		}
		doc, props := analyse(t, text)
		checkResolution(t, doc, props, Resolve(doc, props, "abc123"))
	})
}

// What nobody writes must not take for ever: a name that fills a sentence, and a
// text of nothing but pronouns after it. Time that grew with the square of the
// mentions would be minutes here.
func TestResolveAbsurd(t *testing.T) {
	const times = 3_000
	doc := &nlp.Document{}
	var text strings.Builder
	add := func(word, tag string, typ nlp.EntityType) {
		begin := text.Len()
		text.WriteString(word + " ")
		doc.Tokens = append(doc.Tokens, nlp.Token{Span: nlp.Span{Begin: begin, End: begin + len(word)}, XPOS: tag, Lemma: word, Head: -1})
		if typ != "" {
			i := len(doc.Tokens) - 1
			doc.Names = append(doc.Names, nlp.Name{Tokens: nlp.Range{First: i, End: i + 1}, Type: typ})
		}
	}
	for range times {
		add("Lindqvist", "NNP", nlp.Person)
		add("Norway", "NNP", nlp.Place)
		add("Zorblax", "NNP", nlp.Organization)
	}
	for range times {
		add("it", "PRP", "")
	}
	doc.Text = text.String()
	doc.Sentences = []nlp.Sentence{{Span: nlp.Span{End: len(doc.Text)}, Tokens: nlp.Range{End: len(doc.Tokens)}}}
	start := time.Now()
	r := Resolve(doc, nil, "abc123")
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %s for %d mentions", took, 4*times)
	}
	checkResolution(t, doc, nil, r)
}
