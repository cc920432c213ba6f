package extract

import "testing"

// TestSourceWords checks that the source of a statement is named by what it stands for
// and quoted in the words of its own clause.
func TestSourceWords(t *testing.T) {
	for _, c := range []struct{ text, words, name string }{
		{"Ana Reyes met Ivo Lund, who said that the bank had failed.", "who", "Ivo Lund"},
		{"Ana Reyes met Ivo Lund, who left Oslo and said that the bank had failed.", "who", "Ivo Lund"},
		{"Ana Reyes said that the bank had failed.", "Ana Reyes", "Ana Reyes"},
		{"Ana Reyes, who lives in Oslo, said that the bank had failed.", "Ana Reyes, who lives in Oslo", "Ana Reyes"},
	} {
		found := false
		for _, f := range extractor.Extract(NewArticle("-", c.text, Meta{})).Facts {
			if f.Relation.Label == "says" {
				found = true
				if f.Subject.Text != c.words || f.Subject.Name != c.name {
					t.Errorf("%q: %q says (%q), want %q (%q)", c.text, f.Subject.Name, f.Subject.Text, c.name, c.words)
				}
			}
		}
		if !found {
			t.Errorf("%q: nobody says anything", c.text)
		}
	}
}
