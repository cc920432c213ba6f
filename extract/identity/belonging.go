package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// withinIRIs returns the IDs of what a cluster with a name lies in or belongs to:
// what the lexicons say of a place or an organisation, what an institution was
// settled to be of, and for other organisations and for buildings the country or
// the city in the name. Nil where none of them says.
//
// "Lyon", "the Bundestag", "the Federal Aviation Office" of Germany, "Japan Rowing
// Agency", "the Cathedral of Lyon", "Lyon Philharmonic".
// Limit: a company may be called after a country or a city that it is not from.
func withinIRIs(c *cluster, name string) []string {
	var within []string
	add := func(wholes ...string) {
		for _, w := range wholes {
			if iri := iriOfName(w); iri != "" && !slices.Contains(within, iri) {
				within = append(within, iri)
			}
		}
	}
	switch k, bodies := c.known(), c.summary().bodies; {
	case k != nil && k.type_ == nlp.Organization:
		add(k.of...)
	case k != nil && !k.isCountry && k.country != "":
		add(k.country)
	case k != nil:
	case len(bodies) > 0 && bodies[0].body.of.name != "":
		add(bodies[0].body.of.name)
	case c.named() && typeOf(c) == nlp.Organization:
		words := strings.Fields(name)
		add(landInName(words), cityInName(words))
	case c.named() && typeOf(c) == nlp.Place:
		add(cityInName(strings.Fields(name)))
	}
	return within
}

// iriOfName returns the ID of the country, place or organisation that a lexicon
// has under its own name; empty where none has.
func iriOfName(name string) string {
	if c, ok := data.CountryNamed(name); ok && name != "" {
		return kgPrefix + c.IRI
	}
	if p, ok := data.PlaceNamed(name); ok {
		return kgPrefix + p.IRI
	}
	if o, ok := data.OrganizationNamed(name); ok {
		return kgPrefix + o.IRI
	}
	return ""
}

// Names reports whether text is a name of e, or the adjective of the country that it is.
func Names(text string, e *Entity) bool {
	switch {
	case !isCapitalised(text):
		return false
	case text == e.Name || slices.Contains(e.Aliases, text) || iriOfName(text) == e.ID:
		return true
	}
	land := placeOfDemonym(text)
	return land != "" && iriOfName(land) == e.ID
}

// landInName returns the country at either end of a name. The States have their article:
// "the Alliance of Lake States" is of other ones.
func landInName(words []string) string {
	if _, l := withoutLand(words); l.name != "" {
		return l.name
	}
	for n := min(maxLandWords, len(words)-1); n > 0; n-- {
		if c, ok := data.CountryNamed(strings.Join(words[len(words)-n:], " ")); ok && words[len(words)-n] != "States" {
			return c.Name
		}
	}
	return ""
}

// cityInName returns the city before the other words of a name ("Lyon Cathedral")
// or at its end behind "of", "in" or "at" ("University of Lyon"). An airport may lie
// far from what it is called after.
func cityInName(words []string) string {
	if words[len(words)-1] == "Airport" {
		return ""
	}
	for n := min(maxLandWords, len(words)-1); n > 0; n-- {
		if p, ok := data.PlaceNamed(strings.Join(words[:n], " ")); ok && p.Kind == "city" && isCapitalised(words[0]) {
			return p.Name
		}
	}
	for i := 1; i < len(words)-1; i++ {
		switch strings.ToLower(words[i]) {
		case "of", "in", "at":
			if p, ok := data.PlaceNamed(strings.Join(words[i+1:], " ")); ok && p.Kind == "city" {
				return p.Name
			}
		}
	}
	return ""
}
