package identity

import (
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// settleHomonyms decides for a name that a country shares with a place in
// another country, as Georgia does: the place if its paragraph names something
// in that other country, and nothing of the homonymous country, whose adjective the
// article has nowhere.
//
// "Voters in Atlanta, Georgia …" is the state of the United States; a paragraph
// that says no more than "Georgia" is about the country.
func (a *article) settleHomonyms() {
	for _, m := range a.names {
		if m.known == nil || !m.known.isCountry {
			continue
		}
		p, ok := data.PlaceNamed(m.name)
		if !ok || p.Country == "" || p.Country == m.known.country || p.Kind == "city" {
			continue
		}
		if a.hasAdjectiveOf(m) {
			continue
		}
		seen := a.countriesNear(m)
		if next := a.nameBehindComma(m); next != nil && next.known != nil {
			seen[next.known.country] = true
		}
		if seen[p.Country] && !seen[m.known.country] {
			m.known = &known{name: p.Name, iri: kgPrefix + p.IRI, type_: nlp.Place, country: p.Country}
		}
	}
}

// hasAdjectiveOf reports whether the article has the adjective of the country m: "Georgian".
func (a *article) hasAdjectiveOf(m *mention) bool {
	for i := range a.doc.Tokens {
		w := a.doc.Word(i)
		if len(w) > len(m.name) && strings.HasPrefix(w, m.name) && isDemonym(w) {
			return true
		}
	}
	return false
}

// countriesNear returns the countries that the paragraph of m speaks of, by
// places in them or by the adjective; homonyms aside.
func (a *article) countriesNear(m *mention) map[string]bool {
	seen := map[string]bool{}
	paragraph := a.doc.Sentences[m.sentence].Paragraph
	for _, n := range a.names {
		if a.doc.Sentences[n.sentence].Paragraph == paragraph && n.known != nil && !n.known.isCountry {
			seen[n.known.country] = true
		}
	}
	for i := range a.doc.Tokens {
		c, ok := data.CountryOf(a.doc.Word(i))
		if ok && isCapitalised(a.doc.Word(i)) && a.doc.Sentences[a.doc.SentenceOf(i)].Paragraph == paragraph {
			seen[c.Name] = true
		}
	}
	return seen
}
