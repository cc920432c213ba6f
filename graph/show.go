package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// Page is what the graph holds of one entity.
type Page struct {
	Entity
	Out      []Fact    `json:"out"`      // what it does or is, by relation, then object
	In       []Fact    `json:"in"`       // what is done to it, by relation, then subject
	Said     []Fact    `json:"said"`     // what it is reported to have said, as facts of others
	Articles []Article `json:"articles"` // that mention it, the newest first: ID, title, day, author, address
	Left     *Left     `json:"left_out,omitempty"`
}

// Left is what a page leaves out: the facts of each part that have the fewest
// statements.
type Left struct {
	Facts      int `json:"facts"`
	Statements int `json:"statements"`
}

// Fact is something that the graph states, with all that it rests on.
type Fact struct {
	Subject    Term        `json:"subject"`
	Relation   Term        `json:"relation"`
	Object     Term        `json:"object"`     // empty for a fact without an object
	Edge       bool        `json:"edge"`       // whether some article asserts it; else it is only said
	Statements []Statement `json:"statements"` // by article, then place in it; none for an edge that a person drew
}

// Term is a node as a person would read it: an entity or relation has an IRI
// and a name, a literal only its text as Name.
type Term struct {
	IRI  string `json:"id,omitempty"`
	Name string `json:"name"`
	Type string `json:"type,omitempty"` // of an entity
}

// Statement is one sentence's evidence for a fact.
type Statement struct {
	ID          string    `json:"fact"`
	Article     string    `json:"article"`
	Title       string    `json:"title,omitempty"`     // of the article
	Published   string    `json:"published,omitempty"` // of the article
	SentenceIRI string    `json:"sentence_id"`         // "article:…#char=120,260"
	Sentence    string    `json:"sentence"`
	Confidence  float64   `json:"confidence"` // 0–1
	Modality    string    `json:"modality"`
	Speaker     *Term     `json:"speaker,omitempty"`
	When        []Term    `json:"when,omitempty"`
	Where       []Term    `json:"where,omitempty"`
	Context     []Context `json:"context,omitempty"` // further circumstances, by role
	Rule        string    `json:"rule,omitempty"`
	DerivedFrom []string  `json:"derived_from,omitempty"`
	ReprintedIn []string  `json:"reprinted_in,omitempty"` // articles, copies of this one, that have it too
}

// Context is a circumstance of a statement.
type Context struct {
	Role string `json:"role"`
	Term
}

// Show returns the page of the entity with this IRI, or [ErrNotFound].
func (g *Graph) Show(ctx context.Context, iri string) (*Page, error) { return g.ShowBest(ctx, iri, 0) }

// ShowBest returns the page with what rests on most statements: of each of its
// parts, the facts that have together no more than this number of them, and at
// least one fact. 0 is no limit.
func (g *Graph) ShowBest(ctx context.Context, iri string, statements int) (*Page, error) {
	var page *Page
	err := g.reading(ctx, func(r *reader) error {
		id, ok, err := r.knownIRI(ctx, iri)
		if err == nil && !ok {
			err = fmt.Errorf("%q is %w", iri, ErrNotFound)
		}
		if err == nil {
			err = r.fitsPage(ctx, id)
		}
		if err == nil {
			page, err = r.page(ctx, id, statements)
		}
		return err
	})
	return page, err
}

// ErrTooMuch says that more is known of an entity than [Graph.Show] reads.
var ErrTooMuch = errors.New("more than a page can show")

// maxPageQuads is how many quads an entity may stand in for a page of it. A
// statement has ten or so, and at a hundred thousand statements a page takes
// seconds and hundreds of megabytes, and nobody reads it.
const maxPageQuads = 200_000

// fitsPage returns an error for an entity of which too much is known to be
// shown as a whole.
func (r *reader) fitsPage(ctx context.Context, id quad.IRI) error {
	out, err := r.count(ctx, quad.Quad{Subject: id})
	if err != nil {
		return err
	}
	in, err := r.count(ctx, quad.Quad{Object: id})
	if err == nil && out+in > maxPageQuads {
		err = fmt.Errorf("%s stands in %d quads, %w (%d): ask for one relation of it with kg query", id, out+in, ErrTooMuch, maxPageQuads)
	}
	return err
}

