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
//
// Its features stand in ascending order. Since they are hashes they are spread
// evenly, so an index over their first bits leads to a place next to each; it
// is filled in one pass, which a hash table is not, and a model is ready soon.
type Model struct {
	Classes []string // in the order of scores

	slots   []slot
	index   []uint32 // by the first bits: the first slot that begins with them or more
	shift   int      // how many bits of a feature the index leaves out
	entries []entry
}

// slot is a feature and where its weights are: entries[row>>8:], row&0xff of
// them, at least one.
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
	for _, f := range features {
		at := f >> m.shift
		for _, s := range m.slots[m.index[at]:m.index[at+1]] {
			if s.feature != f {
				continue
			}
			for _, e := range m.weights(s) {
				scores[e.class] += int32(e.weight)
			}
			break
		}
	}
}

func (m *Model) weights(s slot) []entry {
	start := s.row >> 8
	return m.entries[start : start+s.row&0xff]
}

// newModel returns a model with room for so many features.
func newModel(classes []string, features int) *Model {
	return &Model{Classes: classes, slots: make([]slot, 0, features)}
}

// add gives a feature, greater than all before, the weights that were appended
// to m.entries from start on. Without any it does nothing.
func (m *Model) add(f Feature, start int) {
	if n := len(m.entries) - start; n > 0 {
		m.slots = append(m.slots, slot{f, uint32(start)<<8 | uint32(n)})
	}
}

// seal makes the index, after the last feature was added, and returns m. There
// are between one and two places in it for a feature.
func (m *Model) seal() *Model {
	size := bits.Len(uint(len(m.slots)))
	m.shift = 32 - size
	m.index = make([]uint32, 1<<size+1)
	at := 0
	for i := range m.index {
		for at < len(m.slots) && int(m.slots[at].feature>>m.shift) < i {
			at++
		}
		m.index[i] = uint32(at)
	}
	return m
}

// Best returns the class with the highest score, the first of equals, or -1
// where there is none.
func Best(scores []int32) int {
	best := -1
	for i, s := range scores {
		if best < 0 || s > scores[best] {
			best = i
		}
	}
	return best
}
