// Package link decides which entities of different articles are one thing.
//
// Extraction reads one article at a time and names what it finds by the words of
// that article alone, so that "Prabowo" of one article and "Prabowo Subianto" of
// another have two IRIs, and two people called John Smith have one. This package
// compares what the articles say and maps each article's entity to the IRI that
// it has in the graph.
//
// The map depends on the set of articles and on nothing else: not on their order,
// nor on how many are looked at together. That is so because
//
//   - what an article says of an entity is boiled down to a [Profile], which is a
//     function of that article;
//   - articles that say the same are counted in a [Tally], whose counts do not
//     depend on their order;
//   - profiles that could be one thing share a [Block] ([Profile.Blocks]), and
//     what becomes of a profile, its [Ruling], is a function of the set of
//     profiles in its blocks;
//   - a block's rulings are made in a fixed order (sorted), never as profiles
//     arrive.
//
// A block holds as many profiles as there are ways in which its names are spoken
// of, not as many as there are articles, and changes only where an article speaks
// of them in a new way.
package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kg/extract"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// Profile is what is said of a named entity or an event, as far as it tells which one it is:
// by an article, or by all the articles that say the same, which have one Key.
type Profile struct {
	ID      string   `json:"id,omitempty"` // IRI that the article alone gives
	Type    string   `json:"t"`            // nlp.EntityType
	Name    string   `json:"n"`            // fullest name
	Offices []string `json:"o,omitempty"`  // of a person: "president of kg:Peru", sorted
	Born    int      `json:"b,omitempty"`  // of a person: the year of birth, give or take one; 0 where unsaid

	Year int `json:"y,omitempty"` // of an event of a yearly series; 0 where unsaid

	Event *Occurrence `json:"e,omitempty"` // of an event without a name; nil of all else

	// Not part of what is said.
	Lands  []string `json:"l,omitempty"` // of a person: countries that the article or most articles speak of, IRIs, sorted
	Weight int      `json:"w,omitempty"` // of a profile of a block: the binary digits of how many articles say so
}

// Key is a string that equal profiles have, and no others.
func (p Profile) Key() string {
	return strings.Join([]string{p.Type, p.ID, p.Name, strings.Join(p.Offices, "|"), strconv.Itoa(p.Born), strconv.Itoa(p.Year), p.Event.key()}, "\t")
}

// Compare orders profiles by what they say.
func (p Profile) Compare(o Profile) int {
	return cmp.Or(
		strings.Compare(p.Type, o.Type), strings.Compare(p.ID, o.ID), strings.Compare(p.Name, o.Name),
		slices.Compare(p.Offices, o.Offices), cmp.Compare(p.Born, o.Born), cmp.Compare(p.Year, o.Year), p.Event.compare(o.Event),
	)
}

// IsPerson reports whether the profile is of a person.
func (p Profile) IsPerson() bool { return p.Type == string(nlp.Person) }

// Profiles returns the profiles of an extraction's entities that other articles
// may know as well: those with a name, and events.
func Profiles(x *extract.Extraction) []Profile {
	lands := landsOf(x)
	offices := officesOf(x)
	births := birthsOf(x)
	events := occurrencesOf(x)
	var found []Profile
	for _, e := range x.Entities {
		p := Profile{ID: e.ID, Type: string(e.Type), Name: e.Name}
		if e.Type == nlp.Person {
			p.Offices, p.Born, p.Lands = offices[e.ID], births[e.ID], lands
		}
		if p.Event = events[e.ID]; e.Type == nlp.Event && p.Event == nil && yearly(e.Name) {
			p.Year = yearOfEvent(x, e)
		}
		if (named(e) || e.Type == nlp.Event) && len(p.Blocks()) > 0 {
			found = append(found, p)
		}
	}
	return found
}

func named(e extract.Entity) bool {
	return len(e.Mentions) == 0 || slices.ContainsFunc(e.Mentions, func(m extract.Mention) bool { return m.Form == "name" })
}

// Short reports whether the profile is of a person known by one name alone.
func (p Profile) Short() bool {
	return p.IsPerson() && len(identity.NameWords(p.Name)) < 2
}

// Blocks returns the names of the blocks that the profile belongs to: it is
// compared with the profiles of the same blocks and no others. It is decided in
// the first, but for a short name, which all its blocks decide together. What the
// article itself has told apart from others of its name ("kg:Georgia_(country)")
// belongs to none.
func (p Profile) Blocks() []string {
	switch {
	case p.Event != nil:
		return []string{p.Event.block()}
	case strings.Contains(p.ID, "_("):
		return nil
	case p.IsPerson():
		return p.personBlocks()
	}
	key, _ := p.core()
	if key == "" {
		return nil
	}
	return []string{"thing " + key}
}

// Map returns the IRI of each profile, by the profile's place in the slice, which
// has to hold every profile of each block that it touches.
func Map(profiles []Profile) []string {
	rulings := rule(blocksOf(profiles))
	out := make([]string, len(profiles))
	for i, p := range profiles {
		out[i] = rulings[p.Key()].Of(p)
	}
	return out
}

// blocksOf counts articles' profiles and returns them by block.
func blocksOf(profiles []Profile) map[string][]Profile {
	tallies := map[string]*Tally{}
	said := map[string]Profile{}
	for _, p := range profiles {
		key := p.Key()
		if tallies[key] == nil {
			tallies[key], said[key] = &Tally{}, p
		}
		tallies[key].Count(p, 1)
	}
	blocks := map[string][]Profile{}
	for key, p := range said {
		for _, b := range p.Blocks() {
			blocks[b] = append(blocks[b], tallies[key].Profile(p))
		}
	}
	return blocks
}

// rule returns the rulings on all profiles of blocks, by key.
func rule(members map[string][]Profile) map[string]Ruling {
	blocks := map[string]*Block{}
	rulings := map[string]Ruling{}
	for name, profiles := range members {
		blocks[name] = NewBlock(name, profiles)
		for _, p := range profiles {
			if !p.Short() && p.Blocks()[0] == name {
				rulings[p.Key()] = blocks[name].Ruling(p)
			}
		}
	}
	settled := func(p Profile) string { return rulings[p.Key()].IRI }
	for name, profiles := range members {
		for _, p := range profiles {
			if p.Short() && p.Blocks()[0] == name {
				var of []*Block
				for _, b := range p.Blocks() {
					of = append(of, blocks[b])
				}
				rulings[p.Key()] = Expand(p, of, settled)
			}
		}
	}
	return rulings
}
