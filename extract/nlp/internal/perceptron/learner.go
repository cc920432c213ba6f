package perceptron

import "slices"

// Learner trains a model. Its weights are whole numbers, so the result does not
// depend on the order in which sums are formed. It is for one goroutine.
type Learner struct {
	classes []string
	rows    map[Feature]int32 // index into cells
	cells   [][]cell
	step    int64
}

// cell is the weight of one class in a feature's row.
type cell struct {
	class  uint8
	weight int32
	since  int64 // step at which weight was set
	total  int64 // sum of the weight over all steps before
}

// NewLearner returns a learner for at most [MaxClasses] classes.
func NewLearner(classes []string) *Learner {
	return &Learner{classes: classes, rows: map[Feature]int32{}}
}

// Score is that of [Model.Score] with the weights learnt so far.
func (l *Learner) Score(features []Feature, scores []int32) {
	clear(scores)
	for _, f := range features {
		if row, ok := l.rows[f]; ok {
			for _, c := range l.cells[row] {
				scores[c.class] += c.weight
			}
		}
	}
}

// Step counts one more example. The averages are over examples.
func (l *Learner) Step() { l.step++ }

// Update moves the weights of the features by delta for one class.
func (l *Learner) Update(features []Feature, class int, delta int32) {
	for _, f := range features {
		row, ok := l.rows[f]
		if !ok {
			row = int32(len(l.cells))
			l.rows[f] = row
			l.cells = append(l.cells, nil)
		}
		l.cells[row] = l.updateRow(l.cells[row], uint8(class), delta)
	}
}

func (l *Learner) updateRow(row []cell, class uint8, delta int32) []cell {
	for i := range row {
		if c := &row[i]; c.class == class {
			c.total += int64(c.weight) * (l.step - c.since)
			c.weight += delta
			c.since = l.step
			return row
		}
	}
	return append(row, cell{class: class, weight: delta, since: l.step})
}

// Model returns the averaged weights, scaled so that the greatest is 127, and
// without those that are then less than least, which is 1 or more: most of the
// others are small and say little.
func (l *Learner) Model(least int8) *Model {
	greatest := int64(1)
	for _, row := range l.cells {
		for i := range row {
			c := &row[i]
			c.total += int64(c.weight) * (l.step - c.since)
			c.since = l.step
			greatest = max(greatest, c.total, -c.total)
		}
	}
	return l.quantised(greatest, least)
}

func (l *Learner) quantised(greatest int64, least int8) *Model {
	features := make([]Feature, 0, len(l.rows))
	for f := range l.rows {
		features = append(features, f)
	}
	slices.Sort(features)
	m := newModel(l.classes, len(features))
	for _, f := range features {
		start := len(m.entries)
		row := l.cells[l.rows[f]]
		slices.SortFunc(row, func(a, b cell) int { return int(a.class) - int(b.class) })
		for _, c := range row {
			if w := quantise(c.total, greatest); w >= least || w <= -least {
				m.entries = append(m.entries, entry{c.class, w})
			}
		}
		m.add(f, start)
	}
	return m.seal()
}

// quantise returns total/greatest in steps of 1/127, rounded to the nearest.
func quantise(total, greatest int64) int8 {
	half := greatest / 2
	if total < 0 {
		half = -half
	}
	return int8((total*127 + half) / greatest)
}
