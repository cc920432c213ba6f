package gold

import (
	"slices"
	"strings"

	"kg/extract"
	"kg/extract/clause"
)

// extraWords is how many words more than a name the words of an argument may have:
// "the meeting of the ministers in Vienna" for "meeting of the ministers".
const extraWords = 4

// argument is a subject, object, circumstance or speaker of a fact.
type argument struct {
	id                string
	names             []string // what it was resolved to
	surfaces          []string // what the sentence says
	withoutFirst      bool     // a circumstance, which opens with its preposition
	role, preposition string
}

func argumentOf(a extract.Argument) argument {
	return argument{id: a.ID, names: []string{a.Name, a.Value}, surfaces: []string{a.Text, a.Value}}
}

func circumstanceOf(c extract.Context) argument {
	first, _, _ := strings.Cut(strings.TrimSpace(c.Text), " ")
	return argument{id: c.ID, names: []string{c.Name, c.Value}, surfaces: []string{c.Text, c.Value}, withoutFirst: true, role: c.Role, preposition: first}
}

func speakerOf(s *extract.Speaker) argument {
	if s == nil {
		return argument{}
	}
	return argument{id: s.ID, names: []string{s.Name}}
}

// matcher compares what was annotated of one article with what was extracted.
type matcher struct {
	names   map[string]map[string]bool // by entity: its normal names
	holders map[string]map[int]bool    // by normal name: the annotated entities that have it
}

func newMatcher(a *Article, x *extract.Extraction) *matcher {
	m := &matcher{names: map[string]map[string]bool{}, holders: map[string]map[int]bool{}}
	for _, e := range x.Entities {
		m.names[e.ID] = map[string]bool{}
		for name := range namesOf(e, "name", "nominal") {
			m.names[e.ID][name] = true
		}
	}
	for i, e := range a.Entities {
		for alias := range e.aliases() {
			if m.holders[alias] == nil {
				m.holders[alias] = map[int]bool{}
			}
			m.holders[alias][i] = true
		}
	}
	return m
}

func (e Entity) aliases() map[string]bool { return normals(append([]string{e.Name}, e.Aliases...)...) }

// namesOf counts the normal names of an extracted entity: a mention counts once
// for each place.
func namesOf(e extract.Entity, forms ...string) map[string]int {
	names := map[string]int{}
	for _, n := range append([]string{e.Name}, e.Aliases...) {
		names[normal(n)]++
	}
	for _, mention := range e.Mentions {
		if slices.Contains(forms, mention.Form) {
			names[normal(mention.Text)]++
		}
	}
	delete(names, "")
	return names
}

// held returns the annotated entities that have one of the names.
func (m *matcher) held(names map[string]bool) map[int]bool {
	out := map[int]bool{}
	for n := range names {
		for i := range m.holders[n] {
			out[i] = true
		}
	}
	return out
}

// fits reports whether an argument is called one of the names, or its words hold
// one with few words more; any number more where they are what was said. It is
// not where it was resolved to another annotated thing: "France" is not "the
// President of France".
func (m *matcher) fits(names []string, a argument, said bool) bool {
	wanted := normals(names...)
	own := normals(a.names...)
	for n := range m.names[a.id] {
		own[n] = true
	}
	if meet(wanted, own) {
		return true
	}
	var surfaces [][]string
	for _, s := range a.surfaces {
		if s != "" {
			surfaces = append(surfaces, wordsOf(s))
		}
	}
	if a.withoutFirst && len(surfaces) > 0 && len(surfaces[0]) > 0 {
		surfaces = append(surfaces, surfaces[0][1:])
	}
	for _, s := range surfaces {
		if wanted[strings.Join(s, " ")] {
			return true
		}
	}
	resolved, meant := m.held(own), m.held(wanted)
	if len(resolved) > 0 && len(meant) > 0 && !shareAny(resolved, meant) {
		return false
	}
	for name := range wanted {
		need := strings.Fields(name)
		for _, s := range surfaces {
			if missing(need, s) == 0 && (said || len(s)-len(need) <= extraWords) {
				return true
			}
		}
	}
	return false
}

func shareAny(a, b map[int]bool) bool {
	for i := range a {
		if b[i] {
			return true
		}
	}
	return false
}

