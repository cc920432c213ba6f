package perceptron

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// The format of a model file: the four bytes of magic, the CRC-32 (IEEE) of all
// that follows as four bytes, low byte first, then a DEFLATE stream of
//
//	the number of classes; for each its length and bytes
//	the number of features; for each, in ascending order, its distance from the one before
//	for each feature the number of its weights, a byte
//	for each weight its class, a byte
//	for each weight its value, a signed byte
//
// Numbers are unsigned varints.
const magic = "kgp1"

// maxUnpacked bounds what a damaged file can make us hold: twice what the
// limits on entries and their features can need.
const maxUnpacked = 8 * maxEntries

// Write writes m in the format above. The same model gives the same bytes. The
// error is that of w.
func (m *Model) Write(w io.Writer) error {
	var body bytes.Buffer
	pack, err := flate.NewWriter(&body, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := pack.Write(m.plain()); err != nil {
		return err
	}
	if err := pack.Close(); err != nil {
		return err
	}
	head := binary.LittleEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(body.Bytes()))
	_, err = w.Write(append(head, body.Bytes()...))
	return err
}

// plain returns what the DEFLATE stream holds.
func (m *Model) plain() []byte {
	out := binary.AppendUvarint(nil, uint64(len(m.Classes)))
	for _, c := range m.Classes {
		out = append(binary.AppendUvarint(out, uint64(len(c))), c...)
	}
	out = binary.AppendUvarint(out, uint64(len(m.slots)))
	last := Feature(0)
	for _, s := range m.slots {
		out = binary.AppendUvarint(out, uint64(s.feature-last))
		last = s.feature
	}
	for _, s := range m.slots {
		out = append(out, byte(s.row))
	}
	for _, s := range m.slots {
		for _, e := range m.weights(s) {
			out = append(out, e.class)
		}
	}
	for _, s := range m.slots {
		for _, e := range m.weights(s) {
			out = append(out, byte(e.weight))
		}
	}
	return out
}

// Read reads a model that [Model.Write] wrote. The error says what is wrong
// with the file.
func Read(r io.Reader) (*Model, error) {
	packed, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	if len(packed) < len(magic)+4 || string(packed[:len(magic)]) != magic {
		return nil, fmt.Errorf("no model file: it does not begin with %q; train it again", magic)
	}
	sum, body := binary.LittleEndian.Uint32(packed[len(magic):]), packed[len(magic)+4:]
	if got := crc32.ChecksumIEEE(body); got != sum {
		return nil, fmt.Errorf("damaged model file: its checksum is %08x, want %08x; fetch or train it again", got, sum)
	}
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), maxUnpacked))
	if err != nil {
		return nil, fmt.Errorf("damaged model file: %w", err)
	}
	d := decoder{rest: plain}
	m := d.model()
	if d.err != nil {
		return nil, fmt.Errorf("damaged model file: byte %d of %d: %w", len(plain)-len(d.rest), len(plain), d.err)
	}
	return m, nil
}

// decoder reads the plain bytes. After an error it returns nothing more.
type decoder struct {
	rest []byte
	err  error
}

var errShort = errors.New("it ends too early")

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
	d.rest = nil
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 {
		d.fail(errShort)
		return 0
	}
	d.rest = d.rest[size:]
	return n
}

// count reads a number of things that take a byte each at least.
func (d *decoder) count(what string, limit int) int {
	n := d.uvarint()
	if n > uint64(limit) || n > uint64(len(d.rest)) {
		d.fail(fmt.Errorf("%d %s are too many", n, what))
		return 0
	}
	return int(n)
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.rest) {
		d.fail(errShort)
		return nil
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

func (d *decoder) model() *Model {
	classes := make([]string, d.count("classes", MaxClasses))
	for i := range classes {
		classes[i] = string(d.bytes(d.count("bytes of a class", 1<<10)))
	}
	features := d.features(d.count("features", maxEntries))
	counts := d.bytes(len(features))
	total := 0
	for _, n := range counts {
		total += int(n)
	}
	if total >= maxEntries {
		d.fail(fmt.Errorf("%d weights are too many", total))
	}
	of, weights := d.bytes(total), d.bytes(total)
	if d.err != nil {
		return nil
	}
	if len(d.rest) > 0 {
		d.fail(fmt.Errorf("%d bytes too many", len(d.rest)))
	}
	return d.fill(newModel(classes, len(features)), features, counts, of, weights)
}

func (d *decoder) features(n int) []Feature {
	features := make([]Feature, n)
	last := uint64(0)
	for i := range features {
		step := d.uvarint()
		if step == 0 && i > 0 || last+step > 1<<32-1 || step > 1<<32 {
			d.fail(errors.New("its features are not in order"))
			return nil
		}
		last += step
		features[i] = Feature(last)
	}
	return features
}

// fill puts the weights into m.
func (d *decoder) fill(m *Model, features []Feature, counts, classes, weights []byte) *Model {
	m.entries = make([]entry, 0, len(weights))
	for i, f := range features {
		start := len(m.entries)
		for at := start; at < start+int(counts[i]); at++ {
			if int(classes[at]) >= len(m.Classes) {
				d.fail(fmt.Errorf("class %d of %d", classes[at], len(m.Classes)))
				return nil
			}
			m.entries = append(m.entries, entry{classes[at], int8(weights[at])})
		}
		m.add(f, start)
	}
	return m.seal()
}
