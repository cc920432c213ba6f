package depparse

import (
	"sync"

	"kg/extract/nlp/internal/perceptron"
)

// Parser parses sentences. It may be used by several goroutines at once.
type Parser struct {
	model   *perceptron.Model
	moves   *Moves
	scratch sync.Pool // of *Scratch
}

// Scratch is the memory in which a sentence is parsed.
type Scratch struct {
	State
	features []perceptron.Feature
	scores   []int32
}

// New returns the parser of a model. The error says why the model is not one
// of a parser.
func New(model *perceptron.Model) (*Parser, error) {
	moves, err := NewMoves(model.Classes)
	if err != nil {
		return nil, err
	}
	p := &Parser{model: model, moves: moves}
	p.scratch.New = func() any { return &Scratch{scores: make([]int32, len(moves.Moves))} }
	return p, nil
}

// Parse sets heads to the index of each word's head, -1 for the root's, and
// rels to the relations. The slices are all of one length.
func (p *Parser) Parse(words, xpos, upos []string, heads []int, rels []string) {
	s := p.scratch.Get().(*Scratch)
	defer p.scratch.Put(s)
	s.Reset(words, xpos, upos)
	for !s.Done() {
		s.features = s.Features(s.features[:0])
		p.model.Score(s.features, s.scores)
		s.Make(p.moves.Moves[p.moves.Best(&s.State, s.scores)])
	}
	for i := range words {
		n := &s.Nodes[i]
		heads[i], rels[i] = n.Head, p.moves.Labels[n.Label]
		if n.Head == len(words) {
			heads[i] = None
		}
	}
}

// Best returns the allowed class with the highest score, the first of equals.
func (m *Moves) Best(s *State, scores []int32) int {
	var allowed [Right + 1]bool
	other := m.root + 1 // any label but the root's
	if m.root > 0 {
		other = m.root - 1
	}
	for kind := range allowed {
		allowed[kind] = m.Allowed(s, Move{Kind(kind), other})
	}
	best := None
	for class, score := range scores {
		move := m.Moves[class]
		ok := allowed[move.Kind] && (move.Kind == Shift || move.Label != m.root)
		if move.Kind == Left && move.Label == m.root {
			ok = m.Allowed(s, move)
		}
		if ok && (best == None || score > scores[best]) {
			best = class
		}
	}
	return best
}
