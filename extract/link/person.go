package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kg/extract/identity"
)

// person is a set of profiles with a full name that are one person's.
type person struct {
	profiles []Profile             // sorted by key
	names    []identity.PersonName // their distinct names
	homonym  string                // what tells the person from others of the same name; empty where there is none
}

func (p *person) add(q Profile) {
	if !slices.ContainsFunc(p.profiles, func(o Profile) bool { return o.Name == q.Name }) {
		p.names = append(p.names, identity.ReadPersonName(q.Name))
	}
	p.profiles = append(p.profiles, q)
}

// iri returns the person's IRI: that of the name of most words, of those the one
// of most weight, of those the first; and what tells homonyms apart.
func (p *person) iri() string {
	best := mostTold(p.profiles)
	if p.homonym == "" {
		return best.ID
	}
	return identity.EntityIRI(strings.TrimPrefix(best.ID, "kg:") + " (" + p.homonym + ")")
}

// mostTold returns the profile of the name of most words, of those the one of most
// weight, of those the first.
func mostTold(profiles []Profile) Profile {
	weight := map[string]int{}
	words := map[string]int{}
	for _, q := range profiles {
		weight[q.ID] += q.Weight
		words[q.Name] = len(strings.Fields(q.Name))
	}
	return slices.MinFunc(profiles, func(a, b Profile) int {
		return cmp.Or(
			cmp.Compare(words[b.Name], words[a.Name]),
			cmp.Compare(weight[b.ID], weight[a.ID]),
			strings.Compare(a.ID, b.ID),
		)
	})
}

// settle rules that a person's profiles are the person's.
func (b *Block) settle(p *person) {
	iri := p.iri()
	for _, q := range p.profiles {
		if q.ID != iri {
			b.rulings[q.Key()] = Ruling{IRI: iri}
		}
	}
}

// splitHomonyms puts the profiles of one name together, apart where they differ.
// A profile of which nothing tells whose it is goes, where two bear the name, with
// the one whose countries the article speaks of.
//
// "Senator John Hall" of the United States in an article about Ohio is not
// "Australian minister John Hall" in one about Perth, whom "John Hall" is in
// another about Australia.
// Limit: whoever changes countries between two articles is two people.
func (b *Block) splitHomonyms(full []Profile) []*person {
	var all []*person
	for _, same := range byID(full) {
		var homonyms []*person
		var loose []Profile
		for _, p := range same {
			if !p.tells() {
				loose = append(loose, p)
				continue
			}
			i := slices.IndexFunc(homonyms, func(q *person) bool { return !slices.ContainsFunc(q.profiles, p.differs) })
			if i < 0 {
				homonyms = append(homonyms, &person{})
				i = len(homonyms) - 1
			}
			homonyms[i].add(p)
		}
		if len(homonyms) == 0 {
			homonyms = []*person{{}}
		}
		if len(homonyms) > 1 {
			distinguish(homonyms)
		}
		for _, p := range loose {
			if len(homonyms) == 1 {
				homonyms[0].add(p)
			} else {
				b.rulings[p.Key()] = Ruling{IRI: p.ID, ByLand: byLand(homonyms)}
			}
		}
		all = append(all, homonyms...)
	}
	return all
}

// byID returns sorted profiles in groups of one IRI.
func byID(profiles []Profile) [][]Profile {
	var groups [][]Profile
	for _, p := range profiles {
		if last := len(groups) - 1; last >= 0 && groups[last][0].ID == p.ID {
			groups[last] = append(groups[last], p)
		} else {
			groups = append(groups, []Profile{p})
		}
	}
	return groups
}

// tells reports whether a profile says something by which homonyms differ.
func (p Profile) tells() bool { return p.Born != 0 || len(p.officeLands()) > 0 }

// differs reports whether two profiles are of two people: born in other years, or
// in office in other countries, with no country in common.
func (p Profile) differs(o Profile) bool {
	if p.Born != 0 && o.Born != 0 && max(p.Born-o.Born, o.Born-p.Born) > birthTolerance {
		return true
	}
	a, b := p.officeLands(), o.officeLands()
	return len(a) > 0 && len(b) > 0 && !share(a, b) && !share(p.allLands(), o.allLands())
}

// birthTolerance is by how many years two years of birth may differ that are one:
// an age gives the year give or take one.
const birthTolerance = 2

func (p Profile) allLands() []string { return slices.Concat(p.Lands, p.officeLands()) }

