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

// quotation is a stretch of text in quotation marks.
type quotation struct {
	inner nlp.Range // without its marks
	outer nlp.Range // with them
}

// quotesOf finds the quotations of a document and returns for each sentence the
// parts that lie in it.
func quotesOf(doc *nlp.Document) [][]quote {
	parts := make([][]quote, len(doc.Sentences))
	for _, q := range doubleQuotations(doc) {
		whole := q.inner
		for k := doc.SentenceOf(whole.First); k < len(parts); k++ {
			r := doc.Sentences[k].Tokens
			part := nlp.Range{First: max(r.First, whole.First), End: min(r.End, whole.End)}
			if part.Len() <= 0 {
				break
			}
			parts[k] = append(parts[k], quote{
				tokens: part, whole: whole,
				opens:  part.First == whole.First,
				closes: part.End == whole.End && q.outer.End > whole.End,
			})
		}
	}
	return parts
}

// quotationsOf returns the quotations of a document in text order: those in
// double marks, and those in single marks, which may stand inside them.
func quotationsOf(doc *nlp.Document) []quotation {
	list := append(doubleQuotations(doc), singleQuotations(doc)...)
	slices.SortStableFunc(list, func(a, b quotation) int {
		if d := a.inner.First - b.inner.First; d != 0 {
			return d
		}
		return b.inner.End - a.inner.End
	})
	return list
}

// quoteReader finds the quotations in double marks. A straight mark opens and
// closes in turn. A quotation that a paragraph leaves open goes on in the next
// one if that begins with an opening mark, as the convention of print is; else
// it ends with the paragraph. A quotation inside another, in marks that say which
// they are (“I called it a “fraud” and left”), is a quotation of its own.
type quoteReader struct {
	doc   *nlp.Document
	open  int // token of the opening mark, -1 outside a quotation
	inner int // token behind the last quotation found inside another
	list  []quotation
}

func doubleQuotations(doc *nlp.Document) []quotation {
	q := &quoteReader{doc: doc, open: -1}
	for k, sent := range doc.Sentences {
		i := sent.Tokens.First
		if q.open >= 0 && k > 0 && sent.Paragraph != doc.Sentences[k-1].Paragraph {
			if q.reopens(i) {
				i += q.width(i)
			} else {
				q.end(i, 0)
			}
		}
		for i < sent.Tokens.End {
			i += q.read(i)
		}
	}
	q.end(len(doc.Tokens), 0)
	slices.SortStableFunc(q.list, func(a, b quotation) int { return a.outer.First - b.outer.First })
	return q.list
}

// reopens reports whether the paragraph that begins with token i takes up the
// quotation that the paragraph before left open: with a mark of the same kind.
func (q *quoteReader) reopens(i int) bool {
	return i < len(q.doc.Tokens) && markOf(q.doc, i, false) == openingMark && isOneWay(q.doc.Word(i)) == isOneWay(q.doc.Word(q.open))
}

// width returns how many tokens the mark at i takes.
func (q *quoteReader) width(i int) int {
	if touchingSingles(q.doc, i) {
		return 2
	}
	return 1
}

// read reads token i and returns how many tokens it passed.
func (q *quoteReader) read(i int) int {
	if i < q.inner {
		return 1
	}
	switch markOf(q.doc, i, q.open >= 0) {
	case openingMark:
		if end := q.nestedEnd(i); end > 0 {
			q.list = append(q.list, quotation{nlp.Range{First: i + 1, End: end}, nlp.Range{First: i, End: end + 1}})
			q.inner = end + 1
			return 1
		}
		q.end(i, 0)
		q.open = i
	case closingMark:
		q.end(i, q.width(i))
	default:
		return 1
	}
	return q.width(i)
}

