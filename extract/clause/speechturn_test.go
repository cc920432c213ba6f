package clause

import "testing"

// TestHeadlineSpeaker checks that the last name of somebody whom the text names in full
// speaks in the headline, and no other word does.
func TestHeadlineSpeaker(t *testing.T) {
	a := analyzer(t)
	for _, c := range []struct{ text, want string }{
		{"Lund: Dams Will Hold Until the Thaw\n\nThe dams will hold, the engineer Ada Lund told a hearing in Lima.", "Lund"},
		{"Thaw: Dams Will Hold Until the Spring\n\nThe dams will hold, the engineer Ada Lund told a hearing in Lima.", ""},
	} {
		doc := a.Analyze(c.text)
		got := ""
		for _, p := range Extract(doc) {
			if p.Rule == "speech-turn" {
				got = doc.TextOf(p.Subject.Tokens)
			}
		}
		if got != c.want {
			t.Errorf("%q: %q speaks, want %q", c.text, got, c.want)
		}
	}
}
