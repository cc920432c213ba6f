// Package postag is the part-of-speech tagger: one averaged perceptron for Penn
// Treebank tags, from left to right, and a second one for Universal parts of
// speech, which sees the Penn tags on both sides.
package postag

import (
	"strings"

	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/wordform"
)

// Words are the words of a sentence as the features see them.
type Words struct {
	Forms  []wordform.Form
	casing uint64
	verbs  []bool // which Penn tags are those of verbs
}

// NewWords returns room for sentences whose Penn tags are those of the list.
func NewWords(xpos []string) *Words {
	w := &Words{verbs: make([]bool, len(xpos))}
	for i, tag := range xpos {
		w.verbs[i] = strings.HasPrefix(tag, "VB")
	}
	return w
}

// How a sentence writes its words; in a headline a capital says little.
const (
	mixed = iota
	noCapital
	mostlyCapital
	allUpper
)

// Reset makes w describe the words, and keeps its memory.
func (w *Words) Reset(words []string) {
	w.Forms = w.Forms[:0]
	for _, word := range words {
		w.Forms = append(w.Forms, wordform.Of(word))
	}
	w.casing = casing(w.Forms)
}

func casing(forms []wordform.Form) uint64 {
	letters, capital, upper := 0, 0, 0
	for i := range forms {
		if f := &forms[i]; f.Letter {
			letters++
			if f.Capital {
				capital++
			}
			if f.AllUpper {
				upper++
			}
		}
	}
	switch {
	case capital == 0:
		return noCapital
	case letters > 3 && upper*4 > letters*3:
		return allUpper
	case letters > 3 && capital*5 > letters*3:
		return mostlyCapital
	}
	return mixed
}

// outside stands for the words before and after the sentence.
var before, after = wordform.Form{Word: 1, Lower: 1, Shape: 1}, wordform.Form{Word: 2, Lower: 2, Shape: 2}

func (w *Words) at(i int) *wordform.Form {
	switch {
	case i < 0:
		return &before
	case i >= len(w.Forms):
		return &after
	}
	return &w.Forms[i]
}

// tagAt returns a value for the tag of word i; outside the sentence it is 0.
func tagAt(tags []uint8, i int) uint64 {
	if i < 0 || i >= len(tags) {
		return 0
	}
	return uint64(tags[i]) + 1
}

func flag(b bool, bit uint64) uint64 {
	if b {
		return bit
	}
	return 0
}

// XPOSFeatures appends the features for the Penn tag of word i to dst. The tags
// before i are read.
func (w *Words) XPOSFeatures(dst []perceptron.Feature, tags []uint8, i int) []perceptron.Feature {
	f, p1, p2, n1, n2 := w.at(i), w.at(i-1), w.at(i-2), w.at(i+1), w.at(i+2)
	t1, t2 := tagAt(tags, i-1), tagAt(tags, i-2)
	first := flag(i == 0 || i == 1 && !p1.Letter, 1)
	flags := first | flag(f.Capital, 2) | flag(f.AllUpper, 4) | flag(f.Digit, 8) | flag(f.Hyphen, 16) | w.casing<<5
	make := perceptron.Make
	return append(dst,
		make(1),
		make(2, f.Word),
		make(3, f.Lower),
		make(4, f.Shape, flags&^16),
		make(5, flags, f.Suffix[1]),
		make(6, f.Suffix[0]),
		make(7, f.Suffix[1]),
		make(8, f.Suffix[2]),
		make(9, f.Suffix[3]),
		make(10, f.Suffix[4]),
		make(11, f.Prefix[0]),
		make(12, f.Prefix[1]),
		make(13, f.Prefix[2]),
		make(14, f.Prefix[3]),
		make(15, t1),
		make(16, t1, t2),
		make(17, t1, f.Lower),
		make(18, t1, f.Suffix[2]),
		make(19, t1, n1.Lower),
		make(20, t1, t2, f.Lower),
		make(21, p1.Lower),
		make(22, p2.Lower),
		make(23, n1.Lower),
		make(24, n2.Lower),
		make(25, p1.Lower, f.Lower),
		make(26, f.Lower, n1.Lower),
		make(27, p1.Lower, n1.Lower),
		make(28, p1.Suffix[2]),
		make(29, n1.Suffix[2]),
		make(30, n1.Suffix[1], f.Suffix[1]),
		make(31, n1.Shape, flags&7),
		make(32, p1.Shape, flags&7),
		make(33, t1, t2, n1.Suffix[2]),
		make(34, f.Suffix[2], n1.Suffix[2]),
		make(35, n1.Lower, n2.Lower),
		make(36, p1.Lower, p2.Lower),
		make(37, t1, f.Shape),
		make(38, tagAt(tags, i-3), t2, t1),
	)
}

// UPOSFeatures appends the features for the Universal part of speech of word i
// to dst. All Penn tags and the parts of speech before i are read.
func (w *Words) UPOSFeatures(dst []perceptron.Feature, xpos, upos []uint8, i int) []perceptron.Feature {
	f, p1, n1, n2 := w.at(i), w.at(i-1), w.at(i+1), w.at(i+2)
	x := tagAt(xpos, i)
	xp1, xp2, xn1, xn2 := tagAt(xpos, i-1), tagAt(xpos, i-2), tagAt(xpos, i+1), tagAt(xpos, i+2)
	u1 := tagAt(upos, i-1)
	verb := verbAfter(w, xpos, i)
	make := perceptron.Make
	return append(dst,
		make(51, x),
		make(52, x, f.Lower),
		make(53, x, f.Suffix[2]),
		make(54, x, f.Shape),
		make(55, x, xn1),
		make(56, x, xp1),
		make(57, x, xp1, xn1),
		make(58, x, xn1, xn2),
		make(59, x, xp1, xp2),
		make(60, f.Lower, xn1),
		make(61, f.Lower, xp1),
		make(62, f.Lower, xn1, xn2),
		make(63, f.Lower, xp1, xn1),
		make(64, f.Lower, n1.Lower),
		make(65, f.Lower, p1.Lower),
		make(66, f.Lower, xp1, xp2),
		make(67, x, u1),
		make(68, f.Lower, n1.Lower, n2.Lower),
		make(69, f.Lower, verb),
		make(70, f.Lower, verb, xn1),
		make(71, f.Word),
		make(72, f.Lower, tagAt(xpos, i+3), xn1),
	)
}

// verbReach is how far the next verb is looked for: past a subject and adverbs.
const verbReach = 8

// verbAfter returns a value for the tag of the next verb in the clause, which tells an auxiliary from a verb and a subordinator from a
// preposition.
func verbAfter(w *Words, xpos []uint8, i int) uint64 {
	for j := i + 1; j < len(xpos) && j <= i+verbReach; j++ {
		if f := w.at(j); !f.Letter && !f.Digit {
			return 0
		}
		if w.verbs[xpos[j]] {
			return tagAt(xpos, j)
		}
	}
	return 0
}
