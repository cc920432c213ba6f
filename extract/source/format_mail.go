package source

import (
	"bytes"
	"cmp"
	"net/mail"
	"regexp"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"kg/extract"
)

// mailField is a header field that only mail begins with.
var mailField = regexp.MustCompile(`(?m)^(?:received|return-path|message-id|mime-version|delivered-to): `)

func isMail(head []byte) bool {
	start := beginning(head)
	block, _, _ := strings.Cut(strings.ReplaceAll(start, "\r\n", "\n"), "\n\n")
	return mailField.MatchString(block)
}

// openMail yields the text of a mail (RFC 5322, MIME): its plain part, else its
// HTML part. What is quoted from an earlier mail, and the signature, are left
// out.
func openMail(w *walk, b blob) {
	w.whole(b, "eml", func(content []byte) (extract.Article, error) { return parseMail(b.source, content) })
}

func parseMail(source string, content []byte) (extract.Article, error) {
	envelope, err := enmime.ReadEnvelope(bytes.NewReader(content))
	if err != nil {
		return extract.Article{}, err
	}
	text := envelope.Text
	if isBlank([]byte(text)) {
		text = fragmentText(envelope.HTML)
	}
	text = validText(ownWords(text))
	if isBlank([]byte(text)) {
		return extract.Article{}, errEmpty
	}
	meta := extract.Meta{Title: oneLine(envelope.GetHeader("Subject"))}
	if from, err := mail.ParseAddress(envelope.GetHeader("From")); err == nil {
		meta.Author = oneLine(cmp.Or(from.Name, from.Address))
	}
	if at, err := envelope.Date(); err == nil {
		meta.Published = dayUTC(at)
	}
	return extract.NewArticle(source, text, meta), nil
}

// quoteIntro is the line before a quoted mail: "On Monday, Jane Roe wrote:".
var quoteIntro = regexp.MustCompile(`^On .{5,200} wrote:$`)

// ownWords returns a mail's text without quoted lines and the signature, which
// a line "-- " opens (RFC 3676, 4.3).
func ownWords(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		bare := strings.TrimRight(line, "\n")
		switch {
		case bare == "-- ":
			return b.String()
		case strings.HasPrefix(bare, ">"), quoteIntro.MatchString(strings.TrimSpace(bare)):
		default:
			b.WriteString(line)
		}
	}
	return b.String()
}