// match says how far a fact of ours is the annotated one.
type match int

const (
	otherThings   match = iota // it is between others
	otherRelation              // it is between the same
	otherFrame                 // it has the relation too, but not the modality or the speaker
	whole
)

// compare compares a fact with an annotated one.
func (m *matcher) compare(g *Fact, f extract.Fact) match {
	how := m.between(g, f, false)
	switch {
	case how == whole && !m.framed(g, f):
		how = otherFrame
	case how == whole:
		return whole
	}
	if m.attributed(g, f) {
		return whole
	}
	return how
}

// violates reports whether a fact states plainly what it must not.
func (m *matcher) violates(g *Fact, f extract.Fact) bool {
	return f.Speaker == nil && (f.Modality == "" || f.Modality == clause.Asserted) && m.between(g, f, true) == whole
}

// between compares the things and the relation, not how they are stated.
func (m *matcher) between(g *Fact, f extract.Fact, forbidden bool) match {
	subject, object := argumentOf(f.Subject), argumentOf(f.Object)
	best := otherThings
	try := func(left, right argument, inverse bool, in argument) {
		if best == whole || !m.fits(g.Subject, left, false) || !m.fits(g.Object, right, g.Kind == kindAttribution) {
			return
		}
		best = max(best, otherRelation)
		expressions := g.relation
		if inverse {
			expressions = g.inverse
		}
		texts := relationTexts(f.Relation, in)
		for _, e := range expressions {
			if slices.ContainsFunc(texts, e.MatchString) {
				best = whole
			}
		}
	}
	try(subject, object, false, argument{})
	try(object, subject, true, argument{})
	for _, c := range f.Context {
		in := circumstanceOf(c)
		try(subject, in, false, in)
		if !forbidden {
			try(object, in, false, in)
		}
	}
	return best
}

// relationTexts are what an expression for a relation is searched in.
func relationTexts(r extract.Relation, in argument) []string {
	plain := strings.TrimPrefix(r.ID, "rel:")
	texts := []string{r.Label, r.Text, plain, strings.ReplaceAll(plain, "-", " ")}
	if in.withoutFirst {
		for _, t := range slices.Clone(texts) {
			if t != "" && in.preposition != "" {
				texts = append(texts, t+" "+in.preposition)
			}
		}
		texts = append(texts, in.role)
	}
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

// framed reports whether modality and speaker are as annotated.
func (m *matcher) framed(g *Fact, f extract.Fact) bool {
	modality := string(f.Modality)
	switch {
	case g.Kind == kindAttribution:
		return true
	case len(g.Speaker) > 0 && !m.fits(g.Speaker, speakerOf(f.Speaker), false):
		return false
	case g.ModalityLoose:
		return true
	case len(g.Modality) > 0:
		return slices.Contains(g.Modality, modality)
	}
	return len(g.Speaker) > 0 || f.Modality == clause.Asserted || f.Modality == clause.Said
}

// attributed reports whether the fact stands under the speaker of an attribution
// and holds all words of what was said.
func (m *matcher) attributed(g *Fact, f extract.Fact) bool {
	if g.Kind != kindAttribution || !m.fits(g.Subject, speakerOf(f.Speaker), false) {
		return false
	}
	words := slices.Concat(wordsOf(orValue(f.Subject.Text, f.Subject.Value)), wordsOf(f.Relation.Text), wordsOf(orValue(f.Object.Text, f.Object.Value)))
	for _, c := range f.Context {
		words = append(words, wordsOf(orValue(c.Text, c.Value))...)
	}
	return slices.ContainsFunc(g.Object, func(phrase string) bool {
		need := wordsOf(phrase)
		return len(need) > 0 && missing(need, words) == 0
	})
}

func orValue(text, value string) string {
	if text != "" {
		return text
	}
	return value
}

// merged reports whether one thing of ours has a name of the annotated subject
// and one of the object.
func (m *matcher) merged(g *Fact) bool {
	left, right := normals(g.Subject...), normals(g.Object...)
	for n := range left {
		if right[n] {
			delete(left, n)
			delete(right, n)
		}
	}
	for _, names := range m.names {
		if meet(names, left) && meet(names, right) {
			return true
		}
	}
	return false
}
