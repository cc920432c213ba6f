// Package sentsplit decides between which tokens a sentence ends: an averaged
// perceptron over what stands on both sides of the gap.
package sentsplit

import (
	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/wordform"
)

// Gap is what stands between a token and the one before it.
type Gap uint8

const (
	Glued Gap = iota // nothing
	Space            // one space
	Wide             // more white space in the line
	Break            // a line break, which ends a sentence by itself
)

// Mark is what a token does at the end or the start of a sentence.
type Mark uint8

const (
	Word   Mark = iota
	Stop        // "."
	Shout       // "!", "?", "?!"
	Dots        // "...", "…"
	Short       // an abbreviation with its full stop
	Title       // one that stands before a name: "Mr.", "Gen."
	Letter      // an initial: "J."
	Closer      // a closing quotation mark or bracket
	Opener      // an opening one
	Colon       // ":", ";"
	Dash        // "-", "–", "—", "--"
	Comma       // ",", and what else can't begin a sentence
	Bullet      // "*", "=", and other signs
	Item        // "•", which begins an item of a list on the line
)

// Token is a token as the features see it.
type Token struct {
	Word, Lower, Shape, Suffix uint64 // hashes; the suffix has three letters

	Capital, AllUpper, Letter, Digit bool // as those of a [wordform.Form]

	Gap     Gap
	Mark    Mark
	Starter bool // capitalised, it starts sentences rather than goes on with a name
	Speech  bool // a speaker and a verb of saying start here
	Quoted  bool // a quotation is open after it
	Nested  bool // a bracket is open after it
}

// Of returns the token of a word as far as its form goes: the whole form would
// take three times the memory, and texts are held whole.
func Of(word string) Token {
	f := wordform.Of(word)
	return Token{
		Word: f.Word, Lower: f.Lower, Shape: f.Shape, Suffix: f.Suffix[2],
		Capital: f.Capital, AllUpper: f.AllUpper, Letter: f.Letter, Digit: f.Digit,
	}
}

// Text is a tokenized text.
type Text struct {
	Tokens []Token

	style   uint64           // how its sentences begin
	small   map[uint64]bool  // the words that it writes small somewhere
	lineEnd []int32          // index after the last token of each token's line
	lines   map[int32]uint64 // by lineEnd: what the line is like
}

// NewText returns the text of the tokens.
func NewText(tokens []Token) *Text {
	t := &Text{Tokens: tokens, small: map[uint64]bool{}, lineEnd: make([]int32, len(tokens)), lines: map[int32]uint64{}}
	t.readStyle()
	t.readLines()
	return t
}

// How a text begins its sentences.
const (
	proper    = iota // with a capital
	careless         // one in ten without
	lowercase        // half of them without
	shouting         // most words are in capitals
)

