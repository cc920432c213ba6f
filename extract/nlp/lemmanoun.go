package nlp

import "strings"

// properSingular returns "Ukrainian" for "Ukrainians".
func properSingular(word string) string {
	if isAllCaps(word) && len(word) > 1 {
		return strings.TrimSuffix(word, "S")
	}
	return capitalise(singular(strings.ToLower(word)))
}

// hyphenated splits "ex-ministers" into "ex-" and "ministers".
func hyphenated(word string) (prefix, last string) {
	i := strings.LastIndexByte(word, '-') + 1
	return word[:i], word[i:]
}

// singular returns the singular of a plural noun in lower case.
func singular(word string) string {
	if isDecade(word) {
		return word
	}
	if figures, _ := strings.CutSuffix(strings.TrimSuffix(word, "s"), "'"); figures != word && isDigits(figures) {
		return figureSingular(figures)
	}
	prefix, last := hyphenated(word)
	if lemma, ok := nounForms[last]; ok {
		return prefix + lemma
	}
	for _, irregular := range []string{"men", "women", "children", "wives", "knives", "teeth"} {
		if strings.HasSuffix(last, irregular) && len(last) > len(irregular)+1 {
			return prefix + strings.TrimSuffix(last, irregular) + nounForms[irregular]
		}
	}
	return prefix + withoutS(last)
}

// figureSingular: "the 70s" and "the 1590's" are decades, several "16s" are "16".
func figureSingular(figures string) string {
	if n := len(figures); (n == 2 || n == 4) && figures[n-1] == '0' {
		return figures + "s"
	}
	return figures
}

// withoutS takes the -s of a plural or a third person off.
func withoutS(word string) string {
	stem, ok := strings.CutSuffix(word, "s")
	switch {
	case !ok || len(stem) < 2 || strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "'"):
		return word
	case strings.HasSuffix(stem, "ie") && len(stem) > 3:
		return strings.TrimSuffix(stem, "ie") + "y"
	case hasAnySuffix(stem, "sse", "she", "che", "xe", "zze", "oe", "tze"):
		return strings.TrimSuffix(stem, "e")
	}
	return stem
}
