package nlp

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mail, agency copy and much plain text is set in lines of one width, so that a line
// break stands in the middle of sentences and says nothing. Such a text is known by
// lines that run on, "the plan for\nthe harbour": the next begins small and this one
// ends no sentence. The longest of them tells the width.
//
// A text that has a line for each paragraph, sentence or item of a list is not taken
// for one: few of its lines begin small, and those before them are of any length.
// What is not filled up to the width, such as a headline, a byline, an item or the
// last line of a paragraph, ends with its line in any text.
const (
	narrowest = 30  // columns of newspapers; the items of lists are shorter
	widest    = 100 // terminals and typewriters have fewer columns
	// Programs that weigh whole paragraphs leave a line up to this shorter than it might be.
	ragged = 0.85
	// Three quarters of the words inside sentences begin small, and so do the lines
	// after a full one that ends no sentence; of few lines there may be fewer.
	runningShare = 0.4
	// Or nearly all of some lines that end no sentence are full, as in a text full of
	// names: those of a list are of any length.
	evenLines = 4
	evenShare = 0.9
	// Of the lines that run on so many are full; in verse and lists of things, fewer.
	fullShare = 0.8
	// Where there is a blank line between any two, so many run on at least, and none is
	// wider: paragraphs of one line each have lists between them, whose items begin small.
	doubleSpaced = 2
)

// textLine is a line with text.
type textLine struct {
	begin, end int  // of its text, without the white space at its ends
	width      int  // in characters, to the end of its text
	indent     int  // in bytes
	gap        int  // blank lines before it
	first      int  // characters of its first word
	item       bool // it begins an item of a list
	small      bool // it begins with a small letter
	ends       bool // it ends a sentence, or leads to a list
}

// unwrapped returns text with spaces in place of the line breaks that stand inside a
// paragraph, and of the white space at them: of the same length, so that offsets hold
// in both.
func unwrapped(text string) string {
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	lines := linesOf(text)
	gap := 0
	if !adjacent(lines) {
		gap = 1
	}
	width := wrapWidth(lines, gap)
	if width == 0 {
		return text
	}
	flat := []byte(text)
	setIn := setInParagraphs(lines)
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.gap != gap || setIn && b.indent > 0 && b.indent == a.indent && !runsOn(a, b) || !continues(a, b, width) {
			continue
		}
		for at := a.end; at < b.begin; at++ {
			flat[at] = ' '
		}
	}
	return string(flat)
}

// setInParagraphs reports whether paragraphs are told apart by their first lines, which
// are set in: then of two such lines each is a paragraph.
func setInParagraphs(lines []textLine) bool {
	for i := 1; i < len(lines); i++ {
		if a, b := lines[i-1], lines[i]; b.gap == 0 && b.indent > a.indent && !a.item && a.ends {
			return true
		}
	}
	return false
}

// adjacent reports whether two lines stand without a blank one between them.
func adjacent(lines []textLine) bool {
	for _, l := range lines[min(1, len(lines)):] {
		if l.gap == 0 {
			return true
		}
	}
	return false
}

// wrapWidth returns the width that lines are filled to, with so many blank ones
// between them; 0 where they are not.
func wrapWidth(lines []textLine, gap int) int {
	width, running := 0, 0
	for i := 1; i < len(lines); i++ {
		if a, b := lines[i-1], lines[i]; b.gap == gap && runsOn(a, b) && a.width <= widest {
			width = max(width, a.width)
			running++
		}
	}
	if width < narrowest || gap > 0 && (running < doubleSpaced || slices.ContainsFunc(lines, func(l textLine) bool { return exceeds(l, width) })) {
		return 0
	}
	inner, full, runningFull := 0, 0, 0 // lines that end no sentence, with one below
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.gap != gap || a.ends || b.item {
			continue
		}
		inner++
		if isFull(a, b, width) {
			full++
			if b.small {
				runningFull++
			}
		}
	}
	even := inner >= evenLines && float64(full) >= evenShare*float64(inner)
	if float64(runningFull) < fullShare*float64(running) || !even && float64(runningFull) < runningShare*float64(full) {
		return 0
	}
	return width
}

// exceeds reports whether a line is wider than a text that is set to a width has them.
func exceeds(l textLine, width int) bool { return ragged*float64(l.width) > float64(width) }

// runsOn reports whether the sentence at the end of line a plainly goes on in b.
func runsOn(a, b textLine) bool { return b.small && !a.ends && !b.item }

// isFull reports whether the first word of b had no room in a.
func isFull(a, b textLine, width int) bool {
	return float64(a.width+1+b.first) > ragged*float64(width)
}

// continues reports whether b goes on with the paragraph of a, in a text that is set
// to a width. A line that is set in further than the one before begins a paragraph,
// unless that is an item of a list.
func continues(a, b textLine, width int) bool {
	switch {
	case b.item, b.indent > a.indent && !a.item, b.indent < a.indent && a.item, exceeds(a, width):
		return false
	}
	return isFull(a, b, width) || runsOn(a, b) && 2*a.width > width
}

// linesOf returns the lines of a text that are not blank.
func linesOf(text string) []textLine {
	var lines []textLine
	at, gap := 0, 0
	for raw := range strings.Lines(text) {
		body := strings.TrimSpace(raw)
		if body == "" {
			gap++
		} else {
			l := lineAt(body)
			l.indent = strings.Index(raw, body)
			l.begin, l.gap = at+l.indent, gap
			l.end = l.begin + len(body)
			l.width += l.indent
			lines, gap = append(lines, l), 0
		}
		at += len(raw)
	}
	return lines
}

// lineAt returns what is to be seen of a line's text.
func lineAt(body string) textLine {
	first, rest, _ := strings.Cut(body, " ")
	r, _ := utf8.DecodeRuneInString(body)
	bare := strings.TrimRight(body, "\"'”’)]")
	return textLine{
		width: utf8.RuneCountInString(body),
		first: utf8.RuneCountInString(first),
		item:  rest != "" && isItemMark(first),
		small: unicode.IsLower(r),
		ends:  bare == "" || strings.ContainsRune(".!?:", rune(bare[len(bare)-1])),
	}
}

// isItemMark reports whether a word opens an item of a list: "*", "•", "3.", "b)".
func isItemMark(word string) bool {
	switch word {
	case "-", "*", "+", "•", "▪", "●", "◦", "‣", "■", "►", "▸", "·":
		return true
	}
	number, found := strings.CutSuffix(word, ")")
	if !found {
		number, found = strings.CutSuffix(word, ".")
		found = found && isDigits(number)
	}
	return found && number != "" && len(number) <= 2 && !strings.ContainsAny(number, "(")
}
