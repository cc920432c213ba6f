package source

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/ledongthuc/pdf"

	"kg/extract"
)

// openPDF yields the text of a PDF, without what is printed at the top and the bottom of
// its pages. Words that a line end divides are joined; scanned pages have no text.
func openPDF(w *walk, b blob) {
	w.whole(b, "pdf", func(content []byte) (extract.Article, error) {
		raw, title, err := pdfText(content)
		if err != nil {
			return extract.Article{}, err
		}
		text := reflow(raw)
		if isBlank([]byte(text)) {
			return extract.Article{}, errors.New("no text in it: its pages may be pictures; run a text recognition first")
		}
		guess := guessMeta(b.name, text)
		if title != "" && !fileTitle.MatchString(title) {
			guess.Title = title
		}
		return extract.NewArticle(b.source, text, merged(b.meta, guess)), nil
	})
}

// fileTitle is what word processors give as a title where nobody gave one.
var fileTitle = regexp.MustCompile(`(?i)^(?:microsoft word - .*|untitled.*|(?:document|slide|presentation) ?\d*|\S+\.(?:docx?|odt|indd|pages|rtf|html?|tex|dvi|pdf))$`)

// pdfText returns the text and the title of a PDF. The library panics on some
// damaged files, which is an error of the file.
func pdfText(content []byte) (text, title string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a damaged PDF: %v", p)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "", "", fmt.Errorf("a PDF that cannot be read: %w", err)
	}
	var pages [][]pdfLine
	for number := range min(r.NumPage(), len(content)) { // which says how many it has, true or not
		pages = append(pages, pageLines(pageRuns(r.Page(number+1))))
	}
	text = validText(pagesText(pages))
	if len(text) > MaxBytes {
		return "", "", errTooLarge
	}
	return text, oneLine(r.Trailer().Key("Info").Key("Title").Text()), nil
}

var (
	hyphenated = regexp.MustCompile(`(\p{Ll})-\n(\p{Ll})`)
	lineBreak  = regexp.MustCompile(`([^\n])\n([^\n])`)
	manyBreaks = regexp.MustCompile(`\n{3,}`)
)

// reflow joins the lines of a paragraph. A blank line ends a paragraph.
func reflow(text string) string {
	text = hyphenated.ReplaceAllString(strings.ReplaceAll(text, "\r\n", "\n"), "$1$2")
	text = lineBreak.ReplaceAllString(lineBreak.ReplaceAllString(text, "$1 $2"), "$1 $2")
	return manyBreaks.ReplaceAllString(text, "\n\n")
}
