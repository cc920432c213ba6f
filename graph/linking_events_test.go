package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// What articles tell of events, and the events that the graph has of it.
var eventStories = []struct{ name, story, want string }{
	{"one attack in two articles", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Odesa (Place)
fact attack (aaaaaa) | kills | "three people" | A drone attack killed three people in Odesa on Thursday. | time=2025-09-04 place=Odesa

article 2025-09-06 Second
source b.txt
entity blow (bbbbbb) (Event)
entity drone attack (bbbbbb) (Event)
entity Odesa (Place)
fact Russia | launches | drone attack (bbbbbb) | Russia launched the attack on Odesa on Thursday. | time=2025-09-04
fact drone attack (bbbbbb) | is on | Odesa | Russia launched the attack on Odesa on Thursday.`,
		"kg:attack_in_Odesa_(2025-09-04) kg:blow_(bbbbbb)"},
	{"attacks on one city on two days", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Kyiv (Place)
fact attack (aaaaaa) | kills | "three people" | An attack killed three people in Kyiv on Thursday. | time=2025-09-04 place=Kyiv

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Kyiv (Place)
fact attack (bbbbbb) | kills | "three people" | An attack killed three people in Kyiv on Friday. | time=2025-09-05 place=Kyiv`,
		"kg:attack_(aaaaaa) kg:attack_(bbbbbb)"},
	{"two attacks in one article", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity attack (aaaaaa-4) (Event)
entity Kyiv (Place)
fact attack (aaaaaa) | kills | "three people" | An attack killed three people in Kyiv on Thursday. | time=2025-09-04 place=Kyiv
fact attack (aaaaaa-4) | injures | "three people" | Another attack injured three people in Kyiv on Thursday. | time=2025-09-04 place=Kyiv

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Kyiv (Place)
fact attack (bbbbbb) | kills | "three people" | An attack killed three people in Kyiv on Thursday. | time=2025-09-04 place=Kyiv`,
		"kg:attack_(aaaaaa) kg:attack_(aaaaaa-4) kg:attack_(bbbbbb)"},
	{"attacks of different hands", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Goma (Place)
fact Red Front | launches | attack (aaaaaa) | The Red Front launched an attack in Goma on Thursday. | time=2025-09-04 place=Goma

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Goma (Place)
fact Blue Front | launches | attack (bbbbbb) | The Blue Front launched an attack in Goma on Thursday. | time=2025-09-04 place=Goma`,
		"kg:attack_(aaaaaa) kg:attack_(bbbbbb)"},
	{"attacks that killed other numbers", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Goma (Place)
fact attack (aaaaaa) | kills | "three people" | An attack killed three people in Goma on Thursday. | time=2025-09-04 place=Goma

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Goma (Place)
fact attack (bbbbbb) | kills | "12 people" | An attack killed 12 people in Goma on Thursday. | time=2025-09-04 place=Goma`,
		"kg:attack_(aaaaaa) kg:attack_(bbbbbb)"},
	{"attacks with other weapons", `
article 2025-09-05 First
source a.txt
entity drone attack (aaaaaa) (Event)
entity Goma (Place)
fact drone attack (aaaaaa) | kills | "three people" | A drone attack killed three people in Goma on Thursday. | time=2025-09-04 place=Goma

article 2025-09-06 Second
source b.txt
entity knife attack (bbbbbb) (Event)
entity Goma (Place)
fact knife attack (bbbbbb) | kills | "three people" | A knife attack killed three people in Goma on Thursday. | time=2025-09-04 place=Goma`,
		"kg:drone_attack_(aaaaaa) kg:knife_attack_(bbbbbb)"},
	{"at least as many, and more", `
article 2025-09-05 First
source a.txt
entity drone attack (aaaaaa) (Event)
entity Goma (Place)
fact drone attack (aaaaaa) | kills | "at least three people" | A drone attack killed at least three people in Goma on Thursday. | time=2025-09-04 place=Goma

article 2025-09-06 Second
source b.txt
entity missile and drone attack (bbbbbb) (Event)
entity Goma (Place)
fact missile and drone attack (bbbbbb) | kills | "five people" | A missile and drone attack killed five people in Goma on Thursday. | time=2025-09-04 place=Goma`,
		"kg:attack_in_Goma_(2025-09-04)"},
	{"a country has room for many", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Ukraine (Place)
fact attack (aaaaaa) | kills | "three people" | An attack killed three people in Ukraine on Thursday. | time=2025-09-04 place=Ukraine

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Ukraine (Place)
fact attack (bbbbbb) | kills | "three people" | An attack killed three people in Ukraine on Thursday. | time=2025-09-04 place=Ukraine`,
		"kg:attack_(aaaaaa) kg:attack_(bbbbbb)"},
	{"an election is a country's", `
article 2025-09-05 First
source a.txt
entity election (aaaaaa) (Event)
entity Peru (Place)
fact Peru | holds | election (aaaaaa) | Peru held an election on Sunday. | time=2025-09-07 place=Peru

article 2025-09-06 Second
source b.txt
entity general election (bbbbbb) (Event)
entity Peru (Place)
fact general election (bbbbbb) | takes place in | Peru | A general election took place in Peru on Sunday. | time=2025-09-07`,
		"kg:election_in_Peru_(2025-09-07)"},
	{"a city sees several meetings a day", `
article 2025-09-05 First
source a.txt
entity meeting (aaaaaa) (Event)
entity Vienna (Place)
fact Ana Lehner | attends | meeting (aaaaaa) | Ana Lehner attended a meeting in Vienna on Thursday. | time=2025-09-04 place=Vienna

article 2025-09-06 Second
source b.txt
entity meeting (bbbbbb) (Event)
entity Vienna (Place)
fact Bo Ek | attends | meeting (bbbbbb) | Bo Ek attended a meeting in Vienna on Thursday. | time=2025-09-04 place=Vienna

article 2025-09-07 Third
source c.txt
entity meeting (cccccc) (Event)
entity Oslo (Place)
fact Bo Ek | chairs | meeting (cccccc) | Bo Ek chaired a meeting in Oslo on Friday. | time=2025-09-05 place=Oslo

article 2025-09-07 Fourth
source d.txt
entity meeting (dddddd) (Event)
entity Oslo (Place)
fact Bo Ek | attends | meeting (dddddd) | Bo Ek attended a meeting in Oslo on Friday. | time=2025-09-05 place=Oslo`,
		"kg:meeting_(aaaaaa) kg:meeting_(bbbbbb) kg:meeting_in_Oslo_(2025-09-05)"},
	{"what was planned, denied, or only condemned that day", `
article 2025-09-05 First
source a.txt
entity attack (aaaaaa) (Event)
entity Kyiv (Place)
fact Ana Lehner | condemns | attack (aaaaaa) | Ana Lehner condemned the attack in Kyiv on Thursday. | time=2025-09-04 place=Kyiv

article 2025-09-06 Second
source b.txt
entity attack (bbbbbb) (Event)
entity Kyiv (Place)
fact attack (bbbbbb) | does not kill | "three people" | The attack killed nobody in Kyiv on Thursday. | time=2025-09-04 place=Kyiv modality=negated`,
		"kg:attack_(aaaaaa) kg:attack_(bbbbbb)"},
	{"a yearly summit", `
article 2024-07-05 First
source a.txt
entity Tundra Council summit (Event)
fact Ana Lehner | attends | Tundra Council summit | Ana Lehner attended the Tundra Council summit.

article 2025-07-06 Second
source b.txt
entity Tundra Council summit (Event)
fact Bo Ek | attends | Tundra Council summit | Bo Ek attended the Tundra Council summit.

article 2025-07-07 Third
source c.txt
entity Tundra Council summit (Event)
fact Bo Ek | leaves | Tundra Council summit | Bo Ek left the Tundra Council summit.`,
		"kg:Tundra_Council_summit_(2024) kg:Tundra_Council_summit_(2025)"},
}

func TestEventsAcrossArticles(t *testing.T) {
	for _, c := range eventStories {
		all := articles(t, c.story)
		for range 2 { // forwards and backwards
			g := openGraph(t)
			for _, x := range all {
				put(t, g, []*extract.Extraction{x})
			}
			if got := strings.Join(eventsOf(t, g), " "); got != c.want {
				t.Errorf("%s: %s, want %s", c.name, got, c.want)
			}
			slices.Reverse(all)
		}
	}
}

// eventsOf returns the IRIs of a graph's events, sorted.
func eventsOf(t *testing.T, g *Graph) []string {
	t.Helper()
	var found []string
	for q, err := range g.store.Matching(t.Context(), quad.Quad{Predicate: rdfType, Object: classOf("Event")}) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, plain(q.Subject))
	}
	slices.Sort(found)
	return slices.Compact(found)
}
