package depparse

import (
	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/wordform"
)

// Reset makes s the start of parsing the words, and keeps its memory.
func (s *State) Reset(words, xpos, upos []string) {
	s.Stack, s.Nodes, s.Next = s.Stack[:0], s.Nodes[:0], 0
	empty := children{outer: None, inner: None}
	for i, word := range words {
		f := wordform.Of(word)
		capital := uint64(1)
		if f.Capital {
			capital = 2
		}
		s.Nodes = append(s.Nodes, Node{
			Head: None, left: empty, right: empty,
			word: f.Lower, xpos: hashOf(xpos[i]), upos: hashOf(upos[i]), capital: capital,
		})
	}
	s.Nodes = append(s.Nodes, Node{Head: None, left: empty, right: empty, word: rootValue, xpos: rootValue, upos: rootValue})
}

// rootValue stands for the root's word and tags. 0 stands for those of no word.
const rootValue = 3

func hashOf(tag string) uint64 {
	h := uint64(5)
	for i := range len(tag) {
		h = perceptron.Hash(h, uint64(tag[i]))
	}
	return h
}

var nothing = Node{left: children{outer: None, inner: None}, right: children{outer: None, inner: None}}

// node returns the word with index i; None and what lies outside give nothing.
func (s *State) node(i int) *Node {
	if i < 0 || i >= len(s.Nodes) {
		return &nothing
	}
	return &s.Nodes[i]
}

// label returns a value for the relation of a node to its head.
func (n *Node) label() uint64 {
	if n.Head == None || n == &nothing {
		return 0
	}
	return uint64(n.Label) + 1
}

// distance returns a value for how far apart two words are.
func distance(a, b int) uint64 {
	if a < 0 || b < 0 {
		return 0
	}
	switch d := b - a; {
	case d <= 5:
		return uint64(d)
	case d <= 10:
		return 6
	}
	return 7
}

func few(n int) uint64 { return uint64(min(n, 4)) }

// Features appends the features of s to dst: of the three words on top of the
// stack (s0, s1, s2), the first of the buffer (b0 … b3), their outer children,
// and what lies between them, after Zhang and Nivre (2011).
func (s *State) Features(dst []perceptron.Feature) []perceptron.Feature {
	i0, i1 := s.top(0), s.top(1)
	s0, s1, s2 := s.node(i0), s.node(i1), s.node(s.top(2))
	b0, b1, b2, b3 := s.node(s.Next), s.node(s.Next+1), s.node(s.Next+2), s.node(s.Next+3)
	dst = single(dst, s0, s1, s2, b0, b1, b2, b3)
	dst = pair(dst, 40, s0, b0, distance(i0, s.Next))
	dst = pair(dst, 60, s1, s0, distance(i1, i0))
	dst = s.family(dst, s0, s1, b0, b1)
	dst = valency(dst, s0, s1, b0)
	dst = s.marker(dst, s0, s1, s2, b0)
	return s.between(dst, i0, i1, s0, s1, s2, b0, b1, b2)
}

func single(dst []perceptron.Feature, s0, s1, s2, b0, b1, b2, b3 *Node) []perceptron.Feature {
	make := perceptron.Make
	return append(dst,
		make(0),
		make(1, s0.word), make(2, s0.xpos), make(3, s0.word, s0.xpos), make(4, s0.upos, s0.capital),
		make(5, s1.word), make(6, s1.xpos), make(7, s1.word, s1.xpos), make(8, s1.upos, s1.capital),
		make(9, b0.word), make(10, b0.xpos), make(11, b0.word, b0.xpos), make(12, b0.upos, b0.capital),
		make(13, b1.word), make(14, b1.xpos), make(15, b1.word, b1.xpos),
		make(16, b2.word), make(17, b2.xpos), make(18, b3.xpos),
		make(19, s2.word), make(20, s2.xpos),
		make(21, b0.xpos, b1.xpos), make(22, b0.word, b1.xpos), make(23, b0.xpos, b1.word), make(24, b0.word, b1.word),
		make(25, b0.xpos, b1.xpos, b2.xpos), make(26, s2.xpos, s1.xpos, s0.xpos), make(27, s1.xpos, s0.xpos, b0.xpos),
		make(28, s0.xpos, b0.xpos, b1.xpos), make(29, s1.word, s0.xpos, b0.xpos), make(30, s1.xpos, s0.word, b0.xpos),
		make(31, s1.xpos, s0.xpos, b0.word), make(32, s0.upos, b0.upos, b1.upos), make(33, s1.upos, s0.upos, b0.upos),
		make(34, s0.word, b0.xpos, b1.xpos), make(35, s0.xpos, b0.word, b1.xpos), make(36, s0.xpos, b0.xpos, b1.word),
		make(37, s1.word, s0.word, b0.xpos), make(38, s1.word, s0.xpos, b0.word), make(39, s2.upos, s1.upos, s0.upos, b0.upos),
	)
}

// pair appends the features of a possible head and dependent. It uses 20
// templates from the given one on.
func pair(dst []perceptron.Feature, template uint64, a, b *Node, apart uint64) []perceptron.Feature {
	make := perceptron.Make
	t := template
	return append(dst,
		make(t, a.word, b.word), make(t+1, a.word, b.xpos), make(t+2, a.xpos, b.word), make(t+3, a.xpos, b.xpos),
		make(t+4, a.word, a.xpos, b.xpos), make(t+5, a.xpos, b.word, b.xpos), make(t+6, a.upos, b.upos),
		make(t+7, a.word, a.xpos, b.word, b.xpos),
		make(t+8, apart, a.word), make(t+9, apart, a.xpos), make(t+10, apart, b.word), make(t+11, apart, b.xpos),
		make(t+12, apart, a.xpos, b.xpos), make(t+13, apart, a.upos, b.upos), make(t+14, apart, a.word, b.upos),
		make(t+15, apart, a.upos, b.word),
	)
}

