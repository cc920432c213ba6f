package serve

import (
	"context"
	"errors"
	"net/url"
	"slices"

	"kg/graph"
	"kg/queries"
)

// An entity's page shows this many of each, the best supported first. Two
// sentences to a fact keep the page of a hub below 200 KB.
const (
	entityFacts     = 20
	entityMoments   = 8
	entityArticles  = 12
	entityRoles     = 8
	shownStatements = 2

	entityStatements = 1500 // of each part, that are read for it; a ?part= is read as a whole
)

// entityView is the page of an entity.
type entityView struct {
	frame
	graph.Entity
	Roles        []graph.Role    `json:"roles"`
	MoreRoles    []graph.Role    `json:"more_roles,omitempty"`
	Days         string          `json:"days,omitempty"`   // from its first article to its last
	Mentions     int             `json:"mentions"`         // articles that mention it
	Copies       int             `json:"copies,omitempty"` // of those, that reprint another
	Picture      *sketch         `json:"-"`
	PictureLink  string          `json:"picture,omitempty"` // the picture as data, and larger
	Timeline     *timelineView   `json:"timeline,omitempty"`
	Sections     []section       `json:"sections"`
	Articles     []graph.Article `json:"articles"`
	MoreArticles *more           `json:"more_articles,omitempty"`
	Narrower     []narrower      `json:"narrower,omitempty"` // in place of its facts, where those are too many
	Left         *graph.Left     `json:"left_out,omitempty"`
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

// The parts of an entity's page that can be asked for alone. Sections have names
// of their own.
const (
	partTimeline = "timeline"
	partArticles = "articles"
)

// entity makes the page of ?id=kg:…, of all its lists or of one ?part=, or of
// the one ?fact= that rests on a statement.
func (p *pages) entity(ctx context.Context, q url.Values) (any, error) {
	iri, part, fact := q.Get("id"), q.Get("part"), q.Get("fact")
	if err := isEntityIRI(iri); err != nil {
		return nil, err
	}
	facts, err := windowOf(q, entityFacts)
	if err != nil {
		return nil, err
	}
	whole, most := part == "" && fact == "", 0
	if whole {
		most = entityStatements
	}
	page, err := p.graph.ShowBest(ctx, iri, most)
	if errors.Is(err, graph.ErrTooMuch) {
		return p.hub(ctx, iri)
	} else if err != nil {
		return nil, err
	}
	view := &entityView{
		frame: frame{PageTitle: page.Name}, Entity: page.Entity, Roles: graph.RolesOf(page.Out),
		Days: daysOf(page.Articles, func(a graph.Article) string { return a.Published }), Mentions: len(page.Articles), Copies: graph.CopiesAmong(page.Articles),
		Cayley: factsLink(iri), Left: page.Left,
	}
	if n := len(view.Roles); n > entityRoles {
		view.Roles, view.MoreRoles = view.Roles[:entityRoles], view.Roles[entityRoles:]
	}
	if !whole {
		view.Whole = entityLink(iri)
	}
	for _, s := range sectionsOf(page) {
		if part == "" || part == s.Part {
			view.add(s, facts, fact)
		}
	}
	if whole {
		if err := p.addPicture(ctx, view); err != nil {
			return nil, err
		}
	}
	if whole || part == partTimeline {
		w, _ := windowOf(q, entityMoments) // has been checked
		if view.Timeline, err = timelineOf(iri, page, q.Get("period"), w); err != nil {
			return nil, err
		}
	}
	if whole || part == partArticles {
		w, _ := windowOf(q, entityArticles)
		view.Articles, view.MoreArticles = cut(page.Articles, w, "/entity", "id", iri, "part", partArticles)
	}
	return view, nil
}

// hub makes the page of an entity of which too much is known for its facts to be
// listed: its picture, and the questions that narrow it down.
func (p *pages) hub(ctx context.Context, iri string) (any, error) {
	entity, err := p.graph.FindEntity(ctx, iri)
	if err != nil {
		return nil, err
	}
	view := &entityView{
		frame: frame{PageTitle: entity.Name}, Entity: entity, Cayley: factsLink(iri),
		Roles: []graph.Role{}, Sections: []section{}, Articles: []graph.Article{},
	}
	all, err := queries.All()
	if err != nil {
		return nil, err
	}
	for _, q := range all {
		for _, a := range q.Args {
			if a.Kind == queries.Entity {
				view.Narrower = append(view.Narrower, narrower{q.Asks, link("/query", "name", q.Name, a.Name, iri)})
				break
			}
		}
	}
	return view, p.addPicture(ctx, view)
}

// narrower is a saved query about an entity.
type narrower struct {
	Asks string `json:"asks"`
	Link string `json:"link"`
}

// addPicture adds the picture of the neighbours that the entity has, if any.
func (p *pages) addPicture(ctx context.Context, view *entityView) error {
	what := pictured{iri: view.IRI, hops: 1, limit: entityNeighbors}
	found, picture, err := p.drawn(ctx, what)
	if err != nil || len(found.Nodes) < 2 {
		return err
	}
	drawn, err := drawPicture(picture, narrowNodes)
	view.Picture = &drawn
	what.limit = pictureNodes
	view.PictureLink = what.link()
	return err
}

// listed is a section before it is cut.
type listed struct {
	section
	facts   []graph.Fact
	heading func(graph.Fact) string
	other   func(graph.Fact) graph.Term
}

// sectionsOf sorts the facts of a page into what articles assert, what the
// entity says, and what others say of it.
func sectionsOf(page *graph.Page) []listed {
	object := func(f graph.Fact) graph.Term { return f.Object }
	subject := func(f graph.Fact) graph.Term { return f.Subject }
	nobody := func(graph.Fact) graph.Term { return graph.Term{} }
	out, in := listed{section: section{Part: "out", Heading: "Is and does"}, other: object}, listed{section: section{Part: "in", Heading: "In facts about others"}, other: subject}
	said := listed{section: section{Part: "said", Heading: "Says"}, other: nobody, facts: page.Said}
	about := listed{section: section{Part: "about", Heading: "Others say"}, other: nobody}
	out.heading = func(f graph.Fact) string { return f.Relation.Name }
	in.heading = func(f graph.Fact) string { return "… " + f.Relation.Name + " " + page.Name }
	said.heading = func(graph.Fact) string { return "says" }
	about.heading = speakersOf
	for _, f := range page.Out {
		switch {
		case f.IsQuotation():
			said.facts = append(said.facts, f)
		case f.Edge:
			out.facts = append(out.facts, f)
		case !slices.ContainsFunc(f.Statements, func(s graph.Statement) bool { return s.Speaker != nil && s.Speaker.IRI == page.IRI }):
			about.facts = append(about.facts, f)
		}
	}
	for _, f := range page.In {
		if f.Edge {
			in.facts = append(in.facts, f)
		} else {
			about.facts = append(about.facts, f)
		}
	}
	return []listed{out, in, said, about}
}

// speakersOf is who says what nobody asserts.
func speakersOf(f graph.Fact) string {
	for _, s := range f.Statements {
		if s.Speaker != nil {
			return s.Speaker.Name
		}
	}
	return "not asserted"
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
