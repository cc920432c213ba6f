package english

import (
	"slices"
	"strings"
	"unicode"

	"kg/data"
	"kg/graph"
)

// phrase is a noun phrase of a question, without its determiner: "drone attack"
// with "on Kyiv" hanging on it.
type phrase struct {
	words []word
	after []attached
}

// attached is a phrase with the preposition by which it hangs on another.
type attached struct {
	prep   string
	phrase phrase
}

func (p phrase) empty() bool { return len(p.words) == 0 }

// String returns the phrase as typed, with what hangs on it.
func (p phrase) String() string {
	text := p.text()
	for _, a := range p.after {
		text += " " + a.prep + " " + a.phrase.String()
	}
	return text
}

// text returns the words of the phrase alone.
func (p phrase) text() string { return textOf(p.words) }

func textOf(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && w.lower != "'s" {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// head returns the folded stem of the word that says what the phrase is: the
// last before an "of".
func (p phrase) head() string {
	words := p.words
	if i := slices.IndexFunc(words, func(w word) bool { return w.lower == "of" }); i > 0 {
		words = words[:i]
	}
	if len(words) == 0 {
		return ""
	}
	return stem(graph.FoldName(words[len(words)-1].text))
}

// names returns the names in the phrase: runs of words written with capitals,
// and the small words between them ("Ursula von der Leyen").
func (p phrase) names() []string {
	var names []string
	for i := 0; i < len(p.words); i++ {
		if !isNameStart(p.words[i]) {
			continue
		}
		end := i + 1
		for j := i + 1; j < len(p.words) && (p.words[j].isName() || nameLinks[p.words[j].lower]); j++ {
			if p.words[j].isName() {
				end = j + 1
			}
		}
		names = append(names, textOf(p.words[i:end]))
		i = end - 1
	}
	return names
}

func isNameStart(w word) bool { return w.isName() && strings.ContainsFunc(w.text, unicode.IsLetter) }

var nameLinks = set("of the von van der den de del di da la le bin al el und")

// isProper reports whether the phrase is a name, or ends in one: its head is
// written with a capital.
func (p phrase) isProper() bool {
	words := p.words
	if i := slices.IndexFunc(words, func(w word) bool { return w.lower == "of" }); i > 0 {
		words = words[:i]
	}
	return len(words) > 0 && isNameStart(words[len(words)-1]) || p.nameOf()
}

// nameOf reports whether the phrase has the form of "Coalition of the Willing",
// a name with a small word inside.
func (p phrase) nameOf() bool {
	names := p.names()
	return len(names) == 1 && names[0] == p.text()
}

// parsePhrase reads a noun phrase with what hangs on it.
func parsePhrase(words []word) phrase {
	parts := splitAtPrepositions(words)
	if len(parts) == 0 {
		return phrase{}
	}
	p := phrase{words: parts[0].phrase.words}
	p.after = parts[1:]
	if parts[0].prep != "" {
		p = phrase{words: words}
	}
	return p
}

// splitAtPrepositions divides words into phrases, each but the first with its
// preposition. "Of" divides nothing; nor does what stands inside a name,
// "Bank for International Settlements", which cannot be told here.
func splitAtPrepositions(words []word) []attached {
	var parts []attached
	current := attached{}
	flush := func() {
		current.phrase.words = undetermined(current.phrase.words)
		if len(current.phrase.words) > 0 {
			parts = append(parts, current)
		}
	}
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w.lower == "according" && i+1 < len(words) && words[i+1].lower == "to" {
			flush()
			current = attached{prep: "according to"}
			i++
			continue
		}
		if prepositions[w.lower] && w.lower != "of" && !w.isName() && !(i > 0 && nameLinks[w.lower]) {
			flush()
			current = attached{prep: w.lower}
			continue
		}
		current.phrase.words = append(current.phrase.words, w)
	}
	flush()
	return parts
}

// undetermined returns words without the determiners before them.
func undetermined(words []word) []word {
	for len(words) > 0 && (determiners[words[0].lower] && !(len(words) == 1) || words[0].lower == "'s") {
		words = words[1:]
	}
	return slices.Clip(words)
}

// countryOf returns the country that an adjective or a demonym belongs to.
func countryOf(w word) string {
	if !w.isName() {
		return ""
	}
	if c, ok := data.CountryOf(w.text); ok {
		return c.Name
	}
	return ""
}
