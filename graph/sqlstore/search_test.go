package sqlstore

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

func TestSearch(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		var c Change
		name := func(id, predicate, name string, known int) {
			c.Add = append(c.Add, quad.Quad{Subject: quad.IRI(id), Predicate: quad.IRI(predicate), Object: quad.String(name), Label: quad.IRI("l")})
			for i := range known {
				c.Add = append(c.Add, quad.Quad{Subject: quad.IRI(id), Predicate: quad.IRI("rel:meets"), Object: quad.Int(i), Label: quad.IRI("l")})
			}
		}
		name("kg:Emmanuel_Macron", "rdfs:label", "Emmanuel Macron", 9)
		name("kg:Emmanuel_Macron", "skos:altLabel", "Macron", 0)
		name("kg:Brigitte_Macron", "rdfs:label", "Brigitte Macron", 3)
		name("kg:Bjork", "rdfs:label", "Björk Guðmundsdóttir", 1)
		name("kg:Zelenskyy", "rdfs:label", "Volodymyr Zelenskyy", 5)
		name("kg:ONeill", "rdfs:label", "Michelle O'Neill", 1)
		name("kg:Percent", "rdfs:label", "100% Sure", 1)
		name("kg:Tokyo", "rdfs:label", "東京都庁", 1)
		name("kg:Macron_(comet)", "schema:headline", "Macron in a headline is no name", 50)
		replace(t, s, c)
		for _, test := range []struct {
			text string
			want []string
		}{
			{"Macron", []string{"kg:Emmanuel_Macron", "kg:Brigitte_Macron"}}, // exact, then by word
			{"macr", []string{"kg:Emmanuel_Macron", "kg:Brigitte_Macron"}},
			{"m", []string{"kg:Emmanuel_Macron", "kg:Brigitte_Macron", "kg:ONeill"}},
			{"ma", []string{"kg:Emmanuel_Macron", "kg:Brigitte_Macron"}},
			{"MACRON brig", []string{"kg:Brigitte_Macron"}},
			{"bjork", []string{"kg:Bjork"}},
			{"Gudmundsdottir", []string{"kg:Bjork"}}, // ð is a letter of its own: one misspelling
			{"Zelensky", []string{"kg:Zelenskyy"}},
			{"Zelenski", []string{"kg:Zelenskyy"}},
			{"Macorn", []string{"kg:Emmanuel_Macron", "kg:Brigitte_Macron"}},
			{"Emanuel Makron", []string{"kg:Emmanuel_Macron"}},
			{"o'neill", []string{"kg:ONeill"}},
			{"100%", []string{"kg:Percent"}},
			{"東京", []string{"kg:Tokyo"}},
			{"headline", nil},
			{"nobody of that name", nil},
			{"", nil},
			{`"') OR *`, nil},
		} {
			found, err := s.Search(context.Background(), test.text, 10)
			var got []string
			for _, m := range found {
				got = append(got, string(m.Entity.(quad.IRI)))
			}
			if err != nil || !slices.Equal(got, test.want) {
				t.Errorf("%q finds %q, want %q (%v)", test.text, got, test.want, err)
			}
		}
		found, _ := s.Search(context.Background(), "emmanuel MACRON", 1)
		if len(found) != 1 || !found[0].Exact || found[0].Near || found[0].Name != "Emmanuel Macron" {
			t.Errorf("exact match: %+v", found)
		}
		replace(t, s, Change{Remove: []quad.Value{quad.IRI("l")}})
		if found, err := s.Search(context.Background(), "Macron", 10); len(found) != 0 || err != nil {
			t.Errorf("removed names are found: %v, %v", found, err)
		}
	})
}

// A name that is just what was searched for is found among any number that
// begin with it.
func TestSearchExactAmongMany(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		var c Change
		for i := range 2*candidateLimit + 1 {
			name := fmt.Sprintf("Macron %d", i)
			if i == 2*candidateLimit {
				name = "Macron"
			}
			c.Add = append(c.Add, quad.Quad{Subject: quad.Int(i), Predicate: quad.IRI("rdfs:label"), Object: quad.String(name)})
		}
		replace(t, s, c)
		found, err := s.Search(context.Background(), "Macron", 3)
		if err != nil || len(found) != 3 || found[0].Name != "Macron" || !found[0].Exact {
			t.Errorf("%+v, %v", found, err)
		}
	})
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"macron", "macron", 0}, {"macorn", "macron", 1}, {"macon", "macron", 1}, {"makron", "macron", 1}, {"maccron", "macron", 1}, {"ab", "ba", 1}, {"kitten", "sitting", 3}} {
		if got := Distance([]rune(c.a), []rune(c.b), 3); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Emmanuel Macron")
	f.Add("\xff\u0301É")
	f.Fuzz(func(t *testing.T, name string) {
		once := fold(name)
		if once[0] != ' ' || once[len(once)-1] != ' ' || fold(once) != once {
			t.Errorf("%q folds to %q, and that to %q", name, once, fold(once))
		}
	})
}
