package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/quad"
)

// View is one moment of the graph, for a reader that asks more than once. It
// remembers what it has read and serves one goroutine.
type View struct{ r *reader }

// View calls f with a view of the present moment; f must not keep it.
func (g *Graph) View(ctx context.Context, f func(*View) error) error {
	return g.reading(ctx, func(r *reader) error { return f(&View{r}) })
}

// Named is an entity that a name leads to.
type Named struct {
	IRI   string
	Name  string // the one of its names that was found
	Exact bool   // the whole name is what was looked for, case and accents aside
	Near  bool   // found only by allowing for misspelling
}

// Named returns up to limit entities of that name, as [Graph.Search] finds
// and orders them, without what else is known of them.
func (v *View) Named(ctx context.Context, name string, limit int) ([]Named, error) {
	matches, err := v.r.search(ctx, name, searchLimit)
	if err != nil {
		return nil, fmt.Errorf("looking for %q: %w", name, err)
	}
	found := make([]Named, 0, min(limit, len(matches)))
	for _, m := range matches[:min(limit, len(matches))] {
		found = append(found, Named{IRI: string(m.Entity.(quad.IRI)), Name: m.Name, Exact: m.Exact, Near: m.Near})
	}
	return found, nil
}

// Relation is a relation of the graph.
type Relation struct {
	IRI   string
	Edges int // how many edges have it, counted once for each article
}

// Label returns the relation as a person would say it. It is made of the IRI,
// in which a hyphen stands for a space, and in "co-chairs" for itself.
func (r Relation) Label() string {
	words := strings.Split(strings.TrimPrefix(r.IRI, prefixRelation), "-")
	label := words[0]
	for i, word := range words[1:] {
		if slices.Contains(hyphenated, words[i]) {
			label += "-" + word
		} else {
			label += " " + word
		}
	}
	return label
}

// hyphenated are parts of words that a hyphen follows.
var hyphenated = []string{"co", "re", "ex", "pre", "non", "self", "cross", "counter", "over", "under", "anti", "pro", "mis", "de"}

// Relations returns the relations that have edges, sorted by IRI.
func (v *View) Relations(ctx context.Context) ([]Relation, error) {
	tallies, err := v.r.store.Tallies(ctx, quad.Quad{}, quad.Predicate, quad.Any)
	if err != nil {
		return nil, fmt.Errorf("listing the relations: %w", err)
	}
	var relations []Relation
	for _, t := range tallies {
		if iri, ok := t.Value.(quad.IRI); ok && strings.HasPrefix(string(iri), prefixRelation) {
			relations = append(relations, Relation{string(iri), int(t.Quads)})
		}
	}
	return relations, nil
}

// Objects returns the texts that things have for a relation, entities left
// out: every position held, for rel:holds-position.
func (v *View) Objects(ctx context.Context, relation string) ([]string, error) {
	tallies, err := v.r.store.Tallies(ctx, quad.Quad{Predicate: quad.IRI(relation)}, quad.Object, quad.Any)
	if err != nil {
		return nil, fmt.Errorf("listing the objects of %s: %w", relation, err)
	}
	var texts []string
	for _, t := range tallies {
		if _, isIRI := t.Value.(quad.IRI); !isIRI {
			texts = append(texts, plain(t.Value))
		}
	}
	return texts, nil
}

// Claim is one statement with what it states.
type Claim struct {
	Subject  Term `json:"subject"`
	Relation Term `json:"relation"`
	Object   Term `json:"object,omitzero"` // zero where the sentence names none
	Statement
}

// Filter says which statements are wanted. An empty filter wants none: a graph
// is not read as a whole.
type Filter struct {
	About     []string // IRIs, of which one is the subject, the object, the speaker or a circumstance
	With      []string // and, where relations are given, one of these is another of them
	Texts     []string // or the object is one of these texts
	Relations []string // IRIs, of which one is the relation; nil is any
	Limit     int      // at most so many; 0 is no limit
}

