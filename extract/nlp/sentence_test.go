package nlp

import (
	"strings"
	"testing"
)

// sentencesOf returns the sentences of text; a "¶" stands before the first of
// each paragraph but the first.
func sentencesOf(text string) []string {
	read := unwrapped(text)
	spans := tokenize(read)
	var got []string
	paragraph := 0
	for _, s := range splitSentences(text, read, spans, quoteSides(read, spans), analyzer().splitter) {
		mark := ""
		if s.Paragraph != paragraph {
			mark, paragraph = "¶", s.Paragraph
		}
		got = append(got, mark+s.In(text))
	}
	return got
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"headline and paragraphs", "Harbour reopens\n\nShips came in. All is well\nMore follows", []string{"Harbour reopens", "¶Ships came in.", "All is well", "¶More follows"}},
		{"speech before its speaker", `"I will go," she said. "When?" he asked. He left.`, []string{`"I will go," she said.`, `"When?" he asked.`, "He left."}},
		{"a named speaker after a question", `"Who pays?" Minister Ida Berg asked. Nobody knew.`, []string{`"Who pays?" Minister Ida Berg asked.`, "Nobody knew."}},
		{"no space before the quotation", `They hope for a deal."I think so," he said. He added,"Sadly, no."`, []string{"They hope for a deal.", `"I think so," he said.`, `He added,"Sadly, no."`}},
		{"sentences inside a quotation", "“We tried. We failed,” he said.", []string{"“We tried.", "We failed,” he said."}},
		{"the mark belongs to the sentence it closes", `She said "It is over." Then she left.`, []string{`She said "It is over."`, "Then she left."}},
		{"titles and initials", "Mr. Berg met Gen. A. Holm. Dr. Lee came.", []string{"Mr. Berg met Gen. A. Holm.", "Dr. Lee came."}},
		{"an abbreviation in a name and at the end", "The U.S. Navy left. It sailed to the U.S. The crew waved.", []string{"The U.S. Navy left.", "It sailed to the U.S.", "The crew waved."}},
		{"company and hour", "Fjord Inc. said it opens at 7 a.m. Monday. Fjord Inc. It grew.", []string{"Fjord Inc. said it opens at 7 a.m. Monday.", "Fjord Inc.", "It grew."}},
		{"decimals and numbers", "It rose 3.5 per cent to No. 2. In 2019 it fell.", []string{"It rose 3.5 per cent to No. 2.", "In 2019 it fell."}},
		{"parentheses", "He left. (She stayed.) They met (at 5 p.m.) later.", []string{"He left.", "(She stayed.)", "They met (at 5 p.m.) later."}},
		{"an ellipsis", "Well... maybe. They waited for hours... The boat never came.", []string{"Well... maybe.", "They waited for hours...", "The boat never came."}},
		{"a party after a name", "Rep. Ida Berg (D-Wis.) said so. Sen. Ole Holm (R-Ga.) did not.", []string{"Rep. Ida Berg (D-Wis.) said so.", "Sen. Ole Holm (R-Ga.) did not."}},
		{"typewriter quotations", "''It sank,'' said Berg. ''We saw it.''", []string{"''It sank,'' said Berg.", "''We saw it.''"}},
		{"a number and a dateline", "LONDON (Agency) — Crowds met at No. 10 Downing Street. Others stayed at home.", []string{"LONDON (Agency) — Crowds met at No. 10 Downing Street.", "Others stayed at home."}},
		{"small letters", "we left at noon. the boat was late. nobody cared", []string{"we left at noon.", "the boat was late.", "nobody cared"}},
		{"capitals", "THE BOAT WAS LATE. NOBODY CARED.", []string{"THE BOAT WAS LATE.", "NOBODY CARED."}},
		{"an example", "They fish (e.g. cod) off some islands, i.e. Lofoten. It pays.", []string{"They fish (e.g. cod) off some islands, i.e. Lofoten.", "It pays."}},
		{"a missing space", "It ended.The crew left.", []string{"It ended.", "The crew left."}},
		{"a name with a mark", "He left Yahoo! and joined Tarn. Shares of Yum! Brands fell on Monday.", []string{"He left Yahoo! and joined Tarn.", "Shares of Yum! Brands fell on Monday."}},
		{"a mark that is no name's", "They won! The crowd left. Who won? Nobody knew.", []string{"They won!", "The crowd left.", "Who won?", "Nobody knew."}},
		{"items on one line", "The plan has parts: • lower taxes • new roads", []string{"The plan has parts:", "• lower taxes", "• new roads"}},
		{"sentences as items", "• The bridge reopened. • Schools closed.", []string{"• The bridge reopened.", "• Schools closed."}},
		{"signs in a row", "• • • The end", []string{"• • • The end"}},
		{"Windows line ends", "One\r\nTwo\r\n", []string{"One", "¶Two"}},
		{"nothing", " \n ", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sentencesOf(tt.text)
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestALongSentenceStaysOne(t *testing.T) {
	text := strings.Repeat("and the ferry sailed on, ", 500) + "slowly."
	if got := sentencesOf(text); len(got) != 1 {
		t.Errorf("%d sentences", len(got))
	}
}
