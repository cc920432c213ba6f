package link

import (
	"testing"

	"kg/extract"
)

// TestDiffer checks what of what is told of two events speaks against their being one.
func TestDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b Particulars
		want int
	}{
		{Particulars{}, Particulars{Dead: "3", Hour: "9", Weapons: []string{"drone"}}, 0},
		{Particulars{Dead: "3"}, Particulars{Dead: "12"}, 1},
		{Particulars{Dead: "3+"}, Particulars{Dead: "12"}, 0},
		{Particulars{Dead: "12+"}, Particulars{Dead: "3"}, 1},
		{Particulars{Dead: "3+"}, Particulars{Dead: "5+"}, 0},
		{Particulars{Hour: "9"}, Particulars{Hour: "10"}, 0},
		{Particulars{Hour: "9"}, Particulars{Hour: "17"}, 1},
		{Particulars{Hour: "morning"}, Particulars{Hour: "evening"}, 1},
		{Particulars{Hour: "morning"}, Particulars{Hour: "9"}, 0},
		{Particulars{Weapons: []string{"drone", "missile"}}, Particulars{Weapons: []string{"drone"}}, 0},
		{Particulars{Weapons: []string{"knife"}}, Particulars{Weapons: []string{"drone"}}, 1},
	} {
		if got := c.a.Differ(c.b); len(got) != c.want {
			t.Errorf("%+v and %+v differ in %q, want %d", c.a, c.b, got, c.want)
		}
		if got := c.b.Differ(c.a); len(got) != c.want {
			t.Errorf("%+v and %+v differ in %q, want %d", c.b, c.a, got, c.want)
		}
	}
}

// TestHourIn checks which circumstances name a time of the day.
func TestHourIn(t *testing.T) {
	for text, want := range map[string]string{
		"at 9 a.m. on Thursday": "9", "at 14:30": "14", "on Thursday morning": "morning", "2025-09-04": "", "on Thursday": "", "in 2010": "", "since 2019": "",
		"20 minutes later": "", "on Sept. 4": "",
	} {
		if got := hourIn(extract.Context{Role: "time", Text: text}); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
