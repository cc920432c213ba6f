package neural

// scratch is the memory in which a sentence is analysed. It grows to what the
// longest sentence needs, and is used again.
type scratch struct {
	form         form
	input        vectors
	below, above states  // of the layer before and of the one that is computed
	product      product // of a matrix with all words
	sums         []int32 // of a matrix with one state
	memory       []float32

	dependents vectors // words as dependents, and in the other hidden layers
	headSide   vectors // the root and the words as heads
	labels     []float32
	from       []int32 // see names.decode
	pairs      matrix  // see parser.packHeads
	row        []float32
	rowBytes   []uint8
	arcs       []float32
	byHead     []float32
	heads      []int32
	tree       treeFinder
}
