package identity

import (
	"slices"
	"strings"
	"unicode"

	"kg/extract/nlp"
)

// nounPhrase is the inner structure of a common noun's phrase: "a massive drone
// attack on Kyiv" has the core "massive drone attack" and the complement "on
// Kyiv".
type nounPhrase struct {
	withDeterminer nlp.Range
	core           nlp.Range // to the head, without determiner
	complement     nlp.Range // from the preposition after the head; empty where there is none
	determiner     string    // lower case; "his", or "'s" after a possessor in words; empty where there is none
	pronounOwner   bool      // the determiner is a possessive pronoun
}

func (p nounPhrase) definite() bool {
	return slices.Contains([]string{"the", "this", "that", "these", "those"}, p.determiner)
}

// all is the core with its complement.
func (p nounPhrase) all() nlp.Range {
	if p.complement.Len() == 0 {
		return p.core
	}
	return nlp.Range{First: p.core.First, End: p.complement.End}
}

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// determiners open a noun phrase.
var determiners = []string{"the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "every", "each", "another", "both", "all", "such", "other",
	"his", "her", "its", "their", "my", "our", "your", "whose", "several", "many"}

// possessives are the determiners that stand for an owner.
var possessives = []string{"his", "her", "its", "their", "my", "our", "your", "whose"}

// nounPhrase reads the phrase of the noun with index head inside bound.
func (c *collector) nounPhrase(head int, bound nlp.Range) nounPhrase {
	var p nounPhrase
	first := c.phraseStart(head, bound.First)
	p.withDeterminer = nlp.Range{First: first, End: head + 1}
	for first < head {
		word := strings.ToLower(c.doc.Word(first))
		if !slices.Contains(determiners, word) && !c.isMark(first) {
			break
		}
		if slices.Contains(determiners, word) && p.determiner == "" {
			p.determiner, p.pronounOwner = word, slices.Contains(possessives, word)
		}
		first++
	}
	p.core = nlp.Range{First: first, End: head + 1}
	p.complement = c.complement(head+1, bound.End)
	return p
}

// phraseStart walks from the head of a noun phrase to its first word.
func (c *collector) phraseStart(head, low int) int {
	first := head
	for first > low && c.premodifies(first-1) && !c.opensPhrase(first) {
		first--
	}
	return first
}

// opensPhrase reports whether the phrase begins with token i: nothing but another
// determiner stands before an article or a possessive pronoun ("all the ships"), so that
// the verb of "ending the war" is no part of it.
func (c *collector) opensPhrase(i int) bool {
	tag, before := c.doc.Tokens[i].XPOS, c.doc.Tokens[i-1].XPOS
	return (tag == "DT" || tag == "PRP$") && before != "DT" && before != "PDT" && c.byToken[i] == nil && !c.isMark(i-1) && !c.isMark(i+1) // not "no-confidence votes"
}

func (c *collector) premodifies(i int) bool {
	switch tag := c.doc.Tokens[i].XPOS; tag {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "VBN", "VBG", "DT", "PDT", "PRP$", "POS", "HYPH", "``", "''", "WP$":
		return true
	case "JJS":
		// "the largest crowd", but not "at least 15 people".
		return i == 0 || !strings.EqualFold(c.doc.Word(i-1), "at")
	case ":", ",", "SYM", "NFP":
		return c.joins(i)
	case "CC":
		// "drone and missile attack", but not "Paris and the meeting".
		return i+1 < len(c.doc.Tokens) && i > 0 && c.isModifier(i+1) && c.isModifier(i-1)
	}
	return false
}

// joins reports whether token i is a dash or a stroke that joins two words without a
// space: "the Corva–Selde border".
func (c *collector) joins(i int) bool {
	if w := c.doc.Word(i); w != "–" && w != "-" && w != "/" {
		return false
	}
	t := c.doc.Tokens
	return i > 0 && i+1 < len(t) && t[i-1].Span.End == t[i].Span.Begin && t[i].Span.End == t[i+1].Span.Begin
}

func (c *collector) isModifier(i int) bool {
	tag := c.doc.Tokens[i].XPOS
	return (tag == "NN" || tag == "JJ") && i+1 < len(c.doc.Tokens) || c.byToken[i] == nil && tag == "NNP"
}

// complementPrepositions join to a noun what tells it from others of its kind.
var complementPrepositions = []string{"of", "on", "in", "between", "with", "against", "for", "at", "to", "from", "near"}

// complement returns the prepositional phrase at index i, with the "of" phrases
// and coordinations inside it.
func (c *collector) complement(i, end int) nlp.Range {
	if i >= end || !slices.Contains(complementPrepositions, strings.ToLower(c.doc.Word(i))) {
		return nlp.Range{First: i, End: i}
	}
	j, last := i+1, i+1
	for j < end && c.continues(j, end) {
		if j++; !c.isMark(j-1) && c.doc.Tokens[j-1].XPOS != "CC" && c.doc.Tokens[j-1].XPOS != "DT" {
			last = j
		}
	}
	if last == i+1 {
		return nlp.Range{First: i, End: i}
	}
	return nlp.Range{First: i, End: last}
}

// continues reports whether token i may stand inside a complement.
func (c *collector) continues(i, end int) bool {
	if m := c.byToken[i]; m != nil && m.Form == FormName {
		return true
	}
	switch c.doc.Tokens[i].XPOS {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "``", "POS", "VBG", "PRP$", "$", "JJR", "JJS":
		return true
	case "HYPH":
		return i+1 < end && slices.Contains([]string{"NN", "NNS", "JJ", "VBN"}, c.doc.Tokens[i+1].XPOS) // "its long-distance trains"
	case "VBN":
		return c.doc.Tokens[i-1].XPOS == "HYPH" // "a four-legged whale"
	case "CC":
		return strings.EqualFold(c.doc.Word(i), "and") && i+1 < end
	case "IN":
		return strings.EqualFold(c.doc.Word(i), "of")
	}
	return strings.Trim(c.doc.Word(i), `"“`) == ""
}

// namesIn returns the names in r, in text order.
func (c *collector) namesIn(r nlp.Range) []*mention {
	var found []*mention
	for i := r.First; i < r.End; i++ {
		if m := c.byToken[i]; m != nil && m.Form == FormName && (len(found) == 0 || found[len(found)-1] != m) {
			found = append(found, m)
		}
	}
	return found
}
