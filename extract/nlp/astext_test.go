package nlp

import (
	"strings"
	"testing"
)

// TestTextAsItComes reads text that nobody cleaned. What is wanted are its
// sentences, each with its names after a bar.
func TestTextAsItComes(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a quotation glued to an article", `They met in Narvik with the"Fjord Alliance of Friends," which is new.`,
			[]string{`They met in Narvik with the"Fjord Alliance of Friends," which is new. | Place: Narvik, Organization: Fjord Alliance of Friends`}},
		{"a quotation glued to a full stop", `They hope for a deal."I think so," said Ida Berg.`,
			[]string{"They hope for a deal.", `"I think so," said Ida Berg. | Person: Ida Berg`}},
		{"a quotation glued to a comma", `He added,"Frankly, no."`, []string{`He added,"Frankly, no."`}},
		{"quotations in quotations", "“He told me ‘we are ready’ and left,” said Holm.",
			[]string{"“He told me ‘we are ready’ and left,” said Holm. | Person: Holm"}},
		{"missing and doubled spaces", "The crew  waited   for hours.Then the boat came.",
			[]string{"The crew  waited   for hours.", "Then the boat came."}},
		{"abbreviations and an amount", "Fjord Ltd. earned $1.4bn, said Ole Holm Jr., its chairman in the U.S. It grew.",
			[]string{"Fjord Ltd. earned $1.4bn, said Ole Holm Jr., its chairman in the U.S. | Organization: Fjord Ltd., Money: $1.4bn, Person: Ole Holm Jr., Place: U.S.", "It grew."}},
		{"two clocks", "Talks begin at 2:00 PM (12:00 GMT) at the port.",
			[]string{"Talks begin at 2:00 PM (12:00 GMT) at the port. | Date: 2:00 PM, Date: 12:00 GMT"}},
		{"a prefix", "Ida Berg co-chaired the meeting.", []string{"Ida Berg co-chaired the meeting. | Person: Ida Berg"}},
		{"names in small letters", "we flew to kyiv and oslo with anna berg.",
			[]string{"we flew to kyiv and oslo with anna berg. | Place: kyiv, Place: oslo, Person: anna berg"}},
		{"a dateline", "PARIS (Reuters) — The French Senate rejected the plan on Monday.",
			[]string{"PARIS (Reuters) — The French Senate rejected the plan on Monday. | Place: PARIS, Organization: Reuters, Organization: French Senate, Date: Monday"}},
		{"a headline and a list", "Norway and Hungary agree on fishing\n\n- Boats may sail\n- fishing stays free\n",
			[]string{"Norway and Hungary agree on fishing | Place: Norway, Place: Hungary", "- Boats may sail", "- fishing stays free"}},
		{"addresses", "See https://fjord.example/a?b=1 or write to desk@fjord.example. It helps.",
			[]string{"See https://fjord.example/a?b=1 or write to desk@fjord.example.", "It helps."}},
		{"pictures and tags", "The ferry sank. 🚢😢 Nobody drowned 👍🏽 said @narvikport #ferry.",
			[]string{"The ferry sank.", "🚢😢 Nobody drowned 👍🏽 said @narvikport #ferry."}},
		{"capitals", "NORWAY LEFT ON MONDAY. NOBODY IN HUNGARY CARED.",
			[]string{"NORWAY LEFT ON MONDAY. | Place: NORWAY, Date: MONDAY", "NOBODY IN HUNGARY CARED. | Place: HUNGARY"}},
		{"a caption with its credit", "Ida Berg waves to crowds in Oslo on June 4, 2024. (Photo: A. Reyes/Reuters)",
			[]string{"Ida Berg waves to crowds in Oslo on June 4, 2024. | Person: Ida Berg, Place: Oslo, Date: June 4, 2024", "(Photo: A. Reyes/Reuters) | Person: A. Reyes, Organization: Reuters"}},
		{"a numbered house", "They met at No. 10 Downing Street. Berg left.",
			[]string{"They met at No. 10 Downing Street. | Place: No. 10 Downing Street", "Berg left. | Person: Berg"}},
		{"a numbered list on one line", "1. The crew left. 2. The boat sank. 3. Nobody came back.",
			[]string{"1. The crew left.", "2. The boat sank.", "3. Nobody came back."}},
		{"mail headers", "From: Ida Berg <ida@narvex.example>\nSubject: Re: The harbour\n\nIt opens at 5 p.m. on Monday.",
			[]string{"From: Ida Berg <ida@narvex.example> | Person: Ida Berg", "Subject: Re: The harbour", "It opens at 5 p.m. on Monday. | Date: 5 p.m., Date: Monday"}},
		{"marks that are not seen", "\ufeffThe\u00a0deal was signed.\u200b \u200fBerg\u200e left.", []string{"The\u00a0deal was signed.", "Berg\u200e left. | Person: Berg"}},
		{"accents as marks of their own", "The cafe\u0301 closed. Nobody came.", []string{"The cafe\u0301 closed.", "Nobody came."}},
		{"a space before each mark", "I do n't know ,he said .But why ?", []string{"I do n't know ,he said .", "But why ?"}},
		{"no sentence", " \n\t\n", nil},
		{"no word", "*** --- ***", []string{"*** --- ***"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sentencesWithNames(analyzer().Analyze(tt.text))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
			}
		})
	}
}

// sentencesWithNames spells out a document, a sentence a string.
func sentencesWithNames(d *Document) []string {
	var out []string
	for _, s := range d.Sentences {
		var names []string
		for _, n := range d.Names {
			if s.Tokens.Contains(n.Tokens) {
				names = append(names, string(n.Type)+": "+d.TextOf(n.Tokens))
			}
		}
		text := s.In(d.Text)
		if len(names) > 0 {
			text += " | " + strings.Join(names, ", ")
		}
		out = append(out, text)
	}
	return out
}

// A sentence of 2,000 words is one tree with one root.
func TestLongSentenceIsOneTree(t *testing.T) {
	d := analyzer().Analyze(strings.Repeat("Anna saw the boat that Ole had sold to Berg and ", 200) + "left.")
	if len(d.Sentences) != 1 {
		t.Fatalf("%d sentences, want 1", len(d.Sentences))
	}
	roots := 0
	for i, token := range d.Tokens {
		if token.Head < 0 {
			roots++
		}
		for at, steps := i, 0; at >= 0; at, steps = d.Tokens[at].Head, steps+1 {
			if steps > len(d.Tokens) {
				t.Fatalf("token %d hangs in a circle", i)
			}
		}
	}
	if roots != 1 {
		t.Errorf("%d roots, want 1", roots)
	}
}
