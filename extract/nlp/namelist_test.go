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
	for text, name := range map[string]string{
		"People like Ivar Berg left.":     "Ivar Berg",
		"The firms left, like Anna Berg.": "Anna Berg",
	} {
		d := analyzer().Analyze(text)
		for _, n := range d.Names {
			if d.TextOf(n.Tokens) == name && n.Type != Person {
				t.Errorf("%s: %s is %s", text, name, n.Type)
			}
		}
	}
}
