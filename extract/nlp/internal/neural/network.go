// Package neural tags sentences, finds the names in them and parses them, with
// one network for all of it: embeddings of words and affixes, layers of LSTMs in
// both directions, and a head for each task.
//
// Weights and what they are multiplied with are signed bytes, so that nearly all
// of the work is sums of whole numbers, which come out the same however they are
// added up. What is left of floating point is done in a fixed order. So a text
// has the same analysis on any machine, with or without the assembly that makes
// this fast.
//
// The networks are made by ../../train/network.
package neural

import (
	"fmt"
	"sync"
)

// Word is what the network says of a word.
type Word struct {
	XPOS string // Penn Treebank tag
	UPOS string // Universal part of speech
	Name string // "B-X" where a name of type X begins, "I-X" inside it, "O" elsewhere
	Rel  string // Universal relation to the head; "root" for the root alone
	Head int    // index of the head; -1 for the root
	Sure uint8  // how sure the head and the relation are, in 255ths

	Known bool // the vocabulary has it
}

// Network analyses sentences. It may be used by several goroutines at once.
type Network struct {
	embedding *embedding
	layers    []layer
	tags      tags
	tagLayer  int // the layer that tags are read off, from 0
	names     names
	parser    parser

	kernels *kernels
	scratch *sync.Pool // of *scratch
}

// Read returns the network in a file, which has the format described in file.go.
// It keeps file. The error says what is wrong with it.
func Read(file string) (*Network, error) {
	r, err := newReader(file)
	if err != nil {
		return nil, fmt.Errorf("no file of a network, or a damaged one: %w", err)
	}
	n := &Network{embedding: r.embedding(), kernels: fastest(), tagLayer: r.Config.TagLayer - 1}
	for i := range r.Config.Layers {
		n.layers = append(n.layers, r.layer(i))
	}
	n.tags, n.names, n.parser = r.tags(), r.names(), r.parser()
	if r.err != nil {
		return nil, fmt.Errorf("damaged file of a network: %w", r.err)
	}
	n.scratch = &sync.Pool{New: func() any { return new(scratch) }}
	return n, nil
}

// Portable returns the network without the assembly, which says the same, only
// later.
func (n *Network) Portable() *Network {
	slow := *n
	slow.kernels = &portable
	return &slow
}

// Analyze analyses the words of a sentence and sets as many elements of out.
// Time and memory grow with their number; see [windows].
func (n *Network) Analyze(words []string, out []Word) {
	s := n.scratch.Get().(*scratch)
	defer n.scratch.Put(s)
	root := -1
	for first := 0; first < len(words); {
		end := first + window(words[first:])
		n.analyze(s, words[first:end], out[first:end])
		root = join(out, first, end, root)
		first = end
	}
}

func (n *Network) analyze(s *scratch, words []string, out []Word) {
	e := n.embedding
	s.input.reset(len(words), e.width)
	for i, word := range words {
		out[i].Known = e.embed(&s.form, word, s.input.at(i))
		s.input.quantise(i)
	}
	x, stride, scales := s.input.bytes, s.input.stride, s.input.scales
	below, above := &s.below, &s.above
	for i := range n.layers {
		n.layers[i].run(n.kernels, s, x, len(words), stride, scales, above)
		if i == n.tagLayer {
			n.tags.run(n.kernels, s, above, out)
		}
		x, stride, scales = above.words(), above.stride, nil
		below, above = above, below
	}
	n.names.run(n.kernels, s, below, out)
	n.parser.run(n.kernels, s, below, out)
}
