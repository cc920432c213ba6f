package nlp

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Rules and labels are given as "Type strength: text", "TYPE: text"; "TYPE once: text"
// labels the first place only.
func TestMerge(t *testing.T) {
	tests := []struct {
		name, text, rules, labels, want string
	}{
		{"a guess that the labels know is typed by them", "Narvex opened a mine.", "Person 0: Narvex", "ORG: Narvex", "Organization: Narvex"},
		{"a guess that they don't know is none", "Nobody saw Prime Rib.", "Person 0: Prime Rib", "", ""},
		{"unless somebody's full name ends with it", "Dragan Tarn left. Tarn ran.", "Person 2: Dragan Tarn|Person 0: Tarn", "PER: Dragan Tarn", "Person: Dragan Tarn|Person: Tarn"},
		{"or the labels miss a rare first name", "We saw Sevrin Ali Tarn.", "Person 0: Sevrin Ali Tarn", "PER: Ali Tarn", "Person: Ali Tarn"},
		{"or it is a name elsewhere", "The GBX met. He left the GBX.", "Organization 0: GBX", "ORG once: GBX", "Organization: GBX|Organization: GBX"},
		{"but for what may abbreviate anything", "The GBX met. Their GBX fell.", "Organization 0: GBX", "ORG once: GBX", "Organization: GBX"},
		{"a hint stays, and a lexicon wins", "Narvex left Oslo.", "Person 1: Narvex|Place 3: Oslo", "ORG: Oslo", "Person: Narvex|Place: Oslo"},
		{"a label of another type wins over a guess", "They use Nordlys Reader.", "Person 0: Nordlys Reader", "PROD: Nordlys Reader", "Thing: Nordlys Reader"},
		{"but over no hint", "The NRA met.", "Organization 1: NRA", "PROD: NRA", "Organization: NRA"},
		{"a label wins over a hint", "Narvex left.", "Person 1: Narvex", "ORG: Narvex", "Organization: Narvex"},
		{"spans are those of the rules", "The Bank of Narvik fell.", "Organization 2: Bank of Narvik", "LOC: Narvik", "Organization: Bank of Narvik"},
		{"but a body that they tear is whole", "The Fjord and Harbour Authority met.", "Thing 0: Fjord|Organization 2: Harbour Authority", "ORG: Fjord and Harbour Authority", "Organization: Fjord and Harbour Authority"},
		{"unless they know a part", "The Oslo and Harbour Authority met.", "Place 3: Oslo|Organization 2: Harbour Authority", "ORG: Oslo and Harbour Authority", "Place: Oslo|Organization: Harbour Authority"},
		{"or reach out of it", "The Fjord and Harbour Authority Board met.", "Thing 0: Fjord|Organization 2: Harbour Authority Board", "ORG: Fjord and Harbour Authority", "Thing: Fjord|Organization: Harbour Authority Board"},
		{"small letters are left to the labels", "we met in narvik.", "", "LOC: narvik", "Place: narvik"},
		{"unless the text has capitals", "He was tried in absentia.", "", "LOC: absentia", ""},
		{"capitals are not", "It is Monday Night.", "", "ORG: Night", ""},
		{"but persons are", "It was Ida Berg.", "", "PER: Ida Berg", "Person: Ida Berg"},
		{"small letters don't begin a capitalised name", "The rapper Ola Dahl sang.", "Person 2: Ola Dahl", "PER: rapper Ola Dahl", "Person: Ola Dahl"},
		{"a body in small letters is none", "the nordlys eReader by iNarvex", "", "ORG: nordlys|ORG: iNarvex", "Organization: iNarvex"},
		{"a script without capitals is none", "हम नहीं जानते", "", "ORG: हम नहीं|LOC: जानते", ""},
		{"a full name types the surname", "Ida Narvex left. Then Narvex fell.", "Person 0: Ida Narvex|Organization 2: Narvex", "PER: Ida Narvex", "Person: Ida Narvex|Organization: Narvex"},
		{"a full name types the surname that is guessed", "Ida Narvex left. Then Narvex fell.", "Person 0: Ida Narvex|Thing 0: Narvex", "PER: Ida Narvex", "Person: Ida Narvex|Person: Narvex"},
		{"a state after a place is another", "we saw Lakeside California and ardal norway.", "Place 0: Lakeside California", "LOC: Lakeside California|LOC: ardal norway", "Place: Lakeside|Place: California|Place: ardal|Place: norway"},
		{"of two words too", "It is in Ardal New Mexico.", "Place 0: Ardal New Mexico", "LOC: Ardal New Mexico", "Place: Ardal|Place: New Mexico"},
		{"a part of a place is none", "It is in Upper Norway, Lake Ohio, or the Bay of Peru.", "Place 1: Upper Norway|Place 1: Lake Ohio|Place 1: Bay of Peru", "LOC: Upper Norway|LOC: Lake Ohio|LOC: Bay of Peru", "Place: Upper Norway|Place: Lake Ohio|Place: Bay of Peru"},
		{"a body with a state in its name is one", "Ardal Ohio won.", "Organization 1: Ardal Ohio", "ORG: Ardal Ohio", "Organization: Ardal Ohio"},
		{"dates stay", "On Monday it fell.", "Date 3: Monday", "PER: Monday", "Date: Monday"},
		{"addresses and files are none", "See Narvex.pdf or ida.berg@narvex.example for Narvex.", "Person 1: Narvex.pdf|Person 1: ida.berg@narvex.example|Person 1: Narvex", "PER: Narvex.pdf", "Person: Narvex"},
		{"other types are not voted on", "They read Narvex.", "Work 0: Narvex", "ORG: Narvex", "Work: Narvex"},
		{"the document decides", "Narvex fell. Then Narvex rose. Narvex closed.", "Person 1: Narvex", "ORG: Narvex", "Organization: Narvex|Organization: Narvex|Organization: Narvex"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := &Document{Text: tt.text}
			for _, s := range tokenize(tt.text) {
				d.Tokens = append(d.Tokens, Token{Span: s})
			}
			labels := slices.Repeat([]string{"O"}, len(d.Tokens))
			for spec := range strings.SplitSeq(tt.labels, "|") {
				if typ, name, ok := strings.Cut(spec, ": "); ok {
					ranges := rangesOf(d, name)
					if first, once := strings.CutSuffix(typ, " once"); once {
						typ, ranges = first, ranges[:1]
					}
					for _, r := range ranges {
						for i := r.First; i < r.End; i++ {
							labels[i] = "I-" + typ
						}
						labels[r.First] = "B-" + typ
					}
				}
			}
			var found []foundName
			for spec := range strings.SplitSeq(tt.rules, "|") {
				if head, name, ok := strings.Cut(spec, ": "); ok {
					typ, sure, _ := strings.Cut(head, " ")
					for _, r := range rangesOf(d, name) {
						found = append(found, foundName{Name{r, EntityType(typ)}, strength(sure[0] - '0')})
					}
				}
			}
			var got []string
			for _, n := range merge(d, found, labels, !isCapitalised(d.Word(0))) {
				got = append(got, fmt.Sprintf("%s: %s", n.Type, d.TextOf(n.Tokens)))
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// rangesOf returns where name stands in d.
func rangesOf(d *Document, name string) (ranges []Range) {
	for i := range d.Tokens {
		for end := i + 1; end <= len(d.Tokens); end++ {
			if d.TextOf(Range{i, end}) == name {
				ranges = append(ranges, Range{i, end})
			}
		}
	}
	return ranges
}

func TestSpelled(t *testing.T) {
	got := spelled(strings.Fields("O B-PER I-PER B-PER O B-WORK I-PER B-LOC"))
	want := []labelled{{Range{1, 3}, Person}, {Range{3, 4}, Person}, {Range{5, 6}, ""}, {Range{7, 8}, Place}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
