package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// style is how results for people are set: with colour and as wide as the
// terminal; elsewhere plain, text 80 columns wide and tables with nothing cut.
type style struct {
	color bool
	width int // columns of running text
	page  int // columns of a table; 0 is as many as it needs
}

// The widths of a line. Text wider than maxWidth is hard to read.
const (
	defaultWidth = 80
	minWidth     = 40
	maxWidth     = 100
)

const styleKey = "style"

func styleFor(c *cli.Context) style { return c.App.Metadata[styleKey].(style) }

// styleOf returns the style for a writer. $COLUMNS sets the width; NO_COLOR,
// set to anything, and TERM=dumb turn colour off (no-color.org).
func styleOf(w io.Writer) style {
	s := style{width: defaultWidth}
	file, ok := w.(*os.File)
	if ok && term.IsTerminal(int(file.Fd())) {
		s.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			s.width, s.page = width, width
		}
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil {
		s.width, s.page = width, width
	}
	s.width = min(max(s.width, minWidth), maxWidth)
	return s
}

func (s style) bold(text string) string { return s.sgr("1", text) }
func (s style) dim(text string) string  { return s.sgr("2", text) }

// sgr sets text in a "graphic rendition" of ECMA-48.
func (s style) sgr(code, text string) string {
	if !s.color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// wrap breaks text into lines of at most width characters where it has spaces,
// and joins them with the indent.
func wrap(text string, width int, indent string) string {
	var out strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		length := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+length > width:
			out.WriteString("\n" + indent)
			column = 0
		default:
			out.WriteByte(' ')
			column++
		}
		out.WriteString(word)
		column += length
	}
	return out.String()
}

// shorten cuts text to width characters, the last of them an ellipsis.
func shorten(text string, width int) string {
	if utf8.RuneCountInString(text) <= width {
		return text
	}
	runes := []rune(text)
	return strings.TrimRight(string(runes[:max(width-1, 0)]), " ") + "…"
}

// printable takes out of text what would move the cursor or change the
// terminal: an article is not to be trusted with that.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ' || 0x7f <= r && r < 0xa0 || r == '\u202e':
			return -1
		}
		return r
	}, text)
}
