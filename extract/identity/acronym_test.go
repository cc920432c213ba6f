package identity

import (
	"strings"
	"testing"
)

func TestInitialsOf(t *testing.T) {
	for name, want := range map[string]string{
		"World Rowing Federation": "WRF",
		"Bank of Narvik":          "BN BON",
		"de la Vega":              "DLV",
		"vita nuova":              "VN", // no capitals: not the initials of every name that is no abbreviation
		"Narvik":                  "",
		"Åse Øy":                  "ÅØ",
	} {
		if got := strings.Join(initialsOf(name), " "); got != want {
			t.Errorf("initialsOf(%q) = %q, want %q", name, got, want)
		}
	}
}

// A name in small letters, which headlines in other languages give, is the
// abbreviation's long form of nothing.
func TestAcronymsLeaveOtherNamesApart(t *testing.T) {
	a := &article{}
	for i, name := range []string{"vita nuova", "Greta Lehner", "Narvik"} {
		m := &mention{name: name, words: strings.Fields(strings.ToLower(name)), sentence: i}
		m.cluster = &cluster{mentions: []*mention{m}}
		a.names = append(a.names, m)
	}
	mergeAcronyms(a)
	for i, m := range a.names {
		for _, o := range a.names[:i] {
			if m.cluster == o.cluster {
				t.Errorf("%q and %q are one", m.name, o.name)
			}
		}
	}
}
