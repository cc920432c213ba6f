package nlp

import "testing"

func TestNamesOfAList(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		want       EntityType
	}{
		{"He worked for companies such as Tarnval, Brindle and Oskarra.", "Oskarra", Organization},
		{"It sells to firms like Brindle.", "Brindle", Organization},
		{"They crossed towns including Oskarra and Brindle.", "Brindle", Place},
		{"They crossed small towns, such as Oskarra and Brindle.", "Brindle", Place},
		{"They live in a town called Tarnval.", "Tarnval", Place},
		{"She met a man named Tarnval Oskarra.", "Tarnval Oskarra", Person},
		{`"Oskarra Brindle" <ob@tarnval.example> wrote.`, "Oskarra Brindle", Person},
	} {
		d := analyzer().Analyze(tt.text)
		found := EntityType("none")
		for _, n := range d.Names {
			if d.TextOf(n.Tokens) == tt.name {
				found = n.Type
			}
		}
		if found != tt.want {
			t.Errorf("%s: %s is %s, want %s", tt.text, tt.name, found, tt.want)
		}
	}
	for _, tt := range []struct {
		text, name string
		not        EntityType
	}{
		{"People like Oskarra left.", "Oskarra", Group},
		{"Five died in two towns, including Oskarra Tarnval.", "Oskarra Tarnval", Place},
		{"They told of clashes including Oskarra.", "Oskarra", Event},
		{"The firms left, like Oskarra.", "Oskarra", Organization},
	} {
		d := analyzer().Analyze(tt.text)
		for _, n := range d.Names {
			if d.TextOf(n.Tokens) == tt.name && n.Type == tt.not {
				t.Errorf("%s: %s is %s", tt.text, tt.name, n.Type)
			}
		}
	}
}
