package neural

// product is the memory for the products of a matrix with some vectors.
type product struct {
	rows int
	acc  []int32
}

// multiply computes the products of m with n vectors.
func (p *product) multiply(k *kernels, m *matrix, x []uint8, n, stride int) {
	p.rows, p.acc = m.rows, resized(p.acc, n*m.rows)
	m.multiply(k, p.acc, x, n, stride)
}

// row returns the product with the vector with index i.
func (p *product) row(i int) []int32 { return p.acc[i*p.rows : (i+1)*p.rows] }

// numbers writes what a product stands for to out: acc · scale · w + bias.
func (m *matrix) numbers(out []float32, acc []int32, w float32) {
	scale, bias := m.scale[:len(out)], m.bias[:len(out)]
	acc = acc[:len(out)]
	for i := range out {
		out[i] = float32(float32(float32(acc[i])*w)*scale[i]) + bias[i]
	}
}

// hidden sets out, from the vector at on, to the rectified products of m with n
// vectors whose bytes are worth w each.
func (s *scratch) hidden(k *kernels, m *matrix, x []uint8, n, stride int, w float32, out *vectors, at int) {
	s.linear(k, m, x, n, stride, w, out, at)
	out.rectify(at, at+n)
}

// linear is hidden without the rectifying and the bytes.
func (s *scratch) linear(k *kernels, m *matrix, x []uint8, n, stride int, w float32, out *vectors, at int) {
	s.product.multiply(k, m, x, n, stride)
	for i := range n {
		m.numbers(out.at(at+i), s.product.row(i), w)
	}
}

// add adds the products of m with n vectors to out.
func (s *scratch) add(k *kernels, m *matrix, x *vectors, n int, out *vectors) {
	s.product.multiply(k, m, x.bytes, n, x.stride)
	s.row = resized(s.row, out.width)
	for i := range n {
		m.numbers(s.row, s.product.row(i), x.scales[i])
		for j, v := range s.row {
			out.at(i)[j] += v
		}
	}
}

// rectify puts zeros for what is less in some of the vectors, and makes their
// bytes.
func (v *vectors) rectify(first, end int) {
	for i := first; i < end; i++ {
		values := v.at(i)
		for j, value := range values {
			if value < 0 {
				values[j] = 0
			}
		}
		v.quantise(i)
	}
}

// scores sets the rows of out, each width numbers, to the products of m with
// vectors.
func (s *scratch) scores(k *kernels, m *matrix, v *vectors, n int, out []float32, width int) {
	s.product.multiply(k, m, v.bytes, n, v.stride)
	for i := range n {
		m.numbers(out[i*width:(i+1)*width], s.product.row(i), v.scales[i])
	}
}

// best returns the index of the greatest number, the first of equals.
func best(scores []float32) int {
	at := 0
	for i, score := range scores {
		if score > scores[at] {
			at = i
		}
	}
	return at
}
