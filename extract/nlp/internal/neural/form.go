package neural

import (
	"unicode"
	"unicode/utf8"
)

// form is what the network sees of a word: its normal form, by which the
// vocabulary has it, and the hashes of its affixes and its shape. The trainer
// makes the same of it, in train/network/features.py.
type form struct {
	normal []byte
	hash   [affixKinds]uint32
	shape  []byte
}

// The affixes, in the order of their tables: the last one to four characters,
// the beginning of the word being one (^), the first one to three, its end
// being one ($), and the shape.
const (
	suffixes   = 4
	prefixes   = 3
	affixKinds = suffixes + prefixes + 1
)

var affixNames = [affixKinds]string{
	"suffix1", "suffix2", "suffix3", "suffix4", "prefix1", "prefix2", "prefix3", "shape",
}

// longestRun is how many characters of a kind in a row a shape has at most.
const longestRun = 4

// set describes a word. A byte that is not UTF-8 is U+FFFD.
func (f *form) set(word string) {
	f.normal, f.shape = f.normal[:0], f.shape[:0]
	var last rune
	run := 0
	for _, r := range word {
		r = straight(r)
		f.normal = utf8.AppendRune(f.normal, normal(r))
		s := shapeOf(r)
		if s != last {
			last, run = s, 0
		}
		if run++; run <= longestRun {
			f.shape = utf8.AppendRune(f.shape, s)
		}
	}
	f.hashSuffixes()
	f.hashPrefixes()
	f.hash[affixKinds-1] = fnv(fnvStart, f.shape)
}

func (f *form) hashSuffixes() {
	start := len(f.normal)
	for i := range suffixes {
		if start <= 0 { // the whole word and the mark before it
			f.hash[i] = fnv(fnvByte(fnvStart, '^'), f.normal)
			continue
		}
		_, size := utf8.DecodeLastRune(f.normal[:start])
		start -= size
		f.hash[i] = fnv(fnvStart, f.normal[start:])
	}
}

func (f *form) hashPrefixes() {
	rest, hash, ended := f.normal, uint32(fnvStart), false
	for i := range prefixes {
		switch {
		case len(rest) > 0:
			_, size := utf8.DecodeRune(rest)
			hash, rest = fnv(hash, rest[:size]), rest[size:]
		case !ended:
			hash, ended = fnvByte(hash, '$'), true
		}
		f.hash[suffixes+i] = hash
	}
}

// straight returns the typewriter's form of a quotation mark.
func straight(r rune) rune {
	switch r {
	case '‘', '’', '`':
		return '\''
	case '“', '”':
		return '"'
	}
	return r
}

// normal returns r in lower case, any figure as 0.
func normal(r rune) rune {
	switch {
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// shapeOf returns X for a capital, x for another letter, d for a figure.
func shapeOf(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf || !unicode.IsLetter(r):
		return r
	case unicode.IsUpper(r):
		return 'X'
	}
	return 'x'
}

// The 32-bit FNV-1a hash, in steps.
const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

func fnvByte(hash uint32, b byte) uint32 { return (hash ^ uint32(b)) * fnvPrime }

func fnv[B string | []byte](hash uint32, text B) uint32 {
	for i := range len(text) {
		hash = fnvByte(hash, text[i])
	}
	return hash
}
