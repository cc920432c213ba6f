package identity

import (
	"cmp"
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/nlp"
)

// Resolution says which entity each mention of an article stands for.
type Resolution struct {
	Entities []Entity // sorted by ID

	byToken  map[int]int // head of a mention, or token of a name → index into Entities
	demonyms map[int]int // adjective of a place → index into Entities
}

// Resolve groups the mentions of an article into entities. Scope is a short
// string that is the article's own; it keeps things known only by a common noun
// ("local authorities") apart from those of other articles. The result depends
// on nothing but its arguments, and not on the order of props.
func Resolve(doc *nlp.Document, props []clause.Proposition, scope string) *Resolution {
	props = inOrder(props)
	c := collect(doc, props)
	a := newArticle(c, props)
	for _, p := range passes {
		a.pass = p.name
		p.run(a)
	}
	return newResolution(c, name(a, scope))
}

// inOrder returns the propositions in the order of what they are about: where two
// say what one noun phrase is a description of, the first is believed.
func inOrder(props []clause.Proposition) []clause.Proposition {
	return slices.SortedStableFunc(slices.Values(props), func(p, q clause.Proposition) int {
		return cmp.Or(cmp.Compare(p.Sentence, q.Sentence), cmp.Compare(p.Subject.Head, q.Subject.Head), cmp.Compare(p.Object.Head, q.Object.Head),
			cmp.Compare(p.Object.Tokens.First, q.Object.Tokens.First), cmp.Compare(p.Rule, q.Rule), cmp.Compare(p.Relation.Label, q.Relation.Label))
	})
}

// newResolution sorts out which tokens stand for which entity.
func newResolution(c *collector, entities []Entity) *Resolution {
	r := &Resolution{Entities: entities, byToken: map[int]int{}, demonyms: map[int]int{}}
	byHead := map[int]int{}
	for i, e := range entities {
		for _, m := range e.Mentions {
			byHead[m.Head] = i
		}
	}
	for token, m := range c.byToken {
		if i, ok := byHead[m.Head]; ok {
			r.byToken[token] = i
		}
	}
	for token := range c.demonyms {
		if i, ok := byHead[token]; ok {
			r.demonyms[token] = i
		}
	}
	return r
}

// EntityOf returns the entity that an argument stands for. Literals, and phrases
// and pronouns of which that cannot be told, give false.
func (r *Resolution) EntityOf(a clause.Argument) (*Entity, bool) {
	byToken := r.byToken
	switch {
	case a.Kind == clause.Demonym:
		byToken = r.demonyms
	case a.Kind != clause.Phrase || a.Tokens.Len() <= 0:
		return nil, false
	}
	if i, ok := byToken[a.Head]; ok {
		return &r.Entities[i], true
	}
	return nil, false
}

// Entity returns the entity with an ID; nil where the article has none.
func (r *Resolution) Entity(id string) *Entity {
	i, ok := slices.BinarySearchFunc(r.Entities, id, func(e Entity, id string) int { return strings.Compare(e.ID, id) })
	if !ok {
		return nil
	}
	return &r.Entities[i]
}

// pass is one way in which two mentions can be told to be one thing.
type pass struct {
	name string // said of a mention that it joins to another, in `kg show --why`
	run  func(*article)
}

// passes are in the order in which they run, the most precise first: what one
// has put together, the later ones take as one.
var passes = []pass{
	{"another name in the lexicon", mergeKnown},
	{"same name", mergeExact},
	{"abbreviation", mergeAcronyms},
	{"part of the full name", mergeShortNames},
	{"part of the longer name", mergeShortOrganizations},
	{"another spelling", mergeSpellings},
	{"described beside it", mergeAppositions},
	{"said to be", mergePredicates},
	{"stated role", attachRoles},
	{"holder of that office", mergeRoles},
	{"holder of that office", mergeHeldOffices},
	{"nearest that the phrase can mean", mergeDefinite},
	{pronounPass, mergePronouns},
	{"whoever speaks", mergeSpeakers},
	{"pair", findPairs},
}

// pronounPass is the name of the pass that resolves pronouns.
const pronounPass = "likeliest that the pronoun can mean"

// article is what the passes work on.
type article struct {
	*collector
	props  []clause.Proposition
	names  []*mention   // of form name, in text order
	speaks map[int]bool // heads of arguments that say something
	pass   string       // the one that runs

	digest bool // see [article.isDigest]

	predicates map[int][]*mention  // see [article.predicatesOf]
	beside     map[int][]nlp.Range // see [besideOf]
}

func newArticle(c *collector, props []clause.Proposition) *article {
	a := &article{collector: c, props: props, speaks: speakers(props)}
	for _, m := range c.all {
		if m.Form == FormName {
			a.names = append(a.names, m)
		}
	}
	a.digest = a.isDigest()
	a.predicates = a.predicatesOf(props)
	a.beside = besideOf(props)
	a.settleGenders()
	a.settleBracketed()
	a.settleDescribed()
	a.settleListed()
	a.settleDivisions()
	a.settleHomonyms()
	a.settleSurnames()
	a.settlePlaces()
	a.settleTeams()
	a.settleClubs()
	a.settleInstitutions()
	return a
}

// speakers returns the heads of the arguments that something is ascribed to.
func speakers(props []clause.Proposition) map[int]bool {
	heads := map[int]bool{}
	for _, p := range props {
		if p.Speaker != nil {
			heads[p.Speaker.Head] = true
		}
		if p.Object.Kind == clause.Quotation {
			heads[p.Subject.Head] = true
		}
	}
	return heads
}

// clusters returns the sets of mentions, in the order of their first mentions.
func (a *article) clusters() []*cluster {
	var found []*cluster
	for _, m := range a.all {
		if m == m.cluster.first() {
			found = append(found, m.cluster)
		}
	}
	return found
}
