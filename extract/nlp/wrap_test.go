package nlp

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A text set in lines of one width, in the ways in which that is done. A sentence
// for each entry; "¶" opens a paragraph.
func TestWrappedText(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"blank lines between paragraphs", "Harbour reopens\n\nThe harbour of Narvik reopened on Monday after a storm, the port's\ndirector Ida Berg said. Ships came in from nine towns, and crews were\nglad of it.\n\nBerg left.",
			[]string{"Harbour reopens", "¶The harbour of Narvik reopened on Monday after a storm, the port's director Ida Berg said.", "Ships came in from nine towns, and crews were glad of it.", "¶Berg left."}},
		{"paragraphs that are set in", "Harbour reopens\n    The harbour of Narvik reopened on Monday after a storm, said Ida\nBerg, who runs it. Ships came in from nine towns, and their crews\nwere glad.\n    The storm had lasted for six days, and two piers were broken by\nthe waves.",
			[]string{"Harbour reopens", "¶The harbour of Narvik reopened on Monday after a storm, said Ida Berg, who runs it.", "Ships came in from nine towns, and their crews were glad.", "¶The storm had lasted for six days, and two piers were broken by the waves."}},
		{"a blank line between any two", "The harbour of Narvik reopened on Monday after a storm, said\n\nthe director of the port. Ships came in from nine towns, and\n\nthe crews were glad of that.\n\nTwo piers were broken, and the town has to pay for both, as\n\nit owns them.",
			[]string{"The harbour of Narvik reopened on Monday after a storm, said the director of the port.", "Ships came in from nine towns, and the crews were glad of that.", "¶Two piers were broken, and the town has to pay for both, as it owns them."}},
		{"Windows line ends", "The harbour of Narvik reopened on Monday after a storm, the port's\r\ndirector Ida Berg said.\r\n\r\nShe left.\r\n",
			[]string{"The harbour of Narvik reopened on Monday after a storm, the port's director Ida Berg said.", "¶She left."}},
		{"a quotation over two lines", "\"We waited for six days and nobody told us when the harbour would\nopen,\" Ida Berg said. \"The harbour master and all of his pilots\nwere ill.\"",
			[]string{"\"We waited for six days and nobody told us when the harbour would open,\" Ida Berg said.", "\"The harbour master and all of his pilots were ill.\""}},
		{"items of a list", "What the town has to pay for after the storm, by the report that it\nasked for:\n\n* a pier at the northern end of the harbour, which the waves broke on\n  the first day\n* forty lamps\n1. the road that leads from the ferry to the market place and to the\n   church\n",
			[]string{"What the town has to pay for after the storm, by the report that it asked for:", "¶* a pier at the northern end of the harbour, which the waves broke on the first day", "¶* forty lamps", "¶1. the road that leads from the ferry to the market place and to the church"}},
		{"headline, byline and heading above full lines", "Harbour reopens\nBy Ida Berg\nThe harbour of Narvik reopened on Monday, after a storm had closed it\nfor six days.\nWhat comes next\nTwo piers have to be built again, and the road that leads to them has\nto be raised.",
			[]string{"Harbour reopens", "¶By Ida Berg", "¶The harbour of Narvik reopened on Monday, after a storm had closed it for six days.", "¶What comes next", "¶Two piers have to be built again, and the road that leads to them has to be raised."}},
		{"a sentence for each line", "The harbour of Narvik reopened on Monday after a storm\nships came in from nine towns\nTwo piers were broken by waves that came over the wall\nThe town has to pay for both of them, said its mayor\nNobody was hurt when the wall fell, and nobody was near",
			[]string{"The harbour of Narvik reopened on Monday after a storm", "¶ships came in from nine towns", "¶Two piers were broken by waves that came over the wall", "¶The town has to pay for both of them, said its mayor", "¶Nobody was hurt when the wall fell, and nobody was near"}},
		{"a list with blank lines between paragraphs", "The town council asked the county on Monday, after a debate that lasted until midnight, to pay for what the storm broke:\n\nthe pier at the northern end of the old harbour\n\nforty lamps on the road that leads to the church\n\nboats that were lost by the pilots of the harbour",
			[]string{"The town council asked the county on Monday, after a debate that lasted until midnight, to pay for what the storm broke:", "¶the pier at the northern end of the old harbour", "¶forty lamps on the road that leads to the church", "¶boats that were lost by the pilots of the harbour"}},
		{"a list of things", "The town bought\ntwelve lamps\nrope\na boat for its pilots", []string{"The town bought", "¶twelve lamps", "¶rope", "¶a boat for its pilots"}},
		{"a paragraph for each line", "The harbour of Narvik reopened on Monday after a storm that had closed it for six days, and ships came in from nine towns.\nTwo piers were broken, the mayor said.",
			[]string{"The harbour of Narvik reopened on Monday after a storm that had closed it for six days, and ships came in from nine towns.", "¶Two piers were broken, the mayor said."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range sentencesOf(tt.text) {
				got = append(got, strings.Join(strings.Fields(s), " "))
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// FuzzUnwrapped: only white space changes, into spaces, and the length never.
func FuzzUnwrapped(f *testing.F) {
	f.Add("The harbour of Narvik reopened on Monday after a storm, the port's\n  director said.\n\n\r\n* a\tb")
	f.Fuzz(func(t *testing.T, text string) {
		got := unwrapped(text)
		if len(got) != len(text) || utf8.ValidString(got) != utf8.ValidString(text) {
			t.Fatalf("%q became %q", text, got)
		}
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") {
			t.Errorf("the words of %q became those of %q", text, got)
		}
	})
}
