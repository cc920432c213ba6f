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
