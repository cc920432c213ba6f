package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// statement is a clause on its way to propositions: one subject, one relation,
// one object, any of which may have several members.
type statement struct {
	subject  noun
	relation Relation
	object   noun
	kind     ArgumentKind // of the object, where it is not a phrase
	context  []Context
}

// all returns the prepositional phrases of c without the one at index skip (-1: none).
func (c *clause) all(skip int) []prepositional {
	list := slices.Clone(c.prepended)
	for k, p := range c.phrases {
		if k != skip {
			list = append(list, p)
		}
	}
	return list
}

// copularStatements: "X is the president of Y", "X is in Paris", "X is ready".
func (s *sentence) copularStatements(c *clause) []statement {
	g := c.verb
	base := s.base(g)
	at := s.contextOf(c.all(-1), c.times)
	switch {
	case len(c.objects) > 0 && s.isCleft(c.subject, c.objects[0]):
		return nil
	case len(c.objects) > 0:
		list := []statement{{c.subject, s.relation(g, base), c.objects[0], Phrase, at}}
		return append(list, s.roleStatements(c, base)...)
	case c.predicate.ok() && len(c.phrases) > 0 && c.phrases[0].preposition.First == c.predicate.tokens.End && !s.isTime(c.phrases[0].noun):
		p := c.phrases[0]
		base += " " + strings.ToLower(s.doc.TextOf(c.predicate.tokens)) + " " + s.prepositionWords(p)
		r := s.relation(g, base, c.predicate.tokens, p.preposition)
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(0), c.times)}}
	case c.predicate.ok():
		list := []statement{{c.subject, s.relation(g, base), c.predicate, Title, at}}
		if base == "be" && c.predicate.tokens.Len() == 1 && s.isDemonym(c.predicate.head) && s.isSomebody(c.subject) {
			list = append(list, statement{c.subject, s.relation(g, "be from"), c.predicate, Demonym, at})
		}
		return list
	}
	return s.prepositionalStatements(c)
}

// isSomebody reports whether n is the name of a person, or "he" or "she": what is
// French may be a wine, who is French is from France.
func (s *sentence) isSomebody(n noun) bool {
	w := s.lower(n.head)
	return s.isNamed(n.head, nlp.Person) || w == "he" || w == "she"
}

// roleStatements: "Niamey is the capital of Niger" also says that Niamey "is
// capital of" Niger, "Ito is a chemist at Sony" that he "is chemist at" Sony.
func (s *sentence) roleStatements(c *clause, base string) []statement {
	n := c.objects[0]
	var list []statement
	if role, owner, ok := s.roleOf(n); ok {
		r := s.relation(c.verb, base+" "+role.words+" of", role.tokens)
		list = append(list, statement{c.subject, r, owner, Phrase, s.contextOf(c.all(-1), c.times)})
	}
	for k, p := range c.phrases {
		if s.isTitleNoun(n.head) && len(n.conjuncts) == 0 && s.prepositionWords(p) == "at" && s.isProper(p.noun) && !s.isTime(p.noun) {
			role := s.roleWords(s.roleStart(n.tokens.First, n.head), n.head)
			r := s.relation(c.verb, base+" "+role.words+" at", role.tokens, p.preposition)
			list = append(list, statement{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)})
			break
		}
	}
	return list
}