func (t *Text) readStyle() {
	starts, small, words, upper := 0, 0, 0, 0
	for i := range t.Tokens {
		token := &t.Tokens[i]
		if !token.Letter {
			continue
		}
		words++
		upper += one(token.AllUpper)
		if !token.Capital {
			t.small[token.Lower] = true
		}
		if i > 0 && token.Gap != Glued && (t.Tokens[i-1].Mark == Stop || token.Gap == Break) {
			starts++
			small += one(!token.Capital)
		}
	}
	switch {
	case upper*2 > words && words > 4:
		t.style = shouting
	case small*2 > starts:
		t.style = lowercase
	case small*10 > starts:
		t.style = careless
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// readLines finds where lines end and whether they have and end with a mark.
func (t *Text) readLines() {
	end := int32(len(t.Tokens))
	inner := false
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		t.lineEnd[i] = end
		mark := t.Tokens[i].Mark
		if mark == Stop || mark == Shout {
			inner = true
		}
		if t.Tokens[i].Gap == Break || i == 0 {
			first, last := t.Tokens[i].Mark, t.Tokens[end-1].Mark
			t.lines[end] = flag(inner, 1) | flag(last == Stop || last == Shout || last == Dots || last == Closer, 2) |
				flag(first == Bullet || first == Item || first == Dash, 4) | size(int(end)-i)<<3
			end, inner = int32(i), false
		}
	}
}

// size returns a value for a number of tokens: few values, finer for small ones.
func size(n int) uint64 {
	switch {
	case n < 6:
		return uint64(n)
	case n < 10:
		return 6
	case n < 18:
		return 7
	case n < 40:
		return 8
	}
	return 9
}

func flag(b bool, bit uint64) uint64 {
	if b {
		return bit
	}
	return 0
}

var outside = Token{Word: 1, Lower: 1, Shape: 1}

func (t *Text) at(i int) *Token {
	if i < 0 || i >= len(t.Tokens) {
		return &outside
	}
	return &t.Tokens[i]
}

// longestClosing is how many closing marks may follow a full stop, and opening
// ones precede a word.
const longestClosing = 4

// end returns the token that would end the sentence if it ended after token i:
// the one before the closing marks.
func (t *Text) end(i int) int {
	for j := i; j >= 0 && j > i-longestClosing; j-- {
		if t.Tokens[j].Mark != Closer {
			return j
		}
	}
	return i
}

// start returns the first token from i on that is no opening mark.
func (t *Text) start(i int) int {
	for j := i; j < len(t.Tokens) && j < i+longestClosing; j++ {
		if m := t.Tokens[j].Mark; m != Opener && m != Bullet && m != Item && m != Dash {
			return j
		}
	}
	return i
}

// How a word is written.
func (t *Text) casing(f *Token) uint64 {
	switch {
	case f.Digit && !f.Letter:
		return 1
	case !f.Letter:
		return 2
	case !f.Capital:
		return 3
	}
	return 4 + flag(f.AllUpper, 1) + flag(t.small[f.Lower], 2) + flag(f.Starter, 4)
}

// Features appends the features of the gap after token i to dst, in a sentence
// that began at token first.
func (t *Text) Features(dst []perceptron.Feature, first, i int) []perceptron.Feature {
	e, s := t.end(i), t.start(i+1)
	w, next := t.at(i), t.at(i+1)
	last, b1, b2 := t.at(e), t.at(e-1), t.at(e-2)
	if last.Mark == Word || last.Mark == Short || last.Mark == Title || last.Mark == Letter {
		b1, b2 = last, b1
	}
	word, n2 := t.at(s), t.at(s+1)
	casing := t.casing(word)
	mark := uint64(last.Mark)<<1 | flag(e < i, 1)
	gap := uint64(next.Gap)
	opener := uint64(next.Mark)
	key := mark<<3 | gap
	style := t.style
	make := perceptron.Make
	return append(dst,
		make(1, key),
		make(2, key, casing),
		make(3, key, casing, opener, uint64(word.Mark)),
		make(4, mark, casing, b1.Lower),
		make(5, key, casing, b1.Shape),
		make(6, key, word.Lower),
		make(7, mark, casing, word.Lower),
		make(8, b1.Lower, word.Lower),
		make(9, key, casing, style),
		make(10, mark, casing, size(i+1-first)),
		make(11, mark, casing, size(int(t.lineEnd[i])-i-1)),
		make(12, mark, t.lines[t.lineEnd[i]], casing),
		make(13, w.Lower, next.Lower, gap),
		make(14, w.Word, gap, casing),
		make(15, word.Lower, n2.Lower, mark),
		make(16, mark, casing, opener, flag(w.Quoted, 1)|flag(w.Nested, 2)),
		make(17, mark, casing, b1.Suffix),
		make(18, mark, word.Suffix, casing),
		make(19, mark, b1.Shape, word.Shape),
		make(20, mark, b2.Lower, b1.Lower),
		make(21, mark, word.Shape, n2.Shape),
		make(22, mark, flag(word.Speech, 1), casing, opener),
		make(23, mark, casing, uint64(n2.Mark), t.casing(n2)),
		make(24, mark, casing, t.casing(b1), t.casing(b2)),
		make(25, mark, uint64(b1.Mark), uint64(b2.Mark), casing),
		make(26, mark, style, size(i+1-first), casing),
		make(27, word.Word, style, mark),
		make(28, t.at(first).Lower, size(i+1-first), mark),
	)
}

// Candidate reports whether a sentence may end after token i: not before what
// closes it, not inside what is written as one, not between a quotation and its
// speaker, and not at an abbreviation that a small letter follows.
func (t *Text) Candidate(i int) bool {
	next, end, word := t.at(i+1), t.end(i), t.at(t.start(i+1))
	switch next.Mark {
	case Closer, Stop, Shout, Dots, Comma:
		return false
	}
	switch t.Tokens[end].Mark {
	case Title, Item:
		return false
	case Comma:
		return end == i && next.Gap != Glued
	case Stop, Shout, Dots:
		return end == i || word.Starter || !word.Speech && (t.style != proper || word.Capital || !word.Letter)
	case Short, Letter:
		return word.Capital || !word.Letter
	}
	return next.Gap != Glued
}

// Plain reports whether what stands on both sides of the gap after token i is
// what stands between sentences in edited text: a full stop, and a capital,
// figure or quotation.
func (t *Text) Plain(i int) bool {
	if t.style != proper {
		return true
	}
	start := t.start(i + 1)
	word := t.at(start)
	switch t.Tokens[t.end(i)].Mark {
	case Stop, Shout, Dots:
		return word.Capital || !word.Letter
	case Short, Letter:
		return word.Starter || start > i+1
	}
	return false
}
