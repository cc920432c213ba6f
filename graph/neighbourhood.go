package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// Bounds of a neighbourhood. A person takes in a few dozen names at most.
const (
	usualNeighbours  = 20
	openedNeighbours = 8  // that opening one more node adds
	mostNeighbours   = 80 // in all
	// neighbourRelations is how many relations of a node are followed in each
	// direction, the most frequent first. Only hubs have more.
	neighbourRelations = 500
	// weighedNeighbours is how many neighbours of equal support are compared by
	// how many articles mention them.
	weighedNeighbours = 1000
)

// NeighbourhoodOptions say how much of a neighbourhood is wanted.
type NeighbourhoodOptions struct {
	Hops  int      // steps from the entity; 0 is 1
	Limit int      // entities besides it, shared out among the steps; 0 is 20
	Open  []string // IRIs of nodes of which the strongest neighbours are wanted as well
}

// Neighbourhood is an entity with what articles assert of it and its strongest
// neighbours: those that most articles connect with it, of those the ones with
// names of their own, of those the ones that most articles mention.
type Neighbourhood struct {
	Nodes []Neighbour `json:"nodes"` // the entity, then step by step, the strongest first
	Edges []Tie       `json:"edges"` // between the nodes, by From, then To
}

// Neighbour is a node of a neighbourhood.
type Neighbour struct {
	Term
	Hops int `json:"hops"` // steps from the entity
	Left int `json:"left"` // neighbours of its own that are not among the nodes
}

// Tie is everything that articles assert from one node of a neighbourhood to
// another.
type Tie struct {
	From      int     `json:"from"`      // positions among the nodes
	To        int     `json:"to"`        //
	Relations []Count `json:"relations"` // each with its articles, the most frequent first
}

// Neighbourhood returns the neighbourhood of the entity with this IRI, or
// [ErrNotFound].
func (g *Graph) Neighbourhood(ctx context.Context, iri string, o NeighbourhoodOptions) (*Neighbourhood, error) {
	var found *Neighbourhood
	err := g.reading(ctx, func(r *reader) error {
		id, ok, err := r.knownIRI(ctx, iri)
		if err == nil && !ok {
			err = fmt.Errorf("%q is %w", iri, ErrNotFound)
		}
		if err == nil {
			found, err = r.neighbourhood(ctx, id, o)
		}
		if err != nil {
			return fmt.Errorf("reading the neighbourhood of %s: %w", iri, err)
		}
		return nil
	})
	return found, err
}

// surroundings is a neighbourhood as it grows.
type surroundings struct {
	r     *reader
	nodes []quad.IRI
	hops  map[quad.IRI]int
	ties  map[quad.IRI]map[quad.IRI][]tie // of a node, by neighbour
}

// tie is one relation between a node and a neighbour.
type tie struct {
	relation quad.IRI
	forward  bool // from the node to the neighbour
	articles int
}

func (r *reader) neighbourhood(ctx context.Context, iri quad.IRI, o NeighbourhoodOptions) (*Neighbourhood, error) {
	o.Hops, o.Limit = max(1, o.Hops), min(cmp.Or(o.Limit, usualNeighbours), mostNeighbours)
	s := &surroundings{r: r, nodes: []quad.IRI{iri}, hops: map[quad.IRI]int{iri: 0}, ties: map[quad.IRI]map[quad.IRI][]tie{}}
	ring := s.nodes
	for hop := range o.Hops {
		before := len(s.nodes)
		// What one step leaves of its share the next ones have.
		share := (o.Limit - (before - 1)) / (o.Hops - hop)
		if err := s.grow(ctx, ring, share); err != nil {
			return nil, err
		}
		ring = s.nodes[before:]
	}
	for _, open := range o.Open {
		if _, shown := s.hops[quad.IRI(open)]; shown {
			if err := s.grow(ctx, []quad.IRI{quad.IRI(open)}, min(openedNeighbours, mostNeighbours-len(s.nodes))); err != nil {
				return nil, err
			}
		}
	}
	return s.whole(ctx)
}

