package graph

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A likeness is what is kept of a text to tell others that are like it.
type likeness struct {
	Runs  sketch `json:"runs"`  // of its shingles: all runs of shingleWords words
	Names sketch `json:"names"` // of its words with a capital or a figure
}

// A sketch tells how much of a set stands in another without either set: it
// holds the smallest hashes of what is in it (Broder, "On the resemblance and
// containment of documents", 1997). Equal sets have equal sketches on any
// machine. A set of up to sketchSize is sketched whole; of a larger one the
// sketch is a fair sample, and a share of it is known to ±.03.
type sketch []uint64

const (
	shingleWords = 5      // fewer are found by chance in articles on one subject
	sketchSize   = 256    // of eight bytes each, beside some 100 quads of an article
	sketchedText = 20_000 // words that are looked at; what is longer is a book
)

// likenessOf returns the likeness of a text. Punctuation does not count, nor
// case in shingles.
func likenessOf(text string) likeness {
	var runs, names []uint64
	var last [shingleWords]uint64
	count := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		h := hashWord(word)
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) {
			names = append(names, spread(h))
		}
		last[count%shingleWords] = h
		if count++; count >= shingleWords {
			runs = append(runs, hashRun(last, count%shingleWords))
		}
		if count == sketchedText {
			break
		}
	}
	return likeness{sketchOf(runs), sketchOf(names)}
}

func sketchOf(hashes []uint64) sketch {
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return slices.Clone(hashes[:min(len(hashes), sketchSize)])
}

// hashWord is FNV-1a over a word in lower case.
func hashWord(word string) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range word {
		h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
	}
	return h
}

// hashRun hashes the words of a ring, of which the oldest is at first.
func hashRun(words [shingleWords]uint64, first int) uint64 {
	h := uint64(0)
	for i := range words {
		h = spread(h ^ words[(first+i)%shingleWords])
	}
	return h
}

// spread mixes the bits of a hash, so that the smallest are a fair sample (the
// last steps of SplitMix64).
func spread(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// contained returns the share of the smaller set that stands in the other, and
// of how many members of it that is known.
func (a sketch) contained(b sketch) (share float64, known int) {
	most := uint64(math.MaxUint64) // up to here both are whole
	for _, s := range []sketch{a, b} {
		if len(s) == sketchSize {
			most = min(most, s[len(s)-1])
		}
	}
	i, j, both := 0, 0, 0
	for i < len(a) && j < len(b) && a[i] <= most && b[j] <= most {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			i, j, both = i+1, j+1, both+1
		}
	}
	known = min(a.upTo(most), b.upTo(most))
	return float64(both) / float64(max(known, 1)), known
}

// upTo counts the hashes up to most.
func (a sketch) upTo(most uint64) int {
	n, found := slices.BinarySearch(a, most)
	if found {
		n++
	}
	return n
}

// MarshalText writes a sketch in base64.
func (a sketch) MarshalText() ([]byte, error) {
	var raw []byte
	for _, h := range a {
		raw = binary.BigEndian.AppendUint64(raw, h)
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText is the inverse of MarshalText.
func (a *sketch) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil || len(raw)%8 != 0 {
		return fmt.Errorf("a sketch of %d characters is damaged", len(text))
	}
	*a = make(sketch, 0, len(raw)/8)
	for ; len(raw) > 0; raw = raw[8:] {
		*a = append(*a, binary.BigEndian.Uint64(raw))
	}
	return nil
}
