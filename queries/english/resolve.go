package english

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// How sure it is that an entity is what a phrase of the question names.
const (
	sureExact    = 1.0  // the phrase is one of its names
	sureBest     = 0.95 // its name contains the phrase, and it is the best known of those
	sureOther    = 0.65 // it is another of those
	sureUntitled = 0.9  // the name in the phrase, without what stands before it
	sureNear     = 0.75 // its name is spelt almost so

	sureDescribed = 0.85 // it is what the entity is said to be in one article
)

// How many entities are looked at for a phrase: a name that more answer to
// says too little, and of a common noun the article's own decides.
const (
	maxNamed  = 12
	maxCommon = 40

	maxDescribed = 20 // statements of what an entity is
)

// search answers one question from one view of the graph.
type search struct {
	ctx       context.Context
	view      *graph.View
	lexicon   *lexicon
	relations []relation
	heads     map[string]bool // the verbs of the graph's relations

	resolved map[string]map[string]float64 // by phrase: entities and how sure each is
	lying    map[string]bool               // "kg:Talks in Oslo": whether that is so
	notes    []string
}

// relation is a relation of the graph, read.
type relation struct {
	graph.Relation
	pred predicate
}

func newSearch(ctx context.Context, v *graph.View) (*search, error) {
	all, err := v.Relations(ctx)
	if err != nil {
		return nil, err
	}
	s := &search{ctx: ctx, view: v, lexicon: synonyms(), heads: map[string]bool{}, resolved: map[string]map[string]float64{}, lying: map[string]bool{}}
	for _, r := range all {
		p := parseLabel(r.Label())
		s.relations = append(s.relations, relation{r, p})
		first, _, _ := strings.Cut(p.content, " ")
		s.heads[first] = true
	}
	return s, nil
}

// isVerb reports whether the graph or the lexicon has a verb.
func (s *search) isVerb(lemma string) bool { return s.heads[lemma] || s.lexicon.isVerb(lemma) }

func (s *search) isPhrase(phrase string) bool { return s.lexicon.phrases[phrase] }

// entities returns the entities that a phrase may stand for, and how sure each is.
func (s *search) entities(p phrase) (map[string]float64, error) {
	key := p.String()
	if found, ok := s.resolved[key]; ok {
		return found, nil
	}
	found := map[string]float64{}
	err := s.look(p, found)
	if err == nil && p.isProper() {
		err = s.describe(found)
	}
	s.resolved[key] = found
	return found, err
}

// describe adds what the entities are said to be in an article: where Algarve
// Ferries is "a shipping company", what that article says of the company is
// about Algarve Ferries.
func (s *search) describe(found map[string]float64) error {
	for _, iri := range slices.Sorted(maps.Keys(found)) {
		if found[iri] < sureUntitled*sureBest {
			continue
		}
		ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{iri}, Relations: []string{isRelation}, Limit: maxDescribed})
		if err != nil {
			return err
		}
		claims, err := s.view.Claims(s.ctx, ids)
		if err != nil {
			return err
		}
		for _, c := range claims {
			if c.Subject.IRI == iri && c.Modality == "asserted" && ofOneArticle.MatchString(c.Object.IRI) {
				found[c.Object.IRI] = max(found[c.Object.IRI], found[iri]*sureDescribed)
			}
		}
	}
	return nil
}

// ofOneArticle matches the IRIs of things that have no name and are known from
// one article alone: kg:shipping_company_(1a2b3c).
var ofOneArticle = regexp.MustCompile(`_\([0-9a-f]{6}(-\d+)?\)$`)

// look tries the ways to read a phrase, the most literal first, until one
// finds something.
func (s *search) look(p phrase, found map[string]float64) error {
	whole := p.text()
	if len(p.after) > 0 {
		if err := s.named(p.String(), sureExact, maxNamed, false, found); err != nil {
			return err
		}
	}
	limit := maxNamed
	if !p.isProper() {
		limit = maxCommon
	}
	if err := s.named(whole, sureExact, limit, false, found); err != nil || len(found) > 0 {
		return err
	}
	for _, c := range p.words {
		if country := countryOf(c); country != "" && len(p.words) == 1 {
			return s.named(country, sureUntitled, maxNamed, false, found)
		}
	}
	names := p.names()
	if p.isProper() && len(names) > 0 {
		return s.lookByName(names[len(names)-1], found)
	}
	return s.named(p.head(), sureOther, maxCommon, false, found)
}

// lookByName looks for a name without the titles before it, then for one that
// is spelt almost so.
func (s *search) lookByName(name string, found map[string]float64) error {
	words := strings.Fields(name)
	for from := range words {
		if from > 0 && len(words)-from < 2 && !isTitle(words[:from]) {
			break
		}
		if err := s.named(strings.Join(words[from:], " "), sureUntitled, maxNamed, false, found); err != nil || len(found) > 0 {
			return err
		}
	}
	return s.named(name, sureNear, 3, true, found)
}

// isTitle reports whether words before a name are what somebody is.
func isTitle(words []string) bool {
	for i := range words {
		if _, ok := data.OfficeCalled(strings.ToLower(strings.Join(words[i:], " "))); ok {
			return true
		}
	}
	return false
}

// named adds the entities of a name. Misspelt names are wanted only where near
// is set, and noted.
func (s *search) named(name string, sure float64, limit int, near bool, found map[string]float64) error {
	matches, err := s.view.Named(s.ctx, name, limit)
	if err != nil {
		return err
	}
	first := true
	exact := len(matches) > 0 && matches[0].Exact // the exact come first; others then only have the name in theirs
	for _, m := range matches {
		if m.Near != near || exact && !m.Exact && limit != maxCommon {
			continue
		}
		weight := sure * sureOther
		switch {
		case near:
			weight = sureNear
			if first {
				s.notes = append(s.notes, fmt.Sprintf("no name in the graph is like %q; it was taken for %s", name, m.Name))
			}
		case m.Exact:
			weight = sure
		case first || limit == maxCommon:
			weight = sure * sureBest
		}
		found[m.IRI] = max(found[m.IRI], weight)
		first = false
	}
	return nil
}

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
	costName      = 0.5  // a name that the article does not mention
	costOther     = 0.8  // another word that the sentence does not have
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
				weight *= wordCost(w, p.head(), stated, st)
			}
		}
	}
	return weight
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
	case s.mentioned(name, st):
		return costMentioned
	}
	return costName
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
