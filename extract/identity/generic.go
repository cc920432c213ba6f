package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// generic are the nouns that refer back to a name of their kind without being
// part of it.
var generic = map[string]func(*mention) bool{
	"company": isCompany, "firm": isCompany, "carmaker": isCompany, "automaker": isCompany, "airline": isCompany, "carrier": isCompany,
	"manufacturer": isCompany, "retailer": isCompany, "chipmaker": isCompany, "drugmaker": isCompany, "startup": isCompany, "lender": isBank,
	"country": isCountry, "nation": isCountry,
	"city":   func(m *mention) bool { return m.known != nil && m.known.isCity },
	"island": isIsland,
	"treaty": isLaw, "accord": isLaw, "pact": isLaw,
}

func isLaw(m *mention) bool     { return m.type_ == nlp.Law }
func isCountry(m *mention) bool { return m.known != nil && m.known.isCountry }

// isIsland reports whether m is an island or a country on one, as far as the
// lexicons know it, or a place of which they say nothing and whose name does not
// say that it is something else.
func isIsland(m *mention) bool {
	switch last := m.words[len(m.words)-1]; {
	case m.type_ != nlp.Place:
		return false
	case last == "island" || last == "islands" || last == "isles" || last == "archipelago":
		return true
	case m.known != nil:
		return m.known.isIsland
	default:
		_, isOther := data.TypeOfLastWord(last)
		return !isOther
	}
}

// islandCountries are the countries that are called "the island".
var islandCountries = []string{
	"Bahrain", "Barbados", "Cuba", "Cyprus", "Dominica", "Greenland", "Grenada", "Haiti", "Iceland", "Ireland", "Jamaica", "Madagascar",
	"Malta", "Mauritius", "Nauru", "Puerto Rico", "Saint Lucia", "Singapore", "Sri Lanka", "Taiwan",
}

// isCompany leaves out public bodies, parties and the press as far as their
// names show it.
func isCompany(m *mention) bool {
	if m.type_ != nlp.Organization || m.known != nil {
		return false
	}
	last := m.words[len(m.words)-1]
	switch last {
	case "inc", "ltd", "corp", "corporation", "company", "ag", "air", "group", "airlines", "airways", "motors", "holdings", "industries":
		return true
	}
	_, isBody := data.TypeOfLastWord(last)
	return !isBody
}

// isBank reports whether m may be called "the lender".
func isBank(m *mention) bool {
	return m.type_ == nlp.Organization && (isCompany(m) || strings.HasPrefix(m.words[len(m.words)-1], "ban"))
}

// countrySpokenOf returns the first mention of the country of which the sentence of
// m, or the last before it in the paragraph that does, speaks first, by its name,
// its adjective or a place in it: "Peruvian police freed a banker of Chile. … the
// country". Where the article has no mention of it, m becomes the first.
// Limit: who is expelled "from the country" by others than its own is taken to be at
// home there.
func (a *article) countrySpokenOf(m *mention) *mention {
	for s := m.sentence; s >= 0 && a.doc.Sentences[s].Paragraph == a.paragraphOf(m.Head); s-- {
		for i := a.doc.Sentences[s].Tokens.First; i < min(m.Tokens.First, a.doc.Sentences[s].Tokens.End); i++ {
			if c := a.countryAt(i); c != nil {
				return a.mentionOf(c, m)
			}
		}
	}
	return nil
}

// mentionOf returns the first mention of a country; where there is none, it makes m
// one and returns nil.
func (a *article) mentionOf(c *data.Country, m *mention) *mention {
	k := lookup(c.Name, nlp.Place)
	if k == nil {
		return nil
	}
	if i := slices.IndexFunc(a.all, func(n *mention) bool { return n.known != nil && n.known.iri == k.iri }); i >= 0 {
		return a.all[i]
	}
	m.known, m.type_, m.cluster.sum = k, nlp.Place, nil
	return nil
}
