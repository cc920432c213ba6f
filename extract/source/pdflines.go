package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A PDF places characters on pages and has neither lines nor paragraphs, and often no
// spaces. They follow from where the characters stand, in the order of the file, which is
// that of reading in nearly all of them, columns included. All measures are in parts of
// the size of the characters.
const (
	spaceGap     = 0.18 // between words; a space has .25, letters are moved by less than .1
	lineStep     = 0.5  // up or down; more than what is set high or low in a line
	paragraphGap = 1.3  // of what is usual between two lines
	firstIndent  = 0.8  // of the first line of a paragraph
	otherSize    = 0.08 // of headings and notes
	shortLine    = 0.85 // of the widest line of the page: the last of a paragraph
)

// pdfLine is a line of a page.
type pdfLine struct {
	text              string
	left, right, base float64
	size              float64
}

// pageLines returns the lines of a page.
func pageLines(runs []pdfRun) []pdfLine {
	var lines []pdfLine
	var line pdfLine
	var text strings.Builder
	end := func() {
		if line.text = strings.Join(strings.Fields(text.String()), " "); line.text != "" {
			lines = append(lines, line)
		}
		text.Reset()
	}
	for _, run := range runs {
		switch {
		case run.text == "":
			continue
		case text.Len() == 0:
			line = pdfLine{left: run.x, base: run.y, size: run.size}
		case math.Abs(run.y-line.base) > lineStep*max(run.size, line.size):
			end()
			line = pdfLine{left: run.x, base: run.y, size: run.size}
		case run.x-line.right > spaceGap*run.size:
			text.WriteByte(' ')
		}
		text.WriteString(ligatures.Replace(run.text))
		line.right, line.size = run.x+run.width, max(line.size, run.size)
	}
	end()
	return lines
}

// ligatures are letters that a font has in one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\u00ad", "")

// pagesText returns the text of pages, line by line, a blank line between paragraphs.
func pagesText(pages [][]pdfLine) string {
	repeated := repeatedLines(pages)
	var b strings.Builder
	var before *pdfLine
	for _, page := range pages {
		lines := withoutMargins(page, repeated)
		leading, width := usualLeading(lines), widest(lines)
		for i := range lines {
			l := &lines[i]
			switch {
			case before == nil:
			case i == 0 && !runsOver(before, l), i > 0 && opensParagraph(before, l, leading, width):
				b.WriteString("\n\n")
			default:
				b.WriteByte('\n')
			}
			b.WriteString(l.text)
			before = l
		}
	}
	return b.String()
}

// withoutMargins returns the lines of a page but those of the publication.
func withoutMargins(page []pdfLine, repeated map[string]bool) []pdfLine {
	var lines []pdfLine
	for i, l := range page {
		if !isMargin(page, i) || !repeated[withoutDigits(l.text)] && !pageNumber.MatchString(l.text) {
			lines = append(lines, l)
		}
	}
	return lines
}

// opensParagraph reports whether a line begins another paragraph than the one before it
// on its page.
func opensParagraph(before, l *pdfLine, leading, width float64) bool {
	step := before.base - l.base
	switch {
	case math.Abs(before.size-l.size) > otherSize*max(before.size, l.size):
		return true
	case step < 0: // the top of the next column
		return !runsOver(before, l)
	case step > paragraphGap*leading, l.left-before.left > firstIndent*l.size:
		return true
	}
	return before.right-before.left < shortLine*width && endsSentence(before.text)
}

// runsOver reports whether a sentence goes on from the last line of a page or column in
// the first of the next.
func runsOver(before, l *pdfLine) bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	last, _ := utf8.DecodeLastRuneInString(before.text)
	return unicode.IsLower(first) || !strings.ContainsRune(".!?”\"’)", last) && math.Abs(before.size-l.size) <= otherSize*l.size
}

// usualLeading returns the step from one line to the next that most have. Of a few
// lines there is no telling, so that it is what is usual elsewhere.
func usualLeading(lines []pdfLine) float64 {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		if step := lines[i-1].base - lines[i].base; step > 0 {
			steps = append(steps, step)
		}
	}
	if len(steps) == 0 {
		return math.Inf(1)
	}
	slices.Sort(steps)
	usual := steps[(len(steps)-1)/2]
	if len(steps) < fewSteps {
		usual = min(usual, looseLeading*lines[0].size)
	}
	return usual
}

// Lines stand 1.2 times their size apart, seldom 1.5 times or more.
const (
	fewSteps     = 6
	looseLeading = 1.5
)

func widest(lines []pdfLine) float64 {
	width := 0.0
	for _, l := range lines {
		width = max(width, l.right-l.left)
	}
	return width
}

// pageNumber is all of a line at the top or the bottom of a page.
var pageNumber = regexp.MustCompile(`^(?i:[-–— ]*(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–— ]*|[ivxl]{1,6})$`)

var digits = regexp.MustCompile(`\d+`)

func withoutDigits(text string) string { return digits.ReplaceAllString(text, "0") }

// marginLines is how many lines at the top of a page, and at its bottom, may be those
// of the publication and no part of the text.
const marginLines = 2

// isMargin reports whether a line is among the highest or the lowest of its page.
func isMargin(lines []pdfLine, i int) bool {
	above, below := 0, 0
	for _, other := range lines {
		switch cmp.Compare(other.base, lines[i].base) {
		case 1:
			above++
		case -1:
			below++
		}
	}
	return above < marginLines || below < marginLines
}

// repeatedLines returns what stands at the top or the bottom of most pages, figures
// aside.
func repeatedLines(pages [][]pdfLine) map[string]bool {
	counts := map[string]int{}
	for _, lines := range pages {
		seen := map[string]bool{}
		for i, l := range lines {
			if isMargin(lines, i) {
				seen[withoutDigits(l.text)] = true
			}
		}
		for text := range seen {
			counts[text]++
		}
	}
	repeated := map[string]bool{}
	for text, n := range counts {
		repeated[text] = n > 1 && 2*n >= len(pages)
	}
	return repeated
}
