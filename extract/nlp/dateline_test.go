package nlp

import (
	"strings"
	"testing"
)

func TestDatelines(t *testing.T) {
	tests := []struct{ text, dateline string }{
		{"OSLO, March 4 (Agency) - The talks ended.", "OSLO, March 4 (Agency) -"},
		{"OSLO (Agency) — The talks ended.", "OSLO (Agency) —"},
		{"OSLO (Nov 3, 2024): The talks ended.", "OSLO (Nov 3, 2024):"},
		{"OSLO (3 November): The talks ended.", "OSLO (3 November):"},
		{"OSLO (the capital): The talks ended.", ""},
		{"OSLO — The talks ended.", "OSLO —"},
		{"NARVIK, Norway (Agency) -- The talks ended.", "NARVIK, Norway (Agency) --"},
		{"NARVIK/OSLO, Sept. 4, 2024 (Agency) – The talks ended.", "NARVIK/OSLO, Sept. 4, 2024 (Agency) –"},
		{"Narvik, 4 March 2025: The talks ended.", "Narvik, 4 March 2025:"},
		{"GRAND LAKE, Minn. (Agency) — The talks ended.", "GRAND LAKE, Minn. (Agency) —"},
		{"NEW DELHI, Monday, March 4 (Agency) — The talks ended.", "NEW DELHI, Monday, March 4 (Agency) —"},
		{"OSLO, Norway – 4 March 2025 – The talks ended.", "OSLO, Norway – 4 March 2025 –"},
		// Near misses.
		{"NATO — and nobody else — ended the talks.", ""},
		{"Oslo — the capital — was quiet.", ""},
		{"Norlund (the airline) - and its crews - agreed.", ""},
		{"May 4 - The talks ended.", ""},
		{"On March 4 - a Monday - the talks ended.", ""},
		{"The talks, which ended on March 4 - late - failed.", ""},
		{"Oslo – 4 March was a Monday – was quiet.", ""},
		{"OSLO —", ""},
		{"", ""},
	}
	a := analyzer()
	for _, test := range tests {
		words := wordsOf(test.text, tokenize(test.text))
		n := datelineEnd(words)
		if got := strings.Join(words[:n], ""); got != strings.ReplaceAll(test.dateline, " ", "") {
			t.Errorf("%q: dateline %q", test.text, strings.Join(words[:n], " "))
			continue
		}
		d := a.Analyze(test.text)
		if n == 0 {
			continue
		}
		if len(d.Sentences) != 1 {
			t.Errorf("%q: %d sentences", test.text, len(d.Sentences))
		}
		for i := range n {
			if head := d.Tokens[i].Head; head >= n && d.Tokens[i].Rel != "dep" {
				t.Errorf("%q: %q hangs on %q by %s", test.text, d.Word(i), d.Word(head), d.Tokens[i].Rel)
			}
		}
		if subject := d.Tokens[n+1]; subject.Lemma != "talk" || subject.Rel != "nsubj" {
			t.Errorf("%q: the subject is %s, %s", test.text, subject.Lemma, subject.Rel)
		}
	}
}