func (r *reader) page(ctx context.Context, iri quad.IRI, limit int) (*Page, error) {
	e, err := r.entity(ctx, iri)
	if err != nil {
		return nil, err
	}
	page := &Page{Entity: e}
	parts := []struct {
		role  quad.IRI // of the entity in the statements
		side  quad.Direction
		facts *[]Fact
	}{
		{rdfSubject, quad.Subject, &page.Out},
		{rdfObject, quad.Object, &page.In},
		{kgSpeaker, quad.Any, &page.Said},
	}
	for _, part := range parts {
		edges, err := r.edges(ctx, part.side, iri)
		var ids []quad.IRI
		if err == nil {
			ids, err = r.subjects(ctx, part.role, iri)
		}
		if err == nil && limit > 0 && len(ids) > limit {
			ids, err = r.best(ctx, ids, limit, edges, page)
		}
		if err == nil {
			*part.facts, err = r.facts(ctx, part.role, ids, edges)
		}
		if err != nil {
			return nil, fmt.Errorf("reading the facts of %s: %w", iri, err)
		}
	}
	page.Articles, err = r.mentioning(ctx, iri)
	return page, err
}

// triple is a fact as a key.
type triple struct{ s, p, o quad.Value }

// edges returns the edges between things that leave iri (side Subject) or come
// to it (Object).
func (r *reader) edges(ctx context.Context, side quad.Direction, iri quad.IRI) (map[triple]bool, error) {
	edges := make(map[triple]bool)
	if side == quad.Any {
		return edges, nil
	}
	for q, err := range r.quads(ctx, side, iri) {
		if err != nil {
			return nil, err
		}
		if p, ok := q.Predicate.(quad.IRI); ok && strings.HasPrefix(string(p), prefixRelation) {
			edges[triple{q.Subject, q.Predicate, q.Object}] = true
		}
	}
	return edges, nil
}

// facts returns the facts of statements in which an entity has a role, and the
// edges that have no statement. A fact of which every statement is passed over
// for its confidence is passed over, too.
func (r *reader) facts(ctx context.Context, role quad.IRI, ids []quad.IRI, edges map[triple]bool) ([]Fact, error) {
	if err := r.prefetch(ctx, ids); err != nil {
		return nil, err
	}
	statements := make(map[triple][]Statement, len(edges))
	for edge := range edges {
		statements[edge] = nil
	}
	var unsure []triple
	for _, id := range ids {
		n, err := r.node(ctx, id)
		if err != nil {
			return nil, err
		}
		s, err := r.statement(ctx, id, n)
		if err != nil {
			return nil, err
		}
		key := triple{n.one(rdfSubject), n.one(rdfPredicate), n.one(rdfObject)}
		if s.Confidence < r.minConfidence {
			unsure = append(unsure, key)
			continue
		}
		statements[key] = append(statements[key], s)
	}
	for _, key := range unsure {
		if len(statements[key]) == 0 {
			delete(statements, key)
		}
	}
	facts := make([]Fact, 0, len(statements))
	for key, list := range statements {
		f, err := r.fact(ctx, key)
		if err != nil {
			return nil, err
		}
		f.Edge, f.Statements = edges[key], list
		if role == kgSpeaker {
			if f.Edge, err = r.isEdge(ctx, key); err != nil {
				return nil, err
			}
		}
		slices.SortFunc(f.Statements, compareStatements)
		facts = append(facts, f)
	}
	slices.SortFunc(facts, compareFacts)
	return facts, nil
}

func (r *reader) isEdge(ctx context.Context, t triple) (bool, error) {
	if t.s == nil || t.p == nil || t.o == nil {
		return false, nil
	}
	n, err := r.count(ctx, quad.Quad{Subject: t.s, Predicate: t.p, Object: t.o})
	return n > 0, err
}