// grow adds up to n of the neighbours of the nodes of a ring: those that most
// of them have, of those the strongest.
func (s *surroundings) grow(ctx context.Context, ring []quad.IRI, n int) error {
	known, support := map[quad.IRI]int{}, map[quad.IRI]int{}
	nearest := map[quad.IRI]int{}
	for _, node := range ring {
		ties, err := s.of(ctx, node)
		if err != nil {
			return err
		}
		for other, list := range ties {
			if _, shown := s.hops[other]; shown {
				continue
			}
			known[other]++
			if at, ok := nearest[other]; !ok || s.hops[node]+1 < at {
				nearest[other] = s.hops[node] + 1
			}
			for _, t := range list {
				support[other] += t.articles
			}
		}
	}
	ranked := slices.SortedFunc(maps.Keys(known), func(a, b quad.IRI) int {
		return cmp.Or(cmp.Compare(known[b], known[a]), cmp.Compare(support[b], support[a]), cmp.Compare(a, b))
	})
	ranked = ranked[:min(len(ranked), weighedNeighbours)]
	mentions := make(map[quad.IRI]int, len(ranked))
	for _, other := range ranked {
		n, err := s.r.count(ctx, quad.Quad{Predicate: schemaMentions, Object: other})
		if err != nil {
			return err
		}
		mentions[other] = n
	}
	slices.SortStableFunc(ranked, func(a, b quad.IRI) int {
		return cmp.Or(
			cmp.Compare(known[b], known[a]), cmp.Compare(support[b], support[a]),
			cmp.Compare(nameless(a), nameless(b)), cmp.Compare(mentions[b], mentions[a]),
		)
	})
	for _, other := range ranked[:max(0, min(len(ranked), n))] {
		s.nodes = append(s.nodes, other)
		s.hops[other] = nearest[other]
	}
	return nil
}

// nameless is 1 for what has no name of its own, such as "kg:talks_(b428e2)",
// which tells a reader less than a name does.
func nameless(entity quad.IRI) int {
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(string(entity), prefixEntity))
	if unicode.IsUpper(first) {
		return 0
	}
	return 1
}

// of returns what connects a node with each of its neighbours.
func (s *surroundings) of(ctx context.Context, node quad.IRI) (map[quad.IRI][]tie, error) {
	if ties, read := s.ties[node]; read {
		return ties, nil
	}
	ties := map[quad.IRI][]tie{}
	for _, d := range []struct{ own, other quad.Direction }{{quad.Subject, quad.Object}, {quad.Object, quad.Subject}} {
		var given quad.Quad
		given.Set(d.own, node)
		relations, err := s.r.frequentRelations(ctx, given)
		if err != nil {
			return nil, err
		}
		for _, relation := range relations {
			given.Predicate = relation
			found, err := s.r.store.Tallies(ctx, given, d.other, quad.Any)
			if err != nil {
				return nil, err
			}
			for _, t := range found {
				if other, ok := t.Value.(quad.IRI); ok && other != node && isEntity(other) {
					ties[other] = append(ties[other], tie{relation, d.own == quad.Subject, int(t.Quads)})
				}
			}
		}
	}
	s.ties[node] = ties
	return ties, nil
}

// frequentRelations returns the relations of the given quads that connect, the
// most frequent first.
func (r *reader) frequentRelations(ctx context.Context, given quad.Quad) ([]quad.IRI, error) {
	tallies, err := r.store.Tallies(ctx, given, quad.Predicate, quad.Any)
	if err != nil {
		return nil, err
	}
	count := map[quad.IRI]int64{}
	var relations []quad.IRI
	for _, t := range tallies {
		if p, ok := t.Value.(quad.IRI); ok && strings.HasPrefix(string(p), prefixRelation) && connects(p) {
			relations = append(relations, p)
			count[p] = t.Quads
		}
	}
	slices.SortStableFunc(relations, func(a, b quad.IRI) int { return cmp.Compare(count[b], count[a]) })
	return relations[:min(len(relations), neighbourRelations)], nil
}

// whole returns the neighbourhood with the names of everything in it, with the
// ties between its nodes and what is left out.
func (s *surroundings) whole(ctx context.Context) (*Neighbourhood, error) {
	if err := s.r.readNodes(ctx, s.nodes, described); err != nil {
		return nil, err
	}
	place := make(map[quad.IRI]int, len(s.nodes))
	for i, node := range s.nodes {
		place[node] = i
	}
	n := &Neighbourhood{Nodes: []Neighbour{}, Edges: []Tie{}}
	for i, node := range s.nodes {
		term, err := s.r.term(ctx, node)
		if err != nil {
			return nil, err
		}
		ties, err := s.of(ctx, node)
		if err != nil {
			return nil, err
		}
		one := Neighbour{Term: term, Hops: s.hops[node]}
		for other, list := range ties {
			to, shown := place[other]
			if !shown {
				one.Left++
				continue
			}
			edge := Tie{From: i, To: to}
			if edge.Relations, err = s.relations(ctx, list); err != nil {
				return nil, err
			}
			if len(edge.Relations) > 0 {
				n.Edges = append(n.Edges, edge)
			}
		}
		n.Nodes = append(n.Nodes, one)
	}
	slices.SortFunc(n.Edges, func(a, b Tie) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return n, nil
}

// relations returns the relations that lead from a node to its neighbour, with
// their names, the most frequent first.
func (s *surroundings) relations(ctx context.Context, ties []tie) ([]Count, error) {
	var counts []Count
	for _, t := range ties {
		if !t.forward {
			continue
		}
		term, err := s.r.term(ctx, t.relation)
		if err != nil {
			return nil, err
		}
		counts = append(counts, Count{IRI: term.IRI, Name: term.Name, Count: t.articles})
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.IRI, b.IRI))
	})
	return counts, nil
}