// nestedEnd returns the closing mark of the quotation that opens at token i inside an
// open one, or 0 where i begins the next: behind the mark that closes the inner one has
// to stand the one that closes the outer before another opens. An outer one in straight
// marks is closed by a straight mark or by its paragraph alone.
func (q *quoteReader) nestedEnd(i int) int {
	if q.open < 0 || !isOneWay(q.doc.Word(i)) {
		return 0
	}
	close := 0
	paragraph := q.doc.Sentences[q.doc.SentenceOf(i)].Paragraph
	for k := i + 1; k < len(q.doc.Tokens) && q.doc.Sentences[q.doc.SentenceOf(k)].Paragraph == paragraph; k++ {
		w := q.doc.Word(k)
		switch {
		case close == 0 && (w == "”" || w == "»"):
			close = k
		case close == 0 && markOf(q.doc, k, true) != noMark:
			return 0
		case close > 0 && isOneWay(q.doc.Word(q.open)) && markOf(q.doc, k, true) != noMark:
			if isOneWay(w) {
				return 0
			}
			return close
		case close > 0 && w == "\"":
			return close
		}
	}
	if isOneWay(q.doc.Word(q.open)) {
		return 0
	}
	return close
}

// isOneWay reports whether w is a mark that only opens a quotation.
func isOneWay(w string) bool { return w == "“" || w == "„" || w == "«" || w == "``" }

// end ends the open quotation before token i, where a closing mark of that many
// tokens may stand.
func (q *quoteReader) end(i, width int) {
	if q.open < 0 {
		return
	}
	if first := q.open + q.width(q.open); i > first {
		q.list = append(q.list, quotation{nlp.Range{First: first, End: i}, nlp.Range{First: q.open, End: i + width}})
	}
	q.open = -1
}

// singleQuotations returns what stands between single marks, opened and closed
// within one paragraph. An apostrophe is no mark: one opens only before a word
// and behind a space, one closes only behind a word or a mark.
func singleQuotations(doc *nlp.Document) []quotation {
	var list []quotation
	open, paragraph := -1, -1
	for _, sent := range doc.Sentences {
		if sent.Paragraph != paragraph {
			open, paragraph = -1, sent.Paragraph
		}
		for i := sent.Tokens.First; i < sent.Tokens.End; i++ {
			switch {
			case opensSingle(doc, i):
				open = i
			case open >= 0 && i > open+1 && closesSingle(doc, i):
				list = append(list, quotation{nlp.Range{First: open + 1, End: i}, nlp.Range{First: open, End: i + 1}})
				open = -1
			}
		}
	}
	return list
}

func opensSingle(doc *nlp.Document, i int) bool {
	w, t := doc.Word(i), doc.Tokens[i]
	if w != "‘" && w != "'" && w != "`" || touchingSingles(doc, i) || touchingSingles(doc, i-1) {
		return false
	}
	behindSpace := i == 0 || doc.Tokens[i-1].End < t.Begin || isMark(doc, i-1)
	return behindSpace && i+1 < len(doc.Tokens) && doc.Tokens[i+1].Begin == t.End
}

func closesSingle(doc *nlp.Document, i int) bool {
	w, t := doc.Word(i), doc.Tokens[i]
	if w != "’" && w != "'" || t.XPOS == "POS" || touchingSingles(doc, i) || touchingSingles(doc, i-1) {
		return false
	}
	return doc.Tokens[i-1].End == t.Begin && (i+1 == len(doc.Tokens) || doc.Tokens[i+1].Begin > t.End || !isWord(doc.Tokens[i+1].XPOS))
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
		if opensAsWritten(doc, i) {
			return openingMark // the wrong mark: ”Mr. Reed …”
		}
	case word == "\"" || word == "''" || word == "'" && i+1 < len(doc.Tokens) && touchingSingles(doc, i):
		if open {
			return closingMark
		}
		return openingMark
	}
	return noMark
}

// opensAsWritten reports whether a mark at i stands like an opening one: first
// or behind a space, and right before a word.
func opensAsWritten(doc *nlp.Document, i int) bool {
	t := doc.Tokens[i]
	return (i == 0 || doc.Tokens[i-1].End < t.Begin) && i+1 < len(doc.Tokens) && doc.Tokens[i+1].Begin == t.End
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
