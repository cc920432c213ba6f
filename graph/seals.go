package graph

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// seals are checksums (CRC-32) of the sentences that an article's facts rest on,
// by the character at which each begins. They are noted beside the quads, so that
// a sentence which was changed there is found without the article's source. A
// copy stands in the graph without some of its sentences; the seals of all are
// kept.
type seals map[int]uint32

// sealsOf returns the seals of the sentences among an article's quads.
func sealsOf(quads []quad.Quad) seals {
	s := seals{}
	for _, q := range quads {
		if iri, ok := q.Subject.(quad.IRI); ok && q.Predicate == rdfValue && strings.Contains(string(iri), charFragment) {
			s[firstChar(string(iri))] = sealOf(plain(q.Object))
		}
	}
	return s
}

func sealOf(sentence string) uint32 { return crc32.ChecksumIEEE([]byte(sentence)) }

// MarshalText writes seals in base64, some eight characters for each: how far a
// sentence begins behind the one before, then its checksum.
func (s seals) MarshalText() ([]byte, error) {
	var raw []byte
	last := 0
	for _, begin := range slices.Sorted(maps.Keys(s)) {
		raw = binary.AppendUvarint(raw, uint64(begin-last))
		raw = binary.BigEndian.AppendUint32(raw, s[begin])
		last = begin
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText is the inverse of MarshalText.
func (s *seals) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil {
		return fmt.Errorf("seals of %d characters are damaged", len(text))
	}
	*s = seals{}
	for begin := 0; len(raw) > 0; {
		further, n := binary.Uvarint(raw)
		if n <= 0 || len(raw) < n+4 || further > 1<<40 {
			return fmt.Errorf("seals of %d characters are damaged", len(text))
		}
		begin += int(further)
		(*s)[begin] = binary.BigEndian.Uint32(raw[n:])
		raw = raw[n+4:]
	}
	return nil
}
