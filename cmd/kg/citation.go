package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"kg/graph"
)

// citation is a sentence and where it stands.
type citation struct {
	sentence  string
	also      []string // further sentences that the same fact follows from
	article   string   // its title, or its ID where it has none
	published string   // 2025-09-04; empty where unknown
	details   []string // what else is known of the statement
}

// reprinted adds how many copies of its article print the sentence too.
func (c *citation) reprinted(copies int) {
	if printed := graph.Printed(copies); printed != "" {
		c.details = append(c.details, printed)
	}
}

// The citation stands below what it supports, the sentence with a bar beside it.
const (
	citationIndent = "      "
	sentenceBar    = "│ "
)

func printCitation(w io.Writer, s style, c citation) {
	width := s.width - len(citationIndent) - 2
	for _, sentence := range append([]string{c.sentence}, c.also...) {
		fmt.Fprintf(w, "%s%s%s\n", citationIndent, sentenceBar, wrap(printable(sentence), width, citationIndent+sentenceBar))
	}
	parts := []string{}
	if place := joined(", ", printable(c.article), readableDate(c.published)); place != "" {
		parts = append(parts, place)
	}
	for _, detail := range c.details {
		parts = append(parts, printable(detail))
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, "%s%s\n", citationIndent, s.dim(wrap("— "+strings.Join(parts, " · "), width, citationIndent+"  ")))
	}
}

// joined joins the texts that are not empty.
func joined(separator string, texts ...string) string {
	out := ""
	for _, text := range texts {
		if out != "" && text != "" {
			out += separator
		}
		out += text
	}
	return out
}

// readableDate is a day such as 2025-09-04 as a person writes it.
func readableDate(day string) string {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return date.Format("2 January 2006")
}
