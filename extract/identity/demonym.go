package identity

import (
	"kg/data"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// addDemonym adds the place that an adjective stands for: Germany, where a
// proposition says of a foundation that it is German. It is a mention of the
// place, though not under its name, and stands beside what the words around it
// are a mention of: "German" is part of the title of a chancellor as well.
func (c *collector) addDemonym(a clause.Argument) {
	if m := c.byToken[a.Head]; c.demonyms[a.Head] != nil || m != nil && m.Head == a.Head {
		return
	}
	name := placeOfDemonym(c.doc.TextOf(a.Tokens))
	k := lookup(name, nlp.Place)
	if k == nil {
		return
	}
	m := &mention{
		Mention:  Mention{Tokens: a.Tokens, Head: a.Head, Form: FormNominal},
		sentence: c.doc.SentenceOf(a.Head), name: name, words: nameWords(name), type_: nlp.Place, known: k,
	}
	c.add(m)
	c.demonyms[a.Head] = m
}

// placeOfDemonym returns the name of the place whose adjective word is, or "".
func placeOfDemonym(word string) string {
	if c, ok := data.CountryOf(word); ok {
		return c.Name
	}
	if p, ok := data.PlaceOf(word); ok {
		return p.Name
	}
	return ""
}
