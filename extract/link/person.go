package link

import (
	"cmp"
	"slices"
	"strings"

	"kg/extract/identity"
)

// settlePeople settles the people of a block who have a full name.
func settlePeople(full []Profile, out map[string]string) {
	for _, person := range mergeSpellings(splitHomonyms(full)) {
		iri := person.iri()
		for _, p := range person.profiles {
			if p.ID != iri {
				out[p.Key()] = iri
			}
		}
	}
}

// person is a set of profiles with a full name that are one person's.
type person struct {
	profiles []Profile // sorted by key
	homonym  string    // what tells the person from others of the same name; empty where there is none
}

// iri returns the person's IRI: that of the name of most words, of those the one
// that most profiles have, of those the first; and what tells homonyms apart.
func (p *person) iri() string {
	uses := map[string]int{}
	for _, q := range p.profiles {
		uses[q.ID]++
	}
	best := slices.MinFunc(p.profiles, func(a, b Profile) int {
		return cmp.Or(
			cmp.Compare(len(identity.NameWords(b.Name)), len(identity.NameWords(a.Name))),
			cmp.Compare(uses[b.ID], uses[a.ID]),
			strings.Compare(a.ID, b.ID),
		)
	})
	if p.homonym == "" {
		return best.ID
	}
	return identity.EntityIRI(strings.TrimPrefix(best.ID, "kg:") + " (" + p.homonym + ")")
}

// splitHomonyms puts the profiles of one name together, apart where they hold
// offices of different countries in articles that have no country in common.
//
// "Senator John Hall" of the United States in an article about Ohio is not
// "Australian minister John Hall" in one about Perth.
// Limit: whoever changes countries between two articles is two people.
func splitHomonyms(full []Profile) []*person {
	byID := map[string][]*person{}
	var ids []string
	withLands := slices.Clone(full)
	slices.SortStableFunc(withLands, func(a, b Profile) int {
		return cmp.Compare(min(1, len(b.officeLands())), min(1, len(a.officeLands()))) // those that can be told apart first
	})
	for _, p := range withLands {
		if byID[p.ID] == nil {
			ids = append(ids, p.ID)
		}
		i := slices.IndexFunc(byID[p.ID], func(q *person) bool {
			return !slices.ContainsFunc(q.profiles, func(o Profile) bool { return differ(p, o) })
		})
		if i < 0 {
			byID[p.ID] = append(byID[p.ID], &person{})
			i = len(byID[p.ID]) - 1
		}
		byID[p.ID][i].profiles = append(byID[p.ID][i].profiles, p)
	}
	slices.Sort(ids)
	var all []*person
	for _, id := range ids {
		all = append(all, distinguish(byID[id])...)
	}
	return all
}

// differ reports whether two profiles of one name are of two people.
func differ(p, o Profile) bool {
	a, b := p.officeLands(), o.officeLands()
	return len(a) > 0 && len(b) > 0 && !share(a, b) && !share(p.allLands(), o.allLands())
}

func (p Profile) allLands() []string { return slices.Concat(p.Lands, p.officeLands()) }

// distinguish names what tells people of one name apart.
func distinguish(homonyms []*person) []*person {
	if len(homonyms) > 1 {
		for _, h := range homonyms {
			h.homonym = h.country()
		}
	}
	return homonyms
}

// country returns the name of the country that most offices of p are of.
func (p *person) country() string {
	count := map[string]int{}
	var lands []string
	for _, q := range p.profiles {
		for _, l := range q.officeLands() {
			count[l]++
			lands = append(lands, l)
		}
	}
	if len(lands) == 0 {
		return ""
	}
	return strings.TrimPrefix(slices.MinFunc(lands, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	}), "kg:")
}

// mergeSpellings puts together people whose full names are one name in two
// spellings, or one of which has a name more: "Recep Tayyip Erdoğan" and "Tayyip
// Erdogan". What they hold or where they are must have something in common, and
// every name of one must agree with every name of the other, so that no chain of
// likenesses joins two names that disagree.
func mergeSpellings(persons []*person) []*person {
	var merged []*person
	byFamily := map[string][]*person{}
	for _, p := range persons {
		family := personBlocks(p.profiles[0].Name)[0]
		i := slices.IndexFunc(byFamily[family], func(q *person) bool { return q.homonym == "" && p.homonym == "" && q.agrees(p) })
		if i < 0 {
			merged = append(merged, p)
			byFamily[family] = append(byFamily[family], p)
			continue
		}
		q := byFamily[family][i]
		q.profiles = append(q.profiles, p.profiles...)
	}
	return merged
}

func (p *person) agrees(o *person) bool {
	evidence := false
	for _, a := range p.profiles {
		for _, b := range o.profiles {
			if !identity.OneName(a.Name, b.Name) {
				return false
			}
			evidence = evidence || share(a.Offices, b.Offices) || sameGiven(a, b) && share(a.allLands(), b.allLands())
		}
	}
	return evidence
}

// sameGiven reports whether two full names begin with one given name in two
// spellings. Where they do not ("Reza Pahlavi", "Mohammad Reza Pahlavi"), a
// country in common is too little: fathers' names are given to sons.
func sameGiven(a, b Profile) bool {
	return identity.OneName(firstWord(a.Name)+" X", firstWord(b.Name)+" X")
}

func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// theOne returns the one person that somebody known by surname or given name
// alone can be: the only one with the same office, else the only one of the
// surname at all where the articles have a country in common. Nil where there is
// none, or more than one.
//
// "President Prabowo" in one article is "Indonesian President Prabowo Subianto"
// of another.
func theOne(p Profile, persons []*person) *person {
	for _, fits := range []func(Profile) bool{
		func(o Profile) bool { return share(p.Offices, o.Offices) && p.hasFullOffice() },
		func(o Profile) bool { return share(p.bareOffices(), o.bareOffices()) && len(persons) == 1 },
		func(o Profile) bool {
			return len(persons) == 1 && share(p.allLands(), o.allLands()) && o.Blocks()[0] == p.Blocks()[0]
		},
	} {
		var found []*person
		for _, q := range persons {
			if slices.ContainsFunc(q.profiles, fits) {
				found = append(found, q)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
		if len(found) > 1 {
			return nil
		}
	}
	return nil
}

func (p Profile) hasFullOffice() bool {
	return slices.ContainsFunc(p.Offices, func(o string) bool { return strings.Contains(o, " of kg:") })
}

// FamilyBlock returns the block of the people with a family name, by its
// [identity.FamilyKey].
func FamilyBlock(key string) string { return "person " + key }

// personBlocks returns the blocks of a person: that of the family name, as it
// sounds, and that of the given name, by which alone its bearer may be called.
func personBlocks(name string) []string {
	words := identity.NameWords(name)
	if len(words) == 0 {
		return nil
	}
	blocks := []string{FamilyBlock(identity.FamilyKey(words))}
	if len(words) > 1 && len(words[0]) > 2 {
		blocks = append(blocks, FamilyBlock(identity.FamilyKey(words[:1])))
	}
	return slices.Compact(blocks) // one name may be both
}
