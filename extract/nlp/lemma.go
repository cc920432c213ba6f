package nlp

import (
	"strings"
	"unicode/utf8"
)

// LemmaOf returns the dictionary form of word under a Penn Treebank tag, as the
// Universal Dependencies treebanks of English give it: lower case unless a
// proper noun, "be" for "'s" as a verb, "million" for the "m" of "$5m". A word it does
// not know is inflected by rule.
func LemmaOf(word, xpos string) string {
	if lemma, ok := punctuationLemmas[word]; ok && xpos != "POS" {
		return lemma
	}
	lower := strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if lemma, ok := informalLemmas[lower+"/"+xpos]; ok {
		return lemma
	}
	switch xpos {
	case "NNP":
		return properLemma(word, lower)
	case "NN":
		if isLabel(word) {
			return word
		}
	case "JJ":
		if isLabel(word) {
			return word
		}
		if prefix, last := hyphenated(lower); isDemonym(last) || properCreeds[last] {
			return prefix + capitalise(last)
		}
	case "NNPS":
		return properSingular(word)
	case "NNS":
		if lower == "people" { // most treebanks have it so, unlike that of "persons"
			return lower
		}
		return singular(lower)
	case "VB", "VBP", "VBD", "VBG", "VBN", "VBZ", "MD":
		return baseVerb(lower, xpos)
	case "JJR", "JJS":
		return positive(lower, comparisonForms)
	case "RBR", "RBS":
		return positive(lower, adverbForms)
	case "PRP", "PRP$", "DT", "WP", "WP$", "WDT", "PDT":
		return pronounLemma(lower, xpos)
	case "RB":
		if lower == "n't" {
			return "not"
		}
		return drawnIn(lower)
	case "ADD", "GW", "FW":
		return word
	case "POS":
		return "'s"
	case "CD":
		if isRoman(word) {
			return word
		}
		return figureLemma(lower)
	}
	return lower
}

// informalLemmas are the lemmas of words that careless writing shortens or
// spells otherwise, and of abbreviations, by word and tag.
var informalLemmas = pairs(`
s/VBZ be m/VBP be r/VBP be re/VBP be ar/VBP be ve/VBP have ve/VB have hav/VBP have wan/VBP want wan/VB want gon/VBG go
ll/MD will d/MD would nt/RB not na/TO to ta/TO to aka/RB a.k.a. a.k.a/RB a.k.a.
u/PRP you ya/PRP you s/PRP we em/PRP they ur/PRP$ your yo/PRP$ your her/PRP she mine/PRP my hers/PRP her
theirs/PRP their ours/PRP our yours/PRP your
vs/IN versus vs./IN versus vs/CC versus vs./CC versus thru/IN through w/IN with w/o/IN without b/c/IN because
cuz/IN because coz/IN because 'cause/IN because til/IN till 'til/IN till o/IN of o'/IN of
etc/FW etc. ect/FW etc. ie/FW i.e. eg/FW e.g. am/NN a.m. pm/NN p.m. am/RB a.m. pm/RB p.m. a.m/NN a.m. p.m/NN p.m.
you/PRP$ your you're/PRP$ your there/PRP$ their they're/PRP$ their it's/PRP$ its then/IN than asap/RB ASAP tv/NN TV t.v./NN TV
k/CD thousand m/CD million mn/CD million b/CD billion bn/CD billion tn/CD trillion
mon/NNP Monday tue/NNP Tuesday tues/NNP Tuesday wed/NNP Wednesday thu/NNP Thursday thur/NNP Thursday thurs/NNP Thursday
fri/NNP Friday sat/NNP Saturday mon./NNP Monday tue./NNP Tuesday tues./NNP Tuesday wed./NNP Wednesday
thu./NNP Thursday thur./NNP Thursday thurs./NNP Thursday fri./NNP Friday sat./NNP Saturday sun./NNP Sunday
sept./NNP September sept/NNP September jan./NNP January feb./NNP February mar./NNP March apr./NNP April
aug./NNP August oct./NNP October nov./NNP November dec./NNP December jan/NNP January feb/NNP February
aug/NNP August oct/NNP October nov/NNP November dec/NNP December`)

