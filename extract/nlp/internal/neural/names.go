package neural

import "strings"

// names is the part that finds named entities: a label for each word, B-X where
// a name of type X begins, I-X inside it, O elsewhere.
type names struct {
	hidden *matrix // from the last layer of LSTMs
	input  *matrix // from the embedded word to the same; nil where that is not looked at
	head
	before []int // for each I-X the label B-X, unbegun if there is none; for others none
}

const (
	outside = -1 - iota // a label that may follow any
	unbegun             // I-X without B-X
)

func (r *reader) names() names {
	n := names{head: r.head("ner", r.NER, r.Config.NER)}
	n.hidden, n.input = r.denseAndInput("ner.hidden", r.Config.NER)
	free := 0
	for _, label := range n.labels {
		begin := outside
		if typ, inside := strings.CutPrefix(label, "I-"); inside {
			begin = unbegun
			for i, other := range n.labels {
				if other == "B-"+typ {
					begin = i
				}
			}
		} else {
			free++
		}
		n.before = append(n.before, begin)
	}
	if free == 0 {
		r.fail("no label for names but those inside one")
	}
	return n
}

// denseAndInput reads a hidden layer that may see, beside the two directions of
// an LSTM, the embedded word. Its tensor is as wide as both then, and two
// matrices are made of it, as what they are multiplied with has two scales.
func (r *reader) denseAndInput(name string, width int) (dense, input *matrix) {
	states, embedded := 2*r.Config.Hidden, r.Config.Word+affixKinds*r.Config.Affix
	if shape := r.tensors[name+".weight"].Shape; len(shape) != 2 || shape[1] != states+embedded {
		return r.dense(name, width), nil
	}
	cells := roundUp(r.Config.Hidden, cellUnit)
	weights, scales := r.rows(name+".weight", width, states+embedded)
	biases := r.numbers(name+".bias", width)
	dense, input = newMatrix(width, 2*cells), newMatrix(width, embedded)
	if r.err != nil {
		return dense, input
	}
	for i := range width {
		row := weights[i*(states+embedded) : (i+1)*(states+embedded)]
		dense.scale[i], dense.bias[i], input.scale[i] = scales[i], biases[i], scales[i]
		setRow(dense, i, 0, row[:r.Config.Hidden])
		setRow(dense, i, cells, row[r.Config.Hidden:states])
		setRow(input, i, 0, row[states:])
	}
	return dense, input
}

// run labels the words.
func (n *names) run(k *kernels, s *scratch, in *states, words []Word) {
	n.decode(s, n.scores(k, s, in, len(words)), words)
}

// scores returns the scores of the labels of each word.
func (n *names) scores(k *kernels, s *scratch, in *states, words int) []float32 {
	hidden := &s.dependents
	hidden.reset(words, n.hidden.rows)
	s.linear(k, n.hidden, in.words(), words, in.stride, 1.0/unit, hidden, 0)
	if n.input != nil {
		s.add(k, n.input, &s.input, words, hidden)
	}
	hidden.rectify(0, words)
	return n.score(k, s, hidden, words)
}

// decode finds the labels with the greatest sum of scores among those in which
// I-X follows B-X or I-X alone (Viterbi, 1967). In scores they lie word by word;
// there each is replaced with the best sum up to it.
func (n *names) decode(s *scratch, scores []float32, words []Word) {
	width := len(n.labels)
	s.from = resized(s.from, len(scores))
	for i := range words {
		row := scores[i*width : (i+1)*width]
		var before []float32
		if i > 0 {
			before = scores[(i-1)*width : i*width]
		}
		n.step(row, before, s.from[i*width:(i+1)*width])
	}
	label := 0
	for i := len(words) - 1; i >= 0; i-- {
		if i == len(words)-1 {
			label = best(scores[i*width : (i+1)*width])
		}
		words[i].Name = n.labels[label]
		label = int(s.from[i*width+label])
	}
}

// impossible is less than any sum of scores.
const impossible = -1e30

// step adds to the scores of a word those of the best labels before it, nil for
// the first word, and notes these in from.
func (n *names) step(row, before []float32, from []int32) {
	any := 0
	if before != nil {
		any = best(before)
	}
	for label := range row {
		at := any
		switch begin := n.before[label]; {
		case begin == unbegun || begin >= 0 && before == nil:
			row[label], from[label] = impossible, int32(any)
			continue
		case begin >= 0:
			if at = begin; before[label] > before[begin] {
				at = label
			}
		}
		from[label] = int32(at)
		if before != nil {
			row[label] += before[at]
		}
	}
}
