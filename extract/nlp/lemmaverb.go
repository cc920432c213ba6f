package nlp

import "strings"

// baseVerb returns the base of a verb form in lower case.
func baseVerb(word, xpos string) string {
	prefix, last := hyphenated(word)
	if xpos == "VBD" || xpos == "VBN" {
		if last == "'d" {
			return "have"
		}
	}
	if lemma, ok := irregularBase(last, xpos); ok {
		return prefix + lemma
	}
	switch xpos {
	case "VBZ":
		return prefix + withoutS(last)
	case "VBD", "VBN":
		return prefix + withoutEd(last)
	case "VBG":
		return prefix + withoutIng(last)
	}
	return word
}

// verbPrefixes stand before irregular verbs: "overcame", "rewrote", "withheld".
var verbPrefixes = []string{"over", "under", "out", "re", "un", "mis", "fore", "with", "up", "inter", "be"}

func irregularBase(word, xpos string) (string, bool) {
	finite := xpos == "VB" || xpos == "VBP" || xpos == "MD"
	if lemma, ok := verbForms[word]; ok && (!finite || notBase[word]) {
		if xpos == "VBD" || xpos == "VBN" || lemma != word {
			return lemma, true
		}
	}
	if finite {
		return "", false
	}
	for _, prefix := range verbPrefixes {
		last, ok := strings.CutPrefix(word, prefix)
		if lemma, known := verbForms[last]; ok && known && len(last) > 2 && (xpos == "VBD" || xpos == "VBN") && !strings.HasSuffix(last, "ied") { // not "re" and "lied"
			return prefix + lemma, true
		}
	}
	return "", false
}

// notBase are irregular forms that are also tagged as base, present or modal.
var notBase = wordSet("am are 'm 're 've ca wo 'll sha 'd ai were was is has does underwent went became began took gave wrote knew said")

// withoutEd takes the -ed of a regular past off.
func withoutEd(word string) string {
	stem, ok := strings.CutSuffix(word, "ed")
	switch {
	case !ok || !hasVowel(stem):
		return word
	case strings.HasSuffix(stem, "i") && len(stem) > 2:
		return strings.TrimSuffix(stem, "i") + "y"
	}
	return restore(stem)
}

// withoutIng takes the -ing of a present participle off.
func withoutIng(word string) string {
	stem, ok := strings.CutSuffix(word, "ing")
	if !ok || !hasVowel(stem) {
		return word
	}
	return restore(stem)
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
