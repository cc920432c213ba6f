package clause

import (
	"slices"
	"testing"
)

// TestAnnounced checks who is given the paragraph behind one that ends in a colon.
func TestAnnounced(t *testing.T) {
	a := analyzer(t)
	for _, c := range []struct {
		text string
		want []string // speaker: words
	}{
		{"The governor added:\n\nThe dam is safe. Nobody will leave.", []string{"The governor: The dam is safe. Nobody will leave"}},
		{"On Monday Lund made the following comment:\n\n“We will win. The town is ours.”", []string{"Lund: We will win. The town is ours"}},
		{"The ministry named the winners:\n\nAna Reyes won the race.", nil},
		{"Lund said the dam was safe:\n\nAna Reyes won the race.", []string{"Lund: the dam was safe"}},
	} {
		doc := a.Analyze(c.text)
		var got []string
		for _, p := range Extract(doc) {
			if p.Object.Kind == Quotation {
				got = append(got, doc.TextOf(p.Subject.Tokens)+": "+doc.TextOf(p.Object.Tokens))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}