// argumentTerms are how a statement leads to its subject, object and speaker.
var argumentTerms = []quad.IRI{rdfSubject, rdfObject, kgSpeaker, kgWhere}

// Statements returns the IDs of the statements that fit, each once, sorted.
// Where relations are given, further circumstances ("with", "for") do not
// count as what a statement is about.
func (v *View) Statements(ctx context.Context, f Filter) ([]string, error) {
	found := map[string]bool{}
	var err error
	switch {
	case len(f.Relations) > 0:
		err = v.statementsOf(ctx, f, found)
	default:
		for _, text := range f.Texts {
			if err = v.statementsWith(ctx, quad.String(text), f, found); err != nil {
				break
			}
		}
		for _, iri := range f.About {
			if err = v.statementsWith(ctx, quad.IRI(iri), f, found); err != nil {
				break
			}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("looking for statements: %w", err)
	}
	return slices.Sorted(mapKeys(found)), nil
}

func (f Filter) full(found map[string]bool) bool { return f.Limit > 0 && len(found) >= f.Limit }

// statementsWith adds the statements that have a value in whichever role.
func (v *View) statementsWith(ctx context.Context, value quad.Value, f Filter, found map[string]bool) error {
	for q, err := range v.r.quads(ctx, quad.Object, value) {
		if err != nil || f.full(found) {
			return err
		}
		if id, ok := q.Subject.(quad.IRI); ok && strings.HasPrefix(string(id), prefixFact) {
			found[string(id)] = true
		}
	}
	return nil
}

// statementsOf adds the statements of the relations, of all of them or of
// those about the entities: one SQL query for each role.
func (v *View) statementsOf(ctx context.Context, f Filter, found map[string]bool) error {
	relations := values(f.Relations)
	if len(f.About) == 0 && len(f.Texts) == 0 {
		p := path.StartPath(v.r.store, relations...).In(rdfPredicate)
		return v.collect(ctx, p, f, found)
	}
	if len(f.Texts) > 0 {
		texts := make([]quad.Value, len(f.Texts))
		for i, text := range f.Texts {
			texts[i] = quad.String(text)
		}
		p := path.StartPath(v.r.store, texts...).In(rdfObject).Has(rdfPredicate, relations...)
		if err := v.collect(ctx, p, f, found); err != nil || len(f.About) == 0 {
			return err
		}
	}
	starts := values(f.About)
	for _, role := range argumentTerms {
		p := path.StartPath(v.r.store, starts...).In(role).Has(rdfPredicate, relations...)
		if len(f.With) == 0 {
			if err := v.collect(ctx, p, f, found); err != nil {
				return err
			}
			continue
		}
		for _, other := range argumentTerms {
			if other == role {
				continue
			}
			if err := v.collect(ctx, p.Clone().Has(other, values(f.With)...), f, found); err != nil {
				return err
			}
		}
	}
	return nil
}

// Between returns the IDs of up to limit statements of which one of two entities
// is the subject and the other the object, sorted; 0 is no limit.
func (v *View) Between(ctx context.Context, a, b string, limit int) ([]string, error) {
	found := map[string]bool{}
	for _, ends := range [][2]string{{a, b}, {b, a}} {
		p := path.StartPath(v.r.store, quad.IRI(ends[0])).In(rdfSubject).Has(rdfObject, quad.IRI(ends[1]))
		if err := v.collect(ctx, p, Filter{Limit: limit}, found); err != nil {
			return nil, fmt.Errorf("looking for statements about %s and %s: %w", a, b, err)
		}
	}
	return slices.Sorted(mapKeys(found)), nil
}

// collect adds the statements that a path leads to, until there are enough.
func (v *View) collect(ctx context.Context, p *path.Path, f Filter, found map[string]bool) error {
	if f.full(found) {
		return nil
	}
	chain := p.Iterate(ctx)
	if f.Limit > 0 {
		chain = chain.Limit(f.Limit)
	}
	return chain.EachValue(v.r.store, func(value quad.Value) error {
		if id, ok := value.(quad.IRI); ok && strings.HasPrefix(string(id), prefixFact) && !f.full(found) {
			found[string(id)] = true
		}
		return nil
	})
}

func values[T ~string](iris []T) []quad.Value {
	out := make([]quad.Value, len(iris))
	for i, iri := range iris {
		out[i] = quad.IRI(iri)
	}
	return out
}

// OfRelations returns those of the statements whose relation is wanted, in
// their order.
func (v *View) OfRelations(ctx context.Context, statements []string, wanted func(Relation) bool) ([]string, error) {
	if err := v.r.readNodes(ctx, iris(statements), nil); err != nil {
		return nil, fmt.Errorf("reading the relations of statements: %w", err)
	}
	var out []string
	for _, id := range statements {
		n, err := v.r.node(ctx, quad.IRI(id))
		if err != nil {
			return nil, err
		}
		if wanted(Relation{IRI: n.text(rdfPredicate)}) {
			out = append(out, id)
		}
	}
	return out, nil
}

// Claims returns statements with what they state, in their order, but those
// that are less sure than the graph was opened for.
func (v *View) Claims(ctx context.Context, statements []string) ([]Claim, error) {
	ids := iris(statements)
	if err := v.r.prefetch(ctx, ids); err != nil {
		return nil, err
	}
	claims := make([]Claim, 0, len(ids))
	for _, id := range ids {
		c, err := v.r.claim(ctx, id)
		if err != nil {
			return nil, err
		}
		if c.Confidence >= v.r.minConfidence {
			claims = append(claims, c)
		}
	}
	return claims, nil
}

func (r *reader) claim(ctx context.Context, id quad.IRI) (Claim, error) {
	n, err := r.node(ctx, id)
	if err != nil {
		return Claim{}, err
	}
	s, err := r.statement(ctx, id, n)
	if err != nil {
		return Claim{}, err
	}
	f, err := r.fact(ctx, triple{n.one(rdfSubject), n.one(rdfPredicate), n.one(rdfObject)})
	return Claim{f.Subject, f.Relation, f.Object, s}, err
}

func iris(ids []string) []quad.IRI {
	out := make([]quad.IRI, len(ids))
	for i, id := range ids {
		out[i] = quad.IRI(id)
	}
	return out
}

// Degree returns how many quads lead to a node, statements about it among
// them: a measure of how much there is to read.
func (v *View) Degree(ctx context.Context, iri string) (int, error) {
	return v.r.count(ctx, quad.Quad{Object: quad.IRI(iri)})
}

// Term returns what an IRI stands for as a person would read it: an article has
// its headline for a name.
func (v *View) Term(ctx context.Context, iri string) (Term, error) {
	if !strings.HasPrefix(iri, prefixArticle) {
		return v.r.term(ctx, quad.IRI(iri))
	}
	n, err := v.r.node(ctx, quad.IRI(iri))
	return Term{IRI: iri, Name: cmp.Or(n.text(schemaHeadline), iri)}, err
}

// Names returns all names of an entity, the fullest first.
func (v *View) Names(ctx context.Context, iri string) ([]string, error) {
	n, err := v.r.node(ctx, quad.IRI(iri))
	if err != nil {
		return nil, err
	}
	names := []string{n.name()}
	for _, p := range []quad.IRI{rdfsLabel, skosAltLabel} {
		for _, value := range n.each(p) {
			if name := plain(value); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, nil
}

// Mentions reports whether an article mentions an entity.
func (v *View) Mentions(ctx context.Context, article, iri string) (bool, error) {
	n, err := v.r.count(ctx, quad.Quad{Subject: quad.IRI(article), Predicate: schemaMentions, Object: quad.IRI(iri)})
	return n > 0, err
}
