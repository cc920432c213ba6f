package serve

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kg/graph"
)

// An entity's page shows this many of each, the best supported first. Three
// sentences to a fact keep the page of a hub below 200 KB.
const (
	entityFacts     = 25
	entityArticles  = 15
	shownStatements = 3
)

// entityView is the page of an entity.
type entityView struct {
	frame
	graph.Entity
	Roles        []string        `json:"roles"`
	Days         string          `json:"days,omitempty"` // from its first article to its last
	Mentions     int             `json:"mentions"`       // articles that mention it
	Sections     []section       `json:"sections"`
	Articles     []graph.Article `json:"articles"`
	MoreArticles *more           `json:"more_articles,omitempty"`
	Cayley       string          `json:"-"` // the same in Cayley's UI
	Whole        string          `json:"-"` // the whole page, where this is a part
}

// section is a list of facts in which the entity has one role.
type section struct {
	Part    string  `json:"part"` // "out", "in" or "said"
	Heading string  `json:"-"`
	Total   int     `json:"total"` // facts
	Groups  []group `json:"groups"`
	More    *more   `json:"more,omitempty"`
}

// group is the facts of one relation.
type group struct {
	Heading string     `json:"relation"`
	Facts   []factView `json:"facts"`
}

// factView is a fact with what its sentences come to.
type factView struct {
	graph.Fact
	Support       int        `json:"support"`    // articles
	Confidence    float64    `json:"confidence"` // of its best sentence, 0–1
	Days          string     `json:"days,omitempty"`
	Other         graph.Term `json:"-"` // what the page's entity is related to
	MoreSentences *more      `json:"more_sentences,omitempty"`
}

// entity makes the page of ?id=kg:…, of all its lists or of one ?part=, or of
// the one ?fact= that rests on a statement.
func (p *pages) entity(ctx context.Context, q url.Values) (any, error) {
	iri, part := q.Get("id"), q.Get("part")
	if !strings.HasPrefix(iri, "kg:") {
		return nil, &problem{http.StatusNotFound, fmt.Sprintf("%q is no entity of a graph; those begin with kg:. The search box finds them by their names.", iri)}
	}
	page, err := p.graph.Show(ctx, iri)
	if err != nil {
		return nil, err
	}
	facts, err := windowOf(q, entityFacts)
	if err != nil {
		return nil, err
	}
	view := &entityView{
		frame: frame{PageTitle: page.Name}, Entity: page.Entity, Roles: rolesOf(page.Out),
		Days: daysOf(page.Articles, func(a graph.Article) string { return a.Published }), Mentions: len(page.Articles),
		Cayley: factsLink(iri),
	}
	if part != "" || q.Get("fact") != "" {
		view.Whole = entityLink(iri)
	}
	for _, s := range sectionsOf(page) {
		if part == "" || part == s.Part {
			view.add(s, facts, q.Get("fact"))
		}
	}
	if (part == "" || part == "articles") && q.Get("fact") == "" {
		articles, _ := windowOf(q, entityArticles) // has been checked
		view.Articles, view.MoreArticles = cut(page.Articles, articles, "/entity", "id", iri, "part", "articles")
	}
	return view, nil
}

// listed is a section before it is cut.
type listed struct {
	section
	facts   []graph.Fact
	heading func(graph.Fact) string
	other   func(graph.Fact) graph.Term
}

func sectionsOf(page *graph.Page) []listed {
	return []listed{
		{section{Part: "out", Heading: "Is and does"}, page.Out,
			func(f graph.Fact) string { return f.Relation.Name },
			func(f graph.Fact) graph.Term { return f.Object }},
		{section{Part: "in", Heading: "In facts about others"}, page.In,
			func(f graph.Fact) string { return "… " + f.Relation.Name + " " + page.Name },
			func(f graph.Fact) graph.Term { return f.Subject }},
		{section{Part: "said", Heading: "Is reported to say"}, page.Said,
			func(graph.Fact) string { return "says" },
			func(graph.Fact) graph.Term { return graph.Term{} }},
	}
}

// add adds a section where it has facts: those in the window, or the one that
// rests on a statement with all its sentences.
func (v *entityView) add(l listed, w window, statement string) {
	facts := l.facts
	if statement != "" {
		facts = slices.DeleteFunc(slices.Clone(facts), func(f graph.Fact) bool {
			return !slices.ContainsFunc(f.Statements, func(s graph.Statement) bool { return s.ID == statement })
		})
	}
	if len(facts) == 0 {
		return
	}
	s, sentences := l.section, shownStatements
	if statement != "" {
		sentences = maxLimit
	}
	s.Total = len(facts)
	views, further := cut(l.ranked(facts), w, "/entity", "id", v.IRI, "part", s.Part)
	s.More = further
	for _, f := range views {
		if n := len(f.Statements); n > sentences {
			f.MoreSentences = &more{n - sentences, link("/entity", "id", v.IRI, "part", s.Part, "fact", f.Statements[0].ID)}
			f.Statements = f.Statements[:sentences]
		}
		if h := l.heading(f.Fact); len(s.Groups) == 0 || s.Groups[len(s.Groups)-1].Heading != h {
			s.Groups = append(s.Groups, group{Heading: h})
		}
		last := &s.Groups[len(s.Groups)-1]
		last.Facts = append(last.Facts, f)
	}
	v.Sections = append(v.Sections, s)
}
