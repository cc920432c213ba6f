package english

import (
	"strings"
	"unicode"

	"kg/extract/nlp"
	"kg/graph"
)

// word is a word of a question: as typed, and in lower case.
type word struct{ text, lower string }

// isName reports whether the word is written like a name, or is a figure.
func (w word) isName() bool {
	for _, r := range w.text {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return false
}

// split returns the words of a question. Punctuation goes, "'s" and "n't"
// become words of their own.
func split(text string) []word {
	text = strings.NewReplacer("’", "'", "“", " ", "”", " ", `"`, " ", "(", " ", ")", " ", ";", " ").Replace(text)
	var words []word
	for field := range strings.FieldsSeq(text) {
		field = strings.Trim(field, "?!,:")
		if !strings.Contains(strings.TrimSuffix(field, "."), ".") && len(field) > 3 {
			field = strings.TrimSuffix(field, ".") // "Kyiv.", but "U.S."
		}
		words = append(words, splitClitic(field)...)
	}
	return words
}

func splitClitic(field string) []word {
	lower := strings.ToLower(field)
	if contracted, ok := contractions[lower]; ok {
		return []word{{contracted, contracted}, {"not", "not"}}
	}
	for _, suffix := range []string{"'s", "s'"} {
		if stem, ok := strings.CutSuffix(lower, suffix); ok && stem != "" {
			stem = field[:len(field)-len("'s")]
			if suffix == "s'" {
				stem += "s"
			}
			if strings.EqualFold(stem, "who") || strings.EqualFold(stem, "what") || strings.EqualFold(stem, "where") || strings.EqualFold(stem, "when") {
				return []word{{stem, strings.ToLower(stem)}, {"is", "is"}}
			}
			return []word{{stem, strings.ToLower(stem)}, {"'s", "'s"}}
		}
	}
	if field == "" {
		return nil
	}
	return []word{{field, lower}}
}

var contractions = map[string]string{
	"didn't": "did", "doesn't": "does", "don't": "do", "isn't": "is", "wasn't": "was", "aren't": "are", "weren't": "were",
	"hasn't": "has", "haven't": "have", "hadn't": "had", "won't": "will", "wouldn't": "would", "can't": "can", "cannot": "can", "couldn't": "could",
}

// set is a set of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// invariant are the verbs whose past is their base form.
var invariant = set("hit cut put set let cost hurt shut split spread burst quit beat bet cast upset")

// The closed classes of words that the grammar is made of.
var (
	formsOfBe    = set("is are was were be been being")
	formsOfHave  = set("has have had")
	formsOfDo    = set("do does did")
	modals       = set("will would can could may might shall should must")
	determiners  = set("a an the this that these those some any his her its their our my your no each every all both another")
	prepositions = set("of in on at by for with from to into onto about against between among during over under after before since until through near around across as than via within without toward towards behind above below beyond despite concerning regarding")
	adverbs      = set("also first originally recently ever last finally officially initially already just now currently still then really actually not never reportedly together most recently newly previously once again")
	places       = set("in at near on around across within inside outside") // prepositions of being somewhere
)

// lemmaOfVerb returns the base form of an inflected verb in lower case.
func lemmaOfVerb(lower string) string {
	for _, tag := range []string{"VBZ", "VBD", "VBN", "VBG"} {
		if lemma := nlp.LemmaOf(lower, tag); lemma != lower {
			return lemma
		}
	}
	return lower
}

// isParticiple reports whether a word is the past participle of a verb that
// differs from its base form, or one of those that never differ.
func isParticiple(lower string) bool {
	if invariant[lower] {
		return true
	}
	if nlp.LemmaOf(lower, "VBN") == lower || strings.HasSuffix(lower, "ing") {
		return false
	}
	return strings.HasSuffix(lower, "ed") || strings.HasSuffix(lower, "en") || nlp.LemmaOf(lower, "VBN") != nlp.LemmaOf(lower, "NNS")
}

// isPast reports whether a word is the past form of a verb that differs from
// its base form: "sank", "damaged".
func isPast(lower string) bool {
	return nlp.LemmaOf(lower, "VBD") != lower && !strings.HasSuffix(lower, "ing")
}

// stem returns a folded word without the endings of its inflection, so that
// "engineers" and "engineer" are one word.
func stem(folded string) string {
	if folded == "people" {
		return "person" // a lemma of its own in articles, the plural in questions
	}
	if s := nlp.LemmaOf(folded, "NNS"); s != folded {
		return s
	}
	return folded
}

// stems returns the stems of the words in text that say something.
func stems(text string) []string {
	var out []string
	for w := range strings.FieldsSeq(graph.FoldName(text)) {
		if !determiners[w] && !prepositions[w] && w != "s" && w != "and" {
			out = append(out, stem(w))
		}
	}
	return out
}
