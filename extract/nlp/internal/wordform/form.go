// Package wordform describes words by hashes: what the sentence
// splitter knows of a word's form. Nothing here allocates.
package wordform

import (
	"unicode"
	"unicode/utf8"

	"kg/extract/nlp/internal/perceptron"
)

// Suffixes is the length of the longest suffix that is kept, in characters.
const Suffixes = 5

// Form is what is known of a word by itself. A hash of 0 stands for nothing: a
// word too short for the affix.
type Form struct {
	Word   uint64 // as written, figures all alike
	Lower  uint64 // in lower case
	Shape  uint64 // "Xxx" for "Oslo", "0.0" for "3.5"
	Suffix [Suffixes]uint64

	Capital  bool // begins with an upper-case letter
	AllUpper bool // has two upper-case letters or more, and no lower-case one
	Letter   bool // has a letter
	Digit    bool // has a figure
}

const seed = 0x51_7c_c1_b7_27_22_0a_95

// Of describes a word. Curly quotation marks and apostrophes are those of a
// typewriter, dashes are one, and any figure is the same.
func Of(word string) Form {
	f := Form{Word: seed, Lower: seed, Shape: seed}
	upper, lower := 0, 0
	var last, before rune // of the shape
	for i, r := range word {
		r = plain(r)
		small := unicode.ToLower(r)
		s := shape(r)
		switch s {
		case 'X':
			upper++
			f.Capital = f.Capital || i == 0
		case 'x':
			lower++
		case '0':
			r, small = '0', '0'
			f.Digit = true
		}
		f.Word = perceptron.Hash(f.Word, uint64(r))
		f.Lower = perceptron.Hash(f.Lower, uint64(small))
		if s != last || s != before { // at most two alike in a row
			f.Shape = perceptron.Hash(f.Shape, uint64(s))
		}
		last, before = s, last
	}
	f.Letter = upper+lower > 0
	f.AllUpper = upper > 1 && lower == 0
	f.suffixes(word)
	return f
}

func (f *Form) suffixes(word string) {
	h := uint64(seed + 1)
	for i := range f.Suffix {
		if word == "" {
			return
		}
		r, size := utf8.DecodeLastRuneInString(word)
		word = word[:len(word)-size]
		r = unicode.ToLower(plain(r))
		if shape(r) == '0' {
			r = '0'
		}
		h = perceptron.Hash(h, uint64(r))
		f.Suffix[i] = h
	}
}

// plain returns the typewriter's form of a quotation mark, apostrophe or dash.
func plain(r rune) rune {
	if r < 0x80 {
		return r
	}
	switch r {
	case '“', '”', '„', '«', '»', '＂':
		return '"'
	case '’', '‘', '‚', '‹', '›':
		return '\''
	case '–', '—', '‐', '‑', '−':
		return '-'
	case '…':
		return '.'
	}
	return r
}

func shape(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return '0'
	case r < 0x80:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return '0'
	}
	return r
}
