package nlp

import "testing"

// TestTrees looks at one word of a sentence: what it hangs on, and how.
func TestTrees(t *testing.T) {
	tests := []struct{ text, word, head, rel string }{
		{"Lund told reporters the plant was shut.", "shut", "told", "ccomp"},
		{"Director Ada Lund told reporters the company had no choice.", "had", "told", "ccomp"},
		{"She told the court her brother owned the house.", "court", "told", "iobj"},
		{"The director said that 400 people had been moved but warned that the toll could rise.", "warned", "said", "conj"},
		{"Lund says he has not left and confirms they are at sea.", "confirms", "says", "conj"},
		{"Ana Lund urged neighbouring Peru to stop the war.", "neighbouring", "Peru", "amod"},
		{"Norvik fined 500m euros over data leak", "Norvik", "fined", "nsubj:pass"},
		// Near misses.
		{"The court fined Norvik 500 euros.", "court", "fined", "nsubj"},
		{"Lund says he has left and lives in Oslo.", "lives", "left", "conj"},
		{"She told friends who owned boats about it.", "owned", "friends", "acl:relcl"},
		{"The court heard that her brother sold the house and kept the garden.", "kept", "sold", "conj"},
		{"She said that he warned the crew and told them that it was late.", "told", "warned", "conj"},
	}
	a := analyzer()
	for _, test := range tests {
		d := a.Analyze(test.text)
		for i, token := range d.Tokens {
			if d.Word(i) != test.word {
				continue
			}
			head := "nothing"
			if token.Head >= 0 {
				head = d.Word(token.Head)
			}
			if head != test.head || token.Rel != test.rel {
				t.Errorf("%q: %q hangs on %q by %s, want %q by %s", test.text, test.word, head, token.Rel, test.head, test.rel)
			}
		}
	}
}
