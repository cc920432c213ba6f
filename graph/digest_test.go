package graph

import (
	"testing"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// What a document holds need not be parsed where its bytes are on record, for as
// long as its article stands as these rules read it.
func TestHolds(t *testing.T) {
	g := openGraph(t)
	all := articles(t, sharedStory)[:2]
	all[0].Article.Content = "c0ffee"
	put(t, g, all)
	holds := func(source, content string) bool {
		t.Helper()
		held, err := g.Holds(t.Context(), source, content)
		if err != nil {
			t.Fatal(err)
		}
		contents, err := g.Contents(t.Context(), []string{"z.txt", source})
		if err != nil {
			t.Fatal(err)
		}
		if had := contents[source]; held != (had.Content != "" && had.Content == content) || had.Known != (source == "b.txt" || source == "c.txt") || contents["z.txt"].Known {
			t.Errorf("%s with %q: held is %v, but at once %+v, and of another %+v", source, content, held, had, contents["z.txt"])
		}
		return held
	}
	if !holds("b.txt", "c0ffee") {
		t.Error("what was just stored is not held")
	}
	if holds("b.txt", "decaf") || holds("z.txt", "c0ffee") || holds("c.txt", "") || holds("-", "c0ffee") {
		t.Error("other bytes, another source, an unknown content or standard input is held")
	}
	record, _, err := g.store.Record(t.Context(), sourceKey(all[0].Article))
	if err != nil {
		t.Fatal(err)
	}
	older := record
	older.Digest = "0:" + record.Digest[len(digestPrefix):]
	change(t, g, sqlstore.Change{Records: []sqlstore.Record{older}})
	if holds("b.txt", "c0ffee") {
		t.Error("what other rules read is held")
	}
	if status, err := g.Status(t.Context(), all[0].Article); status != Changed || err != nil {
		t.Errorf("it is %v, %v", status, err)
	}
	all[0].Article.Content = "decaf" // such as with another advert
	change(t, g, sqlstore.Change{Records: []sqlstore.Record{record}})
	if status, err := g.Status(t.Context(), all[0].Article); status != Unchanged || err != nil {
		t.Errorf("the same article from other bytes is %v, %v", status, err)
	}
}

// An article whose quads are lost, as by another program's hand, is read again
// although its source is on record with it.
func TestLostQuads(t *testing.T) {
	g := openGraph(t)
	all := articles(t, sharedStory)[:2]
	all[0].Article.Content = "c0ffee"
	put(t, g, all)
	want := export(t, g)
	change(t, g, sqlstore.Change{Remove: []quad.Value{quad.IRI(all[0].Article.ID)}})
	if held, err := g.Holds(t.Context(), "b.txt", "c0ffee"); held || err != nil {
		t.Errorf("it is held: %v, %v", held, err)
	}
	if contents, err := g.Contents(t.Context(), []string{"b.txt"}); contents["b.txt"] != (Held{Known: true}) || err != nil {
		t.Errorf("it is held at once: %v, %v", contents, err)
	}
	if status, err := g.Status(t.Context(), all[0].Article); status != Changed || err != nil {
		t.Errorf("it is %v, %v", status, err)
	}
	if made := put(t, g, all); made[0].Status != Changed || made[1].Status != Unchanged {
		t.Errorf("they were %v and %v", made[0].Status, made[1].Status)
	}
	if got := export(t, g); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
