package neural

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func randomBytes(rnd *rand.Rand, n int) []uint8 {
	x := make([]uint8, n)
	for i := range x {
		x[i] = uint8(1 + rnd.IntN(255))
	}
	return x
}

// randomPanel returns a panel with its correction; every eighth has nothing but
// extreme weights.
func randomPanel(rnd *rand.Rand, columns int) (panel []int8, correction []int32) {
	panel, correction = make([]int8, panelRows*columns), make([]int32, panelRows)
	extreme := rnd.IntN(8) == 0
	for i := range panel {
		panel[i] = int8(rnd.IntN(255) - 127)
		if extreme {
			panel[i] = int8(254*rnd.IntN(2) - 127)
		}
		correction[i/depth%panelRows] -= zero * int32(panel[i])
	}
	return panel, correction
}

func TestPanelsGiveTheSameBits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		columns := columnUnit * rnd.IntN(60)
		panel, correction := randomPanel(rnd, columns)
		stride := columns + 16*rnd.IntN(3)
		x := randomBytes(rnd, 4*stride)
		accStride := panelRows * (1 + rnd.IntN(3))
		want := make([]int32, 4*accStride)
		for i := range 4 {
			portable.panel(want[i*accStride:][:panelRows], panel, correction, x[i*stride:][:columns])
		}
		for name, k := range assembled() {
			got := make([]int32, 4*accStride)
			for i := range 4 {
				k.panel(got[i*accStride:][:panelRows], panel, correction, x[i*stride:][:columns])
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%s: panel of %d columns differs", name, columns)
			}
			if k.panel4 == nil {
				continue
			}
			clear(got)
			k.panel4(got, accStride, panel, correction, x, stride)
			if !slices.Equal(got, want) {
				t.Fatalf("%s: panel4 of %d columns differs", name, columns)
			}
		}
	}
}

// The portable panel is the scalar product.
func TestPanel(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	const columns = 24
	panel, correction := randomPanel(rnd, columns)
	x, acc := randomBytes(rnd, columns), make([]int32, panelRows)
	portable.panel(acc, panel, correction, x)
	for row, got := range acc {
		want := int32(0)
		for k, v := range x {
			want += (int32(v) - zero) * int32(panel[(k/depth*panelRows+row)*depth+k%depth])
		}
		if got != want {
			t.Fatalf("row %d: %d, want %d", row, got, want)
		}
	}
}

func TestCellsGiveTheSameBits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		n := cellUnit * rnd.IntN(20)
		input, state := make([]int32, 4*n), make([]int32, 4*n)
		parameters, c := make([]float32, 12*n), make([]float32, n)
		for i := range input {
			input[i], state[i] = int32(rnd.IntN(1<<21)-1<<20), int32(rnd.IntN(1<<21)-1<<20)
		}
		for i := range parameters {
			parameters[i] = float32(rnd.NormFloat64() * 1e-5)
		}
		for i := range 4 * n {
			parameters[8*n+i] = float32(rnd.NormFloat64())
		}
		for i := range c {
			c[i] = float32(rnd.NormFloat64())
		}
		inputScale := rnd.Float32() * 3
		wantC, wantH := slices.Clone(c), make([]uint8, n)
		portable.cells(input, state, inputScale, parameters, wantC, wantH)
		for name, k := range assembled() {
			gotC, gotH := slices.Clone(c), make([]uint8, n)
			k.cells(input, state, inputScale, parameters, gotC, gotH)
			for i := range c {
				if math.Float32bits(gotC[i]) != math.Float32bits(wantC[i]) {
					t.Fatalf("%s: memory of cell %d of %d: %v, want %v", name, i, n, gotC[i], wantC[i])
				}
			}
			if !slices.Equal(gotH, wantH) {
				t.Fatalf("%s: the outputs of %d cells differ", name, n)
			}
		}
	}
}

func TestTanhAndSigmoid(t *testing.T) {
	const worst = 1.1e-4
	for x := -20.0; x <= 20; x += 1.0 / 128 {
		if got, want := float64(tanh(float32(x))), math.Tanh(x); math.Abs(got-want) > worst || math.Abs(got) > 1 {
			t.Errorf("tanh %v = %v, want %v", x, got, want)
		}
		if got, want := float64(sigmoid(float32(x))), 1/(1+math.Exp(-x)); math.Abs(got-want) > worst || got < 0 || got > 1 {
			t.Errorf("sigmoid %v = %v, want %v", x, got, want)
		}
	}
}

func TestRound(t *testing.T) {
	for x, want := range map[float32]int32{0: 0, 0.5: 0, 1.5: 2, 2.5: 2, -0.5: 0, -1.5: -2, 126.6: 127, -126.4: -126} {
		if got := round(x); got != want {
			t.Errorf("round %v = %d, want %d", x, got, want)
		}
	}
}

func TestRelateGivesTheSameBits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		width, relations := relateLanes*rnd.IntN(6), rnd.IntN(60)
		acc := make([]int32, relations*width)
		scale, head := make([]float32, len(acc)), make([]float32, width)
		for i := range acc {
			acc[i], scale[i] = int32(rnd.IntN(1<<21)-1<<20), float32(rnd.NormFloat64())
		}
		for i := range head {
			head[i] = float32(rnd.NormFloat64())
		}
		want := make([]float32, relations)
		portable.relate(want, acc, scale, head)
		for name, k := range assembled() {
			got := make([]float32, relations)
			k.relate(got, acc, scale, head)
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
					t.Fatalf("%s: %d relations, width %d: score %d is %v, want %v", name, relations, width, i, got[i], want[i])
				}
			}
		}
	}
}
