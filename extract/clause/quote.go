package clause

import (
	"slices"

	"kg/extract/nlp"
)

// quote is the part of a quotation that lies in one sentence.
type quote struct {
	tokens nlp.Range // without its marks
	whole  nlp.Range // the quotation in full; it may go on in other sentences
	opens  bool      // its opening mark stands in this sentence
	closes bool      // its closing mark stands in this sentence
}

// quotesOf finds the quotations of a document, paragraph by paragraph, and
// returns for each sentence the parts that lie in it. A straight mark opens and
// closes in turn; a quotation that a paragraph leaves open ends with it.
func quotesOf(doc *nlp.Document) [][]quote {
	parts := make([][]quote, len(doc.Sentences))
	for _, whole := range wholeQuotes(doc) {
		for k := doc.SentenceOf(whole.First); k < len(parts); k++ {
			r := doc.Sentences[k].Tokens
			part := nlp.Range{First: max(r.First, whole.First), End: min(r.End, whole.End)}
			if part.Len() <= 0 {
				break
			}
			parts[k] = append(parts[k], quote{
				tokens: part, whole: whole,
				opens:  part.First == whole.First,
				closes: part.End == whole.End && whole.End < len(doc.Tokens) && isMark(doc, whole.End),
			})
		}
	}
	return parts
}

// wholeQuotes returns what stands between quotation marks, without the marks.
func wholeQuotes(doc *nlp.Document) []nlp.Range {
	var list []nlp.Range
	open := -1 // token after the opening mark
	end := func(i int) {
		if open >= 0 && i > open {
			list = append(list, nlp.Range{First: open, End: i})
		}
		open = -1
	}
	for k, sent := range doc.Sentences {
		if k > 0 && sent.Paragraph != doc.Sentences[k-1].Paragraph {
			end(sent.Tokens.First)
		}
		for i := sent.Tokens.First; i < sent.Tokens.End; i++ {
			switch markOf(doc, i, open >= 0) {
			case openingMark:
				end(i)
				if open = i + 1; touchingSingles(doc, i) {
					open, i = i+2, i+1
				}
			case closingMark:
				end(i)
				if touchingSingles(doc, i) {
					i++
				}
			}
		}
	}
	end(len(doc.Tokens))
	return list
}

type mark int

const (
	noMark mark = iota
	openingMark
	closingMark
)

// markOf says whether token i is a quotation mark, and which. Of two single
// marks in place of a double one the first counts.
func markOf(doc *nlp.Document, i int, open bool) mark {
	switch word := doc.Word(i); {
	case slices.Contains([]string{"“", "``", "„", "«"}, word):
		return openingMark
	case slices.Contains([]string{"”", "»"}, word):
		if open {
			return closingMark
		}
	case word == "\"" || word == "''" || word == "'" && i+1 < len(doc.Tokens) && touchingSingles(doc, i):
		if open {
			return closingMark
		}
		return openingMark
	}
	return noMark
}

// touchingSingles reports whether tokens i and i+1 are single quotation marks side by side.
func touchingSingles(doc *nlp.Document, i int) bool {
	return i >= 0 && i+1 < len(doc.Tokens) && doc.Word(i) == "'" && doc.Word(i+1) == "'" && doc.Tokens[i].End == doc.Tokens[i+1].Begin
}

// isMark reports whether token i is a quotation mark of any kind.
func isMark(doc *nlp.Document, i int) bool {
	return slices.Contains([]string{"“", "``", "„", "«", "”", "''", "»", "\""}, doc.Word(i)) ||
		touchingSingles(doc, i) || touchingSingles(doc, i-1)
}

// inQuote returns the index of the quotation that token i lies in, or -1.
func (s *sentence) inQuote(i int) int {
	for k, q := range s.quotes {
		if q.tokens.Has(i) {
			return k
		}
	}
	return -1
}

// isSpeech reports whether a quotation holds more than a word or a name put in
// quotation marks: a verb stands in it, or the sentence opens inside it.
func (s *sentence) isSpeech(q quote) bool {
	for i := q.tokens.First; i < q.tokens.End; i++ {
		switch s.tag(i) {
		case "VBZ", "VBD", "VBP", "MD", "VB":
			return true
		}
	}
	return false
}

// look fills in s.visible and s.broken.
func (s *sentence) look(tokens nlp.Range) {
	depth, cut := 0, false
	for i := tokens.First; i < tokens.End; i++ {
		word := s.doc.Word(i)
		switch {
		case slices.Contains([]string{"(", "[", "{", "-LRB-", "-LSB-", "-LCB-"}, word) && s.bracketCloses(i, tokens.End):
			depth++
			cut = true
		case slices.Contains([]string{")", "]", "}", "-RRB-", "-RSB-", "-RCB-"}, word):
			depth = max(depth-1, 0)
		case depth > 0:
		case isMark(s.doc, i):
			cut = cut || s.edgesSpeech(i)
		default:
			s.visible = append(s.visible, i)
			s.broken = append(s.broken, cut)
			cut = false
		}
	}
}

// bracketCloses reports whether a closing bracket follows before end.
func (s *sentence) bracketCloses(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if slices.Contains([]string{")", "]", "}", "-RRB-", "-RSB-", "-RCB-"}, s.doc.Word(k)) {
			return true
		}
	}
	return false
}

// edgesSpeech reports whether the mark at i opens or closes a quotation with a verb.
func (s *sentence) edgesSpeech(i int) bool {
	for _, q := range s.quotes {
		if (q.tokens.First == i+1 || q.tokens.First == i+2 && touchingSingles(s.doc, i) || q.tokens.End == i) && s.isSpeech(q) {
			return true
		}
	}
	return false
}
