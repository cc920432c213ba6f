package draw

import (
	"fmt"
	"strings"

	"kg/graph"
)

// Links say where the parts of a picture lead; nil for nowhere.
type Links struct {
	Entity func(iri string) string
	Tie    func(from, to string) string // what is stated of two entities
	Open   func(iri string) string      // the picture with more of what is around an entity
}

// Neighbourhood is the picture of an entity with what surrounds it.
func Neighbourhood(n *graph.Neighbourhood, to Links) *Picture {
	p := &Picture{}
	if len(n.Nodes) > 0 {
		p.Title = fmt.Sprintf("%s and %d of its neighbours", n.Nodes[0].Name, len(n.Nodes)-1)
	}
	for _, node := range n.Nodes {
		one := to.node(node.Term)
		if one.More = node.Left; node.Left > 0 && to.Open != nil {
			one.Open = to.Open(node.IRI)
		}
		p.Nodes = append(p.Nodes, one)
	}
	for _, tie := range n.Edges {
		from, other := n.Nodes[tie.From], n.Nodes[tie.To]
		p.Edges = append(p.Edges, to.edge(tie, from.Term, other.Term))
	}
	return p
}

// Paths is the picture of the ways from one entity to another.
func Paths(paths []graph.Path, to Links) *Picture {
	p := &Picture{Ways: true}
	place, drawn := map[string]int{}, map[[2]int]bool{}
	add := func(t graph.Term, step, row int) int {
		at, known := place[t.IRI]
		if !known {
			at = len(p.Nodes)
			node := to.node(t)
			node.Step, node.Row = step, row
			p.Nodes = append(p.Nodes, node)
			place[t.IRI] = at
		}
		return at
	}
	for row, path := range paths {
		for step, hop := range path.Hops {
			from, other := add(hop.From, step, row), add(hop.To, step+1, row)
			tie := graph.Tie{From: from, To: other, Relations: []graph.Count{{IRI: hop.Relation.IRI, Name: hop.Relation.Name, Count: hop.Support}}}
			begin, end := hop.From, hop.To
			if !hop.Forward {
				tie.From, tie.To, begin, end = other, from, hop.To, hop.From
			}
			if key := [2]int{tie.From, tie.To}; !drawn[key] {
				drawn[key] = true
				p.Edges = append(p.Edges, to.edge(tie, begin, end))
			}
		}
		p.Title = fmt.Sprintf("How %s and %s are connected", path.Hops[0].From.Name, path.Hops[len(path.Hops)-1].To.Name)
	}
	return p
}

func (to Links) node(t graph.Term) Node {
	n := Node{Name: t.Name, Type: t.Type}
	if to.Entity != nil && t.IRI != "" {
		n.Link = to.Entity(t.IRI)
	}
	return n
}

// edge is an arrow with the most frequent relation as its label, and all of
// them for who asks.
func (to Links) edge(tie graph.Tie, from, other graph.Term) Edge {
	e := Edge{From: tie.From, To: tie.To}
	var all []string
	for i, r := range tie.Relations {
		if i == 0 {
			e.Label = r.Name
		}
		e.Strength += r.Count
		all = append(all, r.Name)
	}
	if n := len(tie.Relations); n > 1 {
		e.Label += fmt.Sprintf(" +%d", n-1)
	}
	e.About = fmt.Sprintf("%s: %s: %s", from.Name, strings.Join(all, ", "), other.Name)
	if to.Tie != nil && from.IRI != "" && other.IRI != "" {
		e.Link = to.Tie(from.IRI, other.IRI)
	}
	return e
}
