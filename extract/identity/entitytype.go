package identity

import (
	"kg/data"
	"kg/extract/nlp"
)

// typeOf returns the kind of thing that a cluster is: a lexicon's word first,
// then what most of its names say, then its noun phrases; Thing where nothing
// says.
func typeOf(c *cluster) nlp.EntityType {
	s := c.summary()
	if s.typ == "" {
		s.typ = c.findType()
	}
	return s.typ
}

func (c *cluster) findType() nlp.EntityType {
	if k := c.known(); k != nil {
		return k.type_
	}
	for _, form := range []Form{FormName, FormNominal} {
		if t := c.mostFrequentType(form); t != "" {
			return t
		}
	}
	return nlp.Thing
}

// mostFrequentType weighs the types of mentions of one form, Thing aside; of two
// with the same weight the earlier in the text wins.
func (c *cluster) mostFrequentType(form Form) nlp.EntityType {
	count := map[nlp.EntityType]int{}
	var best nlp.EntityType
	for _, m := range c.mentions {
		if m.Form != form || m.type_ == "" || m.type_ == nlp.Thing {
			continue
		}
		count[m.type_] += typeWeight(m)
	}
	for _, m := range c.mentions {
		if n := count[m.type_]; m.Form == form && n > 0 && (best == "" || n > count[best]) {
			best = m.type_
		}
	}
	return best
}

// typeWeight is how much a mention's type counts. A name that a title makes a
// person's is never anything else; one that neither title nor given name shows
// to be a person's is what name finders guess when nothing else fits.
func typeWeight(m *mention) int {
	switch {
	case m.type_ != nlp.Person:
		return 2
	case m.role != nil || m.title.Len() > 0:
		return 6
	case isSexed(m.gender) || m.Form != FormName:
		return 2
	}
	return 1
}

// settleListed makes a person of a name with a given name at its front that the
// name finder took for a place or a body, where it stands in a list of people:
// "Ana Reyes, Bo Ek and John Hall".
func (a *article) settleListed() {
	for _, m := range a.names {
		if m.known != nil || m.type_ == nlp.Person || len(m.words) < 2 || len(m.words) > maxPersonWords {
			continue
		}
		t := a.doc.Tokens[a.topToken(m.Tokens)]
		if _, isGiven := data.FirstName(m.words[0]); !isGiven || t.Rel != "conj" || t.Head < 0 {
			continue
		}
		if first := a.byToken[t.Head]; first != nil && first.Form == FormName && first.type_ == nlp.Person && len(first.words) > 1 {
			m.type_ = nlp.Person
		}
	}
}
