package neural

// The sizes of a matrix and of a layer are filled up with zeros to multiples of
// these: what the kernels take at a time.
const (
	columnUnit = 2 * depth
	cellUnit   = 16
)

func roundUp(n, unit int) int { return (n + unit - 1) / unit * unit }

// matrix is a matrix of whole numbers from -127 to 127, in panels of panelRows
// rows. Of each panel come the first depth columns of every row, then the next.
type matrix struct {
	rows, columns int // filled up
	weights       []int8
	correction    []int32   // of each row -zero times the sum of its weights
	scale         []float32 // of each row
	bias          []float32 // of each row
}

// newMatrix returns a matrix of zeros that has room for rows and columns.
func newMatrix(rows, columns int) *matrix {
	m := &matrix{}
	m.reset(rows, columns)
	return m
}

// reset makes m a matrix of zeros, in the memory it has if that is enough.
func (m *matrix) reset(rows, columns int) {
	m.rows, m.columns = roundUp(rows, panelRows), roundUp(columns, columnUnit)
	m.weights = zeroed(m.weights, m.rows*m.columns)
	m.correction = zeroed(m.correction, m.rows)
	m.scale = zeroed(m.scale, m.rows)
	m.bias = zeroed(m.bias, m.rows)
}

// zeroed returns n zeros, in the memory of s if that is enough.
func zeroed[T int8 | int32 | float32](s []T, n int) []T {
	s = resized(s, n)
	clear(s)
	return s
}

// resized returns a slice of n elements, whatever they are, in the memory of s
// if that is enough.
func resized[S ~[]T, T any](s S, n int) S {
	if cap(s) < n {
		return make(S, n, n+n/4)
	}
	return s[:n]
}

// setRow writes weights, bytes with a sign, into a row of m that has none yet,
// from a column on that is a multiple of depth.
func setRow[B string | []byte](m *matrix, row, column int, weights B) {
	at := row/panelRows*panelRows*m.columns + row%panelRows*depth + column*panelRows
	sum, k := int32(0), 0
	for ; k+depth <= len(weights); k += depth {
		a, b, c, d := int8(weights[k]), int8(weights[k+1]), int8(weights[k+2]), int8(weights[k+3])
		to := m.weights[at : at+depth : at+depth]
		to[0], to[1], to[2], to[3] = a, b, c, d
		sum += int32(a) + int32(b) + int32(c) + int32(d)
		at += panelRows * depth
	}
	for i := k; i < len(weights); i++ {
		m.weights[at+i-k] = int8(weights[i])
		sum += int32(int8(weights[i]))
	}
	m.correction[row] -= zero * sum
}

// panel returns the panel with index i and its correction.
func (m *matrix) panel(i int) ([]int8, []int32) {
	size := panelRows * m.columns
	return m.weights[i*size : (i+1)*size], m.correction[i*panelRows : (i+1)*panelRows]
}

// multiply sets acc to the products of m with n vectors, which begin stride
// bytes apart in x. Of each come m.rows numbers.
func (m *matrix) multiply(k *kernels, acc []int32, x []uint8, n, stride int) {
	for p := range m.rows / panelRows {
		panel, correction := m.panel(p)
		i := 0
		if k.panel4 != nil {
			for ; i+4 <= n; i += 4 {
				k.panel4(acc[i*m.rows+p*panelRows:], m.rows, panel, correction, x[i*stride:], stride)
			}
		}
		for ; i < n; i++ {
			at := i*m.rows + p*panelRows
			k.panel(acc[at:at+panelRows], panel, correction, x[i*stride:i*stride+m.columns])
		}
	}
}
