package neural

import "math"

// portableCells makes a step of an LSTM: it gives every cell the four sums it
// takes from the input and from the state before, and changes its memory c and
// its output h.
//
// The sums lie gate by gate: input, forget, cell, output. So do the parameters,
// three for each gate and cell: what a sum from the input is worth, times
// inputScale, what a sum from the state is worth, and the bias.
//
//	i, f, o = σ(…), g = tanh(…)
//	c = f·c + i·g
//	h = o·tanh(c)
//
// h is written as whole 127ths, 128 more.
func portableCells(fromInput, fromState []int32, inputScale float32, parameters, c []float32, h []uint8) {
	n := len(h)
	gate := func(at int) float32 {
		input := float32(float32(float32(fromInput[at])*inputScale) * parameters[at])
		state := float32(float32(fromState[at]) * parameters[4*n+at])
		return float32(input+state) + parameters[8*n+at]
	}
	for i := range h {
		in, forget, out := sigmoid(gate(i)), sigmoid(gate(n+i)), sigmoid(gate(3*n+i))
		c[i] = float32(forget*c[i]) + float32(in*tanh(gate(2*n+i)))
		h[i] = uint8(round(float32(float32(out*tanh(c[i]))*unit)) + zero)
	}
}

// unit is how many steps a quantised number has from 0 to 1, and zero is the
// byte that stands for 0.
const (
	unit = 127
	zero = 128
)

// round returns the whole number nearest to x, the even one of two as near.
// |x| is less than 2²².
func round(x float32) int32 {
	const shift = 3 << 22 // where float32 has steps of one
	return int32(math.Float32bits(x+shift)) - int32(math.Float32bits(shift))
}

// Lambert's continued fraction for the hyperbolic tangent, to its seventh term:
//
//	tanh x = x (135135 + 17325 x² + 378 x⁴ + x⁶) / (135135 + 62370 x² + 3150 x⁴ + 28 x⁶)
//
// It reaches 1 at tanhLimit and is wrong by 10⁻⁴ at most, a hundredth of what
// rounding to 127ths costs.
func tanh(x float32) float32 {
	const tanhLimit = 4.97
	x = min(max(x, -tanhLimit), tanhLimit)
	s := float32(x * x)
	above := float32(float32(float32(float32(float32(s+378)*s)+17325)*s) + 135135)
	below := float32(float32(float32(float32(float32(float32(s*28)+3150)*s)+62370)*s) + 135135)
	return float32(above*x) / below
}

// sigmoid returns 1/(1+e⁻ˣ).
func sigmoid(x float32) float32 { return 0.5 + float32(0.5*tanh(float32(0.5*x))) }
