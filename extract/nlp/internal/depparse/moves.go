package depparse

import (
	"fmt"
	"slices"
	"strings"
)

// Kind is one of the three transitions.
type Kind uint8

// The transitions. Left makes the top of the stack a dependent of the first
// word of the buffer, Right of the word below it.
const (
	Shift Kind = iota
	Left
	Right
)

// Move is a transition and, unless it is Shift, the relation it makes.
type Move struct {
	Kind  Kind
	Label uint8
}

// rootLabel is the relation of a sentence's root, and of no other word.
const rootLabel = "root"

// Moves are the transitions that a model's classes stand for.
type Moves struct {
	Labels []string
	Moves  []Move // by class
	root   uint8  // the label of the root
}

// Class returns the name of a transition among a model's classes.
func Class(kind Kind, label string) string {
	switch kind {
	case Left:
		return "left " + label
	case Right:
		return "right " + label
	}
	return "shift"
}

// NewMoves reads the classes of a model. The error says which one is not a
// transition, or that one without which no sentence can be parsed is missing.
func NewMoves(classes []string) (*Moves, error) {
	m := &Moves{}
	var kinds [3]bool
	for _, class := range classes {
		move, err := m.parse(class)
		if err != nil {
			return nil, err
		}
		m.Moves = append(m.Moves, move)
		kinds[move.Kind] = true
	}
	root := slices.Index(m.Labels, rootLabel)
	if root < 0 || !slices.Contains(m.Moves, Move{Left, uint8(root)}) || !kinds[Shift] || !kinds[Right] {
		return nil, fmt.Errorf("the model's classes lack shift, a right one or %q", Class(Left, rootLabel))
	}
	m.root = uint8(root)
	return m, nil
}

func (m *Moves) parse(class string) (Move, error) {
	if class == Class(Shift, "") {
		return Move{Kind: Shift}, nil
	}
	side, label, ok := strings.Cut(class, " ")
	if !ok || side != "left" && side != "right" || label == "" {
		return Move{}, fmt.Errorf("the model's class %q is no transition", class)
	}
	at := slices.Index(m.Labels, label)
	if at < 0 {
		at = len(m.Labels)
		m.Labels = append(m.Labels, label)
	}
	if side == "left" {
		return Move{Left, uint8(at)}, nil
	}
	return Move{Right, uint8(at)}, nil
}

// Allowed reports whether move may be made in s. While s is not done one may.
// The root takes a dependent only when nothing else is left, so it has one.
func (m *Moves) Allowed(s *State, move Move) bool {
	atRoot := s.Next == s.Words()
	switch move.Kind {
	case Shift:
		return !atRoot
	case Left:
		if atRoot {
			return len(s.Stack) == 1 && move.Label == m.root
		}
		return len(s.Stack) > 0 && move.Label != m.root
	}
	return len(s.Stack) > 1 && move.Label != m.root
}

// Make makes a move that is allowed.
func (s *State) Make(move Move) {
	switch move.Kind {
	case Shift:
		s.Stack = append(s.Stack, s.Next)
		s.Next++
	case Left:
		s.attach(s.Next, move.Label)
	case Right:
		s.attach(s.top(1), move.Label)
	}
}
