package link

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// Tally counts the articles that say one profile, and the countries that they
// speak of.
type Tally struct {
	Articles int            `json:"n"`
	Lands    map[string]int `json:"l,omitempty"` // articles, by country
}

// Count counts n more articles, or fewer, that say p.
func (t *Tally) Count(p Profile, n int) {
	t.Articles += n
	for _, land := range p.Lands {
		if t.Lands == nil {
			t.Lands = map[string]int{}
		}
		if t.Lands[land] += n; t.Lands[land] <= 0 {
			delete(t.Lands, land)
		}
	}
}

// Profile returns p as it stands in its blocks: with the countries that most of
// the articles speak of, and its weight. It changes ever more rarely as more
// articles say p.
func (t *Tally) Profile(p Profile) Profile {
	p.Weight, p.Lands = bits.Len(uint(t.Articles)), nil
	for land := range t.Lands {
		p.Lands = append(p.Lands, land)
	}
	slices.SortFunc(p.Lands, func(a, b string) int {
		return cmp.Or(cmp.Compare(t.Lands[b], t.Lands[a]), strings.Compare(a, b))
	})
	p.Lands = p.Lands[:min(len(p.Lands), tallyLands)]
	slices.Sort(p.Lands)
	return p
}

// tallyLands is how many countries count as those of what several articles say.
const tallyLands = 5
