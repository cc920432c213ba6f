package clause

import (
	"slices"
	"testing"
)

// TestInterview checks who speaks in the turns of an interview.
func TestInterview(t *testing.T) {
	a := analyzer(t)
	for _, c := range []struct {
		name, text string
		want       []string // speaker: words
	}{
		{"speakers in brackets",
			"((RL)) Where is the mill?\n\n((Ada Lund)) The mill is in Peru.\n\nMy brother owns it.\n\n((RL)) And the yard?\n\n((Ada Lund)) The yard closed.\n\nThe mayor left.",
			[]string{"RL: Where is the mill?", "Ada Lund: The mill is in Peru", "Ada Lund: My brother owns it", "RL: And the yard?", "Ada Lund: The yard closed"}},
		{"an answer that nobody is named for",
			"((RL)) Where is the mill?\n\nThe mill is in Peru.\n\n((RL)) Who owns it?\n\nMy brother owns it.\n\n((RL)) Why?\n\nHe bought it.\n\n((RL)) When?\n\nHe bought it in May.\n\nThe mayor left.",
			[]string{"RL: Where is the mill?", "RL: Who owns it?", "RL: Why?", "RL: When?"}},
		{"letters", "Q: Where is the mill?\n\nA: The mill is in Peru.\n\nQ: Who owns it?\n\nA: My brother owns it.", nil},
		{"near miss: two brackets", "(Ada Lund) The mill is in Peru.\n\n(Ada Lund) The yard closed.", nil},
	} {
		doc := a.Analyze(c.text)
		var got []string
		for _, p := range Extract(doc) {
			switch {
			case p.Object.Kind == Quotation:
				got = append(got, doc.TextOf(p.Subject.Tokens)+": "+doc.TextOf(p.Object.Tokens))
			case c.name == "letters" && p.Modality == Asserted:
				t.Errorf("%s: %q is asserted, and somebody says it", c.name, doc.TextOf(p.Subject.Tokens))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
}
