package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kg/extract"
	"kg/extract/nlp"
)

// Articles of which one alone cannot say who is meant.
const linkedStory = `
article 2025-06-02 First
source a.txt
entity Ana Ferreira (Person)
fact Ana Ferreira | holds position | president of Portugal | Ana Ferreira, the president of Portugal, spoke.

article 2025-06-03 Second
source b.txt
entity Ferreira (Person)
fact Ferreira | holds position | president of Portugal | Portuguese President Ferreira left Porto.
fact Ferreira | leaves | Porto | Portuguese President Ferreira left Porto.

article 2025-06-04 Third
source c.txt
entity Kovalenky (Person)
entity Ukraine (Place)
entity Volodimir Kovalenky (Person)
fact Volodimir Kovalenky | visits | Ukraine | Volodimir Kovalenky visited Ukraine.

article 2025-06-05 Fourth
source d.txt
entity Volodymyr Kovalenkyy (Person)
entity Ukraine (Place)
fact Volodymyr Kovalenkyy | leaves | Ukraine | Volodymyr Kovalenkyy left Ukraine.

article 2025-06-06 Fifth
source e.txt
entity Zamora State (Place)

article 2025-06-07 Sixth
source f.txt
entity Zamora (Place)
fact Zamora | borders | Porto | Zamora borders Porto.
`

// The graph is the same, byte for byte, in whatever order articles come, however
// they are divided into batches, and whatever came and went meanwhile.
func TestLinkingDependsOnTheSetAlone(t *testing.T) {
	all := articles(t, linkedStory)
	first := openGraph(t)
	put(t, first, all)
	want := export(t, first)
	for _, line := range []string{"<kg:Ana_Ferreira> <rel:leaves>", "<kg:Zamora_State> <rel:borders>"} {
		if !strings.Contains(want, line) {
			t.Fatalf("no %s in:\n%s", line, want)
		}
	}
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 7))
		g := openGraph(t)
		order := slices.Clone(all)
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for rest := order; len(rest) > 0; {
			n := 1 + random.IntN(len(rest))
			put(t, g, rest[:n])
			rest = rest[n:]
		}
		gone := order[random.IntN(len(order))]
		if _, err := g.Remove(t.Context(), gone.Article.ID); err != nil {
			t.Fatal(err)
		}
		without := openGraph(t)
		put(t, without, slices.DeleteFunc(slices.Clone(all), func(x *extract.Extraction) bool { return x == gone }))
		if got, want := export(t, g), export(t, without); got != want {
			t.Fatalf("seed %d: after %s left the graph is\n%s\nwant\n%s", seed, gone.Article.ID, got, want)
		}
		put(t, g, []*extract.Extraction{gone})
		if got := export(t, g); got != want {
			t.Fatalf("seed %d: the graph is\n%s\nwant\n%s", seed, got, want)
		}
	}
}

// BenchmarkLinking puts one article into a graph that knows many people; what is
// reported is the time of all of Put, quads included.
func BenchmarkLinking(b *testing.B) {
	g := openGraph(b)
	const known = 20_000
	for i := 0; i < known; i += 2000 {
		var batch []*extract.Extraction
		for j := range 200 {
			batch = append(batch, crowd(i+10*j, 10))
		}
		put(b, g, batch)
	}
	b.ResetTimer()
	for i := range b.N {
		start := time.Now()
		put(b, g, []*extract.Extraction{crowd(known+10*i, 10)})
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "ms/article")
	}
}

// crowd is an article that names n people, half of them known before.
func crowd(first, n int) *extract.Extraction {
	a := extract.NewArticle(fmt.Sprintf("crowd%d.txt", first), fmt.Sprintf("Crowd %d.", first), extract.Meta{})
	x := &extract.Extraction{Article: a}
	for i := range n {
		name := fmt.Sprintf("Ana%d Ferreira%d", (first+i/2)%97, (first+i/2)%9973)
		if i == 0 {
			name = fmt.Sprintf("Ferreira%d", first%9973)
		}
		x.Entities = append(x.Entities, extract.Entity{ID: "kg:" + strings.ReplaceAll(name, " ", "_"), Article: a.ID, Type: nlp.Person, Name: name})
	}
	return x
}
