package neural

import "testing"

func TestForm(t *testing.T) {
	tests := []struct{ word, normal, shape string }{
		{"Oslo", "oslo", "Xxxx"},
		{"“Äpfel", `"äpfel`, `"Xxxxx`},
		{"Internationally", "internationally", "Xxxxx"},
		{"1.4bn", "0.0bn", "d.dxx"},
		{"20235", "00000", "dddd"},
		{"NATO’s", "nato's", "XXXX'x"},
		{"....…", "....…", "....…"},
		{"a\xff", "a\uFFFD", "x\uFFFD"},
		{"", "", ""},
	}
	var f form
	for _, tt := range tests {
		if f.set(tt.word); string(f.normal) != tt.normal || string(f.shape) != tt.shape {
			t.Errorf("%q: %q %q, want %q %q", tt.word, f.normal, f.shape, tt.normal, tt.shape)
		}
	}
}

func TestAffixes(t *testing.T) {
	tests := []struct {
		word string
		want [affixKinds]string
	}{
		{"Grün", [...]string{"n", "ün", "rün", "grün", "g", "gr", "grü", "Xxxx"}},
		{"it", [...]string{"t", "it", "^it", "^it", "i", "it", "it$", "xx"}},
		{"5", [...]string{"0", "^0", "^0", "^0", "0", "0$", "0$", "d"}},
		{"", [...]string{"^", "^", "^", "^", "$", "$", "$", ""}},
	}
	var f form
	for _, tt := range tests {
		f.set(tt.word)
		for i, want := range tt.want {
			if f.hash[i] != fnv(fnvStart, want) {
				t.Errorf("%q: %s is not that of %q", tt.word, affixNames[i], want)
			}
		}
	}
}

func TestVocabulary(t *testing.T) {
	v, err := newVocabulary("'\n00\nship", 3)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]int{"'": 1, "00": 2, "ship": 3, "ships": unknown, "": unknown} {
		if got := v.row([]byte(word)); got != want {
			t.Errorf("%q is in row %d, want %d", word, got, want)
		}
	}
}
