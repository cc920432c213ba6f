package link

import (
	"slices"
	"strings"
)

// Expand returns the ruling on somebody whom articles call by the surname or the
// given name alone, where only one person of the profile's blocks, given in their
// order, can be meant: the only one with the same office, else the only one of the
// name at all or the one who is written of far more than all others of the name, in
// articles about a country that the person has to do with. Settled says what a full
// name comes to in its own block.
//
// "President Prabowo" in one article is "Indonesian President Prabowo Subianto"
// of another.
// Limit: "the Lund cabinet" of another article, that of the prime minister's sister,
// is taken to be the prime minister's.
func Expand(p Profile, blocks []*Block, settled func(Profile) string) Ruling {
	people := bearers(blocks, settled)
	own := Ruling{IRI: p.ID}
	if p.hasFullOffice() {
		switch like := matching(people, p, func(o Profile) bool { return share(p.Offices, o.Offices) }); {
		case len(like) == 1:
			return Ruling{IRI: like[0].iri}
		case len(like) > 1:
			return own
		}
	}
	offices := p.bareOffices()
	like := matching(people, p, func(o Profile) bool { return len(o.Offices) > 0 && share(offices, o.bareOffices()) })
	switch {
	case len(like) == 1 && len(people) == 1:
		return Ruling{IRI: like[0].iri}
	case len(like) == 1:
		return like[0].where(p)
	case len(like) == 0 && len(people) == 1 && !people[0].contradicts(p):
		return people[0].where(p)
	}
	if q := foremost(people); q != nil && len(offices) == 0 && !q.contradicts(p) {
		return q.where(p)
	}
	return own
}

// foremost returns the one of several people who is written of far more than each of
// the others; nil where there is none.
func foremost(people []*bearer) *bearer {
	var first *bearer
	second := 0
	for _, q := range people {
		switch w := q.weight(); {
		case first == nil || w > first.weight():
			if first != nil {
				second = first.weight()
			}
			first = q
		case w > second:
			second = w
		}
	}
	if first == nil || first.weight() < second+foremostBy {
		return nil
	}
	return first
}

// foremostBy is the difference of weights by which somebody is foremost: about
// sixteen times as many articles, so that it takes as many to have one of a name that
// two bear.
const foremostBy = 4

// weight is the greatest of the weights of what is said of the bearer.
func (q *bearer) weight() int {
	w := 0
	for _, p := range q.profiles {
		w = max(w, p.Weight)
	}
	return w
}

// bearer is one of those whom a short name can mean.
type bearer struct {
	iri      string
	profiles []Profile
}

// bearers returns the people of the blocks, each once, in the order of the blocks.
// In the first, that of the family name, the people are settled.
func bearers(blocks []*Block, settled func(Profile) string) []*bearer {
	if len(blocks) == 1 {
		return blocks[0].bearers()
	}
	found := slices.Clone(blocks[0].bearers())
	for _, b := range blocks[1:] {
		for _, person := range b.people {
			iri := settled(person.profiles[0])
			if i := slices.IndexFunc(found, func(q *bearer) bool { return q.iri == iri }); i < 0 {
				found = append(found, &bearer{iri, person.profiles})
			}
		}
	}
	return found
}

// bearers returns the people of a family name.
func (b *Block) bearers() []*bearer {
	if b.named == nil {
		for _, person := range b.people {
			b.named = append(b.named, &bearer{person.iri(), person.profiles})
		}
	}
	return b.named
}

// matching returns the bearers of whom a profile fits, and whom nothing that p
// says differs from.
func matching(people []*bearer, p Profile, fits func(Profile) bool) []*bearer {
	var found []*bearer
	for _, q := range people {
		if slices.ContainsFunc(q.profiles, fits) && !q.contradicts(p) {
			found = append(found, q)
		}
	}
	return found
}

// contradicts reports whether p differs from what is said of the bearer, and agrees
// with nothing of it: an envoy has offices in several countries.
func (q *bearer) contradicts(p Profile) bool {
	return slices.ContainsFunc(q.profiles, p.differs) &&
		!slices.ContainsFunc(q.profiles, func(o Profile) bool { return o.tells() && !p.differs(o) })
}

// where rules that p is the bearer in articles about the bearer's countries.
func (q *bearer) where(p Profile) Ruling {
	of := person{profiles: q.profiles}
	lands := of.lands()
	if share(p.officeLands(), lands) {
		return Ruling{IRI: q.iri}
	}
	r := Ruling{IRI: p.ID, ByLand: map[string]string{}}
	for _, land := range lands {
		r.ByLand[land] = q.iri
	}
	return r
}

func (p Profile) hasFullOffice() bool {
	return slices.ContainsFunc(p.Offices, func(o string) bool { return strings.Contains(o, " of kg:") })
}
