package source

import (
	"bytes"
	"cmp"
	"net/mail"
	"regexp"
	"strings"
	"time"

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
// out; of a mail that forwards another, that one is the article.
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
	meta := extract.Meta{Title: subject(envelope.GetHeader("Subject")), Author: sender(envelope.GetHeader("From"))}
	if at, err := envelope.Date(); err == nil {
		meta.Published = dayUTC(at)
	}
	own, forwarded, found := strings.Cut(forwardMark.ReplaceAllString(strings.ReplaceAll(text, "\r\n", "\n"), "\f"), "\f")
	text = ownWords(own)
	if found && len(strings.Fields(text)) < coveringWords {
		var inner extract.Meta
		inner, text = forwardedMail(forwarded)
		meta = merged(inner, meta)
		text = ownWords(text)
	}
	text = validText(text)
	if isBlank([]byte(text)) {
		return extract.Article{}, errEmpty
	}
	return extract.NewArticle(source, text, meta), nil
}

// forwardMark stands above a mail that is forwarded or answered.
var forwardMark = regexp.MustCompile(`(?mi)^(?:-{2,} ?(?:forwarded message|original message)(?: follows)? ?-{2,}|begin forwarded message:)[ \t]*$`)

// coveringWords is how many words a mail has of its own at least, if what it forwards
// or answers is not what it is for.
const coveringWords = 40

// forwardedMail reads the header and the text of a mail as programs write it into
// another: some fields in lines of their own, of which a blank line is the end.
func forwardedMail(text string) (extract.Meta, string) {
	var meta extract.Meta
	header, body, _ := strings.Cut(strings.TrimLeft(text, "\n\t "), "\n\n")
	for line := range strings.Lines(header) {
		name, value, found := strings.Cut(strings.TrimSpace(strings.TrimLeft(line, "*> \t")), ":")
		value = strings.Trim(value, "* \t")
		switch strings.ToLower(name) {
		case "from":
			meta.Author = sender(value)
		case "subject":
			meta.Title = subject(value)
		case "date", "sent":
			meta.Published = sentOn(value)
		default:
			if !found {
				return meta, text // no header after all
			}
		}
	}
	return meta, body
}

// sentOn returns the day in a field of a forwarded mail: "Tue, Jun 3, 2025 at 10:15 AM".
func sentOn(value string) time.Time {
	if at, err := mail.ParseDate(value); err == nil {
		return dayUTC(at)
	}
	day, _ := dayOf(weekday.ReplaceAllString(value, ""))
	return day
}

var weekday = regexp.MustCompile(`^(?i:mon|tue|wed|thu|fri|sat|sun)\pL*,? +`)

// prefixes are what mail programs put before the subject of what they answer or
// forward.
var prefixes = regexp.MustCompile(`^(?i:(?:re|fwd?|aw|wg) ?: *)+`)

func subject(field string) string { return prefixes.ReplaceAllString(oneLine(field), "") }

func sender(field string) string {
	from, err := mail.ParseAddress(field)
	if err != nil {
		return oneLine(strings.Trim(field, "\""))
	}
	return oneLine(cmp.Or(from.Name, from.Address))
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
