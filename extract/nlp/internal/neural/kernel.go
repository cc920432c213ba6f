package neural

// kernels are the loops in which nearly all the time goes. There are several
// sets of them, and all give the same bits: the products are whole numbers, and
// the few steps in floating point are done lane by lane in one order, each
// rounded by itself.
type kernels struct {
	// panel sets acc to the products of a panel of a matrix with the vector x,
	// one for each of the panelRows rows.
	panel func(acc []int32, panel []int8, correction []int32, x []uint8)

	// panel4 is panel for four vectors, which begin stride bytes apart in x;
	// their results begin accStride numbers apart in acc. It is nil where four
	// calls of panel are as quick.
	panel4 func(acc []int32, accStride int, panel []int8, correction []int32, x []uint8, stride int)

	// cells makes a step of an LSTM; see [portableCells].
	cells func(fromInput, fromState []int32, inputScale float32, parameters, c []float32, h []uint8)

	// relate sets scores to sums of products; see [portableRelate].
	relate func(scores []float32, acc []int32, scale, head []float32)
}

// panelRows is how many rows of a matrix a kernel works on at a time: the lanes
// of four of the widest registers.
const panelRows = 64

// depth is how many columns of a row lie side by side, as VPDPBUSD takes them.
const depth = 4

// portable are the kernels in plain Go.
var portable = kernels{panel: portablePanel, cells: portableCells, relate: portableRelate}

func portablePanel(acc []int32, panel []int8, correction []int32, x []uint8) {
	const step = panelRows * depth
	for row := range panelRows {
		sum := correction[row]
		for at, k := row*depth, 0; at < len(panel); at, k = at+step, k+depth {
			w, v := panel[at:at+depth:at+depth], x[k:k+depth:k+depth]
			sum += int32(w[0])*int32(v[0]) + int32(w[1])*int32(v[1]) + int32(w[2])*int32(v[2]) + int32(w[3])*int32(v[3])
		}
		acc[row] = sum
	}
}
