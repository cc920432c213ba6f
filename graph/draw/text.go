package draw

import (
	"strings"
	"unicode"
)

// lines breaks a text into at most n lines of at most wide pixels at a size, by
// words where it can. What does not fit is cut with "…".
func lines(text string, size, wide float64, n int) []string {
	var out []string
	line := ""
	words := strings.Fields(text)
	for i, word := range words {
		next := word
		if line != "" {
			next = line + " " + word
		}
		if line == "" || width(next, size) <= wide {
			line = next
			continue
		}
		if len(out) == n-1 {
			return append(out, cut(strings.Join(append([]string{line}, words[i:]...), " "), size, wide))
		}
		out = append(out, cut(line, size, wide))
		line = word
	}
	if line == "" {
		line = "–"
	}
	return append(out, cut(line, size, wide))
}

// cut shortens a line to so many pixels.
func cut(line string, size, wide float64) string {
	if width(line, size) <= wide {
		return line
	}
	runes := []rune(line)
	for n := len(runes) - 1; n > 0; n-- {
		if short := strings.TrimSpace(string(runes[:n])) + "…"; width(short, size) <= wide {
			return short
		}
	}
	return "…"
}

// width is how wide a text is in pixels, in the widest of the fonts that pages
// use without a serif: the program knows no font, and a box too wide is better
// than one too narrow.
func width(text string, size float64) float64 {
	em := 0.0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 0x1100:
			em++
		case strings.ContainsRune(" ijlIrtf.,:;'’|()-", r):
			em += .38
		case strings.ContainsRune("mwMW—%@", r):
			em += .95
		case unicode.IsUpper(r):
			em += .72
		default:
			em += .62
		}
	}
	return em * size
}
