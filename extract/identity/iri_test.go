package identity

import (
	"strings"
	"testing"
	"unicode"
)

func TestEntityIRI(t *testing.T) {
	for name, want := range map[string]string{
		"Emmanuel Macron":     "kg:Emmanuel_Macron",
		"Côte d’Azur":         "kg:Côte_dAzur",
		"Żółć  \t Łódź":       "kg:Żółć_Łódź",
		"Владимир Путин":      "kg:Владимир_Путин",
		"中央銀行":                "kg:中央銀行",
		"AC/DC":               "kg:AC_DC",
		"African Bank–Import": "kg:African_Bank-Import",
		`"<Evil> {name}"`:     "kg:Evil_name",
		"Georgia (country)":   "kg:Georgia_(country)",
		"J. R. Hartley":       "kg:J._R._Hartley",
	} {
		if got := EntityIRI(name); got != want {
			t.Errorf("EntityIRI(%q) = %q, want %q", name, got, want)
		}
	}
	if EntityIRI("?") == EntityIRI("#") {
		t.Error("names without a letter share an IRI")
	}
}

func TestRelationIRI(t *testing.T) {
	for label, want := range map[string]string{
		"holds talks with":   "rel:holds-talks-with",
		"co-chairs":          "rel:co-chairs",
		"does not co-chair":  "rel:does-not-co-chair",
		"Says  (to)":         "rel:says-(to)",
		"is a member of the": "rel:is-a-member-of-the",
	} {
		if got := RelationIRI(label); got != want {
			t.Errorf("RelationIRI(%q) = %q, want %q", label, got, want)
		}
	}
}

// An IRI holds nothing that N-Quads (IRIREF) or a quoted Gizmo string would have
// to escape, is never empty, and is the IRI of its own local part.
func FuzzIRI(f *testing.F) {
	for _, s := range []string{"", "_", "--", "a b", "\x00\xff", "a\"b'c", "-x-", ",,a,", "é", "İ", "ǅ", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for prefix, iri := range map[string]func(string) string{"kg:": EntityIRI, "rel:": RelationIRI} {
			got := iri(s)
			local, ok := strings.CutPrefix(got, prefix)
			if !ok || local == "" {
				t.Fatalf("%q gives %q", s, got)
			}
			if i := strings.IndexFunc(local, func(c rune) bool {
				return c <= ' ' || strings.ContainsRune("<>\"'{}|^`\\\uFFFD", c) || unicode.IsSpace(c)
			}); i >= 0 {
				t.Fatalf("%q gives %q, with a bad character at %d", s, got, i)
			}
			if again := iri(local); again != got {
				t.Fatalf("%q gives %q, which gives %q", s, got, again)
			}
		}
	})
}
