// Package perceptron is a linear classifier over hashed features: the averaged
// multiclass perceptron of Collins (2002), with the weights that training left
// at nothing dropped and the others rounded to eight bits.
//
// A [Learner] makes a [Model]; a model is written and read with [Model.Write]
// and [Read], is not changed once made, and may be shared between goroutines.
package perceptron

import "math/bits"

// Feature is the hash of a feature's template and values. Two features with the
// same hash are one to the model: among a million features a new one meets a
// known hash once in four thousand times.
type Feature uint32

// Limits that the layout of a slot sets.
const (
	MaxClasses = 255
	maxEntries = 1 << 24
)

// Model scores the classes of whatever its features describe.
type Model struct {
	Classes []string // in the order of scores

	slots   []slot // open addressing, linear probing; the length is a power of two
	entries []entry
}

// slot is a feature and where its weights are: entries[row>>8:], row&0xff of
// them. A row of 0 is an empty slot.
type slot struct {
	feature Feature
	row     uint32
}

type entry struct {
	class  uint8
	weight int8
}

// Score sets scores, one for each class, to the sums of the features' weights.
func (m *Model) Score(features []Feature, scores []int32) {
	clear(scores)
	mask := uint32(len(m.slots) - 1)
	for _, f := range features {
		for at := spread(f) & mask; ; at = (at + 1) & mask {
			s := m.slots[at]
			if s.row == 0 {
				break
			}
			if s.feature == f {
				start := s.row >> 8
				for _, e := range m.entries[start : start+s.row&0xff] {
					scores[e.class] += int32(e.weight)
				}
				break
			}
		}
	}
}

// spread makes the low bits of f depend on all of it.
func spread(f Feature) uint32 { return uint32(f) * 0x9e3779b1 >> 4 }

// tableSize is the number of slots for n features: at most two thirds full.
func tableSize(n int) int { return 1 << bits.Len(uint(n+n/2)) }

// newModel returns an empty model with room for n features.
func newModel(classes []string, n int) *Model {
	return &Model{Classes: classes, slots: make([]slot, tableSize(n))}
}

// add gives feature f the weights that were appended to m.entries from start on.
func (m *Model) add(f Feature, start int) {
	mask := uint32(len(m.slots) - 1)
	at := spread(f) & mask
	for m.slots[at].row != 0 {
		at = (at + 1) & mask
	}
	m.slots[at] = slot{f, uint32(start)<<8 | uint32(len(m.entries)-start)}
}

// Best returns the class with the highest score among the allowed ones, the
// first of equals, or -1 where none is allowed. A nil allowed allows all.
func Best(scores []int32, allowed []bool) int {
	best := -1
	for i, s := range scores {
		if (allowed == nil || allowed[i]) && (best < 0 || s > scores[best]) {
			best = i
		}
	}
	return best
}
