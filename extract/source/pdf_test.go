package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// madePDF returns a PDF of pages, each the operators that show its text.
func madePDF(pages ...string) string {
	var b strings.Builder
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), strings.Join(kids, " "))
	object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255/Widths[%s]>>", strings.Repeat("600 ", 256))
	for i, page := range pages {
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>", 5+2*i)
		object("<</Length %d>>stream\n%s\nendstream", len(page), page)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return b.String()
}

// shown returns operators that show lines from a place downwards, a blank line where one
// is empty.
func shown(size, x, y float64, lines ...string) string {
	var b strings.Builder
	for i, line := range lines {
		if line != "" {
			fmt.Fprintf(&b, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y-1.2*size*float64(i), strings.NewReplacer("(", "\\(", ")", "\\)").Replace(line))
		}
	}
	return b.String()
}

func TestPDF(t *testing.T) {
	head, foot := shown(8, 50, 770, "The Courier"), func(n int) string { return shown(8, 300, 30, fmt.Sprintf("Page %d of 3", n)) }
	for _, tt := range []struct {
		name  string
		pages []string
		want  string
	}{
		{"paragraphs apart, a word divided", []string{shown(10, 50, 700, "The harbour of Narvik reopened on Monday after a storm, as its direc-", "tor said. Crews were glad.", "", "Nine ships came in.")},
			"The harbour of Narvik reopened on Monday after a storm, as its director said. Crews were glad.|Nine ships came in."},
		{"paragraphs set in", []string{shown(10, 50, 700, "The harbour of Narvik reopened on Monday after a storm that lasted for") + shown(10, 50, 688, "six days. Its director said that the crews of nine ships were very glad.") + shown(10, 70, 676, "Two piers were broken by the waves, and the town has to pay for") + shown(10, 50, 664, "both of them.")},
			"The harbour of Narvik reopened on Monday after a storm that lasted for six days. Its director said that the crews of nine ships were very glad.|Two piers were broken by the waves, and the town has to pay for both of them."},
		{"a headline", []string{shown(20, 50, 700, "Harbour reopens") + shown(10, 50, 680, "The harbour of Narvik reopened.")}, "Harbour reopens|The harbour of Narvik reopened."},
		{"words that are placed, without spaces", []string{"BT /F1 10 Tf 1 0 0 1 50 700 Tm [(The)-600(har)20(bour)-600(of)-600(Narvik)] TJ 0 -12 Td [(r)10(eopened)-600(on)-600(Monday.)] TJ ET"}, "The harbour of Narvik reopened on Monday."},
		{"two columns", []string{shown(10, 50, 700, "The harbour of Narvik", "reopened on Monday, as") + shown(10, 300, 700, "its director said. The", "crews were glad.")},
			"The harbour of Narvik reopened on Monday, as its director said. The crews were glad."},
		{"pages with a head and a number", []string{head + shown(10, 50, 700, "The harbour of Narvik reopened on Monday after a storm that had") + foot(1), head + shown(10, 50, 700, "lasted for six days.", "", "Crews were glad.") + foot(2), head + shown(10, 50, 700, "Nine ships came in.") + foot(3)},
			"The harbour of Narvik reopened on Monday after a storm that had lasted for six days.|Crews were glad.|Nine ships came in."},
		{"moved, kept and scaled", []string{"q 2 0 0 2 0 0 cm BT /F1 5 Tf 25 350 Td 6 TL (The harbour) Tj (of Narvik) ' ET Q BT /F1 10 Tf 50 660 Td (reopened.) Tj ET"}, "The harbour of Narvik|reopened."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.pdf")
			if err := os.WriteFile(path, []byte(madePDF(tt.pages...)), 0o644); err != nil {
				t.Fatal(err)
			}
			got := listing(t, &Reader{}, path)
			text := got[strings.LastIndex(got, " | ")+3:]
			if strings.TrimSpace(strings.ReplaceAll(text, "⏎⏎", "|")) != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}
