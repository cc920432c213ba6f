// Package nlp analyses text: tokens, sentences, tags, lemmas, dependencies and
// names.
//
// It is the lowest layer of the extractor. What it returns is one immutable
// [Document], in which everything is a [Span] of bytes into the text or a
// [Range] of tokens; the text itself is never changed.
package nlp

import "strings"

// Span is a half-open range of bytes, [Begin, End), of a document's text.
type Span struct{ Begin, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Begin }

// In returns the part of text that s covers.
func (s Span) In(text string) string { return text[s.Begin:s.End] }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Begin <= o.Begin && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Begin < o.End && o.Begin < s.End }

// Range is a half-open range of token indexes, [First, End), of a document.
type Range struct{ First, End int }

// Len returns the number of tokens in r.
func (r Range) Len() int { return r.End - r.First }

// Has reports whether the token with index i is in r.
func (r Range) Has(i int) bool { return r.First <= i && i < r.End }

// Contains reports whether o lies wholly inside r.
func (r Range) Contains(o Range) bool { return r.First <= o.First && o.End <= r.End }

// Overlaps reports whether r and o share a token.
func (r Range) Overlaps(o Range) bool { return r.First < o.End && o.First < r.End }

// Document is an analysed text. It is not changed after [Analyzer.Analyze]
// returns it and may be shared between goroutines.
type Document struct {
	Text      string
	Tokens    []Token    // in text order, not overlapping
	Sentences []Sentence // in text order; every token is in exactly one
	Names     []Name     // in text order, not overlapping
}

// Token is a word, a number or a punctuation mark.
type Token struct {
	Span
	XPOS  string // Penn Treebank tag
	UPOS  string // Universal part of speech
	Lemma string // dictionary form, lower case unless a proper noun
	Head  int    // index of the token it depends on; -1 for the root of its sentence
	Rel   string // Universal relation to the head, with its subtype: "nsubj:pass"
	Sure  uint8  // the parser's probability of Head with Rel, in 255ths
}

// Sentence is one sentence and the tokens in it.
type Sentence struct {
	Span
	Tokens    Range
	Body      int  // index of the first token behind its dateline, of its first where it has none
	Paragraph int  // counted from 0; a line break ends a paragraph, but where lines are wrapped
	Furniture bool // on a line of no part of the article ([IsFurniture]): it states nothing and names nobody
}

// Name is a named entity or a date, amount or quantity as it stands in the text.
type Name struct {
	Tokens Range
	Type   EntityType
}

// EntityType says what kind of thing a name or an entity is.
type EntityType string

// The entity types, as they stand in records.
const (
	Person       EntityType = "Person"
	Organization EntityType = "Organization"
	Place        EntityType = "Place"
	Event        EntityType = "Event"
	Group        EntityType = "Group"
	Product      EntityType = "Product"
	Work         EntityType = "Work"
	Law          EntityType = "Law"
	Date         EntityType = "Date"
	Money        EntityType = "Money"
	Quantity     EntityType = "Quantity"
	Thing        EntityType = "Thing"
)

// Span returns the bytes from the first to the last token of r.
// An empty range gives an empty span.
func (d *Document) Span(r Range) Span {
	if r.Len() <= 0 {
		return Span{}
	}
	return Span{d.Tokens[r.First].Begin, d.Tokens[r.End-1].End}
}

// TextOf returns the text of the tokens in r, with a space where it is wrapped: the
// same words are the same however a document is set.
func (d *Document) TextOf(r Range) string {
	text := d.Span(r).In(d.Text)
	if !hasLineBreak(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// Word returns the text of the token with index i; empty where there is none, before the
// first and behind the last.
func (d *Document) Word(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].In(d.Text)
}

// SentenceOf returns the index of the sentence that holds token i.
func (d *Document) SentenceOf(i int) int {
	low, high := 0, len(d.Sentences)
	for low < high {
		mid := (low + high) / 2
		if d.Sentences[mid].Tokens.End <= i {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
