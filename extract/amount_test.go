package extract

import (
	"fmt"
	"testing"
)

// TestAmounts checks what arguments and circumstances count or pay.
func TestAmounts(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"At least 15 people fled Kyiv.", "At least 15 people", "15 15 >= person"},
		{"The firm bought the mine for $3 billion.", "for $3 billion", "3e+09 3e+09 = USD"},
		{"The firm paid five to six million euros.", "five to six million euros", "5e+06 6e+06 = EUR"},
		{"The families of three men fled Lima.", "The families of three men", ""},
		{"Ana Reyes left Kyiv on 3 May.", "on 3 May", ""},
	} {
		got, found := "", false
		for _, f := range extractor.Extract(NewArticle("-", c.text, Meta{})).Facts {
			for _, a := range append([]Context{{Text: f.Subject.Text, Amount: f.Subject.Amount}, {Text: f.Object.Text, Amount: f.Object.Amount}}, f.Context...) {
				if a.Text != c.words {
					continue
				}
				found = true
				if a.Amount != nil {
					got = fmt.Sprint(a.Amount.Low, a.Amount.High, " ", a.Amount.Bound, " ", a.Amount.Unit)
				}
			}
		}
		if !found || got != c.want {
			t.Errorf("%q: the amount of %q is %q (found %v), want %q", c.text, c.words, got, found, c.want)
		}
	}
}
