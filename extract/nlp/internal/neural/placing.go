package neural

// placing says where the rows and columns of a stored matrix go in ours, which
// fills groups of them up with zeros: the cells of each gate, the outputs of
// each direction.
type placing struct {
	rowGroup, rows       int // stored rows of a group, rows it takes
	columnGroup, columns int // the same for columns
}

// row returns where a row goes.
func (p placing) row(i int) int { return i/p.rowGroup*p.rows + i%p.rowGroup }

// plain places nothing elsewhere.
func plain(rows, columns int) placing { return placing{rows, rows, columns, columns} }

// matrix reads a matrix with its biases, where it has any.
func (r *reader) matrix(name, bias string, rows, columns int, p placing) *matrix {
	m := newMatrix((rows+p.rowGroup-1)/p.rowGroup*p.rows, (columns+p.columnGroup-1)/p.columnGroup*p.columns)
	weights, scales := r.rows(name, rows, columns)
	biases := make([]float32, rows)
	if bias != "" {
		biases = r.numbers(bias, rows)
	}
	if r.err != nil {
		return m
	}
	for i := range rows {
		at := p.row(i)
		m.scale[at], m.bias[at] = scales[i], biases[i]
		row := weights[i*columns : (i+1)*columns]
		for column := 0; len(row) > 0; column += p.columns {
			group := min(p.columnGroup, len(row))
			setRow(m, at, column, row[:group])
			row = row[group:]
		}
	}
	return m
}
