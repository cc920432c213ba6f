package draw

import "math"

// box is a rectangle in the picture: a node, or the label of an edge.
type box struct {
	at            point // its middle
	width, height float64
	fixed         bool // it is not moved
}

// partRounds is how often boxes are pushed apart at most; a picture that is high
// enough has come to rest long before.
const partRounds = 600

// part moves boxes until none overlaps another, with a gap between them. They
// stay between 0 and wide from left to right, and take the height they need: in
// the second half of the rounds they are pushed up and down only, which always
// ends.
func part(boxes []box, wide, gap float64) {
	for round := range partRounds {
		moved := false
		for i := range boxes {
			for j := i + 1; j < len(boxes); j++ {
				moved = push(&boxes[i], &boxes[j], gap, round >= partRounds/2) || moved
			}
		}
		for i := range boxes {
			b := &boxes[i]
			b.at.x = min(max(b.at.x, b.width/2), wide-b.width/2)
		}
		if !moved {
			return
		}
	}
}

// push moves two boxes apart where they overlap, the way that is shorter or only
// up and down, and reports whether they did.
func push(a, b *box, gap float64, upright bool) bool {
	const slack = .5
	dx, dy := b.at.x-a.at.x, b.at.y-a.at.y
	overX := (a.width+b.width)/2 + gap - math.Abs(dx)
	overY := (a.height+b.height)/2 + gap - math.Abs(dy)
	if overX <= slack || overY <= slack {
		return false
	}
	var by point
	if overX < overY && !upright {
		by.x = math.Copysign(overX, dx)
	} else {
		by.y = math.Copysign(overY, dy)
	}
	shareA, shareB := .5, .5
	switch {
	case a.fixed && b.fixed:
		return false
	case a.fixed:
		shareA, shareB = 0, 1
	case b.fixed:
		shareA, shareB = 1, 0
	}
	a.at.x, a.at.y = a.at.x-shareA*by.x, a.at.y-shareA*by.y
	b.at.x, b.at.y = b.at.x+shareB*by.x, b.at.y+shareB*by.y
	return true
}
