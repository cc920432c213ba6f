// Package source reads articles from files.
//
// [Find] lists the files that paths and folders name; [Read] reads one of them;
// [Parse] takes content that was read elsewhere. Bad content is an error that
// says what is wrong with it and what to do, never half an article.
package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"kg/extract"
)

// MaxBytes is the largest file that is read. News articles have a few thousand
// bytes; 64 MiB is a large archive, and analysing it takes about twenty times
// its size in memory.
const MaxBytes = 64 << 20

// Read reads the article in the file at path, as [Parse] does. The error names
// the path, the reason and what to do.
func Read(path string) (extract.Article, error) {
	content, err := readFile(path)
	if err != nil {
		return extract.Article{}, err
	}
	return Parse(path, content)
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, pathError(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: a folder, not a file: name the files in it", path)
	case info.Size() > MaxBytes:
		return nil, tooLarge(path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, MaxBytes+1))
	switch {
	case err != nil:
		return nil, pathError(path, err)
	case len(content) > MaxBytes:
		return nil, tooLarge(path)
	}
	return content, nil
}

func tooLarge(path string) error {
	return fmt.Errorf("%s: larger than %d MiB: split it into one file an article", path, MaxBytes>>20)
}

// Parse returns the article whose plain text is content. UTF-8 is kept byte for
// byte, a byte order mark too, so that offsets hold in the file; UTF-16 with
// its byte order mark is converted. The headline and the day of publication are
// taken from the first lines, and the day from an ISO date in the file name where
// the text has none. Empty, binary and wrongly encoded content
// is an error that starts with source.
func Parse(source string, content []byte) (extract.Article, error) {
	text, err := decode(content)
	if err != nil {
		return extract.Article{}, fmt.Errorf("%s: %w", source, err)
	}
	return extract.NewArticle(source, text, guessMeta(source, text)), nil
}

// sniffBytes is how much of a file is looked at to tell text from binary.
const sniffBytes = 1 << 20

// decode returns content as UTF-8.
func decode(content []byte) (string, error) {
	if text, ok := decodeUTF16(content); ok {
		content = []byte(text)
	}
	head := content[:min(len(content), sniffBytes)]
	switch {
	case isBlank(content):
		return "", fmt.Errorf("no text in it: it is empty or holds white space only")
	case bytes.IndexByte(content, 0) >= 0 || controls(head)*controlShare > len(head):
		return "", fmt.Errorf("binary, not text: kg reads plain text; convert the document to text first")
	case !utf8.Valid(content):
		line, column := invalidAt(content)
		return "", fmt.Errorf("not UTF-8 (line %d, byte %d of it): convert it first, for example with: iconv -f WINDOWS-1252 -t UTF-8", line, column)
	}
	return string(content), nil
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

// utf8Mark is the byte order mark that some editors put before UTF-8.
const utf8Mark = "\uFEFF"

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
