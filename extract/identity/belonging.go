package identity

import (
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// landIRI returns the ID of the country that a cluster with a name lies in or
// belongs to: what the lexicon says of a place, what an institution was settled to
// be of, and for other organisations the country in the name. Empty where none of
// them says.
//
// "Lyon", "the Federal Aviation Office" of Germany, "Japan Rowing Agency".
// Limit: a company may be called after a country that it is not from.
func landIRI(c *cluster, name string) string {
	country := ""
	switch k, bodies := c.known(), c.summary().bodies; {
	case k != nil && (k.isCountry || k.country != ""):
		if !k.isCountry {
			country = k.country
		}
	case len(bodies) > 0:
		country = bodies[0].body.of.name
	case c.named() && typeOf(c) == nlp.Organization:
		country = landInName(strings.Fields(name))
	}
	if land, ok := data.CountryNamed(country); ok && country != "" {
		return kgPrefix + land.IRI
	}
	return ""
}

// landInName returns the country at either end of a name.
func landInName(words []string) string {
	if _, l := withoutLand(words); l.name != "" {
		return l.name
	}
	for n := min(maxLandWords, len(words)-1); n > 0; n-- {
		if c, ok := data.CountryNamed(strings.Join(words[len(words)-n:], " ")); ok {
			return c.Name
		}
	}
	return ""
}
