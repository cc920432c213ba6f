package data

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// row is one entry of a lexicon file.
type row struct {
	file string
	line int // counted from 1
	cols []string
}

// list returns the parts of column i, which are separated by bars.
func (r row) list(i int) []string {
	if r.cols[i] == "" {
		return nil
	}
	return strings.Split(r.cols[i], "|")
}

// errorf returns an error that says where r stands.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("lexicon/%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// readLexicon returns the entries of an embedded lexicon file that have the
// given number of columns and a first column, and an error for each other line.
func readLexicon(file string, columns int) ([]row, error) {
	text, err := lexicons.ReadFile("lexicon/" + file)
	if err != nil {
		return nil, err
	}
	return parseLexicon(file, string(text), columns)
}

func parseLexicon(file, text string, columns int) ([]row, error) {
	var rows []row
	var errs []error
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := row{file, i + 1, strings.Split(line, "\t")}
		if err := r.check(columns); err != nil {
			errs = append(errs, err)
			continue
		}
		rows = append(rows, r)
	}
	return rows, errors.Join(errs...)
}

func (r row) check(columns int) error {
	if len(r.cols) != columns {
		return r.errorf("%d columns, want %d", len(r.cols), columns)
	}
	if r.cols[0] == "" {
		return r.errorf("the first column is empty")
	}
	for i, col := range r.cols {
		if !utf8.ValidString(col) {
			return r.errorf("column %d is not UTF-8", i+1)
		}
		for _, part := range r.list(i) {
			if part == "" || strings.TrimSpace(part) != part {
				return r.errorf("column %d has an empty part or spaces at its ends", i+1)
			}
		}
	}
	return nil
}

// key is the form under which words are looked up: lower case, single spaces,
// straight apostrophes, without a leading "the".
func key(words string) string { return string(appendKey(nil, words)) }

// appendKey appends the key of words to dst, which is empty.
func appendKey(dst []byte, words string) []byte {
	gap := false
	for _, r := range words {
		switch {
		case unicode.IsSpace(r):
			gap = len(dst) > 0
			continue
		case gap:
			dst, gap = append(dst, ' '), false
		}
		if r == '’' {
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return bytes.TrimPrefix(dst, []byte("the "))
}

// lookup returns what m has for the key of words. The key of a name of usual
// length is made on the stack: the analysis asks several times for each word.
func lookup[V any](m map[string]V, words string) (V, bool) {
	var space [64]byte
	v, ok := m[string(appendKey(space[:0], words))]
	return v, ok
}

// index adds v under each of the names, unless an earlier entry has the name.
func index[V any](m map[string]V, v V, names ...string) {
	for _, name := range names {
		if _, taken := m[key(name)]; !taken {
			m[key(name)] = v
		}
	}
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// isAbbreviation reports whether name spells one of names that is all capitals.
func isAbbreviation(names []string, name string) bool {
	for _, n := range names {
		if key(n) == key(name) {
			return strings.IndexFunc(n, unicode.IsLower) < 0
		}
	}
	return false
}

// iriName is the part of an entity's IRI after "kg:": the given one, else name.
func iriName(given, name string) string {
	if given != "" {
		return given
	}
	return strings.ReplaceAll(name, " ", "_")
}
