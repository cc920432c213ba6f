package handout

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"net/url"
	"slices"
	"strings"

	"kg/graph"
	"kg/graph/draw"
)

// book is what a handout is made of: things by their IRIs, with what is stated.
type book struct {
	things map[string]*thing
	said   map[string]bool // articles that state something, by ID
}

// thing is an entity and its entry in the file.
type thing struct {
	IRI, Name, Type string
	Anchor          string
	Claims          []*claim // that have it as their subject
	Named           []*claim // that have it as their object
	facts           int
}

// claim is one statement with the sentences that make it.
type claim struct {
	Subject  *thing
	Relation string
	Object   *thing // nil: Value
	Value    string
	How      string // "denied", "according to …"; empty for what is asserted
	Evidence []evidence
	asserted bool
}

type evidence struct {
	Sentence, Title, Published, Article string
	Anchor                              string // of the article
	Printed                             string // how many articles print it, where others reprint that one
	Percent                             int
}

// view is what the page is made of.
type view struct {
	Policy, Title string
	Facts         int
	Picture       template.HTML
	Most          []*thing // of which most is stated
	Things        []*thing // by name
	Articles      []article
}

type article struct {
	Anchor, Title, Published string
	Address                  string // empty where a browser may not open it
}

// mostThings is how many things the file begins with, and drawn how many are in
// its picture.
const (
	mostThings = 12
	drawn      = 20
)

func newBook() *book { return &book{things: map[string]*thing{}, said: map[string]bool{}} }

func (b *book) add(f graph.ExportedFact) {
	subject := b.thing(f.Subject)
	c := &claim{Subject: subject, Relation: f.Relation.Name, How: how(f), asserted: f.Asserted}
	if f.Object.ID == "" {
		c.Value = f.Object.Name
	} else {
		c.Object = b.thing(f.Object)
	}
	c = subject.claim(c)
	subject.facts++
	if c.Object != nil {
		c.Object.facts++
	}
	if f.Article != "" {
		b.said[f.Article] = true
	}
	c.Evidence = append(c.Evidence, evidence{
		Sentence: f.Sentence, Title: cmp.Or(f.Title, f.Article), Published: f.Published, Article: f.Article,
		Printed: graph.Printed(len(f.ReprintedIn)), Percent: int(100*f.Confidence + .5),
	})
}

// thing returns the entry of a term, under its fullest name.
func (b *book) thing(t graph.ExportedTerm) *thing {
	id := cmp.Or(t.ID, t.Name)
	found := b.things[id]
	if found == nil {
		found = &thing{IRI: id, Name: t.Name, Type: t.Type}
		b.things[id] = found
	}
	if len(t.Name) > len(found.Name) || len(t.Name) == len(found.Name) && t.Name < found.Name {
		found.Name = t.Name
	}
	if found.Type == "" || found.Type == "Thing" {
		found.Type = cmp.Or(t.Type, found.Type)
	}
	return found
}

// claim returns the claim that says the same as c, which is c where it is new.
func (t *thing) claim(c *claim) *claim {
	for _, known := range t.Claims {
		if known.Relation == c.Relation && known.Object == c.Object && known.Value == c.Value && known.How == c.How {
			return known
		}
	}
	t.Claims = append(t.Claims, c)
	if c.Object != nil {
		c.Object.Named = append(c.Object.Named, c)
	}
	return c
}

// how says in which way a fact is stated that is not simply asserted.
func how(f graph.ExportedFact) string {
	var words []string
	if f.Modality != "" && f.Modality != "asserted" {
		words = append(words, f.Modality)
	}
	if f.Speaker != "" {
		words = append(words, "according to "+strings.ReplaceAll(strings.TrimPrefix(f.Speaker, "kg:"), "_", " "))
	}
	return strings.Join(words, ", ")
}

