package graph

import (
	"fmt"
	"strings"
	"testing"
)

const careerStory = `
article 2024-01-10 First
entity Ana (Person)
entity Lisbon (Place)
fact Ana | is mayor of | Lisbon | Ana is the mayor of Lisbon.
fact Ana | is not ally of | Lisbon | Ana is no ally of Lisbon.
article 2024-05-02 Second
entity Ana (Person)
entity Lisbon (Place)
entity Bo (Person)
fact Ana | is mayor of | Lisbon | Ana is the mayor of Lisbon still.
fact Ana | is head of | Lisbon | Ana is the head of Lisbon. | speaker=Bo modality=said
fact Ana | leaves | Lisbon | Ana left Lisbon on 1 May. | time=2024-05-01
fact Ana | may leave | Lisbon | Ana may leave Lisbon. | modality=possible
`

func TestRolesAndEvents(t *testing.T) {
	g := tellPath(t, careerStory)
	page, err := g.Show(t.Context(), "kg:Ana")
	if err != nil {
		t.Fatal(err)
	}
	roles := fmt.Sprint(RolesOf(page.Out))
	if want := "[{mayor of Lisbon 2 2024-01-10 2024-05-02}]"; roles != want {
		t.Errorf("the roles are %s, want %s", roles, want)
	}
	var events strings.Builder
	for _, e := range EventsOf(append(Claims(page.Out), Claims(page.Out)...)) {
		fmt.Fprintf(&events, "%s %v %s\n", e.Day, e.Dated, e.Sentence)
	}
	want := "2024-01-10 false Ana is the mayor of Lisbon.\n" +
		"2024-01-10 false Ana is no ally of Lisbon.\n" +
		"2024-05-01 true Ana left Lisbon on 1 May.\n" +
		"2024-05-02 false Ana is the mayor of Lisbon still.\n"
	if events.String() != want {
		t.Errorf("the events are\n%swant\n%s", &events, want)
	}
}

func TestSpellingsOfARole(t *testing.T) {
	fact := func(position string, days ...string) Fact {
		f := Fact{Relation: Term{IRI: relationPosition}, Object: Term{Name: position}, Edge: true}
		for i, day := range days {
			f.Statements = append(f.Statements, Statement{Article: fmt.Sprint(position, i), Published: day})
		}
		return f
	}
	got := fmt.Sprint(RolesOf([]Fact{fact("senator", "2020-01-01"), fact("US president", ""), fact("U.S. President", "2019-03-01", "2021-01-01")}))
	if want := "[{U.S. President 3 2019-03-01 2021-01-01} {senator 1 2020-01-01 2020-01-01}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
