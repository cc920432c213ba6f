package link

import (
	"cmp"
	"slices"
	"strings"

	"kg/data"
	"kg/extract"
	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// landsOf returns the countries that an article mentions most, by how often, at
// most maxLands, sorted.
func landsOf(x *extract.Extraction) []string {
	type land struct {
		iri      string
		mentions int
	}
	var lands []land
	for _, e := range x.Entities {
		if e.Type == nlp.Place && isCountry(e.ID) {
			lands = append(lands, land{e.ID, len(e.Mentions)})
		}
	}
	slices.SortFunc(lands, func(a, b land) int {
		return cmp.Or(cmp.Compare(b.mentions, a.mentions), strings.Compare(a.iri, b.iri))
	})
	var iris []string
	for _, l := range lands[:min(len(lands), maxLands)] {
		iris = append(iris, l.iri)
	}
	slices.Sort(iris)
	return iris
}

// maxLands is how many countries of an article count as its places.
const maxLands = 3

func isCountry(iri string) bool {
	_, ok := countries[iri]
	return ok
}

// countries are the IRIs of all countries.
var countries = func() map[string]bool {
	all := map[string]bool{}
	for _, c := range data.Countries() {
		all["kg:"+c.IRI] = true
	}
	return all
}()

// officesOf returns the offices that an article says people hold, by their IRIs.
// An office that is held no more tells a person as well as one that is.
func officesOf(x *extract.Extraction) map[string][]string {
	found := map[string][]string{}
	for _, f := range x.Facts {
		if f.Subject.Type != nlp.Person || f.Modality != clause.Asserted && f.Modality != clause.Future || len(f.DerivedFrom) > 0 || !extract.IsPosition(f.Relation.ID) {
			continue
		}
		role, ok := identity.ParseRole(f.Object.Text)
		if !ok {
			continue
		}
		office := role.Office
		if role.Of != "" {
			office += " of " + role.Of
		}
		found[f.Subject.ID] = append(found[f.Subject.ID], office)
	}
	for id, offices := range found {
		slices.Sort(offices)
		offices = slices.Compact(offices)
		found[id] = offices[:min(len(offices), maxOffices)]
	}
	return found
}

// maxOffices bounds the profile of somebody whom an article gives many titles.
const maxOffices = 4

// officeLands returns the countries of a profile's offices.
func (p Profile) officeLands() []string {
	var lands []string
	for _, o := range p.Offices {
		if _, of, ok := strings.Cut(o, " of kg:"); ok && isCountry("kg:"+of) {
			lands = append(lands, "kg:"+of)
		}
	}
	return lands
}

// bareOffices returns a profile's offices without whose they are.
func (p Profile) bareOffices() []string {
	var bare []string
	for _, o := range p.Offices {
		office, _, _ := strings.Cut(o, " of kg:")
		bare = append(bare, office)
	}
	return bare
}

func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
