package serve

import (
	"context"
	"errors"
	"net/http"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/mql"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"

	"kg/graph"
)

// The shape of a query is the pattern that it looks for: variables and fixed
// nodes, and the links between them. It is what Cayley's first API gave under
// /api/v1/shape, and what the UI's Query Shape page shows.

// drawing is a pattern in the form of that API.
type drawing struct {
	Nodes []shapeNode `json:"nodes"`
	Links []shapeLink `json:"links"`
}

// shapeNode is a node, or a predicate, which is a node of its own.
type shapeNode struct {
	ID         int      `json:"id"`
	Tags       []string `json:"tags,omitempty"`   // that the query gives it
	Values     []string `json:"values,omitempty"` // that it may have, where fixed
	IsLinkNode bool     `json:"is_link_node"`     // a predicate
	IsFixed    bool     `json:"is_fixed"`
}

// shapeLink is a quad of the pattern, its ends given by the IDs of nodes.
type shapeLink struct {
	Source int `json:"source"`
	Target int `json:"target"`
	Pred   int `json:"pred_node"`
	Label  int `json:"label_node,omitempty"` // 0 where any label will do
}

// shapeV1 answers /api/v1/shape/LANG with the shape of the last path that the
// query follows. Nothing is looked up in the graph.
func (a *api) shapeV1(w http.ResponseWriter, r *http.Request) {
	lang := languageV1(r)
	if lang != gizmo.Name && lang != mql.Name {
		writeError(w, http.StatusBadRequest, "only the shape of a query in gizmo or mql can be shown")
		return
	}
	text, status, err := queryText(r)
	if err != nil {
		writeError(w, status, err.Error())
		return
	}
	store := &patternStore{}
	if lang == gizmo.Name {
		_, err = a.graph.Query(r.Context(), text, graph.QueryOptions{Limit: a.limit, Timeout: a.timeout, Store: store})
	} else {
		_, err = a.runSession(r.Context(), store, request{language: lang, text: text, limit: 1})
	}
	if err != nil {
		writeError(w, http.StatusBadRequest, a.explain(err))
		return
	}
	d := &drawing{Nodes: []shapeNode{}, Links: []shapeLink{}}
	if store.last != nil {
		d.describe(d.add(), store.last)
	}
	w.Header().Set("Content-Type", "application/json")
	writeJSON(w, d)
}

// add adds a node about which nothing is known and returns its ID.
func (d *drawing) add() int {
	id := len(d.Nodes) + 1
	d.Nodes = append(d.Nodes, shapeNode{ID: id})
	return id
}

func (d *drawing) node(id int) *shapeNode { return &d.Nodes[id-1] }

// describe adds to the drawing what s demands of the node with this ID. Of
// alternatives (a union, an optional part) it shows each, as the API did.
func (d *drawing) describe(id int, s shape.Shape) {
	switch s := s.(type) {
	case shape.Fixed:
		for _, ref := range s {
			d.fix(id, ref)
		}
	case shape.Lookup:
		for _, value := range s {
			d.fix(id, refs.PreFetched(value))
		}
	case shape.Save:
		d.tag(id, s.Tags...)
		d.describe(id, s.From)
	case shape.FixedTags:
		d.describe(id, s.On)
	case shape.QuadsAction:
		d.describe(id, s.Simplify())
	case shape.NodesFrom:
		d.link(id, s)
	case shape.Intersect:
		d.describeAll(id, s)
	case shape.Union:
		d.describeAll(id, s)
	case shape.IntersectOpt:
		d.describeAll(id, s.Sub)
		d.describeAll(id, s.Opt)
	default:
		if from := inner(s); from != nil {
			d.describe(id, from)
		}
	}
}

func (d *drawing) describeAll(id int, all []shape.Shape) {
	for _, s := range all {
		d.describe(id, s)
	}
}

// inner returns the shape inside one that only filters, sorts, counts or cuts.
func inner(s shape.Shape) shape.Shape {
	switch s := s.(type) {
	case shape.Filter:
		return s.From
	case shape.Unique:
		return s.From
	case shape.Page:
		return s.From
	case shape.Sort:
		return s.From
	case shape.Count:
		return s.Values
	case shape.Materialize:
		return s.Values
	case shape.Except:
		return s.From
	}
	return nil
}

func (d *drawing) fix(id int, ref refs.Ref) {
	if v, ok := ref.(refs.PreFetchedValue); ok {
		n := d.node(id)
		n.IsFixed, n.Values = true, append(n.Values, quad.StringOf(v.NameOf()))
	}
}

func (d *drawing) tag(id int, tags ...string) {
	n := d.node(id)
	n.Tags = append(n.Tags, tags...)
}

// link adds the quads of which the node is one end.
func (d *drawing) link(id int, from shape.NodesFrom) {
	ends := map[quad.Direction]int{from.Dir: id}
	end := func(dir quad.Direction) int {
		if ends[dir] == 0 {
			ends[dir] = d.add()
		}
		return ends[dir]
	}
	d.ends(from.Quads, end)
	link := shapeLink{Source: end(quad.Subject), Pred: end(quad.Predicate), Target: end(quad.Object), Label: ends[quad.Label]}
	d.node(link.Pred).IsLinkNode = true
	d.Links = append(d.Links, link)
}

// ends describes the ends of quads.
func (d *drawing) ends(quads shape.Shape, end func(quad.Direction) int) {
	switch quads := quads.(type) {
	case shape.Quads:
		for _, f := range quads {
			d.describe(end(f.Dir), f.Values)
		}
	case shape.Intersect:
		for _, s := range quads {
			d.ends(s, end)
		}
	case shape.Save:
		d.ends(quads.From, end)
	}
}

// patternStore is a graph that holds every node and no quad. A query run over
// it finds nothing; its pattern is seen on the way, as the store is asked
// whether it can run the whole of it at once.
type patternStore struct{ last shape.Shape }

// OptimizeShape is called for each part of a pattern, the whole of it last.
func (p *patternStore) OptimizeShape(_ context.Context, s shape.Shape) (shape.Shape, bool) {
	p.last = s
	return s, false
}

func (p *patternStore) ValueOf(v quad.Value) (refs.Ref, error) { return refs.PreFetched(v), nil }
func (p *patternStore) NameOf(r refs.Ref) (quad.Value, error) {
	if v, ok := r.(refs.PreFetchedValue); ok {
		return v.NameOf(), nil
	}
	return nil, nil
}
func (p *patternStore) Quad(refs.Ref) (quad.Quad, error) { return quad.Quad{}, nil }
func (p *patternStore) QuadIterator(quad.Direction, refs.Ref) iterator.Shape {
	return iterator.NewNull()
}
func (p *patternStore) QuadIteratorSize(context.Context, quad.Direction, refs.Ref) (refs.Size, error) {
	return refs.Size{Value: 0, Exact: true}, nil
}
func (p *patternStore) QuadDirection(refs.Ref, quad.Direction) (refs.Ref, error) { return nil, nil }
func (p *patternStore) Stats(context.Context, bool) (cayley.Stats, error)        { return cayley.Stats{}, nil }
func (p *patternStore) ApplyDeltas([]cayley.Delta, cayley.IgnoreOpts) error      { return errReadOnly }
func (p *patternStore) NewQuadWriter() (quad.WriteCloser, error)                 { return nil, errReadOnly }
func (p *patternStore) NodesAllIterator() iterator.Shape                         { return iterator.NewNull() }
func (p *patternStore) QuadsAllIterator() iterator.Shape                         { return iterator.NewNull() }
func (p *patternStore) Close() error                                             { return nil }

var errReadOnly = errors.New("the pattern of a query holds no quads")
