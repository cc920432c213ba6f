package identity

import (
	"bufio"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kg/extract/nlp"
)

// gapFile is scored by `go test ./extract/identity -run TestGAP -gap FILE`; it
// is not part of the ordinary tests, since it takes a minute.
var gapFile = flag.String("gap", "", "file of the GAP corpus to score pronouns on, such as ../../../shared/data/coref/gap-development.tsv")

// gapErrors is how many wrong pronouns the scorer prints.
var gapErrors = flag.Int("gap-errors", 0, "how many wrong pronouns to print")

// minGAP is the share below which TestGAP fails.
const minGAP = 0.68

// gapRow is a pronoun with two names of which one, or none, is its antecedent.
// Offsets are bytes.
type gapRow struct {
	id, text string
	pronoun  int
	names    [2]nlp.Span
	gold     [2]bool
	male     bool
}

// gapScore counts judgements as GAP's own scorer does: each of the two names is
// judged alone (Webster et al., "Mind the GAP", TACL 2018).
type gapScore struct{ both, said, gold int }

func (s *gapScore) add(said, gold bool) {
	if said && gold {
		s.both++
	}
	if said {
		s.said++
	}
	if gold {
		s.gold++
	}
}

func (s gapScore) f1() float64 { return 2 * float64(s.both) / max(1, float64(s.said+s.gold)) }

func TestGAP(t *testing.T) {
	if *gapFile == "" {
		t.Skip("no -gap FILE given")
	}
	var all, men, women gapScore
	left := *gapErrors
	for _, row := range readGAP(t, *gapFile) {
		doc, props := analyse(t, row.text)
		said := row.judge(doc, Resolve(doc, props, "abc123"))
		for i := range said {
			all.add(said[i], row.gold[i])
			if row.male {
				men.add(said[i], row.gold[i])
			} else {
				women.add(said[i], row.gold[i])
			}
		}
		if said != row.gold && left > 0 {
			left--
			t.Logf("%s: %v, want %v: %s", row.id, said, row.gold, row.marked())
		}
	}
	precision, recall := float64(all.both)/max(1, float64(all.said)), float64(all.both)/max(1, float64(all.gold))
	t.Logf("GAP: F1 %.3f (precision %.3f, recall %.3f); of men %.3f, of women %.3f", all.f1(), precision, recall, men.f1(), women.f1())
	if all.f1() < minGAP {
		t.Errorf("F1 %.3f, want %.3f at least", all.f1(), minGAP)
	}
}

// judge says of each of the two names whether the pronoun stands for it.
func (row gapRow) judge(doc *nlp.Document, r *Resolution) (said [2]bool) {
	for _, e := range r.Entities {
		has := func(s nlp.Span) bool {
			for _, m := range e.Mentions {
				// A name inside a longer phrase ("Lund's mother") is not its mention.
				if m.Form != FormNominal && doc.Span(m.Tokens).Overlaps(s) {
					return true
				}
			}
			return false
		}
		if has(nlp.Span{Begin: row.pronoun, End: row.pronoun + 1}) {
			for i, name := range row.names {
				said[i] = has(name)
			}
		}
	}
	return said
}

// marked is the text with brackets around the pronoun and the names.
func (row gapRow) marked() string {
	marks := map[int]string{row.pronoun: "[", row.names[0].Begin: "{A ", row.names[0].End: "}", row.names[1].Begin: "{B ", row.names[1].End: "}"}
	var b strings.Builder
	for i := range len(row.text) {
		b.WriteString(marks[i])
		b.WriteByte(row.text[i])
	}
	return b.String()
}

func readGAP(t *testing.T, path string) []gapRow {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []gapRow
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		c := strings.Split(lines.Text(), "\t")
		if len(c) < 10 || c[0] == "ID" {
			continue
		}
		rows = append(rows, gapRow{
			id: c[0], text: c[1], pronoun: byteAt(c[1], c[3]),
			names: [2]nlp.Span{span(c[1], c[5], c[4]), span(c[1], c[8], c[7])},
			gold:  [2]bool{strings.EqualFold(c[6], "true"), strings.EqualFold(c[9], "true")},
			male:  strings.HasPrefix(strings.ToLower(c[2]), "h") && !strings.HasPrefix(strings.ToLower(c[2]), "her"),
		})
	}
	if err := lines.Err(); err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows: %v", path, len(rows), err)
	}
	return rows
}

func span(text, offset, name string) nlp.Span {
	begin := byteAt(text, offset)
	return nlp.Span{Begin: begin, End: begin + len(name)}
}

// byteAt turns an offset in characters into one in bytes.
func byteAt(text, offset string) int {
	n, _ := strconv.Atoi(offset)
	i := 0
	for ; n > 0 && i < len(text); n-- {
		_, width := utf8.DecodeRuneInString(text[i:])
		i += width
	}
	return i
}
