package identity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kg/data"
	"kg/extract/nlp"
)

// name makes the entities of an article's clusters: those with a name, and those
// with a noun phrase that is an argument. A pronoun alone makes none.
func name(a *article, scope string) []Entity {
	iris := newIRIs(scope)
	ids := map[*cluster]string{}
	members := map[string][]*mention{}
	var entities []Entity
	for _, c := range a.clusters() {
		if !makesEntity(c) {
			continue
		}
		e := a.entity(c, scope)
		e.ID = iris.unique(e)
		ids[c], members[e.ID] = e.ID, c.pair()
		entities = append(entities, e)
	}
	for i := range entities {
		for _, m := range members[entities[i].ID] {
			if id := ids[m.cluster]; id != "" {
				entities[i].Members = append(entities[i].Members, id)
			}
		}
	}
	slices.SortFunc(entities, func(x, y Entity) int { return cmp.Compare(x.ID, y.ID) })
	return entities
}

// pair returns the two that the first mention to stand for two stands for.
func (c *cluster) pair() []*mention {
	for _, m := range c.mentions {
		if len(m.pair) > 0 {
			return m.pair
		}
	}
	return nil
}

func makesEntity(c *cluster) bool {
	return slices.ContainsFunc(c.mentions, func(m *mention) bool { return m.Form != FormPronoun && !m.latent })
}

// linksOf returns the merges of mentions in different words, each once, at most
// maxLinks.
func (a *article) linksOf(c *cluster) []Link {
	var links []Link
	for _, l := range c.links {
		link := Link{l.pass, a.text(l.a.Tokens), a.text(l.b.Tokens)}
		if link.A != link.B && !slices.Contains(links, link) && len(links) < maxLinks {
			links = append(links, link)
		}
	}
	return links
}

// maxLinks is how many reasons an entity keeps: those of the most precise passes.
const maxLinks = 12

func (a *article) entity(c *cluster, scope string) Entity {
	e := Entity{Type: typeOf(c)}
	for _, m := range c.mentions {
		e.Mentions = append(e.Mentions, m.Mention)
	}
	if c.named() {
		e.Name, e.ID = properName(c, scope)
	} else {
		e.Name, e.ID = a.describe(c, scope)
	}
	e.Aliases = a.aliases(c, e.Name)
	e.IsCountry = c.known() != nil && c.known().isCountry
	if k := c.known(); k != nil && k.type_ == nlp.Place && !k.isCountry {
		if whole, ok := data.SeatOf(k.name); ok {
			e.Governs = iriOfName(whole)
		}
	}
	e.Within = withinIRIs(c, e.Name)
	e.Links = a.linksOf(c)
	return e
}

// iris tells apart the IRIs of an article's entities.
type iris struct {
	scope string
	taken map[string]bool
	tried map[string]int // by the IRI that an entity would have, how many others were tried
}

func newIRIs(scope string) *iris {
	return &iris{scope, map[string]bool{}, map[string]int{}}
}

// unique returns the entity's IRI, told apart by type, then by article, from
// those that are taken.
func (t *iris) unique(e Entity) string {
	id := e.ID
	key := e.ID + "\x00" + e.Name + "\x00" + string(e.Type)
	scoped := strings.HasSuffix(e.ID, "("+t.scope+")")
	for n := t.tried[key] + 1; t.taken[id]; n++ {
		switch {
		case n == 1 && !scoped:
			id = e.ID + "_(" + strings.ToLower(string(e.Type)) + ")"
		case n == 2 && !scoped:
			id = EntityIRI(e.Name + " (" + t.scope + ")")
		default:
			id = EntityIRI(e.Name + " (" + t.scope + "-" + strconv.Itoa(n+1) + ")")
		}
		t.tried[key] = n
	}
	t.taken[id] = true
	return id
}

// properName returns the name and IRI of a cluster that has names: the lexicon's
// where it has one, else the fullest. An institution of which nothing says whose it
// is is known from this article alone, as is what has a name that many have: "the
// Supreme Court", "the Committee" and "Robert" of another article may be others.
func properName(c *cluster, scope string) (name, iri string) {
	if k := c.known(); k != nil {
		return k.name, k.iri
	}
	name = fullest(c)
	switch bodies := c.summary().bodies; {
	case len(bodies) > 0 && bodies[0].body.of != (land{}):
		return name, EntityIRI(bodies[0].body.name())
	case len(bodies) > 0 || c.isCommon(name):
		return name, EntityIRI(name + " (" + scope + ")")
	default:
		return name, EntityIRI(name)
	}
}

// isCommon reports whether a name is one word that is a common noun ("the
// Committee") or the given name of somebody without an office.
func (c *cluster) isCommon(name string) bool {
	if strings.Contains(name, " ") {
		return false
	}
	t := typeOf(c)
	if _, isWhole := data.TypeOfName(name); isWhole || name == "West" || t == nlp.Group {
		return false
	}
	if t == nlp.Person && len(c.roles()) == 0 {
		if _, isGiven := data.FirstName(strings.ToLower(name)); isGiven {
			return true
		}
	}
	_, isNoun := data.NounOf(strings.ToLower(name))
	_, isKind := data.TypeOfLastWord(name)
	isBody, _ := data.InstitutionWord(strings.ToLower(name))
	return isNoun || isBody || isKind && t != nlp.Place
}

// fullest returns the name of most words, of those the one used most, of those
// the first in the text. A name in capitals gives way to one that is not.
func fullest(c *cluster) string {
	type candidate struct {
		name          string
		words, uses   int
		capitals, pos int
	}
	var all []*candidate
	byName := map[string]*candidate{}
	for i, m := range c.mentions {
		if m.Form != FormName {
			continue
		}
		name := m.fullName()
		if byName[name] == nil {
			byName[name] = &candidate{name: name, words: len(strings.Fields(name)), capitals: shouting(name), pos: i}
			all = append(all, byName[name])
		}
		byName[name].uses++
	}
	return slices.MinFunc(all, func(x, y *candidate) int {
		return cmp.Or(cmp.Compare(x.capitals, y.capitals), cmp.Compare(y.words, x.words), cmp.Compare(y.uses, x.uses), cmp.Compare(x.pos, y.pos))
	}).name
}

// fullName is a mention's name with the title that is part of it.
func (m *mention) fullName() string {
	if m.styled != "" {
		return m.styled + " " + m.name
	}
	return m.name
}

// shouting is 1 for a name of which every letter is a capital, else 0.
func shouting(name string) int {
	if strings.IndexFunc(name, unicode.IsLower) < 0 {
		return 1
	}
	return 0
}

// aliases returns the other names and, for what has no name, the other phrases of
// a cluster, sorted.
func (a *article) aliases(c *cluster, name string) []string {
	seen := map[string]bool{name: true}
	var out []string
	for _, m := range c.mentions {
		alias := m.fullName()
		if m.Form == FormNominal && !c.named() {
			alias = a.phraseText(m.phrase.core)
		} else if m.Form != FormName {
			continue
		}
		if alias != "" && !seen[alias] {
			seen[alias] = true
			out = append(out, alias)
		}
	}
	slices.Sort(out)
	return out
}
