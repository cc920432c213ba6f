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
//   - profiles that could be one thing share a block ([Profile.Blocks]), and what
//     becomes of a profile is a function of the set of profiles in its block;
//   - a block's decisions are made in a fixed order (sorted), never as profiles
//     arrive.
//
// Two articles that say the same of an entity have equal profiles, so a block
// holds as many profiles as there are ways in which its names are spoken of, not
// as many as there are articles.
package link

import (
	"cmp"
	"slices"
	"strings"

	"kg/extract"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// Profile is what an article says of one of its named entities, as far as it
// tells which one it is. Equal profiles are of one thing.
type Profile struct {
	ID      string   `json:"id"`          // IRI that the article alone gives
	Type    string   `json:"type"`        // nlp.EntityType
	Name    string   `json:"name"`        // fullest name
	Offices []string `json:"o,omitempty"` // "president of kg:Peru", sorted
	Lands   []string `json:"l,omitempty"` // countries that the article speaks of most, IRIs, sorted
}

// maxLands is how many countries of an article count as its places.
const maxLands = 3

// Profiles returns the profiles of an extraction's entities that other articles
// may know as well: those with a name.
func Profiles(x *extract.Extraction) []Profile {
	lands := landsOf(x)
	offices := officesOf(x)
	var found []Profile
	for _, e := range x.Entities {
		p := Profile{ID: e.ID, Type: string(e.Type), Name: e.Name, Offices: offices[e.ID], Lands: lands}
		if named(e) && len(p.Blocks()) > 0 {
			found = append(found, p)
		}
	}
	return found
}

func named(e extract.Entity) bool {
	return len(e.Mentions) == 0 || slices.ContainsFunc(e.Mentions, func(m extract.Mention) bool { return m.Form == "name" })
}

// Map returns the IRI of each profile, by the profile's place in the slice, which
// has to hold every profile of each block that it touches.
func Map(profiles []Profile) []string {
	blocks := map[string][]Profile{}
	for _, p := range profiles {
		for _, b := range p.Blocks() {
			blocks[b] = append(blocks[b], p)
		}
	}
	settled := map[string]map[string]string{}
	for b, members := range blocks {
		settled[b] = Settle(b, members)
	}
	settle := func(p Profile) string { return cmp.Or(settled[p.Blocks()[0]][p.Key()], p.ID) }
	out := make([]string, len(profiles))
	for i, p := range profiles {
		out[i] = cmp.Or(Expand(p, blocks[p.Blocks()[0]], settle), settle(p))
	}
	return out
}

// Settle returns the IRIs of those profiles that are decided in a block and are
// not what their article calls them, by [Profile.Key]; those of people with one
// name only it leaves to [Expand]. The order of the profiles, and how often one is
// among them, make no difference.
func Settle(name string, block []Profile) map[string]string {
	out := map[string]string{}
	var full, things []Profile
	for _, p := range distinct(block) {
		switch {
		case p.Blocks()[0] != name:
		case p.Type != string(nlp.Person):
			things = append(things, p)
		case !p.Short():
			full = append(full, p)
		}
	}
	settlePeople(full, out)
	settleThings(things, out)
	return out
}

// Expand returns the IRI of somebody whom an article calls by the surname or the
// given name alone, where only one person of the block can be meant; settle says
// what a full name of the block comes to in its own block, the first. Empty where
// nobody, or more than one, can be meant.
func Expand(p Profile, block []Profile, settle func(Profile) string) string {
	if !p.Short() {
		return ""
	}
	var full []Profile
	for _, q := range distinct(block) {
		if q.Type == string(nlp.Person) && !q.Short() {
			full = append(full, q)
		}
	}
	person := theOne(p, mergeSpellings(splitHomonyms(full)))
	if person == nil {
		return ""
	}
	return settle(person.profiles[0])
}

// Short reports whether the profile is of a person known by one name alone.
func (p Profile) Short() bool {
	return p.Type == string(nlp.Person) && len(identity.NameWords(p.Name)) < 2
}

// distinct returns the profiles sorted, each once.
func distinct(block []Profile) []Profile {
	block = slices.Clone(block)
	slices.SortFunc(block, func(a, b Profile) int { return strings.Compare(a.Key(), b.Key()) })
	return slices.CompactFunc(block, func(a, b Profile) bool { return a.Key() == b.Key() })
}

// Key is a string that equal profiles have, and no others.
func (p Profile) Key() string {
	return strings.Join([]string{p.Type, p.ID, p.Name, strings.Join(p.Offices, "|"), strings.Join(p.Lands, "|")}, "\t")
}

// Blocks returns the keys of the blocks that the profile belongs to: the profile
// is compared with those of the same blocks and no others. It is decided in the
// first. What the article itself has told apart from others of its name
// ("kg:Georgia_(country)") belongs to none.
func (p Profile) Blocks() []string {
	switch {
	case strings.Contains(p.ID, "_("):
		return nil
	case p.Type == string(nlp.Person):
		return personBlocks(p.Name)
	}
	key, _ := p.core()
	if key == "" {
		return nil
	}
	return []string{"thing " + key}
}
