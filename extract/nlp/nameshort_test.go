package nlp

import "testing"

// TestTypesOfSingleNames looks at what a name of one word is taken for.
func TestTypesOfSingleNames(t *testing.T) {
	tests := []struct {
		text, name string
		typ        EntityType
	}{
		{"Norvex bought Zenol Energy. Zenol closed its depot on Monday.", "Zenol", Organization},
		{"Teltra said it would cut costs. Teltra closed a shop.", "Teltra", Organization},
		{"Teltra said in a statement on Monday that it had cut costs.", "Teltra", Organization},
		{"Investors sold shares in Comnex on Monday.", "Comnex", Organization},
		{"OSLO (Norwire) — The mayor left.", "Norwire", Organization},
		{"Norlund bought its rival Comnex. Comnex's chief executive left.", "Comnex", Organization},
		{"Writer Stephen King spoke.", "Stephen King", Person},
		{"The technology company Orbix closed an office. Orbix left Oslo. Orbix lost.", "Orbix", Organization},
		// Near misses.
		{"Ana Zenol founded Zenol Energy. Zenol spoke on Monday.", "Zenol", Person},
		{"The Goethe Institute told of the poet. Goethe wrote it in 1774, he said.", "Goethe", Person},
		{"Ana Lund said it would rain. Lund left.", "Lund", Person},
	}
	a := analyzer()
	for _, test := range tests {
		d := a.Analyze(test.text)
		found := false
		for _, n := range d.Names {
			if d.TextOf(n.Tokens) != test.name {
				continue
			}
			if found = true; n.Type != test.typ {
				t.Errorf("%q: %s is %s, want %s", test.text, test.name, n.Type, test.typ)
			}
		}
		if !found {
			t.Errorf("%q: no name %s", test.text, test.name)
		}
	}
}