func (r *reader) fact(ctx context.Context, t triple) (f Fact, err error) {
	for _, part := range []struct {
		term  *Term
		value quad.Value
	}{{&f.Subject, t.s}, {&f.Relation, t.p}, {&f.Object, t.o}} {
		if *part.term, err = r.term(ctx, part.value); err != nil {
			return Fact{}, err
		}
	}
	return f, nil
}

// statement returns the statement node with its sentence and article.
func (r *reader) statement(ctx context.Context, id quad.IRI, n node) (Statement, error) {
	s := Statement{ID: string(id), Modality: n.text(kgModality), Rule: n.text(kgRule)}
	s.Confidence, _ = strconv.ParseFloat(n.text(kgConfidence), 64)
	for _, from := range n.each(kgDerivedFrom) {
		s.DerivedFrom = append(s.DerivedFrom, plain(from))
	}
	for _, in := range n.each(kgReprintedIn) {
		s.ReprintedIn = append(s.ReprintedIn, plain(in))
	}
	if err := r.cite(ctx, &s, n.one(kgSentence)); err != nil {
		return s, err
	}
	if speaker := n.one(kgSpeaker); speaker != nil {
		t, err := r.term(ctx, speaker)
		if err != nil {
			return s, err
		}
		s.Speaker = &t
	}
	return s, r.circumstances(ctx, &s, n)
}

// cite fills in the sentence of a statement and the article it stands in.
func (r *reader) cite(ctx context.Context, s *Statement, sentence quad.Value) error {
	iri, ok := sentence.(quad.IRI)
	if !ok {
		return nil
	}
	n, err := r.node(ctx, iri)
	if err != nil {
		return err
	}
	s.SentenceIRI, s.Sentence = string(iri), n.text(rdfValue)
	article, ok := n.one(schemaIsPartOf).(quad.IRI)
	if !ok {
		return nil
	}
	err = r.readCited(ctx, []quad.IRI{article})
	a := r.cited[article]
	s.Article, s.Title, s.Published = string(article), a.text(schemaHeadline), a.text(schemaDatePublished)
	return err
}

// circumstances fills in when, where and how a statement holds.
func (r *reader) circumstances(ctx context.Context, s *Statement, n node) (err error) {
	if s.When, err = r.terms(ctx, n.each(kgWhen)); err != nil {
		return err
	}
	if s.Where, err = r.terms(ctx, n.each(kgWhere)); err != nil {
		return err
	}
	for p := range n {
		if isStatementTerm(p) {
			continue
		}
		terms, err := r.terms(ctx, n.each(p))
		if err != nil {
			return err
		}
		for _, t := range terms {
			s.Context = append(s.Context, Context{Role: roleOf(p), Term: t})
		}
	}
	slices.SortFunc(s.Context, func(a, b Context) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Name, b.Name), cmp.Compare(a.IRI, b.IRI))
	})
	return nil
}

// isStatementTerm reports whether p is a term that a statement node has one
// fixed meaning for, rather than a further circumstance.
func isStatementTerm(p quad.IRI) bool {
	switch p {
	case rdfType, rdfSubject, rdfPredicate, rdfObject, kgSentence, kgConfidence,
		kgSpeaker, kgModality, kgWhen, kgWhere, kgRule, kgDerivedFrom, kgReprintedIn:
		return true
	}
	return false
}

func compareStatements(a, b Statement) int {
	return cmp.Or(
		cmp.Compare(a.Article, b.Article),
		cmp.Compare(firstChar(a.SentenceIRI), firstChar(b.SentenceIRI)),
		cmp.Compare(a.ID, b.ID),
	)
}

// firstChar returns where the sentence with this IRI begins, in characters.
func firstChar(sentence string) int {
	_, span, _ := strings.Cut(sentence, charFragment)
	begin, _, _ := strings.Cut(span, ",")
	n, _ := strconv.Atoi(begin)
	return n
}

func compareFacts(a, b Fact) int {
	for _, pair := range [][2]Term{{a.Relation, b.Relation}, {a.Object, b.Object}, {a.Subject, b.Subject}} {
		if c := cmp.Or(cmp.Compare(pair[0].Name, pair[1].Name), cmp.Compare(pair[0].IRI, pair[1].IRI)); c != 0 {
			return c
		}
	}
	return 0
}
