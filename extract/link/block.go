package link

import "slices"

// Block is the set of profiles that could be of one thing by their names, decided.
type Block struct {
	people  []*person         // those of a full name
	named   []*bearer         // the same, once short names are asked for
	rulings map[string]Ruling // by [Profile.Key]; where there is none the profile keeps its IRI
}

// NewBlock decides the profiles of a block, each once and as its [Tally] has it.
// Their order makes no difference. Those of whom only a short name is said are
// left to [Expand].
func NewBlock(name string, profiles []Profile) *Block {
	b := &Block{rulings: map[string]Ruling{}}
	profiles = slices.Clone(profiles)
	slices.SortFunc(profiles, Profile.Compare)
	var full, things, events []Profile
	for _, p := range profiles {
		switch {
		case p.IsPerson():
			if !p.Short() {
				full = append(full, p)
			}
		case p.Event != nil:
			events = append(events, p)
		case p.Blocks()[0] == name:
			things = append(things, p)
		}
	}
	b.people = mergeSpellings(b.splitHomonyms(full))
	for _, person := range b.people {
		b.settle(person)
	}
	settleEvents(events, b.rulings)
	settleThings(settleSeries(things, b.rulings), b.rulings)
	return b
}

// Ruling returns what becomes of a profile whose first block this is, and which is
// no short name's.
func (b *Block) Ruling(p Profile) Ruling {
	if r, ok := b.rulings[p.Key()]; ok {
		return r
	}
	return Ruling{IRI: p.ID}
}

// Ruling is the IRI of a profile: everywhere, or where the article does not speak
// of countries that tell otherwise.
type Ruling struct {
	IRI    string            `json:"i"`
	ByLand map[string]string `json:"c,omitempty"` // IRIs by countries
}

// Of returns the IRI of an article's profile.
func (r Ruling) Of(p Profile) string {
	var told string
	for _, land := range p.Lands {
		switch iri := r.ByLand[land]; {
		case iri == "" || iri == told:
		case told != "":
			return r.IRI // the article speaks of countries of several
		default:
			told = iri
		}
	}
	if told == "" {
		return r.IRI
	}
	return told
}

// Equal reports whether two rulings are the same.
func (r Ruling) Equal(o Ruling) bool {
	if r.IRI != o.IRI || len(r.ByLand) != len(o.ByLand) {
		return false
	}
	for land, iri := range r.ByLand {
		if o.ByLand[land] != iri {
			return false
		}
	}
	return true
}
