package graph

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kg/extract"
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

article 2025-06-08 Seventh
source g.txt
entity John Hall (Person)
entity United States (Place)
fact John Hall | holds position | senator of the United States | US Senator John Hall left the United States.
fact John Hall | leaves | United States | US Senator John Hall left the United States.

article 2025-06-09 Eighth
source h.txt
entity John Hall (Person)
entity Australia (Place)
fact John Hall | holds position | minister of Australia | Australian minister John Hall left Australia.
fact John Hall | leaves | Australia | Australian minister John Hall left Australia.

article 2025-06-10 Ninth
source i.txt
entity John Hall (Person)
entity Australia (Place)
fact John Hall | praises | Australia | John Hall praised Australia.

article 2025-06-11 Tenth
source j.txt
entity Hall (Person)
fact Hall | holds position | senator of the United States | US Senator Hall slept.
fact Hall | calls | Ana Ferreira | Hall called Ana Ferreira.

article 2025-06-12 Eleventh
source k.txt
entity attack (aaaaaa) (Event)
entity Odesa (Place)
fact attack (aaaaaa) | kills | "three people" | An attack killed three people in Odesa on Monday. | time=2025-06-09 place=Odesa

article 2025-06-13 Twelfth
source l.txt
entity attack (bbbbbb) (Event)
entity Odesa (Place)
fact attack (bbbbbb) | injures | "two people" | An attack injured two people in Odesa on Monday. | time=2025-06-09 place=Odesa

article 2025-06-14 Thirteenth
source m.txt
entity Harbour summit (Event)
fact Ana Ferreira | praises | Harbour summit | Ana Ferreira praised the Harbour summit.

article 2026-06-15 Fourteenth
source n.txt
entity Harbour summit (Event)
fact Ferreira | attends | Harbour summit | Ferreira attended the Harbour summit.
`

// The graph is the same, byte for byte, in whatever order articles come, however
// they are divided into batches and these into parts, and whatever came and went
// meanwhile.
func TestLinkingDependsOnTheSetAlone(t *testing.T) {
	defer func(before int) { partQuads = before }(partQuads)
	all := articles(t, linkedStory)
	first := openGraph(t)
	put(t, first, all)
	want := export(t, first)
	for _, line := range []string{"<kg:Ana_Ferreira> <rel:leaves>", "<kg:Zamora_State> <rel:borders>",
		"<kg:John_Hall_(Australia)> <rel:praises>", "<kg:John_Hall_(United_States)> <rel:calls>",
		"<kg:attack_in_Odesa_(2025-06-09)> <rel:injures>",
		"<rel:praises> <kg:Harbour_summit_(2025)>", "<rel:attends> <kg:Harbour_summit_(2026)>"} {
		if !strings.Contains(want, line) {
			t.Fatalf("no %s in:\n%s", line, want)
		}
	}
	for seed := range uint64(12) {
		partQuads = []int{1, 30, 20_000}[seed%3]
		random := rand.New(rand.NewPCG(seed, 7))
		shuffled := func(xs []*extract.Extraction) []*extract.Extraction {
			xs = slices.Clone(xs)
			random.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
			return xs
		}
		g := openGraph(t)
		order := shuffled(all)
		for rest := order; len(rest) > 0; {
			n := 1
			if seed > 0 { // the first comes one by one
				n += random.IntN(len(rest))
			}
			put(t, g, rest[:n])
			rest = rest[n:]
		}
		if got := export(t, g); got != want {
			t.Fatalf("seed %d: the graph is\n%s\nwant\n%s", seed, got, want)
		}
		gone := shuffled(all)[:1+random.IntN(len(all)/2)]
		for _, x := range gone {
			if _, err := g.Remove(t.Context(), x.Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		without := openGraph(t)
		put(t, without, slices.DeleteFunc(slices.Clone(all), func(x *extract.Extraction) bool { return slices.Contains(gone, x) }))
		if got, want := export(t, g), export(t, without); got != want {
			t.Fatalf("seed %d: after %d left the graph is\n%s\nwant\n%s", seed, len(gone), got, want)
		}
		for _, x := range shuffled(gone) {
			put(t, g, []*extract.Extraction{x})
		}
		if got := export(t, g); got != want {
			t.Fatalf("seed %d: the graph is\n%s\nwant\n%s", seed, got, want)
		}
	}
}
