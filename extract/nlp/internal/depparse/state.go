// Package depparse is a greedy transition-based dependency parser: the
// arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with an averaged
// perceptron, trained with the dynamic oracle of Goldberg and Nivre (2013).
// Its trees are projective, and one word of each sentence is the root.
package depparse

// None is the index of no word.
const None = -1

// State is a sentence partly parsed: a stack, and a buffer that begins at
// Next. The root stands at the end of the buffer, after the last word; its
// index is the number of words. Every word that has left both has its head.
type State struct {
	Stack []int
	Next  int
	Nodes []Node // the words and, last, the root
}

// Node is a word of the sentence and the part of the tree below it.
type Node struct {
	Head  int   // index of the head; the number of words for the root of the sentence; None as yet
	Label uint8 // index into [Moves.Labels] of the relation to the head

	left, right   children
	word, xpos    uint64
	upos, capital uint64
}

// children are those on one side of a word.
type children struct {
	outer, inner int    // the farthest, and the one before it; None if there is none
	count        int    // how many there are
	labels       uint64 // which relations there are, by label modulo 64
}

func (c *children) add(child int, label uint8) {
	c.outer, c.inner = child, c.outer
	c.count++
	c.labels |= 1 << (label % 64)
}

// Words returns the number of words of the sentence.
func (s *State) Words() int { return len(s.Nodes) - 1 }

// Done reports whether every word has its head.
func (s *State) Done() bool { return len(s.Stack) == 0 && s.Next == s.Words() }

// top returns the word i below the top of the stack, or None.
func (s *State) top(i int) int {
	if i >= len(s.Stack) {
		return None
	}
	return s.Stack[len(s.Stack)-1-i]
}

// attach gives the word on top of the stack its head and removes it.
func (s *State) attach(head int, label uint8) {
	child := s.top(0)
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.Nodes[child].Head = head
	s.Nodes[child].Label = label
	side := &s.Nodes[head].left
	if child > head {
		side = &s.Nodes[head].right
	}
	side.add(child, label)
}
