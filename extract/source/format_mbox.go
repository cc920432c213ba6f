package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"kg/extract"
)

// openMbox yields the mails of a mailbox (RFC 4155, with the "From " lines that
// mail programs quote by ">").
func openMbox(w *walk, b blob) {
	lines := bufio.NewReaderSize(b.r, 64<<10)
	var message []byte
	number, blank, tooLong := 0, true, false
	flush := func() bool {
		if number == 0 {
			return true
		}
		return w.mailboxMessage(b, number, message, tooLong)
	}
	for {
		line, err := readLine(lines)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLongLine) {
			w.fail(b.source, fmt.Errorf("%s: message %d: %w", &b, number, plainError(err)))
			return
		}
		switch {
		case blank && bytes.HasPrefix(line, []byte("From ")):
			if !flush() {
				return
			}
			number, message, tooLong = number+1, nil, false
		case errors.Is(err, errLongLine) || len(message)+len(line) > MaxBytes:
			tooLong = true
		default:
			message = append(message, unquoteFrom(line)...)
		}
		blank = len(bytes.TrimSpace(line)) == 0
		if errors.Is(err, io.EOF) {
			flush()
			return
		}
	}
}

// unquoteFrom undoes ">From " (the "mboxrd" rule).
func unquoteFrom(line []byte) []byte {
	if bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>' {
		return line[1:]
	}
	return line
}

func (w *walk) mailboxMessage(b blob, number int, message []byte, tooLong bool) bool {
	message = withoutSeparator(message)
	source := b.source + "#message=" + strconv.Itoa(number)
	if id := messageID(message); id != "" {
		source = b.source + "#id=" + id
	}
	where := fmt.Sprintf("%s: message %d", &b, number)
	if tooLong {
		return w.fail(source, fmt.Errorf("%s: %w", where, errTooLarge))
	}
	return w.document(source, func() string { return contentOf("eml", message, extract.Meta{}) }, func() (extract.Article, error) {
		article, err := parseMail(source, message)
		if err != nil {
			return extract.Article{}, fmt.Errorf("%s: %w", where, err)
		}
		return article, nil
	})
}

// withoutSeparator drops the blank line that a mailbox has between two mails.
func withoutSeparator(message []byte) []byte {
	for _, blank := range []string{"\n\r\n", "\n\n"} {
		if bytes.HasSuffix(message, []byte(blank)) {
			return message[:len(message)-len(blank)+1]
		}
	}
	return message
}

// messageID returns the Message-ID of a mail, which stays when the mailbox
// grows.
func messageID(message []byte) string {
	for line := range bytes.Lines(message) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			break
		}
		if name, value, ok := bytes.Cut(line, []byte(":")); ok && bytes.EqualFold(name, []byte("Message-ID")) {
			return string(bytes.Trim(value, " <>"))
		}
	}
	return ""
}
