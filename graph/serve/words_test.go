package serve

import (
	"strings"
	"testing"
	"unicode/utf8"

	"kg/graph"
)

func inBrackets(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.IRI == "" {
			b.WriteString(p.Text)
		} else {
			b.WriteString("[" + p.Text + "]")
		}
	}
	return b.String()
}

func TestPieces(t *testing.T) {
	entities := []graph.Entity{
		{IRI: "kg:Ana_Pereira", Name: "Ana Pereira", Aliases: []string{"Pereira", "Ana"}},
		{IRI: "kg:Lisbon", Name: "Lisbon"},
		{IRI: "kg:talks", Name: "talks"},
	}
	for sentence, want := range map[string]string{
		"Ana Pereira left Lisbon.":           "[Ana Pereira] left [Lisbon].",
		"Pereira's talks with Anabel":        "[Pereira]'s [talks] with Anabel",
		"Lisbon":                             "[Lisbon]",
		"In greater-Lisbon, Lisbonese talks": "In greater-[Lisbon], Lisbonese [talks]",
		"":                                   "",
	} {
		if got := inBrackets(namesOf(entities).pieces(sentence)); got != want {
			t.Errorf("%q: %s, want %s", sentence, got, want)
		}
	}
}

func TestNamesInADescription(t *testing.T) {
	n := namesOf([]graph.Entity{{IRI: "kg:leaders", Name: "leaders of France and Peru"}, {IRI: "kg:France", Name: "France"}, {IRI: "kg:Peru", Name: "Peru"}})
	pieces := n.pieces("The leaders of France and Peru met.")
	if got := inBrackets(pieces); got != "The [leaders of France and Peru] met." {
		t.Error(got)
	}
	if got := inBrackets(pieces[1].Inner); got != "leaders of [France] and [Peru]" {
		t.Error(got)
	}
}

func TestWordsOf(t *testing.T) {
	n := namesOf([]graph.Entity{{IRI: "kg:Navy", Name: "Chilean Navy"}, {IRI: "kg:vessel", Name: "Chilean Navy vessel"}, {IRI: "kg:Ana", Name: "Ana"}})
	pieces := n.pieces("Ana saw the Chilean Navy vessel.")
	for subject, want := range map[string]string{"kg:Ana": "w1", "kg:vessel": "w2", "kg:Navy": "w2", "kg:Bo": "", "": ""} {
		if got := strings.Join(wordsOf(pieces, graph.Claim{Subject: graph.Term{IRI: subject}}), " "); got != want {
			t.Errorf("%q: %q, want %q", subject, got, want)
		}
	}
}

// A sentence is never changed, whatever names stand in it.
func FuzzPieces(f *testing.F) {
	f.Add("Ana met Bo.", "Ana", "Bo met")
	f.Add("\xffAna", "\xff", "A")
	f.Fuzz(func(t *testing.T, sentence, a, b string) {
		pieces := namesOf([]graph.Entity{{IRI: "kg:a", Name: a}, {IRI: "kg:b", Name: b}}).pieces(sentence)
		joined := ""
		for _, p := range pieces {
			joined += p.Text
			if utf8.ValidString(sentence) && utf8.ValidString(a+b) && !utf8.ValidString(p.Text) {
				t.Errorf("%q is cut in a letter: %q", sentence, p.Text)
			}
		}
		if joined != sentence {
			t.Errorf("%q became %q", sentence, joined)
		}
	})
}
