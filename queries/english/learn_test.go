package english

import (
	"strings"
	"testing"

	"kg/graph/story/told"
)

// Three pairs of which articles of the same days say "courts" and "woos".
const learnStory = `
article 2024-03-01 One
entity Ana Pereira (Person)
entity Rui Costa (Person)
entity Eva Blom (Person)
entity Nils Dahl (Person)
entity Faro Bank (Organization)
entity Porto Bank (Organization)
entity Braga Bank (Organization)
entity Lagos Bank (Organization)
fact Ana Pereira | courts | Faro Bank | Pereira courted Faro Bank.
fact Rui Costa | courts | Porto Bank | Costa courted Porto Bank.
fact Eva Blom | courts | Braga Bank | Blom courted Braga Bank.
fact Ana Pereira | scolds | Lagos Bank | Pereira scolded Lagos Bank.
article 2024-03-02 Two
entity Ana Pereira (Person)
entity Rui Costa (Person)
entity Eva Blom (Person)
entity Nils Dahl (Person)
entity Faro Bank (Organization)
entity Porto Bank (Organization)
entity Braga Bank (Organization)
entity Lagos Bank (Organization)
fact Ana Pereira | woos | Faro Bank | Pereira wooed Faro Bank.
fact Rui Costa | woos | Porto Bank | Costa wooed Porto Bank.
THIRD
fact Nils Dahl | woos | Lagos Bank | Dahl wooed Lagos Bank.
`

func TestLearnedRelations(t *testing.T) {
	for _, test := range []struct{ name, third, want string }{
		{"three pairs", "fact Eva Blom | woos | Braga Bank | Blom wooed Braga Bank.", "Nils Dahl"},
		{"two pairs", "", ""},
		{"the other way round", "fact Braga Bank | woos | Eva Blom | Braga Bank wooed Blom.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := told.Graph(t, strings.Replace(learnStory, "THIRD\n", test.third+"\n", 1))
			reply, err := Ask(t.Context(), g, "Who courted Lagos Bank?")
			if err != nil {
				t.Fatal(err)
			}
			var got string
			for _, a := range reply.Answers {
				got += a.Name
			}
			if got != test.want || (len(reply.Notes) > 0) != (test.want != "") {
				t.Errorf("got %q, notes %q, want %q", got, reply.Notes, test.want)
			}
			runScript(t, g, reply)
		})
	}
}
