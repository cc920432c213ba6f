package english

import (
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// termFit returns how well a term of a statement fits a phrase, 0–1.
func (s *search) termFit(p phrase, t graph.Term, st *statement) (float64, error) {
	entities, err := s.entities(p)
	if err != nil {
		return 0, err
	}
	best := entities[t.IRI]
	if t.IRI == "" {
		best = 0
	}
	weight, err := s.wordFit(p, t, st)
	if weight == 0 && err == nil && anyEvent[graph.FoldName(t.Name)] {
		weight = s.anaphor(entities, st)
	}
	if !p.isProper() {
		return min(1, max(best*s.modifierFit(p, t, st), weight)), err
	}
	return max(best, weight), err
}

// anyEvent are words that stand for whatever happened.
var anyEvent = set("event incident disaster tragedy")

// anaphor returns how well "the event" stands for what a phrase names: its
// article mentions it.
func (s *search) anaphor(entities map[string]float64, st *statement) float64 {
	for iri, sure := range entities {
		if is, err := s.view.Mentions(s.ctx, st.Article, iri); err == nil && is && sure > sureOther {
			return onlyInArticle
		}
	}
	return 0
}

// wordFit compares a phrase with the name of a term: the head has to be there,
// and of the rest what the sentence does not say either costs.
func (s *search) wordFit(p phrase, t graph.Term, st *statement) (float64, error) {
	stated := stems(t.Name)
	if len(stated) == 0 {
		return 0, nil
	}
	if p.isProper() && len(stems(p.text())) > 0 {
		for _, w := range stems(p.text()) {
			if !slices.Contains(stated, w) {
				return 0, nil
			}
		}
		return 0.85, nil
	}
	head, termHead := p.head(), headOf(t.Name)
	weight := 0.95
	switch {
	case head == termHead || head == lastHead(t.Name):
	case slices.Contains(stated, head) && t.IRI == "":
		weight = 0.85
	case s.sameNoun(head, termHead):
		weight = 0.8
	default:
		return 0, nil
	}
	return weight * s.modifierFit(p, t, st), nil
}

// What a word of a phrase costs that the term does not have.
const (
	costName      = 0.4  // a name that the article does not mention
	costOther     = 0.8  // another word that the sentence does not have
	costContrary  = 0.4  // such a word where the term has one of its own: "salt levy" for "wine levy"
	costMentioned = 0.85 // a name that the article mentions
	costElsewhere = 0.97 // it stands in the sentence
)

// modifierFit weighs what a phrase says besides its head: names and words.
func (s *search) modifierFit(p phrase, t graph.Term, st *statement) float64 {
	stated := stems(t.Name)
	weight := 1.0
	for _, part := range append([]attached{{phrase: p}}, p.after...) {
		for _, name := range part.phrase.names() {
			weight *= s.nameCost(name, stated, st)
		}
		for _, w := range part.phrase.words {
			if !w.isName() {
				cost := wordCost(w, p.head(), stated, st)
				if cost == costOther && p.isOther(t) {
					cost = costContrary
				}
				weight *= cost
			}
		}
	}
	return weight
}

// isOther reports whether a term has the head of the phrase with a word before it that the
// phrase lacks.
func (p phrase) isOther(t graph.Term) bool {
	words := stems(t.Name)
	at := slices.Index(words, p.head())
	return at > 0 && !slices.Contains(stems(p.String()), words[at-1]) && !quantity.MatchString(words[at-1])
}

func wordCost(w word, head string, stated []string, st *statement) float64 {
	weight := 1.0
	for _, folded := range stems(w.text) {
		switch {
		case folded == head || slices.Contains(stated, folded):
		case st.words[folded]:
			weight *= costElsewhere
		default:
			weight *= costOther
		}
	}
	return weight
}

// nameCost weighs a name in a phrase: "the death of Pranab Mukherjee".
func (s *search) nameCost(name string, stated []string, st *statement) float64 {
	inTerm, inSentence := true, true
	for _, w := range stems(name) {
		here := slices.Contains(stated, w)
		inTerm = inTerm && here
		inSentence = inSentence && (here || st.words[w])
	}
	switch {
	case inTerm:
		return 1
	case inSentence || s.saysCountry(name, st):
		return costElsewhere
	case st.isElsewhere():
		return costName // the Faro fire killed nobody in Porto
	case s.mentioned(name, st):
		return costMentioned
	}
	return costName
}

// isElsewhere reports whether a statement names the place where it happened.
func (st *statement) isElsewhere() bool {
	return slices.ContainsFunc(st.Where, func(t graph.Term) bool { return t.Type == "Place" && isNamed(t.Name) })
}

// mentioned reports whether the article of a statement mentions who is most
// likely meant by a name.
func (s *search) mentioned(name string, st *statement) bool {
	words := split(name)
	entities, err := s.entities(phrase{words: words})
	if err != nil {
		return false
	}
	for iri, sure := range entities {
		if is, err := s.view.Mentions(s.ctx, st.Article, iri); err == nil && is && sure > sureOther {
			return true
		}
	}
	return false
}

// saysCountry reports whether the sentence names the country of an adjective,
// or by its adjective a country.
func (s *search) saysCountry(name string, st *statement) bool {
	for _, name := range countryWords(name) {
		if st.words[stem(graph.FoldName(name))] {
			return true
		}
	}
	return false
}

// countryWords returns the names and adjectives of the country that a word
// names or belongs to.
func countryWords(text string) []string {
	c, ok := data.CountryNamed(text)
	if !ok {
		c, ok = data.CountryOf(text)
	}
	if !ok {
		return nil
	}
	return append(slices.Clone(c.Names), c.Adjectives...)
}

// headOf returns the stem of the word that says what a name stands for: the
// last before a preposition.
func headOf(name string) string {
	words := strings.Fields(graph.FoldName(name))
	for i, w := range words {
		if i > 0 && prepositions[w] {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	return stem(words[len(words)-1])
}

// lastHead returns the stem of a name's last word where that is no name, as in
// "Coalition of the Willing meeting".
func lastHead(name string) string {
	words := split(name)
	if n := len(words); n > 0 && !words[n-1].isName() {
		return stem(graph.FoldName(words[n-1].text))
	}
	return ""
}

// sameNoun reports whether two nouns name the same kind of happening.
func (s *search) sameNoun(a, b string) bool {
	return slices.ContainsFunc(s.lexicon.nouns[a], func(i int) bool { return slices.Contains(s.lexicon.nouns[b], i) })
}
