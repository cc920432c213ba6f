package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
)

// The output formats that most commands know.
const (
	formatTable = "table" // for people
	formatJSON  = "json"  // one value
	formatJSONL = "jsonl" // one value a line
	formatCSV   = "csv"   // RFC 4180, a title line first
)

// formatFlag is --format with these formats, the first of them the default.
func formatFlag(formats ...string) cli.Flag {
	return &cli.StringFlag{
		Name: "format", Usage: "print as `FORMAT`: " + strings.Join(formats, ", "), Value: formats[0],
		Action: func(c *cli.Context, format string) error {
			if slices.Contains(formats, format) {
				return nil
			}
			return usage(fmt.Errorf("kg %s knows no format %q", c.Command.Name, format), "formats: "+strings.Join(formats, ", "))
		},
	}
}

// printList prints values as table, json (an array) or jsonl.
func printList[T any](c *cli.Context, values []T, table func(io.Writer, style)) error {
	enc := json.NewEncoder(c.App.Writer)
	enc.SetEscapeHTML(false)
	switch c.String("format") {
	case formatJSON:
		enc.SetIndent("", "  ")
		if values == nil {
			values = []T{}
		}
		return enc.Encode(values)
	case formatJSONL:
		for _, value := range values {
			if err := enc.Encode(value); err != nil {
				return err
			}
		}
		return nil
	}
	page(c)
	table(c.App.Writer, styleFor(c))
	return nil
}

// printOne prints one value as table, json or jsonl.
func printOne(c *cli.Context, value any, table func(io.Writer, style)) error {
	enc := json.NewEncoder(c.App.Writer)
	enc.SetEscapeHTML(false)
	switch c.String("format") {
	case formatJSON:
		enc.SetIndent("", "  ")
		return enc.Encode(value)
	case formatJSONL:
		return enc.Encode(value)
	}
	page(c)
	table(c.App.Writer, styleFor(c))
	return nil
}

// A column is one column of a table.
type column struct {
	title string
	right bool // numbers
	whole bool // never cut: IDs, to be copied
}

// printTable prints rows under the titles of columns. A table wider than the
// page is narrowed at its widest columns, whose cells are cut.
func printTable(w io.Writer, s style, columns []column, rows [][]string) {
	widths := columnWidths(s.page, columns, rows)
	printRow(w, columns, widths, titlesOf(columns), s.bold)
	for _, row := range rows {
		printRow(w, columns, widths, row, func(cell string) string { return cell })
	}
}

func titlesOf(columns []column) []string {
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.title
	}
	return titles
}

// printRow prints one row of a table, each cell cut to its column's width and
// set by a function that adds no width.
func printRow(w io.Writer, columns []column, widths []int, cells []string, set func(string) string) {
	var out strings.Builder
	for i, cell := range cells {
		cell = shorten(printable(cell), widths[i])
		pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if i > 0 {
			out.WriteString("  ")
		}
		if columns[i].right {
			out.WriteString(pad + set(cell))
		} else {
			out.WriteString(set(cell) + pad)
		}
	}
	fmt.Fprintln(w, strings.TrimRight(out.String(), " "))
}

// columnWidths gives each column the width of its widest cell, then takes from
// the widest until the line fits. No column falls below ten characters, and
// one that is to stay whole gives up none. A page of 0 columns has no end.
func columnWidths(page int, columns []column, rows [][]string) []int {
	const least = 10
	widths := make([]int, len(columns))
	total := 2 * (len(columns) - 1)
	for i, c := range columns {
		widths[i] = utf8.RuneCountInString(c.title)
		for _, row := range rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(printable(row[i])))
		}
		total += widths[i]
	}
	for ; page > 0 && total > page; total-- {
		widest := -1
		for i, c := range columns {
			if !c.whole && widths[i] > least && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// counted is a number with its noun: "1 article", "2 articles".
func counted(n int, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return fmt.Sprintf("%d %s", n, plural)
}
