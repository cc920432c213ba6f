package draw

import (
	"cmp"
	"math"
	"slices"
)

// Sizes in pixels.
const (
	nameSize    = 13.0
	labelSize   = 11.0
	lineHeight  = 1.25
	padX, padY  = 9.0, 6.0
	gap         = 7.0
	badgeHeight = 16.0
	margin      = 6.0
	widestName  = 150.0 // of a line
	widestLabel = 130.0
	// A step is so long at most: leastStep and a little more for each node, so that
	// a picture of two or three things does not fill a screen.
	leastStep, stepPerNode, longestStep = 170.0, 10.0, 300.0
)

// layout is a picture with everything in its place.
type layout struct {
	width, height float64
	nodes         []placed
	labels        []placed // of the edges
}

// placed is a box with the lines that stand in it.
type placed struct {
	box
	lines []string
}

// lay places a picture on a given width; its height is what it needs.
func (p *Picture) lay(wide float64) layout {
	l := layout{width: wide}
	// On a narrow screen two names must stand beside each other.
	names, labels := min(widestName, (wide-6*margin)/2.6), min(widestLabel, wide/3)
	for i, n := range p.Nodes {
		l.nodes = append(l.nodes, placed{lines: lines(n.Name, nameSize, names, 2)})
		l.nodes[i].fit(nameSize, padX, padY)
	}
	for i, e := range p.Edges {
		l.labels = append(l.labels, placed{lines: lines(e.Label, labelSize, labels, 1)})
		l.labels[i].fit(labelSize, 3, 1)
	}
	at := p.around(&l)
	if p.Ways {
		at = p.along(&l)
	}
	for i := range at {
		l.nodes[i].at = at[i]
	}
	for i, e := range p.Edges {
		from, to := at[e.From], at[e.To]
		l.labels[i].at = point{(from.x + to.x) / 2, (from.y + to.y) / 2}
	}
	l.settle()
	return l
}

// fit gives a box the size of its lines.
func (p *placed) fit(size, padX, padY float64) {
	for _, line := range p.lines {
		p.width = max(p.width, width(line, size)+2*padX)
	}
	p.height = float64(len(p.lines))*size*lineHeight + 2*padY
}

// settle moves everything apart and the picture to the corner.
func (l *layout) settle() {
	boxes := make([]box, 0, len(l.nodes)+len(l.labels))
	for _, all := range [][]placed{l.nodes, l.labels} {
		for _, p := range all {
			p.width, p.height = p.width+2*margin, p.height+2*margin
			boxes = append(boxes, p.box)
		}
	}
	part(boxes, l.width, gap-2*margin+2)
	top := math.Inf(1)
	for _, b := range boxes {
		top = min(top, b.at.y-b.height/2)
	}
	for i, b := range boxes {
		b.at.y -= top - badgeHeight/2
		l.height = max(l.height, b.at.y+b.height/2)
		if i < len(l.nodes) {
			l.nodes[i].at = b.at
		} else {
			l.labels[i-len(l.nodes)].at = b.at
		}
	}
	l.height = math.Ceil(l.height)
}

// around places the nodes around the first one.
func (p *Picture) around(l *layout) []point {
	if len(p.Nodes) == 0 {
		return nil
	}
	at := spread(apart(len(p.Nodes), p.Edges), p.rings())
	widest, left, right := 0.0, math.Inf(1), math.Inf(-1)
	for i, q := range at {
		widest = max(widest, l.nodes[i].width)
		left, right = min(left, q.x), max(right, q.x)
	}
	stepX := min(longestStep, leastStep+stepPerNode*float64(len(p.Nodes)))
	if right > left {
		stepX = min(stepX, (l.width-widest-2*margin)/(right-left))
	}
	// A wide screen is lower than it is wide, a narrow one is scrolled.
	stepY := stepX * .7
	if l.width < narrow {
		stepY = stepX * 1.7
	}
	middle := (left + right) / 2
	for i, q := range at {
		at[i] = point{l.width/2 + (q.x-middle)*stepX, q.y * stepY}
	}
	return at
}

// narrow is the width of a phone's screen, and a little more.
const narrow = 480

// rings places the nodes on circles around the first one by their steps from
// it, what is connected side by side: where [spread] begins.
func (p *Picture) rings() []point {
	steps := apart(len(p.Nodes), p.Edges)
	var order []int
	for left := len(p.Nodes) - 1; left > 0; left-- {
		next := -1
		for i := 1; i < len(p.Nodes); i++ {
			if slices.Contains(order, i) {
				continue
			}
			if next < 0 || len(order) > 0 && steps[order[len(order)-1]][i] < steps[order[len(order)-1]][next] {
				next = i
			}
		}
		order = append(order, next)
	}
	at := make([]point, len(p.Nodes))
	for n, i := range order {
		angle := 2 * math.Pi * float64(n) / float64(len(order))
		// Rings that are not quite round keep points from the balance in which
		// two of them push a third from both sides.
		radius := steps[0][i] * (1 + .03*float64(n%3))
		at[i] = point{radius * math.Cos(angle), radius * math.Sin(angle)}
	}
	return at
}

// along places the nodes on ways side by side: from left to right, on a narrow
// screen from top to bottom. The ends stand in the middle of all ways.
func (p *Picture) along(l *layout) []point {
	steps, rows := 1, 0
	widest, highest := 0.0, 0.0
	for i, n := range p.Nodes {
		steps, rows = max(steps, n.Step), max(rows, n.Row)
		widest, highest = max(widest, l.nodes[i].width), max(highest, l.nodes[i].height)
	}
	at := make([]point, len(p.Nodes))
	for i, n := range p.Nodes {
		row := float64(n.Row)
		if n.Step == 0 || n.Step == steps {
			row = float64(rows) / 2
		}
		across := (l.width - widest - 2*margin) / float64(steps)
		at[i] = point{(l.width-across*float64(steps))/2 + across*float64(n.Step), row * (highest + 40)}
		if l.width < narrow {
			across = (l.width - widest - 2*margin) / float64(max(1, rows))
			at[i] = point{(l.width-across*float64(rows))/2 + across*row, float64(n.Step) * (highest + 50)}
		}
	}
	return at
}

// inOrder returns the edges as they are drawn, the strongest last and so on top.
func (p *Picture) inOrder() []int {
	order := make([]int, len(p.Edges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.Edges[a].Strength, p.Edges[b].Strength) })
	return order
}
