package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How text comes that no treebank has cleaned, and in what share of the
// sentences a copy is made so.
var noises = []struct {
	share float64
	apply func(*sentence) *sentence
}{
	{0.06, withoutFinalStop},
	{0.06, lowered},
	{0.04, capitalised},
	{0.03, uppered},
}

// withNoise returns the sentences and the noisy copies, each after its own and
// in the same fold.
func withNoise(bank []*sentence, random *rand.Rand) []*sentence {
	var out []*sentence
	for i, s := range bank {
		s.fold = i % folds
		out = append(out, s)
		for _, n := range noises {
			if random.Float64() >= n.share {
				continue
			}
			if c := n.apply(s); c != nil {
				out = append(out, c)
			}
		}
	}
	return out
}

// withoutFinalStop returns s without the full stop at its end, or nil.
func withoutFinalStop(s *sentence) *sentence {
	n := len(s.words) - 1
	if n < 3 || s.xpos[n] != "." || slices.Contains(s.heads, n) {
		return nil
	}
	return &sentence{
		words: s.words[:n], xpos: s.xpos[:n], upos: s.upos[:n], heads: s.heads[:n], rels: s.rels[:n], fold: s.fold,
	}
}

func lowered(s *sentence) *sentence { return s.rewritten(strings.ToLower) }

func uppered(s *sentence) *sentence { return s.rewritten(strings.ToUpper) }

// capitalised returns s as a headline: a capital on every word but small ones,
// and no full stop.
func capitalised(s *sentence) *sentence {
	c := withoutFinalStop(s)
	if c == nil {
		return nil
	}
	return c.rewritten(func(word string) string {
		if len(word) < 4 && small[word] || word[0] == '\'' || word == "n't" {
			return word
		}
		r, size := utf8.DecodeRuneInString(word)
		return string(unicode.ToUpper(r)) + word[size:]
	})
}

var small = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "in": true, "on": true, "at": true, "to": true, "for": true,
	"and": true, "or": true, "but": true, "by": true, "as": true,
}

// rewritten returns a copy of s with other words.
func (s *sentence) rewritten(form func(string) string) *sentence {
	c := *s
	c.words = make([]string, len(s.words))
	for i, word := range s.words {
		c.words[i] = form(word)
	}
	return &c
}
