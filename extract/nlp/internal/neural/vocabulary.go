package neural

import (
	"errors"
	"strings"
)

// vocabulary finds the row of a word by its normal form. It is a table with
// open addressing, made when the model is read: a map of so many strings would
// take most of the time to start.
type vocabulary struct {
	words []string
	slots []uint32 // 0, or the row of a word; a power of two of them
}

// unknown is the row of all words that the vocabulary lacks. That of the first
// word is 1.
const unknown = 0

// newVocabulary reads words in ascending order, one a line.
func newVocabulary(lines string, count int) (vocabulary, error) {
	size := 4
	for size < 2*count {
		size *= 2
	}
	v := vocabulary{make([]string, 0, count), make([]uint32, size)}
	last := ""
	for rest, more := lines, count > 0; more; {
		var word string
		word, rest, more = strings.Cut(rest, "\n")
		if word <= last || len(v.words) == count {
			return v, errors.New("its words are not in order, or more than it says")
		}
		v.add(word)
		last = word
	}
	if len(v.words) != count {
		return v, errors.New("its words are fewer than it says")
	}
	return v, nil
}

func (v *vocabulary) add(word string) {
	v.words = append(v.words, word)
	mask := uint32(len(v.slots) - 1)
	at := fnv(fnvStart, word) & mask
	for v.slots[at] != 0 {
		at = (at + 1) & mask
	}
	v.slots[at] = uint32(len(v.words))
}

// row returns the row of the word with this normal form.
func (v *vocabulary) row(normal []byte) int {
	mask := uint32(len(v.slots) - 1)
	for at := fnv(fnvStart, normal) & mask; v.slots[at] != 0; at = (at + 1) & mask {
		if v.words[v.slots[at]-1] == string(normal) {
			return int(v.slots[at])
		}
	}
	return unknown
}