// view orders everything and gives it the anchors that links lead to.
func (b *book) view(about string, articles []graph.Article) *view {
	v := &view{Title: "Knowledge graph"}
	v.Things = slices.SortedFunc(maps.Values(b.things), func(x, y *thing) int {
		return cmp.Or(strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)), strings.Compare(x.IRI, y.IRI))
	})
	for i, t := range v.Things {
		t.Anchor = fmt.Sprintf("thing-%d", i+1)
		if t.IRI == about {
			v.Title = t.Name
		}
	}
	v.Most = b.most()
	v.Most = v.Most[:min(mostThings, len(v.Most))]
	slices.SortFunc(articles, func(x, y graph.Article) int {
		return cmp.Or(strings.Compare(y.Published, x.Published), strings.Compare(x.ID, y.ID))
	})
	anchors := map[string]string{}
	for _, a := range articles {
		if b.said[a.ID] {
			anchors[a.ID] = fmt.Sprintf("article-%d", len(v.Articles)+1)
			v.Articles = append(v.Articles, article{anchors[a.ID], cmp.Or(a.Title, a.ID), a.Published, webAddress(a.URL)})
		}
	}
	for _, t := range v.Things {
		for _, c := range t.Claims {
			for i := range c.Evidence {
				c.Evidence[i].Anchor = anchors[c.Evidence[i].Article]
			}
		}
	}
	return v
}

// most are the things by how much is stated of them.
func (b *book) most() []*thing {
	return slices.SortedFunc(maps.Values(b.things), func(x, y *thing) int {
		return cmp.Or(cmp.Compare(y.facts, x.facts), strings.Compare(x.IRI, y.IRI))
	})
}

// picture is the one of a thing, or of the one that most is stated of, with its
// strongest neighbours.
func (b *book) picture(about string) *draw.Picture {
	center := b.things[about]
	if center == nil {
		if all := b.most(); len(all) > 0 {
			center = all[0]
		} else {
			return &draw.Picture{}
		}
	}
	weight := map[*thing]int{}
	for _, c := range slices.Concat(center.Claims, center.Named) {
		if other := c.other(center); c.asserted && other != nil && other != center {
			weight[other] += len(c.Evidence)
		}
	}
	near := slices.SortedFunc(maps.Keys(weight), func(x, y *thing) int {
		return cmp.Or(cmp.Compare(weight[y], weight[x]), strings.Compare(x.IRI, y.IRI))
	})
	more := max(0, len(near)-drawn)
	near = append([]*thing{center}, near[:len(near)-more]...)
	p := &draw.Picture{Title: fmt.Sprintf("%s and %d neighbours", center.Name, len(near)-1)}
	place := map[*thing]int{}
	for i, t := range near {
		place[t] = i
		p.Nodes = append(p.Nodes, draw.Node{Name: t.Name, Type: t.Type, Link: "#" + t.Anchor})
	}
	p.Nodes[0].More = more
	drawnAt := map[[2]int]int{}
	for _, t := range near {
		for _, c := range t.Claims {
			to, known := place[c.Object]
			if !known || !c.asserted || c.Object == t || c.Object == nil {
				continue
			}
			ends := [2]int{place[t], to}
			if i, known := drawnAt[ends]; known {
				p.Edges[i].About += ", " + c.Relation
				p.Edges[i].Strength += len(c.Evidence)
				continue
			}
			drawnAt[ends] = len(p.Edges)
			p.Edges = append(p.Edges, draw.Edge{From: ends[0], To: to, Label: c.Relation, About: c.Relation, Strength: len(c.Evidence), Link: "#" + t.Anchor})
		}
	}
	return p
}

// other is the thing at the other end of a claim, nil for a value.
func (c *claim) other(than *thing) *thing {
	if c.Subject == than {
		return c.Object
	}
	return c.Subject
}

// webAddress returns an address that a browser may open, else nothing.
func webAddress(address string) string {
	if u, err := url.Parse(address); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		return address
	}
	return ""
}
