package source

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

func openCSV(w *walk, b blob) { openTable(w, b, ',') }
func openTSV(w *walk, b blob) { openTable(w, b, '\t') }

// openTable yields an article for every row of a table (RFC 4180), whose first
// row names the fields. A row with too many fields is an error of its own; one
// with too few lacks them.
func openTable(w *walk, b blob, comma rune) {
	decoded := transform.NewReader(b.r, unicode.BOMOverride(transform.Nop))
	rows := csv.NewReader(&cellGuard{r: decoded})
	rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes = comma, -1, true
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
		record[names[i]] = strings.ToValidUTF8(value, "\uFFFD")
	}
	return record
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
