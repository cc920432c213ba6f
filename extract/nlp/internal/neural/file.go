package neural

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// The format of a network's file, as train/network/export.py writes it. All
// numbers are little-endian.
//
//	magic, the version and the length of the header, 4 bytes each
//	the header, as JSON
//	zeros up to a multiple of 16
//	the data
//
// The header says where in the data the vocabulary and every tensor lie. A
// matrix is stored row by row as signed bytes, with a float32 for each row that
// says what its bytes are worth; other tensors are float32.
const (
	magic     = "KGNN"
	version   = 1
	alignment = 16
	lead      = len(magic) + 8
)

// Limits on what a file may say, so that a damaged one cannot make us hold much
// more than it holds itself, nor compute with numbers that have no bounds.
const (
	maxWidth  = 1 << 12
	maxLayers = 8
	maxLabels = 1 << 10
	maxRows   = 1 << 20
	maxNumber = 1e6
)

// header is the JSON of a file.
type header struct {
	Config  config
	Affixes []struct {
		Name string
		Rows int
	}
	XPOS       []string
	UPOS       []string
	NER        []string
	Relations  []string
	Vocabulary struct{ Offset, Length, Count int }
	Tensors    []tensor
}

// config has the sizes of a network.
type config struct {
	Word   int // width of the embedding of a word
	Affix  int // width of the embedding of an affix
	Hidden int // cells of an LSTM
	Layers int // of LSTMs, one in either direction
	Tag    int // width of the layer before the tags
	NER    int // width of the layer before the names
	Arc    int // width of what a word is as a dependent or as a head
	Rel    int // the same for the relation between the two

	// TagLayer is the layer of LSTMs, from 1, that tags are read off.
	TagLayer int `json:"tag_layer"`
}

// tensor says where a tensor lies.
type tensor struct {
	Name   string
	Shape  []int
	Type   string `json:"dtype"`
	Offset int
	Scales int // of the numbers that the rows are multiplied with
}

// check returns an error unless the sizes are ones to compute with.
func (c config) check() error {
	for _, n := range [...]int{c.Word, c.Affix, c.Hidden, c.Tag, c.NER, c.Arc, c.Rel} {
		if n < 1 || n > maxWidth {
			return fmt.Errorf("a width of %d, want 1 to %d", n, maxWidth)
		}
	}
	if c.Layers < 1 || c.Layers > maxLayers || c.TagLayer < 1 || c.TagLayer > c.Layers {
		return fmt.Errorf("%d layers with tags after layer %d, want at most %d", c.Layers, c.TagLayer, maxLayers)
	}
	return nil
}

// reader gives out the parts of a file. After an error it gives out zeros.
type reader struct {
	header
	data    string
	tensors map[string]tensor
	err     error
}

// newReader reads the header of a file.
func newReader(file string) (*reader, error) {
	if len(file) < lead || file[:len(magic)] != magic {
		return nil, fmt.Errorf("it does not begin with %q", magic)
	}
	number := func(at int) uint32 { return binary.LittleEndian.Uint32([]byte(file[at : at+4])) }
	if v := number(len(magic)); v != version {
		return nil, fmt.Errorf("it has version %d of the format, want %d", v, version)
	}
	length := int64(number(len(magic) + 4))
	end := int64(lead) + length
	start := (end + alignment - 1) / alignment * alignment
	if start > int64(len(file)) {
		return nil, errors.New("it ends inside its header")
	}
	r := &reader{data: file[start:], tensors: make(map[string]tensor)}
	if err := json.Unmarshal([]byte(file[lead:end]), &r.header); err != nil {
		return nil, fmt.Errorf("its header: %w", err)
	}
	for _, t := range r.Tensors {
		r.tensors[t.Name] = t
	}
	return r, r.Config.check()
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// bytes returns length bytes of the data.
func (r *reader) bytes(name string, offset, length int) string {
	if offset < 0 || length < 0 || offset > len(r.data) || length > len(r.data)-offset {
		r.fail("%s lies outside the file", name)
		return ""
	}
	return r.data[offset : offset+length]
}

// find returns the tensor of this type with as many rows and columns; a tensor
// of numbers has one column.
func (r *reader) find(name, typ string, rows, columns int) (tensor, bool) {
	t, ok := r.tensors[name]
	if !ok {
		r.fail("there is no tensor %s", name)
		return t, false
	}
	size := int64(1)
	for _, n := range t.Shape {
		if n < 0 || n > maxRows || size > maxRows*maxWidth {
			size = -1
			break
		}
		size *= int64(n)
	}
	if size != int64(rows)*int64(columns) || t.Type != typ || len(t.Shape) == 0 || t.Shape[0] != rows {
		r.fail("the tensor %s is %s %v, want %s [%d %d]", name, t.Type, t.Shape, typ, rows, columns)
		return t, false
	}
	return t, true
}

// numbers returns the tensor of n numbers.
func (r *reader) numbers(name string, n int) []float32 {
	t, ok := r.find(name, "f32", n, 1)
	if !ok {
		return make([]float32, n)
	}
	return r.floats(name, t.Offset, n)
}

func (r *reader) floats(name string, offset, n int) []float32 {
	out := make([]float32, n)
	raw := r.bytes(name, offset, 4*n)
	if r.err != nil {
		return out
	}
	for i := range out {
		b := raw[4*i : 4*i+4]
		out[i] = math.Float32frombits(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
		if !(out[i] >= -maxNumber && out[i] <= maxNumber) {
			r.fail("number %d of %s is %v", i, name, out[i])
			return out
		}
	}
	return out
}

// rows returns the bytes of a tensor, and what those of each row are worth.
func (r *reader) rows(name string, rows, columns int) (string, []float32) {
	t, ok := r.find(name, "i8", rows, columns)
	if !ok {
		return "", nil
	}
	return r.bytes(name, t.Offset, rows*columns), r.floats(name, t.Scales, rows)
}

// labels returns a list of labels, which has to have some.
func (r *reader) labels(name string, labels []string) []string {
	if len(labels) == 0 || len(labels) > maxLabels {
		r.fail("it has %d labels for %s, want 1 to %d", len(labels), name, maxLabels)
	}
	for _, label := range labels {
		if label == "" {
			r.fail("a label for %s is empty", name)
		}
	}
	return labels
}