// family appends the features of the children.
func (s *State) family(dst []perceptron.Feature, s0, s1, b0, b1 *Node) []perceptron.Feature {
	dst = s.children(dst, 80, s0, &s0.left, b0, s1)
	dst = s.children(dst, 100, s0, &s0.right, b0, s1)
	dst = s.children(dst, 120, s1, &s1.left, s0, b0)
	dst = s.children(dst, 140, s1, &s1.right, s0, b0)
	return s.children(dst, 160, b0, &b0.left, s0, b1)
}

// children appends the features of a word, its children on one side, and two
// other words. It uses 20 templates from the given one on.
func (s *State) children(dst []perceptron.Feature, template uint64, n *Node, c *children, a, b *Node) []perceptron.Feature {
	outer, inner := s.node(c.outer), s.node(c.inner)
	make := perceptron.Make
	t := template
	if c.outer == None {
		return append(dst, make(t, n.xpos), make(t+1, n.word), make(t+2, n.xpos, a.xpos))
	}
	label, second := outer.label(), inner.label()
	return append(dst,
		make(t+3, outer.word), make(t+4, outer.xpos), make(t+5, label),
		make(t+6, n.xpos, outer.xpos, a.xpos), make(t+7, n.xpos, label, a.xpos), make(t+8, n.word, label),
		make(t+9, inner.word), make(t+10, inner.xpos), make(t+11, second),
		make(t+12, n.xpos, outer.xpos, inner.xpos), make(t+13, n.xpos, label, second),
		make(t+14, n.xpos, outer.word, a.xpos), make(t+15, n.upos, label, a.upos, b.upos), make(t+16, outer.word, a.word),
		make(t+17, n.xpos, outer.xpos, a.xpos, b.xpos),
	)
}

// valency appends the features of how many children of which relations words have.
func valency(dst []perceptron.Feature, s0, s1, b0 *Node) []perceptron.Feature {
	make := perceptron.Make
	return append(dst,
		make(180, s0.word, few(s0.left.count)), make(181, s0.xpos, few(s0.left.count)),
		make(182, s0.word, few(s0.right.count)), make(183, s0.xpos, few(s0.right.count)),
		make(184, s1.word, few(s1.right.count)), make(185, s1.xpos, few(s1.right.count)),
		make(186, s1.word, few(s1.left.count)), make(187, s1.xpos, few(s1.left.count)),
		make(188, b0.word, few(b0.left.count)), make(189, b0.xpos, few(b0.left.count)),
		make(190, s0.word, s0.left.labels), make(191, s0.xpos, s0.left.labels),
		make(192, s0.word, s0.right.labels), make(193, s0.xpos, s0.right.labels),
		make(194, s1.word, s1.right.labels), make(195, s1.xpos, s1.right.labels),
		make(196, s1.word, s1.left.labels), make(197, s1.xpos, s1.left.labels),
		make(198, b0.word, b0.left.labels), make(199, b0.xpos, b0.left.labels),
		make(200, s0.upos, s0.left.labels, s0.right.labels), make(201, s1.upos, s1.left.labels, s1.right.labels),
		make(202, s0.xpos, s0.right.labels, b0.xpos), make(203, s1.xpos, s1.right.labels, s0.xpos),
		make(204, s1.upos, s1.left.labels, s1.right.labels, s0.upos), make(205, b0.xpos, b0.left.labels, s0.xpos),
		make(206, s0.xpos, s0.left.labels, s1.xpos),
	)
}

// between appends the features of the words beside and between s1, s0 and b0.
func (s *State) between(dst []perceptron.Feature, i0, i1 int, s0, s1, s2, b0, b1, b2 *Node) []perceptron.Feature {
	before, ahead, back := s.node(s.Next-1), s.node(i0+1), s.node(i0-1)
	if i0 == None {
		ahead, back = &nothing, &nothing
	}
	make := perceptron.Make
	return append(dst,
		make(210, before.xpos, b0.xpos), make(211, s0.xpos, before.xpos, b0.xpos), make(212, before.word, b0.xpos),
		make(213, s0.xpos, ahead.xpos, b0.xpos), make(214, s0.xpos, back.xpos, b0.xpos), make(215, s1.xpos, back.xpos, s0.xpos),
		make(216, s1.word, back.word, s0.xpos), make(217, s0.xpos, ahead.xpos, before.xpos, b0.xpos),
		make(218, s0.xpos, b0.xpos, b1.xpos, b2.xpos), make(219, s1.xpos, s0.xpos, b0.xpos, b1.xpos),
		make(220, s2.xpos, s1.xpos, s0.xpos, b0.xpos),
		make(221, s1.upos, s0.upos, b0.upos, b1.upos),
	)
}

// marker appends the features of the word that opens s0 and b0, mostly a
// preposition or conjunction, with the words that they may hang on.
func (s *State) marker(dst []perceptron.Feature, s0, s1, s2, b0 *Node) []perceptron.Feature {
	c, d := s.node(s0.left.outer), s.node(b0.left.outer)
	make := perceptron.Make
	return append(dst,
		make(230, s1.word, c.word), make(231, s1.xpos, c.word, s0.xpos), make(232, s1.word, c.word, s0.word),
		make(233, s2.xpos, s1.xpos, c.word), make(234, s2.word, c.word), make(235, s2.word, s1.word, c.word),
		make(236, s1.xpos, s0.xpos, d.word), make(237, s1.word, s0.xpos, d.word), make(238, s1.word, d.word),
		make(239, s1.upos, c.word, s0.word), make(240, s2.xpos, s1.xpos, s0.xpos, c.word),
	)
}
