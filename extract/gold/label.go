package gold

import (
	"regexp"
	"slices"

	"kg/extract"
	"kg/extract/clause"
)

// Of returns an extracted fact as an annotation: by all names of its things, the
// relation as it is called, its modality and its speaker. The fact has an object.
func Of(f extract.Fact, x *extract.Extraction) Fact {
	g := Fact{Subject: callings(f.Subject, x), Object: callings(f.Object, x), Kind: Kinds[0], Relation: []string{Expression(f.Relation.Label)}}
	if len(f.DerivedFrom) > 0 {
		g.Kind = "inferred"
	}
	if f.Modality != clause.Asserted {
		g.Modality = OneOrAll{string(f.Modality)}
	}
	if f.Speaker != nil {
		g.Speaker = callings(extract.Argument{ID: f.Speaker.ID, Name: f.Speaker.Name}, x)
	}
	g.Gloss = g.Subject[0] + " " + f.Relation.Label + " " + g.Object[0]
	return g
}

// Expression is a regular expression that a relation's label fits, and no other.
func Expression(label string) string { return "^" + regexp.QuoteMeta(label) + "$" }

// EntityOf returns an extracted thing as an annotation.
func EntityOf(e extract.Entity) Entity {
	return Entity{Name: e.Name, Type: OneOrAll{string(e.Type)}, Aliases: others(e)}
}

// callings are the names of an argument, the fullest first.
func callings(a extract.Argument, x *extract.Extraction) []string {
	for _, e := range x.Entities {
		if a.ID != "" && e.ID == a.ID {
			return append([]string{e.Name}, others(e)...)
		}
	}
	for _, text := range []string{a.Name, a.Value, a.Text} {
		if text != "" {
			return []string{text}
		}
	}
	return nil
}

// others are the names of a thing beside the fullest, sorted.
func others(e extract.Entity) []string {
	out := slices.Clone(e.Aliases)
	for _, m := range e.Mentions {
		if m.Form == "name" {
			out = append(out, m.Text)
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(n string) bool { return n == e.Name })
}
