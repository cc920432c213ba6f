package english

import (
	"os"
	"strings"
	"testing"
)

// TestRead compares how the questions of testdata/read.txt are understood with
// testdata/read.golden.
func TestRead(t *testing.T) {
	text, err := os.ReadFile("testdata/read.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(text)) {
		question := strings.TrimSpace(line)
		b.WriteString(question + "\n    " + understood(question) + "\n")
	}
	if *update {
		if err := os.WriteFile("testdata/read.golden", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/read.golden")
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// understood reads a question with the verbs of the lexicon alone.
func understood(question string) string {
	l := synonyms()
	q, err := read(question, verbs{l.isVerb, func(p string) bool { return l.phrases[p] }})
	if err != nil {
		return "error: " + err.Error()
	}
	return q.String()
}

func TestParseLabel(t *testing.T) {
	for label, want := range map[string]predicate{
		"meets":                           {content: "meet"},
		"co-chairs":                       {content: "co-chair"},
		"holds talks with":                {content: "hold talks", prep: "with"},
		"is stolen from":                  {content: "steal", prep: "from", passive: true},
		"is president of":                 {content: "be president", prep: "of", copular: true},
		"is":                              {content: "be", copular: true},
		"is not":                          {content: "be", copular: true, negated: true},
		"does not co-chair":               {content: "co-chair", negated: true},
		"may attack":                      {content: "attack", modal: "may"},
		"cannot sell":                     {content: "sell", modal: "can", negated: true},
		"need not stay in":                {content: "stay", prep: "in", modal: "need", negated: true},
		"continues to carry out raids on": {content: "carry out raids", prep: "on"},
		"promises to send":                {content: "send", chained: true},
		"begins observing":                {content: "observe"},
		"":                                {},
	} {
		if got := parseLabel(label); got != want {
			t.Errorf("%q: %+v, want %+v", label, got, want)
		}
	}
}

func TestTimeCondition(t *testing.T) {
	for _, test := range []struct {
		prep, words, when, published string
		want                         float64
	}{
		{"in", "2019", "2019-05-04", "", fitTime},
		{"in", "2019", "2020-05-04", "2019-01-01", 0},
		{"in", "2019", "", "2019-01-01", fitPublished},
		{"since", "March 2021", "2021-03-01", "", fitTime},
		{"since", "March 2021", "2021-02-28", "", 0},
		{"before", "2020", "2019", "", fitTime},
		{"before", "2020", "2020-01-01", "", 0},
		{"after", "2020", "2020-06-01", "", 0},
		{"after", "2020", "2021", "", fitTime},
		{"on", "5 May 2024", "2024-05-05", "", fitTime},
		{"on", "5 May 2024", "2024-05-04/2024-05-06", "", fitTime},
		{"on", "7 May 2024", "2024-05-04/2024-05-06", "", 0},
		{"in", "May 2024", "2024-05-30/2024-06-02", "", fitTime},
		{"on", "5 May 2024", "2023/2025", "", 0},
		{"in", "2012", "2010/2019", "", fitTime},
		{"since", "2012", "2010/2019", "", fitTime},
		{"after", "2019", "2010/2019", "", 0},
		{"before", "2012", "2010/2019", "", fitTime},
		{"before", "2010", "2010/2019", "", 0},
		{"on", "Friday", "2025-09-05", "", fitTime},
		{"on", "Friday", "2025-09-04", "", 0},
	} {
		c, ok := timeOf(test.prep, split(test.words))
		if !ok {
			t.Errorf("%s %s is no time", test.prep, test.words)
			continue
		}
		if got := c.fits([]string{test.when}, test.published, false); got != test.want {
			t.Errorf("%s %s, %s in an article of %s: %v, want %v", test.prep, test.words, test.when, test.published, got, test.want)
		}
	}
	if _, ok := timeOf("in", split("Paris")); ok {
		t.Error("Paris is a time")
	}
}

func TestOfficeIn(t *testing.T) {
	for _, test := range []struct {
		office, text string
		want         float64
	}{
		{"president", "president of Chile", 1},
		{"president", "Chilean President", 1},
		{"president", "vice president of Chile", 0},
		{"president", "former president", 0.6},
		{"prime minister", "Danish Prime Minister", 1},
		{"prime minister", "premier", 1},
		{"minister", "prime minister", 0.5},
		{"mayor", "governor", 0},
		{"president", "president's spokesman", 1},
		{"president", "spokesman of the president", 0},
	} {
		if got := officeIn(strings.Fields(test.office), test.text); got != test.want {
			t.Errorf("%s in %q: %v, want %v", test.office, test.text, got, test.want)
		}
	}
}

// FuzzRead: whatever is typed is read or refused.
func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("testdata/read.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		f.Add(strings.TrimSpace(line))
	}
	f.Fuzz(func(t *testing.T, question string) {
		if understood(question) == "" {
			t.Error("it is understood as nothing")
		}
	})
}
