// Package draw makes pictures of a few dozen things and what connects them, as
// SVG whose parts are links.
//
// [Neighbourhood] and [Paths] make a [Picture] of what the graph package found;
// [Picture.SVG] lays it out for a width and writes it. The same picture gives the
// same bytes. A picture looks as [Style] says: a page links to it, a file of its
// own holds it.
//
//	draw.go    what a picture is made of
//	of.go      pictures of neighbourhoods and paths
//	text.go    names as lines, and how wide they are
//	layout.go  where everything stands
//	stress.go  … as far apart as it is in the graph
//	overlap.go … and nothing on top of anything else
//	svg.go     the drawing
//	strip.go   how much happened when, as bars
package draw

import "slices"

// Picture is what is drawn: nodes, and arrows between them.
type Picture struct {
	Title string // says what is shown, to who cannot see it
	Nodes []Node // the first is the one the picture is about
	Edges []Edge // no two have the same ends in the same order
	Ways  bool   // the nodes stand on ways from a first to a last one, at their Step and Row
}

// Node is a thing of a picture.
type Node struct {
	Name string
	Type string // "Person"; it is drawn in the colour of its type
	Link string // where it leads; "" for nowhere
	More int    // things beyond it that are not in the picture
	Open string // where a click on their number leads; "" for nowhere
	Step int    // on a way: how far along it
	Row  int    // on a way: which of them, from 0
}

// Edge is an arrow from one node to another.
type Edge struct {
	From, To int    // positions among the nodes
	Label    string // what connects them
	About    string // the same in whole, for who asks; "" where the label says all
	Strength int    // articles that say so; it makes the arrow thicker
	Link     string // where it leads; "" for nowhere
}

// First returns the picture of its first n nodes; what is left out is counted
// with what was not in it before. A narrow screen has room for few.
func (p *Picture) First(n int) *Picture {
	if n >= len(p.Nodes) {
		return p
	}
	short := *p
	short.Nodes, short.Edges = slices.Clone(p.Nodes[:n]), nil
	left := map[[2]int]bool{}
	for _, e := range p.Edges {
		switch {
		case e.From < n && e.To < n:
			short.Edges = append(short.Edges, e)
		case e.From < n:
			left[[2]int{e.From, e.To}] = true
		case e.To < n:
			left[[2]int{e.To, e.From}] = true
		}
	}
	for pair := range left {
		short.Nodes[pair[0]].More++
	}
	return &short
}