// distinguish names what tells people of one name apart: the country, else the
// office, else the year of birth, else all of them.
func distinguish(homonyms []*person) {
	marks := []func(*person) string{(*person).country, (*person).office, (*person).born}
	for _, mark := range append(marks, func(p *person) string {
		return strings.Join(strings.Fields(p.country()+" "+p.office()+" "+p.born()), " ")
	}) {
		seen := map[string]bool{"": true}
		for _, h := range homonyms {
			h.homonym = mark(h)
			seen[h.homonym] = true
		}
		if len(seen) > len(homonyms) {
			return
		}
	}
}

// country returns the name of the country that most offices of p are of.
func (p *person) country() string {
	return strings.TrimPrefix(p.mostFrequent(Profile.officeLands), "kg:")
}

// office returns the office that p is said to hold most, whosever it is.
func (p *person) office() string { return p.mostFrequent(Profile.bareOffices) }

// born returns the first year in which p is said to be born.
func (p *person) born() string {
	return p.mostFrequent(func(q Profile) []string {
		if q.Born == 0 {
			return nil
		}
		return []string{"born " + strconv.Itoa(q.Born)}
	})
}

// mostFrequent returns what most profiles say, the first of several; empty where
// none says anything.
func (p *person) mostFrequent(say func(Profile) []string) string {
	count := map[string]int{}
	var all []string
	for _, q := range p.profiles {
		for _, what := range say(q) {
			count[what]++
			all = append(all, what)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return slices.MinFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
}

// byLand returns whose IRI a name stands for in articles about a country, where
// only one of several people has to do with it.
func byLand(people []*person) map[string]string {
	whose := map[string]string{}
	for _, p := range people {
		iri := p.iri()
		for _, land := range p.lands() {
			if other, taken := whose[land]; taken && other != iri {
				whose[land] = ""
			} else {
				whose[land] = iri
			}
		}
	}
	for land, iri := range whose {
		if iri == "" {
			delete(whose, land)
		}
	}
	return whose
}

// lands returns the countries that a person has to do with, each once.
func (p *person) lands() []string {
	var lands []string
	for _, q := range p.profiles {
		lands = append(lands, q.allLands()...)
	}
	slices.Sort(lands)
	return slices.Compact(lands)
}

// mergeSpellings puts together people whose full names are one name in two
// spellings, or one of which has a name more: "Recep Tayyip Erdoğan" and "Tayyip
// Erdogan". What they hold or where they are must have something in common, and
// every name of one must agree with every name of the other, and nothing that is
// said of one differ from what is said of the other, so that no chain of
// likenesses joins two that disagree.
func mergeSpellings(persons []*person) []*person {
	var merged []*person
	byInitial := map[string][]int{} // of family and given names: indices into merged
	for _, p := range persons {
		keys := p.initials()
		at := -1
		if p.homonym == "" {
			var like []int
			for _, k := range keys {
				like = append(like, byInitial[k]...)
			}
			slices.Sort(like)
			if i := slices.IndexFunc(like, func(i int) bool { return merged[i].agrees(p) }); i >= 0 {
				at = like[i]
			}
		}
		if at < 0 {
			merged = append(merged, p)
			at = len(merged) - 1
		} else {
			for _, q := range p.profiles {
				merged[at].add(q)
			}
		}
		for _, k := range keys {
			if !slices.Contains(byInitial[k], at) {
				byInitial[k] = append(byInitial[k], at)
			}
		}
	}
	return merged
}

// initials returns keys of which two people have one in common whose names can be
// one: one name has a given name of the other.
func (p *person) initials() []string {
	var keys []string
	for _, n := range p.names {
		keys = append(keys, n.Initials()...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (p *person) agrees(o *person) bool {
	if p.homonym != "" {
		return false
	}
	for _, a := range p.names {
		for _, b := range o.names {
			if !a.OneWith(b) {
				return false
			}
		}
	}
	evidence := false
	for _, a := range p.profiles {
		for _, b := range o.profiles {
			if a.differs(b) {
				return false
			}
			evidence = evidence || share(a.Offices, b.Offices) || share(a.allLands(), b.allLands()) && sameGiven(a, b)
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

// FamilyBlock returns the block of the people with a family name, by its
// [identity.FamilyKey].
func FamilyBlock(key string) string { return "person " + key }

// personBlocks returns the blocks of a person: that of the family name, as it
// sounds; and for each office that of the given name with it, by which alone its
// bearer may be called: "President Prabowo".
func (p Profile) personBlocks() []string {
	words := identity.NameWords(p.Name)
	if len(words) == 0 {
		return nil
	}
	blocks := []string{FamilyBlock(identity.FamilyKey(words))}
	if len(words) > 1 && len(words[0]) < 3 {
		return blocks // an initial
	}
	given := FamilyBlock(identity.FamilyKey(words[:1]))
	for _, office := range p.bareOffices() {
		blocks = append(blocks, given+", "+office)
	}
	return blocks
}
