package neural

import "fmt"

// gates is how many sums a cell of an LSTM takes.
const gates = 4

// lstm is one direction of a layer.
type lstm struct {
	input, state *matrix
	parameters   []float32 // as portableCells takes them
}

// layer is an LSTM from the first word to the last and one back. What they say
// of a word lies side by side.
type layer struct {
	forward, backward lstm
	cells             int // of one direction, filled up
}

func (r *reader) layer(i int) layer {
	l := layer{cells: roundUp(r.Config.Hidden, cellUnit)}
	l.forward = r.lstm(fmt.Sprintf("lstm%d.forward", i), i == 0, l.cells)
	l.backward = r.lstm(fmt.Sprintf("lstm%d.backward", i), i == 0, l.cells)
	return l
}

func (r *reader) lstm(name string, first bool, cells int) lstm {
	c := r.Config
	width, p := c.Word+affixKinds*c.Affix, placing{c.Hidden, cells, 1, 1}
	if p.columnGroup, p.columns = width, width; !first {
		width, p.columnGroup, p.columns = 2*c.Hidden, c.Hidden, cells
	}
	l := lstm{
		input: r.matrix(name+".input", name+".bias", gates*c.Hidden, width, p),
		state: r.matrix(name+".recurrent", "", gates*c.Hidden, c.Hidden, placing{c.Hidden, cells, c.Hidden, cells}),
	}
	n := gates * cells
	l.parameters = append(l.parameters, l.input.scale[:n]...)
	for _, scale := range l.state.scale[:n] {
		l.parameters = append(l.parameters, scale/unit)
	}
	l.parameters = append(l.parameters, l.input.bias[:n]...)
	return l
}

// states are what a layer says of the words, as bytes. Before the first word
// and after the last lies a state of zeros, with which the two directions begin.
type states struct {
	bytes  []uint8
	stride int // from one word to the next: twice the cells
}

func (s *states) reset(n, cells int) {
	s.stride = 2 * cells
	s.bytes = resized(s.bytes, (n+2)*s.stride)
	fill(s.bytes[:s.stride], zero)
	fill(s.bytes[(n+1)*s.stride:], zero)
}

// words returns the bytes from the first word on.
func (s *states) words() []uint8 { return s.bytes[s.stride:] }

// run reads n vectors, stride bytes apart in x, whose bytes are worth scales, or
// a unit each if there are none, and writes its states to out.
func (l *layer) run(k *kernels, s *scratch, x []uint8, n, stride int, scales []float32, out *states) {
	out.reset(n, l.cells)
	for back, d := range [...]*lstm{&l.forward, &l.backward} {
		s.product.multiply(k, d.input, x, n, stride)
		s.memory, s.sums = zeroed(s.memory, l.cells), resized(s.sums, d.state.rows)
		for step := range n {
			i, before := step, step // the state before word i lies at i, the one after it at i+2
			if back == 1 {
				i = n - 1 - step
				before = i + 2
			}
			d.state.multiply(k, s.sums, out.bytes[before*out.stride+back*l.cells:], 1, 0)
			scale := float32(1.0 / unit)
			if scales != nil {
				scale = scales[i]
			}
			h := out.bytes[(i+1)*out.stride+back*l.cells:][:l.cells]
			k.cells(s.product.row(i), s.sums, scale, d.parameters, s.memory, h)
		}
	}
}
