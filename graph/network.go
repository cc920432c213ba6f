package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract/clause"
)

// Network is the graph as programs that draw and analyse networks know it:
// things, and what is asserted between them, without the bookkeeping of
// statements and sentences. It is held in memory.
type Network struct {
	Nodes []NetworkNode // by ID
	Edges []NetworkEdge // by From, Relation, To
}

// NetworkNode is an entity, or the value of an edge that has no entity there.
type NetworkNode struct {
	ID       string   // IRI; of a value its text in quotation marks
	Name     string   // fullest name
	Type     string   // "Person"; "Value" for a text, date or amount
	Aliases  []string // other names, sorted
	Articles int      // that speak of it, copies not counted; of a value: 0
}

// Printed is how many articles print what the edge says, copies included.
func (e *NetworkEdge) Printed() int {
	printed := slices.Concat(e.Articles, e.Copies)
	slices.Sort(printed)
	return len(slices.Compact(printed))
}

// NetworkEdge is a relation that at least one article asserts.
type NetworkEdge struct {
	From, Relation, To string   // IRIs, To perhaps a value as in [NetworkNode]
	Label              string   // the relation as a person reads it
	Articles           []string // that assert it, sorted
	Copies             []string // of those, that print it too, sorted
	Confidence         float64  // of the surest statement, 0–1
	First, Last        string   // days of publication, "2025-09-04"; empty where unknown
	Sentence           string   // of the surest statement, the first of those
}

// Selection narrows an export down. The zero value lets everything pass.
type Selection struct {
	Article       string  // ID: only what this article states, in its own words or another's
	Entity        string  // IRI: only what this entity takes part in
	Relation      string  // IRI: only this relation
	Since, Until  string  // "2025-09-04": only of articles published in these days, both included
	MinConfidence float64 // 0–1
}

// takes reports whether a statement passes.
func (f Selection) takes(s *factRow) bool {
	return (f.Entity == "" || f.Entity == s.subject || f.Entity == s.object) &&
		(f.Relation == "" || f.Relation == s.relation) && s.confidence >= f.MinConfidence && f.takesDay(s.published) &&
		(f.Article == "" || f.Article == s.article || slices.Contains(s.reprintedIn, f.Article))
}

// takesDay reports whether articles of this day pass.
func (f Selection) takesDay(day string) bool {
	return (f.Since == "" || day >= f.Since) && (f.Until == "" || day != "" && day <= f.Until)
}

// factRow is a statement of one article, put together from its quads.
type factRow struct {
	id, subject, relation, object string
	sentence, article, published  string
	modality, speaker             string
	reprintedIn                   []string // copies of the article that print it too
	confidence                    float64
	asserted                      bool // the article has the plain edge, or would have, were there an object
}

// articleFacts is what the quads of one article come to.
type articleFacts struct {
	id, title, published string
	names, types         map[string]string
	aliases              map[string][]string
	mentions             []string
	facts                []*factRow // by ID
}

// eachArticle yields the articles with their statements, in the order of their IDs.
func (r *reader) eachArticle(ctx context.Context, f Selection, yield func(*articleFacts) error) error {
	printed, err := r.reprints(ctx, f)
	if err != nil {
		return err
	}
	return r.eachLabel(ctx, func(_ quad.Value, quads []quad.Quad) error {
		a := readArticleFacts(quads, printed)
		a.facts = slices.DeleteFunc(a.facts, func(s *factRow) bool { return !f.takes(s) })
		if !f.takesDay(a.published) || f.Article != "" && f.Article != a.id && len(a.facts) == 0 {
			return nil
		}
		return yield(a)
	})
}

// readArticleFacts reads the quads of one label.
func readArticleFacts(quads []quad.Quad, printed reprints) *articleFacts {
	a := &articleFacts{names: map[string]string{}, types: map[string]string{}, aliases: map[string][]string{}}
	if label, ok := quads[0].Label.(quad.IRI); ok {
		a.id = string(label)
	}
	rows := map[string]*factRow{}
	row := func(id string) *factRow {
		if rows[id] == nil {
			rows[id] = &factRow{id: id, article: a.id}
		}
		return rows[id]
	}
	words, edges := map[string]string{}, map[triple3]bool{}
	for _, q := range quads {
		s, o := networkID(q.Subject), networkID(q.Object)
		switch q.Predicate {
		case rdfsLabel:
			a.names[s] = plainText(q.Object)
		case skosAltLabel:
			a.aliases[s] = append(a.aliases[s], plainText(q.Object))
		case rdfType:
			if name := typeOf(q.Object); name != "" {
				a.types[s] = name
			}
		case schemaHeadline:
			a.title = plainText(q.Object)
		case schemaDatePublished:
			a.published = plainText(q.Object)
		case schemaMentions:
			a.mentions = append(a.mentions, o)
		case rdfSubject:
			row(s).subject = o
		case rdfPredicate:
			row(s).relation = o
		case rdfObject:
			row(s).object = o
		case kgSentence:
			row(s).sentence = o
		case kgModality:
			row(s).modality = plainText(q.Object)
		case kgSpeaker:
			row(s).speaker = o
		case kgConfidence:
			row(s).confidence, _ = strconv.ParseFloat(plainText(q.Object), 64)
		case rdfValue:
			words[s] = plainText(q.Object)
		default:
			if p := networkID(q.Predicate); strings.HasPrefix(p, prefixRelation) {
				edges[triple3{s, p, o}] = true
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		s := rows[id]
		s.sentence, s.published, s.reprintedIn = words[s.sentence], a.published, printed[id]
		s.asserted = edges[s.triple()] || s.object == "" && s.speaker == "" && s.modality != string(clause.Said)
		if s.subject != "" && s.relation != "" {
			a.facts = append(a.facts, s)
		}
	}
	a.addBare(edges)
	return a
}

// addBare adds the edges that no statement stands behind: those that a person
// drew, who is sure of them.
func (a *articleFacts) addBare(edges map[triple3]bool) {
	for _, s := range a.facts {
		delete(edges, s.triple())
	}
	bare := slices.SortedFunc(maps.Keys(edges), func(x, y triple3) int { return slices.Compare(x[:], y[:]) })
	for _, e := range bare {
		a.facts = append(a.facts, &factRow{
			subject: e[0], relation: e[1], object: e[2], article: a.id, published: a.published, confidence: 1, asserted: true,
		})
	}
}

// networkID returns an IRI, or a value in quotation marks.
func networkID(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(v)
	}
	return strconv.Quote(plainText(v))
}

// plainText returns the text of a literal.
func plainText(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	case quad.IRI:
		return string(v)
	case quad.TypedStringer:
		return string(v.TypedString().Value)
	}
	return v.String()
}

