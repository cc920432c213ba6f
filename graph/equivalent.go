package graph

import (
	"strings"

	"github.com/cayleygraph/quad"
)

const owlEquivalentProperty quad.IRI = "owl:equivalentProperty" // relation → property of a standard vocabulary

// equivalents are the relations that mean what a property of schema.org means,
// with their arguments in the same places. The link stands beside the relation
// and never replaces it: "rel:marries" is what an article says. Relations that
// coincide for some objects alone are left out: "is born in" takes a place or a
// year, which schema.org keeps apart as birthPlace and birthDate.
var equivalents = map[string]quad.IRI{
	"marries":          "schema:spouse",
	"is-wife-of":       "schema:spouse",
	"is-husband-of":    "schema:spouse",
	"is-spouse-of":     "schema:spouse",
	"is-son-of":        "schema:parent",
	"is-daughter-of":   "schema:parent",
	"is-child-of":      "schema:parent",
	"is-father-of":     "schema:children",
	"is-mother-of":     "schema:children",
	"is-parent-of":     "schema:children",
	"is-brother-of":    "schema:sibling",
	"is-sister-of":     "schema:sibling",
	"is-colleague-of":  "schema:colleague",
	"works-for":        "schema:worksFor",
	"is-employee-of":   "schema:worksFor",
	"employs":          "schema:employee",
	"is-member-of":     "schema:memberOf",
	"graduates-from":   "schema:alumniOf",
	"is-graduate-of":   "schema:alumniOf",
	"is-subsidiary-of": "schema:parentOrganization",
	"is-part-of":       "schema:isPartOf",
	"is-based-in":      "schema:location",
	"takes-place-in":   "schema:location",
	"takes-place-at":   "schema:location",
	"owns":             "schema:owns",
	"knows":            "schema:knows",
}

// equivalentOf returns the standard property that relation p coincides with.
func equivalentOf(p quad.IRI) (quad.IRI, bool) {
	e, ok := equivalents[strings.TrimPrefix(string(p), prefixRelation)]
	return e, ok
}
