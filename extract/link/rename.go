package link

import (
	"cmp"
	"slices"
	"strings"

	"kg/extract"
)

// Rename gives entities of an extraction other IRIs, by those they have. Two
// that come to one IRI become one entity. IDs of facts stay: they are names of
// what the article says.
func Rename(x *extract.Extraction, to map[string]string) {
	rename := func(id *string) {
		if iri, ok := to[*id]; ok {
			*id = iri
		}
	}
	for i := range x.Facts {
		f := &x.Facts[i]
		rename(&f.Subject.ID)
		rename(&f.Object.ID)
		for j := range f.Context {
			rename(&f.Context[j].ID)
		}
		if f.Speaker != nil {
			speaker := *f.Speaker
			rename(&speaker.ID)
			f.Speaker = &speaker
		}
	}
	for i := range x.Entities {
		rename(&x.Entities[i].ID)
	}
	slices.SortStableFunc(x.Entities, func(a, b extract.Entity) int { return strings.Compare(a.ID, b.ID) })
	x.Entities = joinEqual(x.Entities)
}

// joinEqual makes one of neighbouring entities of one IRI.
func joinEqual(entities []extract.Entity) []extract.Entity {
	var out []extract.Entity
	for _, e := range entities {
		if last := len(out) - 1; last >= 0 && out[last].ID == e.ID {
			out[last] = join(out[last], e)
			continue
		}
		out = append(out, e)
	}
	return out
}

func join(a, b extract.Entity) extract.Entity {
	if len(b.Name) > len(a.Name) {
		a, b = b, a
	}
	names := append(slices.Concat(a.Aliases, b.Aliases), b.Name)
	slices.Sort(names)
	a.Aliases = slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == a.Name })
	a.Mentions = slices.Concat(a.Mentions, b.Mentions)
	slices.SortFunc(a.Mentions, func(m, n extract.Mention) int {
		return cmp.Or(cmp.Compare(m.Begin, n.Begin), cmp.Compare(n.End, m.End))
	})
	return a
}