// isLabel reports whether a word is a capital by itself or with figures, which
// stands for no word: "vitamin C", "the Q3 results".
func isLabel(word string) bool {
	return isAllCaps(word) && (len(word) == 1 || hasDigit(word))
}

// properCreeds are the faiths and parties whose adjectives keep their capital.
var properCreeds = wordSet(`jewish muslim christian catholic protestant buddhist hindu sunni shiite shia islamic islamist
	republican soviet latino hispanic arab nazi marxist biblical`)

// drawnIn returns a word without the letters by which writing draws it out: "so"
// for "soooo".
func drawnIn(word string) string {
	var out []byte
	for i := 0; i < len(word); {
		run := 1
		for i+run < len(word) && word[i+run] == word[i] {
			run++
		}
		if run >= drawnOut && isASCIILetter(word[i]) {
			out = append(out, word[i])
		} else {
			out = append(out, word[i:i+run]...)
		}
		i += run
	}
	return string(out)
}

// drawnOut is how many times a letter stands that no spelling repeats so often.
const drawnOut = 3

// shouted is how many capitals make a word that is written in capitals for its
// loudness rather than an acronym.
const shouted = 7

// properLemma returns a proper noun as names are written: "TEHRANIS" with small
// letters, "kerala" with a capital where the lexicons know it.
func properLemma(word, lower string) string {
	switch {
	case len(word) >= shouted && isAllCaps(word) && isASCIILetters(word):
		return capitalise(lower)
	case word == lower && isKnownName(capitalise(word)):
		return capitalise(word)
	}
	return word
}

var punctuationLemmas = map[string]string{
	"“": `"`, "”": `"`, "„": `"`, "«": `"`, "»": `"`, "``": `"`, "''": `"`,
	"‘": "'", "’": "'", "–": "-", "…": "...", "’s": "'s",
}

// lemmaOf is [LemmaOf] for token i of d, whose tree is known: the "'s" of "it's
// been" is "have" where that of "it's closed" is "be".
func lemmaOf(d *Document, i int, word string) string {
	t := d.Tokens[i]
	if t.XPOS != "VBZ" || !isClitic(word) {
		return LemmaOf(word, t.XPOS)
	}
	next := i + 1
	for next < len(d.Tokens) && d.Tokens[next].XPOS == "RB" {
		next++
	}
	if next == len(d.Tokens) || d.Tokens[next].XPOS != "VBN" {
		return "be"
	}
	switch verb := strings.ToLower(d.Word(next)); {
	case t.Rel == "aux", verb == "been", verb == "got", verb == "had", verb == "become":
		return "have"
	}
	return "be"
}

// figureLemma returns a number without the commas between its thousands.
func figureLemma(word string) string {
	if _, ok := parseFigure(word); ok {
		return strings.ReplaceAll(word, ",", "")
	}
	return word
}

func pronounLemma(lower, xpos string) string {
	if lower == "i" {
		return "I"
	}
	if xpos == "PRP$" {
		return lower
	}
	if lemma, ok := pronounForms[lower]; ok {
		return lemma
	}
	return lower
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// positive returns the positive of a comparative or superlative in lower case.
func positive(word string, irregular map[string]string) string {
	if lemma, ok := irregular[word]; ok {
		return lemma
	}
	stem, ok := strings.CutSuffix(word, "er")
	if !ok {
		stem, ok = strings.CutSuffix(word, "est")
	}
	switch {
	case !ok || !hasVowel(stem) || utf8.RuneCountInString(stem) < 3:
		return word
	case strings.HasSuffix(stem, "i"):
		return strings.TrimSuffix(stem, "i") + "y"
	case strings.HasSuffix(stem, "ng"):
		return stem
	}
	return restore(stem)
}