// Network returns the things and relations that pass a filter.
func (g *Graph) Network(ctx context.Context, f Selection) (*Network, error) {
	b := networkBuilder{names: map[string]string{}, types: map[string]string{}, aliases: map[string]map[string]bool{}, articles: map[string]int{}, counted: map[[2]string]bool{}, edges: map[[3]string]*NetworkEdge{}}
	err := g.reading(ctx, func(r *reader) (err error) {
		if b.origins, err = r.origins(ctx); err != nil {
			return err
		}
		return r.eachArticle(ctx, f, func(a *articleFacts) error { b.add(a); return nil })
	})
	if err != nil {
		return nil, fmt.Errorf("reading the network: %w", err)
	}
	return b.network(), nil
}

// networkBuilder brings the articles' facts together.
type networkBuilder struct {
	names, types map[string]string
	aliases      map[string]map[string]bool
	articles     map[string]int     // by thing: how many speak of it
	origins      map[string]string  // by article, of those that reprint others and those reprinted
	counted      map[[2]string]bool // of them: a thing and the origin that is counted for it
	edges        map[[3]string]*NetworkEdge
}

func (b *networkBuilder) add(a *articleFacts) {
	for id, name := range a.names {
		b.name(id, name)
	}
	for id, aliases := range a.aliases {
		for _, alias := range aliases {
			b.alias(id, alias)
		}
	}
	for id, kind := range a.types {
		if old := b.types[id]; old == "" || old == "Thing" || kind < old && kind != "Thing" {
			b.types[id] = kind
		}
	}
	origin := b.origins[a.id]
	for _, id := range a.mentions {
		if told := [2]string{id, origin}; origin == "" || !b.counted[told] {
			b.counted[told] = origin != ""
			b.articles[id]++
		}
	}
	for _, s := range a.facts {
		if s.asserted && s.object != "" {
			b.edge(a, s)
		}
	}
}

// name keeps the fullest name, the first in the alphabet of those.
func (b *networkBuilder) name(id, name string) {
	old, known := b.names[id]
	if !known || len(name) > len(old) || len(name) == len(old) && name < old {
		b.names[id] = name
		name = old
	}
	if known && name != b.names[id] {
		b.alias(id, name)
	}
}

func (b *networkBuilder) alias(id, alias string) {
	if b.aliases[id] == nil {
		b.aliases[id] = map[string]bool{}
	}
	b.aliases[id][alias] = true
}

func (b *networkBuilder) edge(a *articleFacts, s *factRow) {
	key := [3]string{s.subject, s.relation, s.object}
	e := b.edges[key]
	if e == nil {
		e = &NetworkEdge{From: s.subject, Relation: s.relation, To: s.object}
		b.edges[key] = e
	}
	if n := len(e.Articles); n == 0 || e.Articles[n-1] != a.id {
		e.Articles = append(e.Articles, a.id)
	}
	for _, copied := range s.reprintedIn {
		e.Copies = insert(e.Copies, copied)
	}
	if s.confidence > e.Confidence || e.Sentence == "" {
		e.Confidence, e.Sentence = s.confidence, s.sentence
	}
	if day := s.published; day != "" {
		if e.First == "" || day < e.First {
			e.First = day
		}
		e.Last = max(e.Last, day)
	}
}

// network returns what was built. Only things that an edge touches are in it.
func (b *networkBuilder) network() *Network {
	n := &Network{}
	touched := map[string]bool{}
	for _, e := range b.edges {
		e.Label = b.names[e.Relation]
		if e.Label == "" {
			e.Label = strings.ReplaceAll(strings.TrimPrefix(e.Relation, prefixRelation), "-", " ")
		}
		n.Edges = append(n.Edges, *e)
		touched[e.From], touched[e.To] = true, true
	}
	slices.SortFunc(n.Edges, func(x, y NetworkEdge) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.Relation, y.Relation), cmp.Compare(x.To, y.To))
	})
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		n.Nodes = append(n.Nodes, b.node(id))
	}
	return n
}

func (b *networkBuilder) node(id string) NetworkNode {
	if text, err := strconv.Unquote(id); err == nil {
		return NetworkNode{ID: id, Name: text, Type: "Value"}
	}
	delete(b.aliases[id], b.names[id])
	return NetworkNode{
		ID: id, Name: cmp.Or(b.names[id], id), Type: cmp.Or(b.types[id], "Thing"),
		Aliases: slices.Sorted(maps.Keys(b.aliases[id])), Articles: b.articles[id],
	}
}
