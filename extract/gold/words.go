package gold

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Names are compared by their words: in lower case, without accents, punctuation,
// articles and possessive endings. "The U.S. President's" is "us president".
var (
	quotes     = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "‛", "'", "′", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-")
	initials   = regexp.MustCompile(`\b\pL(?:\.\pL)+\b\.?`)
	possessive = regexp.MustCompile(`([\pL\pN_])\s?'s\b`)
	plural     = regexp.MustCompile(`s'([^\pL\pN_]|$)`)
	apostrophe = regexp.MustCompile(`([\pL\pN_])'([\pL\pN_])`)
	thousands  = regexp.MustCompile(`(\d),(\d{3})`)
	word       = regexp.MustCompile(`[\pL\pN_]+`)
	articles   = []string{"a", "an", "the"}
)

func wordsOf(text string) []string {
	var plain strings.Builder
	for _, r := range norm.NFKD.String(quotes.Replace(text)) {
		if !unicode.Is(unicode.Mn, r) {
			plain.WriteRune(r)
		}
	}
	s := cases.Fold().String(plain.String())
	s = initials.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, ".", "") })
	s = possessive.ReplaceAllString(s, "$1 ")
	s = plural.ReplaceAllString(s, "s $1")
	for range 2 { // one replacement may hide the next
		s = apostrophe.ReplaceAllString(s, "$1$2")
		s = thousands.ReplaceAllString(s, "$1$2")
	}
	return slices.DeleteFunc(word.FindAllString(s, -1), func(w string) bool { return slices.Contains(articles, w) })
}

func normal(text string) string { return strings.Join(wordsOf(text), " ") }

// normals returns the distinct normal forms of names, without empty ones.
func normals(names ...string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		if n = normal(n); n != "" {
			out[n] = true
		}
	}
	return out
}

// missing returns how many of the words needed are not among those there, as
// often as they are needed.
func missing(needed, there []string) int {
	left := map[string]int{}
	for _, w := range there {
		left[w]++
	}
	n := 0
	for _, w := range needed {
		if left[w]--; left[w] < 0 {
			n++
		}
	}
	return n
}

func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
