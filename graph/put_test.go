package graph

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/graph/sqlstore"
)

// Articles that share entities, sentences and sources: two hold the same
// article and give it different authors.
const sharedStory = `
article 2025-06-02 First
author Zita
source b.txt
entity Ana Ferreira (Person) = Ferreira
fact Ana Ferreira | meets | Tomas Novak | Ana Ferreira met Tomas Novak.

article 2025-06-03 Second
source c.txt
entity Ana Ferreira (Person) = the president
entity Tomas Novak (Person)
fact Ana Ferreira | meets | Tomas Novak | They met again. | time=2025-06-03 place=Lisbon
fact Tomas Novak | says | "Ana Ferreira met Tomas Novak." | “Ana Ferreira met Tomas Novak.”

article 2025-06-02 First
author Abel
source a.txt
entity Ana Ferreira (Person) = Ferreira
fact Ana Ferreira | meets | Tomas Novak | Ana Ferreira met Tomas Novak.

article - Untitled thoughts
source -
fact Lisbon | is in | Portugal | Lisbon is in Portugal.
`

func put(t testing.TB, g *Graph, batch []*extract.Extraction) []Change {
	t.Helper()
	changes, err := g.Put(t.Context(), batch)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func TestOrderAndBatchesMakeNoDifference(t *testing.T) {
	all := articles(t, sharedStory)
	first := openGraph(t)
	put(t, first, all)
	want := export(t, first)
	if !strings.Contains(want, "Abel") || strings.Contains(want, "Zita") {
		t.Fatalf("the first source by name, a.txt, should give the author:\n%s", want)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		shuffled := slices.Clone(all)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		g := openGraph(t)
		for batch := range slices.Chunk(shuffled, 1+random.IntN(len(shuffled))) {
			put(t, g, batch)
		}
		put(t, g, shuffled[:2]) // and again
		if got := export(t, g); got != want {
			t.Fatalf("in the order %v\ngot:\n%s\nwant:\n%s", titles(shuffled), got, want)
		}
	}
}

func titles(batch []*extract.Extraction) []string {
	var out []string
	for _, x := range batch {
		out = append(out, x.Article.Source+": "+x.Article.Title)
	}
	return out
}

func TestFactsAndEntitiesInAnyOrder(t *testing.T) {
	for _, x := range articles(t, sharedStory) {
		want, err := Quads(x)
		if err != nil {
			t.Fatal(err)
		}
		turned := *x
		turned.Facts, turned.Entities = slices.Clone(x.Facts), slices.Clone(x.Entities)
		slices.Reverse(turned.Facts)
		slices.Reverse(turned.Entities)
		if got, err := Quads(&turned); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: other quads when its facts are turned round: %v", x.Article.ID, err)
		}
	}
}

func TestChanges(t *testing.T) {
	g := openGraph(t)
	all := articles(t, sharedStory)
	for _, want := range [][]Status{
		{New, New, Changed, New}, // the third is the first again, with its author from a source that comes first
		{Unchanged, Unchanged, Unchanged, Unchanged},
	} {
		for i, c := range put(t, g, all) {
			if c.Status != want[i] || c.Article != all[i].Article.ID || c.Quads == 0 || c.Facts == 0 || c.Replaced != "" {
				t.Errorf("%s: %+v, want %s", all[i].Article.Source, c, want[i])
			}
		}
	}
	for _, copied := range []struct {
		source string
		want   Status
	}{{"c copy.txt", Unchanged}, {"0.txt", Unchanged}} {
		x := *all[2]
		x.Article.Source = copied.source
		if c := put(t, g, []*extract.Extraction{&x})[0]; c.Status != copied.want {
			t.Errorf("the same article as %s: %+v, want %s", copied.source, c, copied.want)
		}
	}
	other := articles(t, "article 2025-06-09 Other\nsource c.txt\nfact A | b | C | A b C.")
	c := put(t, g, other)[0]
	if c.Status != Changed || c.Replaced != all[1].Article.ID {
		t.Errorf("a source with other content: %+v", c)
	}
}

