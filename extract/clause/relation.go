package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// base returns the base form of c's relation: "hold", "continue to carry out",
// "be elected", "be expected to win".
func (s *sentence) base(g *verb) string {
	var parts []string
	for _, l := range g.chain {
		parts = append(parts, s.linkBase(l)...)
	}
	switch {
	case g.passive:
		if len(g.chain) > 0 && g.chain[len(g.chain)-1].gerund {
			parts = append(parts, "being", s.lower(g.main))
		} else {
			parts = append(parts, "be", s.lower(g.main))
		}
	case len(g.chain) > 0 && g.chain[len(g.chain)-1].gerund:
		parts = append(parts, s.lower(g.main))
	case s.isMissing(g.main):
		parts = append(parts, "be", "missing")
	default:
		parts = append(parts, s.lemma(g.main))
	}
	if g.particle >= 0 {
		parts = append(parts, s.lower(g.particle))
	}
	for _, k := range s.rankBehind(g) {
		parts = append(parts, s.lower(k))
	}
	return strings.Join(parts, " ")
}

// rankBehind returns the tokens that say as which one somebody came in: "came in second",
// "finished third".
func (s *sentence) rankBehind(g *verb) []int {
	k := g.main + 1
	if !racings[s.lemma(g.main)] || g.passive || g.copula {
		return nil
	}
	var list []int
	if k < s.tokens.End && s.lower(k) == "in" && g.particle < 0 && s.rel(k) == "advmod" {
		list, k = append(list, k), k+1
	}
	if k >= s.tokens.End || !ranks[s.lower(k)] || s.rel(k) != "advmod" {
		return nil
	}
	return append(list, k)
}

var (
	racings = words("come", "finish", "place", "rank", "start", "end")
	ranks   = words("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "joint-first", "joint-second")
)

// isMissing reports whether verb i is the "missing" of "is missing", which is
// what somebody is and not what somebody does.
func (s *sentence) isMissing(i int) bool { return s.lower(i) == "missing" && s.kid(i, "obj") < 0 }

// linkBase returns the words of a governing verb in base form.
func (s *sentence) linkBase(l link) []string {
	var list []string
	switch {
	case l.adjunct >= 0:
		list = []string{s.lemma(l.word), s.lower(l.adjunct)}
	case l.passive:
		list = []string{"be", s.lower(l.word)}
	default:
		list = []string{s.lemma(l.word)}
	}
	if l.denied {
		list = append(list, "not")
	}
	if l.gerund {
		return list
	}
	return append(list, "to")
}

// relation makes a relation of c's verb and the tokens that follow it.
func (s *sentence) relation(g *verb, base string, more ...nlp.Range) Relation {
	r := Relation{Tokens: slices.Clone(g.tokens), Base: base, Label: thirdPerson(base), Modal: s.modalOf(g)}
	for _, m := range more {
		for i := m.First; i < m.End; i++ {
			r.Tokens = append(r.Tokens, i)
		}
	}
	slices.Sort(r.Tokens)
	r.Tokens = slices.Compact(r.Tokens)
	return r
}

// clippedModals are modal verbs as they are written before or after an apostrophe.
var clippedModals = map[string]string{
	"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "sha": "shall",
}

// modalOf returns the modal verb that opens g in its full form; empty where none does.
func (s *sentence) modalOf(g *verb) string {
	if len(g.tokens) == 0 || s.tag(g.tokens[0]) != "MD" {
		return ""
	}
	word := s.lower(g.tokens[0])
	if full, ok := clippedModals[word]; ok {
		return full
	}
	return word
}

// prepositionWords returns the words of p's preposition.
func (s *sentence) prepositionWords(p prepositional) string {
	return strings.ToLower(s.doc.TextOf(p.preposition))
}
