package depparse

// Gold is the right tree of a sentence: for each word the index of its head,
// the number of words for the root, and its label.
type Gold struct {
	Heads  []int
	Labels []uint8
}

// Forbidden is the cost of a move that is not allowed.
const Forbidden = 1 << 20

// Costs sets costs, by class, to how many right relations that can still be
// reached from s cannot be reached after the move (Goldberg and Nivre 2013,
// 4.2). The tree has to be projective.
func (g *Gold) Costs(m *Moves, s *State, costs []int) {
	shift := 0
	if s.Next < s.Words() {
		shift = g.shiftCost(s)
	}
	below, ahead := s.top(1), s.Next
	left, leftRight := g.arcCost(s, ahead, below)
	right, rightRight := g.arcCost(s, below, ahead)
	for class, move := range m.Moves {
		switch {
		case !m.Allowed(s, move):
			costs[class] = Forbidden
		case move.Kind == Shift:
			costs[class] = shift
		case move.Kind == Left:
			costs[class] = left + g.labelCost(s, move, leftRight)
		default:
			costs[class] = right + g.labelCost(s, move, rightRight)
		}
	}
}

// arcCost returns the cost of giving the top of the stack one head and not the
// other near one, and whether the head is right.
func (g *Gold) arcCost(s *State, head, other int) (cost int, right bool) {
	child := s.top(0)
	if child == None {
		return 0, false
	}
	want := g.Heads[child]
	right = want == head
	if !right && (want == other || want >= s.Next) {
		cost++
	}
	for i := s.Next; i < s.Words(); i++ {
		if g.Heads[i] == child {
			cost++
		}
	}
	return cost, right
}

// labelCost is 1 for the wrong relation to the right head. With another head
// any relation is as good.
func (g *Gold) labelCost(s *State, move Move, right bool) int {
	if right && g.Labels[s.top(0)] != move.Label {
		return 1
	}
	return 0
}

// shiftCost counts the words of the stack whose head is the first word of the
// buffer, and that word's own head if it is in the stack but not on its top:
// the root counts as such where the stack is not empty.
func (g *Gold) shiftCost(s *State) int {
	cost := 0
	want := g.Heads[s.Next]
	for i, word := range s.Stack {
		if g.Heads[word] == s.Next {
			cost++
		}
		if want == word && i < len(s.Stack)-1 {
			cost++
		}
	}
	if want == s.Words() && len(s.Stack) > 0 {
		cost++
	}
	return cost
}

// Projective returns heads with every dependent that makes arcs cross moved up
// to the head of its head, the shortest arc first, until none cross (Nivre and
// Nilsson 2005). A head of len(heads) is the root.
func Projective(heads []int) []int {
	out := append([]int(nil), heads...)
	for {
		child := shortestCrossing(out)
		if child == None {
			return out
		}
		out[child] = out[out[child]]
	}
}

func shortestCrossing(heads []int) int {
	best, shortest := None, len(heads)+1
	for child, head := range heads {
		if length := max(child-head, head-child); length < shortest && head != len(heads) && crosses(heads, child) {
			best, shortest = child, length
		}
	}
	return best
}

// crosses reports whether a word between child and its head hangs on neither
// the head nor anything below it.
func crosses(heads []int, child int) bool {
	head := heads[child]
	for i := min(child, head) + 1; i < max(child, head); i++ {
		at := i
		for at != head && at != len(heads) {
			at = heads[at]
		}
		if at != head {
			return true
		}
	}
	return false
}
