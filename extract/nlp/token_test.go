package nlp

import (
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	tests := []struct{ text, want string }{
		{`Leaders of the"Circle of Friends," which met`, `Leaders of the " Circle of Friends , " which met`},
		{`a deal."I hope so," he said. She added,"Sadly, no."`, `a deal . " I hope so , " he said . She added , " Sadly , no . "`},
		{"“We can’t,” she said", "“ We ca n’t , ” she said"},
		{"Norway's ministers don't know; they've said it's the crew's.", "Norway 's ministers do n't know ; they 've said it 's the crew 's ."},
		{"the students' union cannot", "the students ' union can not"},
		{"O'Brien and D'Arcy at 5 o'clock", "O'Brien and D'Arcy at 5 o'clock"},
		{"the U.S. and U.N. envoys, Mr. J. Smith Jr. and Dr. Lee", "the U.S. and U.N. envoys , Mr. J. Smith Jr. and Dr. Lee"},
		{"He lives in Plan B. The end.", "He lives in Plan B . The end ."},
		{"No. 10 said no. Ten said yes.", "No. 10 said no . Ten said yes ."},
		{"It cost $1.4bn, US$3.4 trillion or £5m; €20.", "It cost $ 1.4 bn , US$ 3.4 trillion or £ 5 m ; € 20 ."},
		{"at 2:00 PM (12:00 GMT), 6pm or 7 a.m. sharp", "at 2:00 PM ( 12:00 GMT ) , 6 pm or 7 a.m. sharp"},
		{"a co-chaired, pre-war, French-led and 36-year-old force", "a co-chaired , pre-war , French - led and 36 - year - old force"},
		{"1,000 people, 3.5%, 2019-20, 1990s, 19th, 2025-09-04", "1,000 people , 3.5 % , 2019 - 20 , 1990s , 19th , 2025-09-04"},
		{"call 555-0123 or +1-202-555-0123", "call 555-0123 or + 1-202-555-0123"},
		{"PARIS (Agency) — Talks...went on -- slowly", "PARIS ( Agency ) — Talks ... went on -- slowly"},
		{"see https://kg.example/a?b=1, www.example.org. Mail desk@example.org!", "see https://kg.example/a?b=1 , www.example.org . Mail desk@example.org !"},
		{"Example.com and AT&T and R&D", "Example.com and AT&T and R&D"},
		{"end.The next", "end . The next"},
		{"#Narvik @harbour #1", "#Narvik @harbour # 1"},
		{"X7-12c's star in 2017's list", "X7 - 12c 's star in 2017 's list"},
		{"and/or 1/2 24/7", "and / or 1/2 24/7"},
		{"  doubled   spaces\tand\u00a0others\n", "doubled spaces and others"},
		{"Say \u200bnothing 🎉👍🏽!", "Say nothing 🎉 👍🏽 !"},
		{"Why?! No!!! Well…", "Why ?! No !!! Well …"},
		{"rock 'n' roll in the '90s, get 'em", "rock 'n ' roll in the '90s , get 'em"},
		{"'Not now', he said", "' Not now ' , he said"},
		{"", ""},
	}
	for _, tt := range tests {
		var words []string
		for _, s := range tokenize(tt.text) {
			words = append(words, s.In(tt.text))
		}
		if got := strings.Join(words, " "); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestInvalidBytesAreTokensOfTheirOwn(t *testing.T) {
	const text = "caf\xe9 \xff\xfe ok"
	tokens := tokenize(text)
	want := []Span{{0, 3}, {3, 4}, {5, 6}, {6, 7}, {8, 10}}
	if len(tokens) != len(want) {
		t.Fatalf("%v, want %v", tokens, want)
	}
	for i := range want {
		if tokens[i] != want[i] {
			t.Errorf("token %d is %v, want %v", i, tokens[i], want[i])
		}
	}
}
