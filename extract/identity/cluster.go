package identity

import (
	"kg/data"
	"kg/extract/nlp"
)

// mention is a mention on its way into an entity.
type mention struct {
	Mention
	sentence int
	type_    nlp.EntityType // empty where nothing is known
	name     string         // of names: as written, without title and determiner
	words    []string       // of names: compared form, see [nameWords]
	known    *known         // the lexicon's entry for a name; nil where it has none
	phrase   nounPhrase     // of nominals
	title    nlp.Range      // of names: the title before it; empty where there is none
	role     *Role          // office in the title before a name, or that a nominal is
	styled   string         // title that belongs to the name: "Pope", "King"
	gender   data.Gender
	plural   bool
	subject  bool // subject of a proposition, or its speaker
	latent   bool // no argument: may be an antecedent, makes no entity by itself
	cluster  *cluster
}

// known is what a lexicon holds of a name.
type known struct {
	name, iri string
	type_     nlp.EntityType
	country   string // name of the country that it is or lies in
	isCountry bool
	isCity    bool
}

// cluster is a set of mentions that stand for one thing, in text order.
type cluster struct{ mentions []*mention }

func newCluster(m *mention) *cluster {
	c := &cluster{[]*mention{m}}
	m.cluster = c
	return c
}

// merge puts two mentions' clusters together unless they cannot be the same
// thing, and reports whether they are one now.
func merge(a, b *mention) bool {
	into, from := a.cluster, b.cluster
	if into == from {
		return true
	}
	if !compatible(into, from) {
		return false
	}
	if from.first().Head < into.first().Head {
		into, from = from, into
	}
	for _, m := range from.mentions {
		m.cluster = into
	}
	into.mentions = mergeSorted(into.mentions, from.mentions)
	return true
}

// mergeSorted merges two lists that are each in text order.
func mergeSorted(a, b []*mention) []*mention {
	out := make([]*mention, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if before(a[0], b[0]) {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// before is the order of mentions in the text: by begin, the longer first.
func before(a, b *mention) bool {
	if a.Tokens.First != b.Tokens.First {
		return a.Tokens.First < b.Tokens.First
	}
	if a.Tokens.End != b.Tokens.End {
		return a.Tokens.End > b.Tokens.End
	}
	return a.Head < b.Head
}

func (c *cluster) first() *mention { return c.mentions[0] }

// compatible reports whether nothing forbids that a and b are one thing: two
// full personal names that disagree, two entries of the lexicon, man and woman,
// a person and a place on the map, one and many.
func compatible(a, b *cluster) bool {
	if ka, kb := a.known(), b.known(); ka != nil && kb != nil && ka.iri != kb.iri {
		return false
	}
	if ga, gb := a.gender(), b.gender(); ga != gb && isSexed(ga) && isSexed(gb) {
		return false
	}
	if a.hasTypedPerson() && b.known() != nil && !b.hasTypedPerson() ||
		b.hasTypedPerson() && a.known() != nil && !a.hasTypedPerson() {
		return false
	}
	return a.namesAgree(b)
}

func isSexed(g data.Gender) bool { return g == data.Male || g == data.Female }

// namesAgree reports whether every full personal name of a can be one with
// every one of b.
func (c *cluster) namesAgree(o *cluster) bool {
	for _, m := range c.fullPersonNames() {
		for _, n := range o.fullPersonNames() {
			if !personNamesAgree(m, n) {
				return false
			}
		}
	}
	return true
}

// fullPersonNames returns the distinct names of persons with two words or more.
func (c *cluster) fullPersonNames() [][]string {
	var names [][]string
	seen := map[string]bool{}
	for _, m := range c.mentions {
		if m.Form == FormName && m.type_ == nlp.Person && len(m.words) > 1 && !seen[m.key()] {
			seen[m.key()] = true
			names = append(names, m.words)
		}
	}
	return names
}

// known returns the lexicon entry of the first mention that has one.
func (c *cluster) known() *known {
	for _, m := range c.mentions {
		if m.known != nil {
			return m.known
		}
	}
	return nil
}

// gender returns the gender that the first telling mention gives.
func (c *cluster) gender() data.Gender {
	for _, m := range c.mentions {
		if isSexed(m.gender) {
			return m.gender
		}
	}
	return data.UnknownGender
}

// hasTypedPerson reports whether a full name of a person is among the mentions.
func (c *cluster) hasTypedPerson() bool {
	for _, m := range c.mentions {
		if m.type_ == nlp.Person && m.Form == FormName && (len(m.words) > 1 || m.role != nil) {
			return true
		}
	}
	return false
}

// named reports whether a name is among the mentions.
func (c *cluster) named() bool {
	for _, m := range c.mentions {
		if m.Form == FormName {
			return true
		}
	}
	return false
}

// roles returns every office that the article gives to the cluster.
func (c *cluster) roles() []Role {
	var roles []Role
	for _, m := range c.mentions {
		if m.role != nil {
			roles = append(roles, *m.role)
		}
	}
	return roles
}
