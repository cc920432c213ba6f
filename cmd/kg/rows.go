package main

import (
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
)

// The columns that cite where a row comes from. Where a result has sentences,
// these columns are printed below each row.
const (
	sentenceColumn  = "sentence"
	becauseColumn   = "because" // the sentences that a derived fact follows from besides
	articleColumn   = "article"
	reprintedColumn = "reprinted_in" // the copies of that article that print it too
	publishedColumn = "published"
	speakerColumn   = "speaker"
)

// resultTable prints the rows of a query, with names in place of IRIs. The
// columns stand in the order in which the script names them.
func resultTable(w io.Writer, s style, script string, rows []map[string]any, names map[string]string) {
	if len(rows) == 0 {
		fmt.Fprintln(w, "No results.")
		return
	}
	keys := graph.Columns(script, rows)
	if slices.Contains(keys, sentenceColumn) || slices.Contains(keys, evidenceColumn) {
		citedTable(w, s, keys, rows, names)
		return
	}
	columns, cells := tableOf(keys, rows, names)
	printTable(w, s, columns, cells)
}

// printCSV prints the rows of a query as CSV (RFC 4180), IRIs without brackets.
func printCSV(w io.Writer, script string, rows []map[string]any) error {
	keys := graph.Columns(script, rows)
	out := csv.NewWriter(w)
	if len(keys) > 0 {
		if err := out.Write(keys); err != nil {
			return err
		}
	}
	for _, row := range rows {
		cells := make([]string, len(keys))
		for i, key := range keys {
			cells[i] = cellOf(row[key], nil)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// citedTable prints rows, and below each the sentence that it comes from.
func citedTable(w io.Writer, s style, keys []string, rows []map[string]any, names map[string]string) {
	citing := []string{evidenceColumn, sentenceColumn, becauseColumn, articleColumn, reprintedColumn, publishedColumn, speakerColumn}
	keys = slices.DeleteFunc(keys, func(key string) bool { return slices.Contains(citing, key) })
	columns, cells := tableOf(keys, rows, names)
	widths := columnWidths(s.page, columns, cells)
	printRow(w, columns, widths, titlesOf(columns), s.bold)
	for i, row := range rows {
		printRow(w, columns, widths, cells[i], func(cell string) string { return cell })
		c := citation{
			sentence: cellOf(row[sentenceColumn], nil), also: textsOf(row[becauseColumn]),
			published: cellOf(row[publishedColumn], nil),
		}
		c.article = titleOf(row[articleColumn], names)
		if speaker := cellOf(row[speakerColumn], names); speaker != "" {
			c.details = []string{"according to " + speaker}
		}
		c.reprinted(len(textsOf(row[reprintedColumn])))
		if c.sentence != "" {
			printCitation(w, s, c)
		}
		printEvidence(w, s, row[evidenceColumn])
	}
}

// printEvidence prints the statements that --evidence added to a row.
func printEvidence(w io.Writer, s style, evidence any) {
	list, _ := evidence.([]any)
	for _, item := range list {
		e, _ := item.(map[string]any)
		c := citation{
			sentence: cellOf(e["sentence"], nil), article: cmp.Or(cellOf(e["title"], nil), cellOf(e["article"], nil)), published: cellOf(e["published"], nil),
		}
		copies, _ := e[reprintedColumn].([]string)
		c.reprinted(len(copies))
		printCitation(w, s, c)
	}
}

func tableOf(keys []string, rows []map[string]any, names map[string]string) ([]column, [][]string) {
	columns := make([]column, len(keys))
	for i, key := range keys {
		columns[i].title = key
	}
	cells := make([][]string, len(rows))
	for i, row := range rows {
		for j, key := range keys {
			cells[i] = append(cells[i], cellOf(row[key], names))
			_, number := row[key].(float64)
			columns[j].right = columns[j].right || number
		}
	}
	return columns, cells
}

func cellOf(value any, names map[string]string) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		if iri, ok := iriOf(v); ok && strings.HasPrefix(iri, "article:") {
			return iri // to be told apart and copied
		} else if ok {
			return cmp.Or(names[iri], iri)
		}
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

// textsOf returns the texts in a list; none where value is no list.
func textsOf(value any) []string {
	list, _ := value.([]any)
	var texts []string
	for _, item := range list {
		texts = append(texts, cellOf(item, nil))
	}
	return texts
}

// titleOf is the title of an article in a result.
func titleOf(value any, names map[string]string) string {
	text := cellOf(value, names)
	return cmp.Or(names[text], text)
}

// iriOf returns the IRI in a value such as "<kg:Kyiv>".
func iriOf(value string) (string, bool) {
	if len(value) > 2 && value[0] == '<' && value[len(value)-1] == '>' {
		return value[1 : len(value)-1], true
	}
	return "", false
}

// namesBatch bounds how many nodes one query for names starts from.
const namesBatch = 500

// namesOf looks up what the IRIs in rows are called. A name that cannot be
// had is left out: the IRI is then shown.
func namesOf(ctx context.Context, g *graph.Graph, rows []map[string]any) map[string]string {
	iris := map[string]bool{}
	for _, row := range rows {
		for _, value := range row {
			if text, isText := value.(string); isText {
				if _, ok := iriOf(text); ok {
					iris[text] = true
				}
			}
		}
	}
	names := map[string]string{}
	for batch := range slices.Chunk(slices.Sorted(maps.Keys(iris)), namesBatch) {
		for _, property := range []string{"<rdfs:label>", "<schema:headline>"} {
			script := fmt.Sprintf(`g.V(%s).Save(%q, "name").All()`, quotedList(batch), property)
			if result, err := g.Query(ctx, script, graph.QueryOptions{}); err == nil {
				addNames(names, result.Rows)
			}
		}
	}
	return names
}

// addNames keeps the least name of each, as two articles may name it differently.
func addNames(names map[string]string, rows []map[string]any) {
	for _, row := range rows {
		id, _ := row["id"].(string)
		name, isText := row["name"].(string)
		iri, isIRI := iriOf(id)
		if !isText || !isIRI {
			continue
		}
		if known, found := names[iri]; !found || name < known {
			names[iri] = name
		}
	}
}

func quotedList(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		text, _ := json.Marshal(v) // a string always has a JSON form
		quoted[i] = string(text)
	}
	return strings.Join(quoted, ", ")
}
