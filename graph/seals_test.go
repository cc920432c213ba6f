package graph

import (
	"maps"
	"regexp"
	"strings"
	"testing"
)

func TestSeals(t *testing.T) {
	for _, want := range []seals{{}, {0: 0}, {0: 7, 28: 1<<32 - 1, 300: 5, 1_000_000: 6}} {
		text, err := want.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got seals
		if err := got.UnmarshalText(text); err != nil || !maps.Equal(got, want) {
			t.Errorf("%v is read back as %v, %v", want, got, err)
		}
		if len(text) > 1 && new(seals).UnmarshalText(text[:len(text)-2]) == nil {
			t.Errorf("%s cut short is read", text)
		}
	}
}

// An article that was noted without seals, by an earlier kg, is checked as far as
// that goes, and gets them when it is next read.
func TestVerifyWithoutSeals(t *testing.T) {
	g, all := verifiedGraph(t)
	editNotes(t, g, topicText, func(value string) string {
		if !strings.Contains(value, `"seals":"`) {
			t.Errorf("no seals in %s", value)
		}
		return regexp.MustCompile(`,"seals":"[^"]*"`).ReplaceAllString(value, "")
	})
	if wrong, notes := verify(t, g); len(wrong)+len(notes) > 0 {
		t.Errorf("found %q %q", wrong, notes)
	}
	put(t, g, all)
	if wrong, _ := verify(t, g); len(wrong) > 0 {
		t.Errorf("after reading again: %q", wrong)
	}
}
