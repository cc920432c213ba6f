package identity

import (
	"slices"

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
	key      string         // words, joined
	body     *institution   // of names of institutions; nil for any other
	known    *known         // the lexicon's entry for a name; nil where it has none
	phrase   nounPhrase     // of nominals
	title    nlp.Range      // of names: the title before it; empty where there is none
	role     *Role          // office in the title before a name, or that a nominal is
	kind     int            // of "Lima Courier" in "the Lima Courier newspaper": index of "newspaper"; else 0
	styled   string         // title that belongs to the name: "Pope", "King"
	gender   data.Gender
	plural   bool
	club     bool       // of names: a club, by who plays there
	employs  bool       // of names: a noun for a person stands right behind it, "Norwick chairman"
	subject  bool       // subject of a proposition, or its speaker
	pair     []*mention // of "both leaders": one mention of each of the two; else empty
	latent   bool       // no argument: may be an antecedent, makes no entity by itself
	cluster  *cluster
}

// known is what a lexicon holds of a name.
type known struct {
	name, iri string
	type_     nlp.EntityType
	country   string   // name of the country that it is or lies in
	of        []string // of an organisation: names of what it belongs to and where it is seated
	isCountry bool
	isCity    bool
	isState   bool
	isIsland  bool
}

// cluster is a set of mentions that stand for one thing, in text order.
type cluster struct {
	mentions []*mention
	links    []link   // why they are one: a tree over the mentions
	sum      *summary // what the mentions say together; nil where it has to be worked out
}

// link is one merge: the pass that made it and the two mentions it compared.
type link struct {
	pass string
	a, b *mention
}

func newCluster(m *mention) *cluster {
	c := &cluster{mentions: []*mention{m}}
	m.cluster = c
	return c
}

// merge puts two mentions' clusters together unless they cannot be the same
// thing, and reports whether they are one now.
func (a *article) merge(x, y *mention) bool {
	into, from := x.cluster, y.cluster
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
	if before(into.mentions[len(into.mentions)-1], from.first()) {
		into.mentions = append(into.mentions, from.mentions...)
	} else {
		into.mentions = mergeSorted(into.mentions, from.mentions)
	}
	into.links = append(append(into.links, from.links...), link{a.pass, x, y})
	into.sum = into.summary().with(from.summary())
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

// summary is what the mentions of a cluster say of it together. It is kept so
// that comparing clusters does not take longer the more mentions they have.
type summary struct {
	known       *known         // the first that a mention has
	gender      data.Gender    // the first that is one
	typedPerson bool           // a full name of a person is among the names
	named       bool           // a name is among the mentions, or the adjective of a known place
	typ         nlp.EntityType // see [typeOf]; empty where it has not been asked for
	fullNames   []*mention     // one for each distinct full name of a person
	bodies      []*mention     // one for each distinct institution
}

func (c *cluster) summary() *summary {
	if c.sum == nil {
		s := &summary{}
		for _, m := range c.mentions {
			s = s.with(summaryOf(m))
		}
		c.sum = s
	}
	return c.sum
}

func summaryOf(m *mention) *summary {
	s := &summary{known: m.known, named: m.Form == FormName || m.known != nil}
	if isSexed(m.gender) {
		s.gender = m.gender
	}
	if m.Form != FormName {
		return s
	}
	s.typedPerson = m.type_ == nlp.Person && (len(m.words) > 1 || m.role != nil)
	if m.type_ == nlp.Person && len(m.words) > 1 {
		s.fullNames = []*mention{m}
	}
	if m.body != nil {
		s.bodies = []*mention{m}
	}
	return s
}

// with returns what s and a summary of later mentions say together.
func (s *summary) with(o *summary) *summary {
	t := *s
	t.typ = ""
	if t.known == nil {
		t.known = o.known
	}
	if t.gender == data.UnknownGender {
		t.gender = o.gender
	}
	t.typedPerson = t.typedPerson || o.typedPerson
	t.named = t.named || o.named
	t.fullNames = addDistinct(t.fullNames, o.fullNames)
	t.bodies = addDistinct(t.bodies, o.bodies)
	return &t
}

// addDistinct adds to names those whose key none of them has.
func addDistinct(names, more []*mention) []*mention {
	out := names[:len(names):len(names)]
	for _, m := range more {
		if !slices.ContainsFunc(out, func(n *mention) bool { return n.nameKey() == m.nameKey() }) {
			out = append(out, m)
		}
	}
	return out
}

// compatible reports whether nothing forbids that a and b are one thing: two
// full personal names that disagree, two entries of the lexicon, man and woman,
// a person and a place on the map, institutions of two countries.
func compatible(a, b *cluster) bool {
	x, y := a.summary(), b.summary()
	if x.known != nil && y.known != nil && x.known.iri != y.known.iri {
		return false
	}
	if x.gender != y.gender && isSexed(x.gender) && isSexed(y.gender) {
		return false
	}
	if x.typedPerson && y.known != nil && !y.typedPerson || y.typedPerson && x.known != nil && !x.typedPerson {
		return false
	}
	return allAgree(x.fullNames, y.fullNames, func(m, n *mention) bool { return personNamesAgree(m.words, n.words) }) &&
		allAgree(x.bodies, y.bodies, func(m, n *mention) bool { return m.nameKey() == n.nameKey() })
}

func isSexed(g data.Gender) bool { return g == data.Male || g == data.Female }

// allAgree reports whether each of ms agrees with each of ns.
func allAgree(ms, ns []*mention, agree func(m, n *mention) bool) bool {
	for _, m := range ms {
		for _, n := range ns {
			if !agree(m, n) {
				return false
			}
		}
	}
	return true
}

// known returns the lexicon entry of the first mention that has one.
func (c *cluster) known() *known { return c.summary().known }

// gender returns the gender that the first telling mention gives.
func (c *cluster) gender() data.Gender { return c.summary().gender }

// named reports whether a name is among the mentions.
func (c *cluster) named() bool { return c.summary().named }

// setType says what kind of thing a mention stands for.
func (m *mention) setType(t nlp.EntityType) {
	m.type_ = t
	m.cluster.sum = nil
}

// setRole gives a mention an office.
func (m *mention) setRole(r Role) {
	m.role = &r
	m.cluster.sum = nil
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
