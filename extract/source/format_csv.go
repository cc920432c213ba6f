package source

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

func openCSV(w *walk, b blob) { openTable(w, b, ",;\t") }
func openTSV(w *walk, b blob) { openTable(w, b, "\t") }

// separatorIn returns which of some characters separates the names in the first row of
// a table: the most frequent, the first of those where none is more so. Spreadsheets
// write semicolons where a comma is the decimal point.
func separatorIn(head []byte, separators string) rune {
	row, _, _ := strings.Cut(string(head), "\n")
	best, most := rune(separators[0]), 0
	for _, separator := range separators {
		if n := strings.Count(row, string(separator)); n > most {
			best, most = separator, n
		}
	}
	return best
}

// openTable yields an article for every row of a table (RFC 4180), whose first
// row names the fields. A row with too many fields is an error of its own; one
// with too few lacks them.
func openTable(w *walk, b blob, separators string) {
	decoded := bufio.NewReaderSize(transform.NewReader(b.r, unicode.BOMOverride(transform.Nop)), sniffLength)
	head, _ := decoded.Peek(sniffLength)
	rows := csv.NewReader(&cellGuard{r: decoded})
	rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes = separatorIn(head, separators), -1, true
	names, err := rows.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = errEmpty
		}
		w.fail(b.source, fmt.Errorf("%s: %w", &b, plainError(err)))
		return
	}
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	if problem := w.missingColumn(names); problem != nil {
		w.fail(b.source, fmt.Errorf("%s: %w", &b, problem))
		return
	}
	for number := 1; ; number++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			w.fail(b.source, fmt.Errorf("%s: row %d: %w", &b, number, plainError(err)))
			return
		}
		line, _ := rows.FieldPos(0)
		place := "row=" + strconv.Itoa(number)
		where := fmt.Sprintf("%s: row %d (line %d)", &b, number, line)
		more := false
		if len(row) > len(names) {
			more = w.fail(b.source+"#"+place, fmt.Errorf("%s: %d fields where the first row names %d: quote fields that hold the separator", where, len(row), len(names)))
		} else {
			more = w.record(b, rowRecord(names, row), place, where)
		}
		if !more {
			return
		}
	}
}

// missingColumn says which named field the table lacks.
func (w *walk) missingColumn(names []string) error {
	for _, part := range Parts() {
		if name, ok := w.reader.Fields[part]; ok && !slices.Contains(names, name) {
			return fmt.Errorf("no column %q for the %s: its first row names %s", name, part, strings.Join(names, ", "))
		}
	}
	return nil
}

func rowRecord(names, row []string) map[string]any {
	record := make(map[string]any, len(row))
	for i, value := range row {
		record[names[i]] = cellText(value)
	}
	return record
}

// cellText returns a cell as UTF-8. Of one that is none the encoding is guessed, as of a
// file; a short one says too little, and is taken for Windows-1252, in which spreadsheets
// write unless they are told otherwise.
func cellText(value string) string {
	if utf8.ValidString(value) {
		return value
	}
	if utf8Share([]byte(value)) <= damagedShare {
		if text, err := decodeLegacy([]byte(value)); err == nil {
			return text
		}
		if text, err := charmap.Windows1252.NewDecoder().String(value); err == nil {
			return text
		}
	}
	return strings.ToValidUTF8(value, "\uFFFD")
}

// cellGuard ends a table in which MaxBytes pass without a line break: a quote
// that is never closed would otherwise take the whole rest into memory.
type cellGuard struct {
	r     io.Reader
	since int
}

func (g *cellGuard) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	g.since += n
	if i := slices.Index(p[:n], '\n'); i >= 0 {
		g.since = 0
	}
	if g.since > MaxBytes {
		return 0, errLongLine
	}
	return n, err
}
