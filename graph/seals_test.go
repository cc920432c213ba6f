package graph

import (
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
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

// FuzzSeals reads any text as seals, and as an article's packed quads: it is an
// error, or what is read is written and read again as it was.
func FuzzSeals(f *testing.F) {
	written, _ := seals{0: 1, 120: 0xffffffff}.MarshalText()
	f.Add(string(written))
	packed, _ := pack([]quad.Quad{{Subject: quad.IRI("kg:A"), Predicate: quad.IRI("rel:meets"), Object: quad.String("B\n"), Label: quad.IRI("article:x")}})
	f.Add(packed)
	f.Add("AAAAAAAA")
	f.Fuzz(func(t *testing.T, text string) {
		var s, again seals
		if s.UnmarshalText([]byte(text)) == nil {
			written, err := s.MarshalText()
			if err == nil {
				err = again.UnmarshalText(written)
			}
			if err != nil || !maps.Equal(s, again) {
				t.Errorf("%q is %v, and again %v (%v)", text, s, again, err)
			}
		}
		if quads, err := unpack(text, quad.IRI("article:x")); err == nil {
			if _, err := pack(quads); err != nil {
				t.Errorf("%q is %v, which cannot be packed: %v", text, quads, err)
			}
		}
	})
}
