package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding/htmlindex"
)

// utf8Mark is the byte order mark that some editors put before UTF-8.
const utf8Mark = "\uFEFF"

// sniffBytes is how much of a file is looked at to tell text from binary, and
// one encoding from another.
const sniffBytes = 1 << 20

// decode returns content as UTF-8. UTF-8 is kept byte for byte, a byte order
// mark too; UTF-16 with its mark is converted, and so is what the detector of
// ICU takes for another encoding of text.
func decode(content []byte) (string, error) {
	if text, ok := decodeUTF16(content); ok {
		content = []byte(text)
	}
	head := content[:min(len(content), sniffBytes)]
	switch {
	case isBlank(content):
		return "", errEmpty
	case bytes.IndexByte(content, 0) >= 0 || controls(head)*controlShare > len(head):
		return "", errBinary
	case !utf8.Valid(content):
		return decodeLegacy(content)
	}
	return string(content), nil
}

// sureEncoding is the least confidence, 0–100, at which a guessed encoding is
// used. Detection gives 30 to 80 for a few paragraphs of a Western language,
// and 10 or so for noise.
const sureEncoding = 25

// decodeLegacy returns text of an older encoding, such as Windows-1252, as
// UTF-8.
func decodeLegacy(content []byte) (string, error) {
	line, column := invalidAt(content)
	fault := fmt.Errorf("not UTF-8 (line %d, byte %d of it), and no other encoding fits: convert it first, for example with: iconv -f WINDOWS-1252 -t UTF-8", line, column)
	if mostly := utf8Share(content); mostly > damagedShare {
		return "", fault
	}
	guess, err := chardet.NewTextDetector().DetectBest(content[:min(len(content), sniffBytes)])
	if err != nil || guess.Confidence < sureEncoding || strings.HasPrefix(guess.Charset, "UTF") {
		return "", fault
	}
	encoding, err := htmlindex.Get(guess.Charset)
	if err != nil {
		return "", fault
	}
	text, err := encoding.NewDecoder().Bytes(content)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", fault
	}
	return string(text), nil
}

// damagedShare: text whose runes beyond ASCII are UTF-8 to more than this share
// is damaged UTF-8, not text of another encoding.
const damagedShare = 0.5

// utf8Share returns which share of the runes beyond ASCII are valid.
func utf8Share(content []byte) float64 {
	valid, invalid := 0, 0
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case r >= utf8.RuneSelf:
			valid++
		}
		content = content[size:]
	}
	return float64(valid) / float64(max(1, valid+invalid))
}

// controlShare: more than one control character in so many bytes is no text.
const controlShare = 100

// controls counts the control characters that text does not have.
func controls(content []byte) int {
	n := 0
	for _, b := range content {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' || b == 0x7f {
			n++
		}
	}
	return n
}

func isBlank(content []byte) bool {
	return len(bytes.TrimSpace(bytes.TrimPrefix(content, []byte(utf8Mark)))) == 0
}

// invalidAt returns the line, counted from 1, and the byte in it, counted from
// 1, of the first byte that is not valid UTF-8.
func invalidAt(content []byte) (line, column int) {
	line, column = 1, 1
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		if r == utf8.RuneError && size == 1 {
			return line, column
		}
		column += size
		if r == '\n' {
			line, column = line+1, 1
		}
		content = content[size:]
	}
	return line, column
}
