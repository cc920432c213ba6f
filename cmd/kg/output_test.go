package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPrintTable(t *testing.T) {
	columns := []column{{title: "name"}, {title: "facts", right: true}, {title: "id", whole: true}}
	rows := [][]string{
		{"Ana Pereira, who has a very long name indeed", "7", "kg:Ana_Pereira"},
		{"Støre", "120", "kg:Støre"},
	}
	for _, test := range []struct {
		page int
		want string
	}{
		{0, `
name                                          facts  id
Ana Pereira, who has a very long name indeed      7  kg:Ana_Pereira
Støre                                           120  kg:Støre
`},
		{40, `
name               facts  id
Ana Pereira, who…      7  kg:Ana_Pereira
Støre                120  kg:Støre
`},
		{10, `
name        facts  id
Ana Perei…      7  kg:Ana_Pereira
Støre         120  kg:Støre
`},
	} {
		var out strings.Builder
		printTable(&out, style{page: test.page}, columns, rows)
		if got := "\n" + out.String(); got != test.want {
			t.Errorf("page of %d:\ngot%s\nwant%s", test.page, got, test.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 80, "one two three"},
		{"one two three", 7, "one two\n  three"},
		{"  one\n two ", 80, "one two"},
		{"Åse Øvrebø", 6, "Åse\n  Øvrebø"},
		{"unbreakableword a", 5, "unbreakableword\n  a"},
	} {
		if got := wrap(test.text, test.width, "  "); got != test.want {
			t.Errorf("%q in %d:\ngot  %q\nwant %q", test.text, test.width, got, test.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three", 5)
	f.Fuzz(func(t *testing.T, text string, width int) {
		wrapped := wrap(text, width, "")
		if strings.Join(strings.Fields(wrapped), " ") != strings.Join(strings.Fields(text), " ") {
			t.Errorf("the words of %q became %q", text, wrapped)
		}
		for line := range strings.SplitSeq(wrapped, "\n") {
			if strings.Contains(line, " ") && utf8.RuneCountInString(line) > width {
				t.Errorf("a line of %q is wider than %d: %q", text, width, line)
			}
		}
	})
}

func FuzzPrintable(f *testing.F) {
	f.Add("\x1b[31mred\x1b[0m \u202eturned")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range printable(text) {
			if r < ' ' || 0x7f <= r && r < 0xa0 {
				t.Errorf("%q keeps %q", text, r)
			}
		}
	})
}
