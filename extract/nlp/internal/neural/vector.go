package neural

import "math"

// quantise writes x as whole numbers to out, at being added to each, and
// returns what one is worth. The greatest is 127, the least -127.
func quantise(out []uint8, x []float32, at uint8) (scale float32) {
	out = out[:len(x)]
	greatest := magnitude(x)
	if greatest == 0 {
		fill(out, at)
		return 0
	}
	by := unit / greatest
	for i, v := range x {
		out[i] = uint8(round(float32(v*by))) + at
	}
	return greatest / unit
}

// magnitude returns the greatest |v| of x. Without their signs, numbers are in
// the same order as their bits, which are quicker to compare.
func magnitude(x []float32) float32 {
	greatest := uint32(0)
	for _, v := range x {
		greatest = max(greatest, math.Float32bits(v)&^(1<<31))
	}
	return math.Float32frombits(greatest)
}

func fill(out []uint8, value uint8) {
	for i := range out {
		out[i] = value
	}
}

// vectors are vectors of one width, as numbers and as the kernels take them.
type vectors struct {
	width  int // of one, as far as it is used
	stride int // from one to the next in bytes
	bytes  []uint8
	scales []float32 // what the bytes of each are worth
	values []float32 // width numbers of each
}

// reset makes room for n vectors of this width, all of whose bytes stand for 0.
func (v *vectors) reset(n, width int) {
	v.width, v.stride = width, roundUp(width, columnUnit)
	v.bytes = resized(v.bytes, n*v.stride)
	fill(v.bytes, zero)
	v.scales = resized(v.scales, n)
	v.values = resized(v.values, n*width)
}

// at returns the numbers of the vector with index i.
func (v *vectors) at(i int) []float32 { return v.values[i*v.width : (i+1)*v.width] }

// quantise makes the bytes of the vector with index i from its numbers.
func (v *vectors) quantise(i int) {
	v.scales[i] = quantise(v.bytes[i*v.stride:][:v.width], v.at(i), zero)
}
