package wordform

import "testing"

func TestFormsAlike(t *testing.T) {
	for _, tt := range []struct {
		a, b               string
		word, lower, shape bool
	}{
		{"Oslo", "oslo", false, true, false},
		{"Oslo", "Bergen", false, false, true},
		{"1814", "2025", true, true, true},
		{"3.5", "12.75", false, false, false},
		{"can’t", "can't", true, true, true},
		{"“", `"`, true, true, true},
		{"Élan", "élan", false, true, false},
		{"NATO", "nato", false, true, false},
	} {
		a, b := Of(tt.a), Of(tt.b)
		if (a.Word == b.Word) != tt.word || (a.Lower == b.Lower) != tt.lower || (a.Shape == b.Shape) != tt.shape {
			t.Errorf("%s and %s: word %v, lower %v, shape %v", tt.a, tt.b, a.Word == b.Word, a.Lower == b.Lower, a.Shape == b.Shape)
		}
	}
}

func TestSuffixes(t *testing.T) {
	a := Of("sailing")
	if c := Of("ringing"); a.Suffix[2] != c.Suffix[2] || a.Suffix[3] == c.Suffix[3] {
		t.Error("sailing and ringing should end alike in three characters, not in four")
	}
	if short := Of("at"); short.Suffix[1] == 0 || short.Suffix[2] != 0 {
		t.Errorf("at: %+v", short)
	}
}

func TestMarks(t *testing.T) {
	for word, want := range map[string]Form{
		"Berg":     {Capital: true, Letter: true},
		"UN":       {Capital: true, AllUpper: true, Letter: true},
		"mid-2019": {Letter: true, Digit: true},
		"—":        {},
		"U.S.":     {Capital: true, AllUpper: true, Letter: true},
	} {
		f := Of(word)
		got := Form{Capital: f.Capital, AllUpper: f.AllUpper, Letter: f.Letter, Digit: f.Digit}
		if got != want {
			t.Errorf("%s: %+v, want %+v", word, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("a\xff\u0301—")
	f.Fuzz(func(t *testing.T, word string) {
		if a, b := Of(word), Of(word); a != b {
			t.Error("two forms of one word")
		}
	})
}
