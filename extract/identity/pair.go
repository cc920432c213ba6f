package identity

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// findPairs finds the two that a phrase such as "both leaders", "the two
// countries" or "the pair" stands for: two that the same sentence or one of the
// two before joins with "and" or "between", else the only two of their kind that
// it speaks of.
//
// "Ana Reyes met Bo Ek in Oslo. Both leaders praised the plan."
// Limit: where a sentence speaks of three, nobody can tell, and the phrase stands
// for itself alone.
func findPairs(a *article) {
	bySentence := map[int][]*mention{}
	for _, m := range a.all {
		bySentence[m.sentence] = append(bySentence[m.sentence], m)
	}
	for _, m := range a.all {
		if isOfKind := a.pairKind(m); isOfKind != nil && !m.latent {
			m.pair = a.pairBefore(m, bySentence, isOfKind)
		}
	}
}

// pairReach is how many sentences back the two are looked for.
const pairReach = 2

func (a *article) pairBefore(m *mention, bySentence map[int][]*mention, isOfKind func(*cluster) bool) []*mention {
	var all []*mention
	for back := 0; back <= pairReach; back++ {
		var here []*mention
		for _, n := range bySentence[m.sentence-back] {
			if n.Head < m.Head && !m.Tokens.Overlaps(n.Tokens) && isOfKind(n.cluster) {
				here = append(here, n)
			}
		}
		if pair := a.coordinated(here); pair != nil {
			return pair
		}
		here = oneOfEach(here)
		if len(here) == 2 {
			return here
		}
		all = oneOfEach(append(all, here...))
		if len(here) > 2 || len(all) > 2 {
			return nil
		}
		if len(all) == 2 {
			return all
		}
	}
	return nil
}

// coordinated returns the two of ms that "and" joins; nil where none are, or more
// than two.
func (a *article) coordinated(ms []*mention) []*mention {
	var pair []*mention
	for _, n := range ms {
		t := a.doc.Tokens[a.topToken(n.Tokens)]
		if rel, _, _ := strings.Cut(t.Rel, ":"); rel != "conj" {
			continue
		}
		i := slices.IndexFunc(ms, func(o *mention) bool { return o.cluster != n.cluster && o.Tokens.Has(t.Head) })
		if i < 0 {
			continue
		}
		if pair != nil {
			return nil
		}
		pair = []*mention{ms[i], n}
	}
	return pair
}

// oneOfEach returns the first mention of each cluster.
func oneOfEach(ms []*mention) []*mention {
	var first []*mention
	for _, m := range ms {
		if !slices.ContainsFunc(first, func(o *mention) bool { return o.cluster == m.cluster }) {
			first = append(first, m)
		}
	}
	return first
}

// pairKind returns what each of two is that m stands for; nil where m does not
// stand for two.
func (a *article) pairKind(m *mention) func(*cluster) bool {
	if m.Form != FormNominal || m.phrase.complement.Len() > 0 {
		return nil
	}
	noun := strings.ToLower(a.doc.Word(m.Head))
	if noun == "pair" || noun == "duo" {
		if !m.phrase.definite() {
			return nil
		}
		return isNamedPerson
	}
	modifiers := a.modifiers(m)
	two := m.phrase.determiner == "both" && len(modifiers) == 0 || m.phrase.definite() && len(modifiers) == 1 && modifiers[0] == "two"
	if !two || !m.plural {
		return nil
	}
	switch noun {
	case "countries", "nations", "states", "neighbors", "neighbours", "governments":
		return isNamedCountry
	case "sides":
		return func(c *cluster) bool { return isNamedCountry(c) || isNamedBody(c) }
	case "cities":
		return func(c *cluster) bool { return c.known() != nil && c.known().isCity }
	}
	switch nlp.EntityType(a.noun(m.Head).Type) {
	case nlp.Person:
		return isNamedPerson
	case nlp.Organization:
		return isNamedBody
	}
	return nil
}

func isNamedPerson(c *cluster) bool  { return c.named() && typeOf(c) == nlp.Person }
func isNamedBody(c *cluster) bool    { return c.named() && typeOf(c) == nlp.Organization }
func isNamedCountry(c *cluster) bool { return c.known() != nil && c.known().isCountry }