// What a person wrote belongs to no article.
func TestCurationStays(t *testing.T) {
	g := openGraph(t)
	edge := quad.Quad{Subject: quad.IRI("kg:Lisbon"), Predicate: quad.IRI("rel:twins-with"), Object: quad.IRI("kg:Porto"), Label: kgCuration}
	if _, err := g.store.Replace(t.Context(), sqlstore.Change{Add: []quad.Quad{edge}}); err != nil {
		t.Fatal(err)
	}
	want := export(t, g)
	all := articles(t, sharedStory)
	for _, c := range put(t, g, all) {
		if _, err := g.Remove(t.Context(), c.Article); err != nil && !errors.Is(err, ErrNotFound) {
			t.Fatal(err)
		}
	}
	if got := export(t, g); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if n, err := g.Remove(t.Context(), string(kgCuration)); err == nil {
		t.Errorf("Remove took %d quads of what a person wrote", n)
	}
	page, err := g.Show(t.Context(), "kg:Lisbon")
	if err != nil || len(page.Out) != 1 || !page.Out[0].Edge || page.Out[0].Relation.IRI != "rel:twins-with" {
		t.Errorf("an edge without a statement is not shown: %+v, %v", page, err)
	}
}

// failingStore fails in one of its methods.
type failingStore struct {
	store
	in string
}

var errDisk = errors.New("disk full")

func (f failingStore) Update(ctx context.Context, plan func(sqlstore.View) (sqlstore.Change, error)) (sqlstore.Counts, error) {
	return f.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		c, err := plan(failingView{now, f.in})
		if err == nil && f.in == "Update" {
			err = errDisk
		}
		return c, err
	})
}

// failingView fails in one of its methods.
type failingView struct {
	sqlstore.View
	in string
}

func (f failingView) RecordsOf(ctx context.Context, sources []string) (map[string]sqlstore.Record, error) {
	if f.in == "RecordsOf" {
		return nil, errDisk
	}
	return f.View.RecordsOf(ctx, sources)
}

func (f failingView) Records(ctx context.Context, label string) ([]sqlstore.Record, error) {
	if f.in == "Records" {
		return nil, errDisk
	}
	return f.View.Records(ctx, label)
}

func (f failingView) NextRecord(ctx context.Context, label, after string) (sqlstore.Record, bool, error) {
	if f.in == "NextRecord" {
		return sqlstore.Record{}, false, errDisk
	}
	return f.View.NextRecord(ctx, label, after)
}

func TestAFailedWriteLeavesTheGraph(t *testing.T) {
	g := openGraph(t)
	all := articles(t, sharedStory)
	put(t, g, all[:2])
	want := export(t, g)
	sound := g.store
	for _, in := range []string{"Update", "RecordsOf", "NextRecord", "Records"} {
		g.store = failingStore{sound, in}
		if in != "Records" {
			if _, err := g.Put(t.Context(), all[2:]); !errors.Is(err, errDisk) || !strings.Contains(err.Error(), "a.txt") && !strings.Contains(err.Error(), "article:first") {
				t.Errorf("Put with a failing %s: %v, want the cause and the article", in, err)
			}
		}
		_, err := g.Remove(t.Context(), all[0].Article.ID)
		switch needed := in == "Update" || in == "Records"; {
		case needed && !errors.Is(err, errDisk):
			t.Errorf("Remove with a failing %s: %v", in, err)
		case !needed:
			put(t, &Graph{store: sound}, all[:2]) // what Remove took, for want of a reason to fail
		}
		g.store = sound
		if got := export(t, g); got != want {
			t.Errorf("after a failing %s the graph is another:\n%s\nwant:\n%s", in, got, want)
		}
	}
	put(t, g, all)
}

func TestWhatIsNotWholeIsRefused(t *testing.T) {
	g := openGraph(t)
	good := articles(t, sharedStory)
	for name, spoil := range map[string]func(*extract.Extraction){
		"no article ID": func(x *extract.Extraction) { x.Article.ID = "" },
		"no entity ID":  func(x *extract.Extraction) { x.Entities[0].ID = "" },
		"no fact ID":    func(x *extract.Extraction) { x.Facts[0].ID = "" },
		"no subject":    func(x *extract.Extraction) { x.Facts[0].Subject.ID = "" },
		"no relation":   func(x *extract.Extraction) { x.Facts[0].Relation.ID = "" },
		"no speaker":    func(x *extract.Extraction) { x.Facts[0].Speaker = &extract.Speaker{} },
	} {
		bad := articles(t, sharedStory)[0]
		spoil(bad)
		if _, err := g.Put(t.Context(), []*extract.Extraction{good[1], bad}); err == nil {
			t.Errorf("%s: stored", name)
		}
	}
	if got := export(t, g); got != "" {
		t.Errorf("something was stored all the same:\n%s", got)
	}
}
